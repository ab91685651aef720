//! What to write for a date that cannot be read, in the place of what was written.

use super::date_part::NoSuchDay;
use super::date_words::{DateReading, reading};
use crate::diagnostics::Applicability;
use crate::model::{Date, DateError, english_months};

/// What to say of a text that is not a date.
pub struct DateHelp {
    /// Why it is none, to follow 'is not a date'.
    pub reason: String,
    /// What to do about it.
    pub help: String,
    /// What to write, where that is known.
    pub meant: Option<(String, Applicability)>,
}

/// What to do about a text that is not a date.
pub fn date_help(written: &str, error: &DateError) -> DateHelp {
    let no_such_day = match reading(written) {
        Some(DateReading::Meant { date, is_certain }) => {
            let applicability = if is_certain {
                Applicability::MachineApplicable
            } else {
                Applicability::MaybeIncorrect
            };
            return meant(error, date, applicability);
        }
        Some(DateReading::NoSuchDay(NoSuchDay { year, month })) => Some((year, month)),
        None => None,
    };
    if let Some(date) = consecutive_days(written) {
        return meant(error, date, Applicability::MachineApplicable);
    }
    let likely = |date: String| meant(error, date, Applicability::MaybeIncorrect);
    let (reason, help) = match (no_such_day, error) {
        (Some((year, month)), _) => (
            days_of(year, month),
            format!("look at the letter again, or write only the month: {year}-{month:02}"),
        ),
        (None, DateError::NoSuchDay) => {
            (error.to_string(), "look at the letter again, or write only the month".to_owned())
        }
        (None, DateError::Backwards) => match turned_round(written) {
            Some(date) => return likely(date),
            None => (error.to_string(), "put the earlier date first".to_owned()),
        },
        (None, DateError::Overlapping) => match wider_end(written) {
            Some(date) => {
                let help = format!("write {date} alone, or both ends as days");
                return DateHelp { help, ..likely(date) };
            }
            None => {
                (error.to_string(), "leave out the date that lies within another".to_owned())
            }
        },
        (None, DateError::NoSuchMonth) => (
            error.to_string(),
            "write the year, then the month, then the day: 2018-02-15".to_owned(),
        ),
        (None, DateError::Malformed | DateError::YearOutOfRange) => (
            error.to_string(),
            "write 2018-02-15; 2018-02 where no day is given; 2018-02-15/2018-02-16 for several days"
                .to_owned(),
        ),
    };
    DateHelp { reason, help, meant: None }
}

fn meant(error: &DateError, date: String, applicability: Applicability) -> DateHelp {
    DateHelp {
        reason: error.to_string(),
        help: format!("write {date}"),
        meant: Some((date, applicability)),
    }
}

/// 'September has 30 days'.
fn days_of(year: u16, month: u8) -> String {
    let name = &english_months()[usize::from(month).saturating_sub(1).min(11)];
    let last = format!("{year}-{month:02}").parse::<Date>().map(|month| month.latest().day());
    let days = last.unwrap_or(30);
    if month == 2 {
        format!("{name} {year} has {days} days")
    } else {
        format!("{name} has {days} days")
    }
}

/// '{2018-01-22..2018-01-25}': how a set of EDTF says all days from one to another.
fn consecutive_days(written: &str) -> Option<String> {
    let braces = ['{', '}', '[', ']'];
    let (first, last) = written.trim().trim_matches(braces).split_once("..")?;
    if_a_date(format!("{}/{}", first.trim(), last.trim()))
}

/// '2018-01-23/2018-01-24', where the later one is written first.
fn turned_round(written: &str) -> Option<String> {
    let (start, end) = written.split_once('/')?;
    if_a_date(format!("{}/{}", end.trim(), start.trim()))
}

/// '2018-06', where '2018-06-01/2018-06' is written.
fn wider_end(written: &str) -> Option<String> {
    let (start, end) = written.split_once('/')?;
    let ends = [start.trim(), end.trim()].map(|end| Some((end, end.parse::<Date>().ok()?)));
    let [Some((start, from)), Some((end, to))] = ends else { return None };
    let is_first_wider = from.earliest() <= to.earliest() && to.latest() <= from.latest();
    Some(if is_first_wider { start } else { end }.to_owned())
}

fn if_a_date(text: String) -> Option<String> {
    text.parse::<Date>().is_ok().then_some(text)
}
