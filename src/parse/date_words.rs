//! Dates as letters and forms write them, in words and in figures, and what they are as front matter writes them.

use super::date_part::{NoSuchDay, Part, are_consecutive, month, season, weekday};
use crate::model::Date;

/// What a text that is not a date of front matter was most likely meant for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DateReading {
    /// A date, as front matter writes it; certain, where it can be no other.
    Meant {
        date: String,
        is_certain: bool,
    },
    NoSuchDay(NoSuchDay),
}

/// Reads '23 and 24 January 2018', 'Friday 2 September 2016', '04/08/2016', '2016-08-04/05' and the like. `None` where
/// any word of it says something else.
pub(super) fn reading(written: &str) -> Option<DateReading> {
    // A letter has short dates.
    if written.len() > 200 {
        return None;
    }
    let mut parts = Parts::default();
    let written: Vec<String> = written.split_whitespace().map(with_hyphens).collect();
    let spaced = written.join(" ").replace(',', " , ").replace(DASHES, " – ").replace('&', " & ");
    let mut words = spaced.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if word == "," {
            parts.comma(words.peek().copied().unwrap_or(""));
        } else {
            parts.word(word)?;
        }
    }
    parts.reading()
}

const DASHES: [char; 3] = ['–', '—', '−'];

/// '2016-08-04', where a word processor made dashes of its hyphens.
fn with_hyphens(word: &str) -> String {
    let pieces: Vec<&str> = word.split(DASHES).collect();
    let are_digits = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let is_one = matches!(pieces[..], [year, _] | [year, _, _] if year.len() == 4)
        && pieces[1..].iter().all(|it| it.len() <= 2)
        && pieces.iter().all(are_digits);
    if is_one { pieces.join("-") } else { word.to_owned() }
}

/// How two parts are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    And,
    Comma,
    To,
}

#[derive(Default)]
struct Parts {
    done: Vec<Part>,
    joins: Vec<Join>,
    current: Part,
    is_about: bool,
    /// 'between … and …': what lies between is meant too.
    is_between: bool,
    is_uncertain: bool,
}

impl Parts {
    fn word(&mut self, word: &str) -> Option<()> {
        let small = word.to_lowercase();
        let bare = small.trim_end_matches('.');
        match bare {
            "and" | "&" | "+" => return self.join(Join::And),
            "to" | "until" | "till" | "-" | "–" | "/" | "through" => return self.join(Join::To),
            "the" | "of" | "on" | "from" | "in" => return Some(()),
            "between" => {
                self.is_between = true;
                return Some(());
            }
            "about" | "around" | "circa" | "c" | "approximately" => {
                self.is_about = true;
                return Some(());
            }
            _ => {}
        }
        // The time of day is nobody's.
        let is_time = bare.contains(':') && bare.starts_with(|it: char| it.is_ascii_digit());
        if is_time && !bare.contains(['t', '/']) {
            return (self.current != Part::default()).then_some(());
        }
        let day = bare.split_once('t').filter(|(day, time)| day.len() == 10 && time.contains(':'));
        let bare = day.map_or(bare, |(day, _)| day);
        if self.single(bare).is_some() || self.figures(bare).is_some() {
            return Some(());
        }
        self.joined_word(bare)
    }

    /// '4-5', '2016-08-04/05', '2-Sep-2016', 'January-February': two words in one.
    fn joined_word(&mut self, word: &str) -> Option<()> {
        if let Some((first, last)) = word.split_once('/').filter(|(first, _)| first.contains('-')) {
            self.figures(first)?;
            let first = self.current;
            self.join(Join::To)?;
            return self.rest_of_interval(first, last);
        }
        let has_mark = |side: &str| side.contains(['/', '.']);
        if let Some((first, last)) =
            word.split_once('-').filter(|(one, other)| has_mark(one) && has_mark(other))
        {
            self.figures(first)?;
            self.join(Join::To)?;
            return self.figures(last);
        }
        let pieces: Vec<&str> = word.split(['-', '/', '.']).collect();
        let is_day_with_month = pieces.iter().any(|piece| month(piece).is_some())
            && pieces.iter().any(|piece| piece.bytes().all(|it| it.is_ascii_digit()));
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 && !is_day_with_month {
                self.join(Join::To)?;
            }
            self.single(piece)?;
        }
        (pieces.len() > 1).then_some(())
    }

    /// What stands behind the stroke of an interval: a date, or as much of one as differs.
    fn rest_of_interval(&mut self, first: Part, last: &str) -> Option<()> {
        let numbers: Vec<u8> =
            last.split('-').map(|it| it.parse().ok()).collect::<Option<_>>().unwrap_or_default();
        self.current = match (numbers[..].len(), first.day, &numbers[..]) {
            (1, Some(_), [day]) => Part { day: Some(*day), ..first },
            (1, None, [month]) => Part { month: Some(*month), ..first },
            (2, Some(_), [month, day]) => Part { month: Some(*month), day: Some(*day), ..first },
            _ => return self.figures(last),
        };
        Some(())
    }

    /// A word of one meaning: a month, a season, a day of the week, a number.
    fn single(&mut self, word: &str) -> Option<()> {
        if let Some(weekday) = weekday(word) {
            return set(&mut self.current.weekday, weekday);
        }
        if let Some(month) = month(word) {
            return set(&mut self.current.month, month);
        }
        if let Some(season) = season(word) {
            return set(&mut self.current.season, season);
        }
        let digits = word.trim_end_matches(|it: char| it.is_ascii_alphabetic());
        let is_ordinal = ["st", "nd", "rd", "th"].contains(&&word[digits.len()..]);
        if digits.is_empty() || (digits.len() < word.len() && !is_ordinal) {
            return None;
        }
        let number: u16 = digits.parse().ok()?;
        match digits.len() {
            4 if !is_ordinal => set(&mut self.current.year, number),
            1 | 2 if self.current.day.is_none() => {
                set(&mut self.current.day, u8::try_from(number).ok()?)
            }
            2 if !is_ordinal && self.current.month.is_some() => {
                self.is_uncertain = true;
                set(&mut self.current.year, 2000 + number)
            }
            _ => None,
        }
    }

    /// '2016-8-4', '04/08/2016', '4.8.16', '2018-2', '20160804'.
    fn figures(&mut self, word: &str) -> Option<()> {
        if word.len() == 8 && word.bytes().all(|it| it.is_ascii_digit()) {
            let number: u32 = word.parse().ok()?;
            return self.whole(number / 10_000, number / 100 % 100, number % 100);
        }
        let mark = word.chars().find(|it| "/.-".contains(*it))?;
        let numbers: Vec<u32> =
            word.split(mark).map(|it| it.parse().ok()).collect::<Option<_>>()?;
        match numbers[..] {
            [year, month, day] if year >= 1000 => {
                // Nobody has a thirteenth month.
                self.is_uncertain |= month > 12;
                if month > 12 { self.whole(year, day, month) } else { self.whole(year, month, day) }
            }
            [first, second, year] if year >= 1000 || (10..100).contains(&year) => {
                let (day, month) = if second > 12 { (second, first) } else { (first, second) };
                let can_be_either = mark != '.' && first <= 12 && second <= 12 && first != second;
                self.is_uncertain |= can_be_either || year < 100;
                self.whole(if year < 100 { 2000 + year } else { year }, month, day)
            }
            [year, month] | [month, year] if year >= 1000 => self.whole(year, month, 0),
            _ => None,
        }
    }

    /// A day; or a month, where its day is nought.
    fn whole(&mut self, year: u32, month: u32, day: u32) -> Option<()> {
        let is_empty = Part { weekday: None, ..self.current } == Part::default();
        let number = |number: u32, most: u32| {
            (1..=most).contains(&number).then(|| u8::try_from(number).ok()).flatten()
        };
        let month = number(month, 12).filter(|_| is_empty)?;
        let day = if day == 0 { None } else { Some(number(day, 31)?) };
        let year = Some(u16::try_from(year).ok()?);
        self.current = Part { year, month: Some(month), day, ..self.current };
        Some(())
    }

    fn join(&mut self, join: Join) -> Option<()> {
        if self.current == Part::default() {
            // 'from … to …', '4, and 5'.
            let is_after_comma = self.joins.last() == Some(&Join::Comma) && join == Join::And;
            if is_after_comma {
                self.joins.pop();
                self.joins.push(Join::And);
            }
            return is_after_comma.then_some(());
        }
        self.done.push(std::mem::take(&mut self.current));
        self.joins.push(join);
        Some(())
    }

    /// A comma stands between two parts, unless it only stands before the year, or behind the day of the week.
    fn comma(&mut self, next: &str) {
        let Part { year, month, day, .. } = self.current;
        let is_year = next.len() == 4 && next.bytes().all(|it| it.is_ascii_digit());
        let is_begun = year.is_some() || month.is_some() || day.is_some();
        // 'August 4 and 5, 2016'.
        let has_month = month.is_some() || self.done.iter().any(|part| part.month.is_some());
        let goes_on = is_year && year.is_none() && has_month;
        if is_begun && !goes_on {
            self.done.push(std::mem::take(&mut self.current));
            self.joins.push(Join::Comma);
        }
    }

    fn reading(mut self) -> Option<DateReading> {
        self.done.push(self.current);
        let mut parts = self.done;
        // '4 and 5 August 2016': what one leaves out, the next says; and '2016-08-04/05' the one before.
        for index in (1..parts.len()).rev() {
            let next = parts[index];
            parts[index - 1].complete(next);
        }
        for index in 1..parts.len() {
            let before = parts[index - 1];
            parts[index].complete(before);
        }
        let mut dates = Vec::with_capacity(parts.len());
        for part in &parts {
            match part.date()? {
                Ok(date) => dates.push(date),
                Err(no_such_day) => return Some(DateReading::NoSuchDay(no_such_day)),
            }
            self.is_uncertain |= !part.is_on_its_weekday();
        }
        let about = if self.is_about { "~" } else { "" };
        let date = match (&dates[..], &self.joins[..]) {
            ([date], []) => format!("{date}{about}"),
            _ if self.is_about => return None,
            ([first, last], [Join::To]) => format!("{first}/{last}"),
            ([first, last], [Join::And]) if self.is_between => format!("{first}/{last}"),
            (_, joins) if joins.contains(&Join::To) => return None,
            ([first, .., last], joins) if joins.contains(&Join::And) && are_consecutive(&parts) => {
                format!("{first}/{last}")
            }
            (dates, _) => format!("[{}]", dates.join(", ")),
        };
        let is_certain = !self.is_uncertain;
        date.parse::<Date>().is_ok().then_some(DateReading::Meant { date, is_certain })
    }
}

/// Sets what is not set yet.
fn set<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.is_none().then(|| *place = Some(value))
}
