//! What to write for a date that cannot be read, in the place of what was written.

use crate::model::{Date, DateError, english_months};

/// What to do about a text that is not a date.
pub(super) fn date_help(written: &str, error: &DateError) -> String {
    let meant = days_in_words(written).or_else(|| day_of_form(written));
    if let Some(date) = meant.or_else(|| consecutive_days(written)) {
        return format!("write {date}");
    }
    match error {
        DateError::NoSuchDay => "look at the letter again, or write only the month".to_owned(),
        DateError::Backwards => "put the earlier date first".to_owned(),
        DateError::Overlapping => match wider_end(written) {
            Some(date) => format!("write {date} alone, or both ends as days"),
            None => "leave out the date that lies within another".to_owned(),
        },
        DateError::NoSuchMonth => "write the year, then the month, then the day: 2018-02-15".to_owned(),
        DateError::Malformed | DateError::YearOutOfRange => {
            "write 2018-02-15; 2018-02 where no day is given; 2018-02-15/2018-02-16 for several days"
                .to_owned()
        }
    }
}

/// '23 January 2018', '23 and 24 January 2018', '23-24 January 2018', 'January 2018'.
fn days_in_words(written: &str) -> Option<String> {
    let is_set = written.contains(" and ");
    let cleaned = written.replace([',', '–', '-'], " ").replace(" and ", " ").replace(" to ", " ");
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    let (&year, words) = words.split_last()?;
    let (&month, days) = words.split_last()?;
    if let ([], Some(season)) = (days, season_number(month)) {
        return if_a_date(format!("{year}-{season}"));
    }
    let month = month_number(month)?;
    let days: Vec<u8> = days.iter().map(|day| day_number(day)).collect::<Option<_>>()?;
    let date = match days[..] {
        [] => format!("{year}-{month:02}"),
        [day] => format!("{year}-{month:02}-{day:02}"),
        [first, last] if is_set && last > first + 1 => {
            format!("[{year}-{month:02}-{first:02}, {year}-{month:02}-{last:02}]")
        }
        [first, last] => format!("{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"),
        _ => return None,
    };
    if_a_date(date)
}

/// '15/02/2018', '15.2.2018', '2018-2-15', '2018/02/15', and two dates with 'to' or a dash between.
fn day_of_form(written: &str) -> Option<String> {
    for between in [" to ", " and ", " – ", " - ", "–"] {
        if let Some((first, last)) = written.split_once(between) {
            let (first, last) = (day_of_form(first.trim())?, day_of_form(last.trim())?);
            return if_a_date(format!("{first}/{last}"));
        }
    }
    // What a form writes of a day: the time of day is nobody's.
    let day = written.split(['T', ' ']).next().unwrap_or(written);
    let parts: Vec<u16> =
        day.split(['/', '.', '-']).map(|part| part.parse::<u16>().ok()).collect::<Option<_>>()?;
    let (year, month, day) = match parts[..] {
        [day, month, year] if year >= 1000 => (year, month, day),
        [year, month, day] if year >= 1000 => (year, month, day),
        [year, month] | [month, year] if year >= 1000 => {
            return if_a_date(format!("{year}-{month:02}"));
        }
        _ => return None,
    };
    if_a_date(format!("{year}-{month:02}-{day:02}"))
}

/// '{2018-01-22..2018-01-25}': how a set of EDTF says all days from one to another.
fn consecutive_days(written: &str) -> Option<String> {
    let braces = ['{', '}', '[', ']'];
    let (first, last) = written.trim().trim_matches(braces).split_once("..")?;
    if_a_date(format!("{}/{}", first.trim(), last.trim()))
}

/// '2018-06', where '2018-06-01/2018-06' is written.
fn wider_end(written: &str) -> Option<&str> {
    let (start, end) = written.split_once('/')?;
    let ends = [start.trim(), end.trim()].map(|end| Some((end, end.parse::<Date>().ok()?)));
    let [Some((start, from)), Some((end, to))] = ends else { return None };
    Some(if from.earliest() <= to.earliest() && to.latest() <= from.latest() { start } else { end })
}

fn if_a_date(text: String) -> Option<String> {
    text.parse::<Date>().is_ok().then_some(text)
}

/// '23', '23rd'.
fn day_number(word: &str) -> Option<u8> {
    word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
}

/// 'January', 'jan'.
fn month_number(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let is_meant = |month: &String| {
        word.len() >= 3 && month.to_lowercase().starts_with(word.trim_end_matches('.'))
    };
    english_months().iter().position(is_meant).map(|place| place + 1)
}

/// 'autumn'.
fn season_number(word: &str) -> Option<usize> {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    SEASONS.iter().position(|season| *season == word.to_lowercase()).map(|place| place + 21)
}
