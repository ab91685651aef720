//! A part of a date as it is said in words or figures: a day, a month, a season, a year, or as much of one as is said.

use jiff::civil::{self, Weekday};

use crate::model::english_months;

/// A part of a date, as far as it is said.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) year: Option<u16>,
    pub(super) month: Option<u8>,
    pub(super) season: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) weekday: Option<Weekday>,
}

/// A day that its month does not have.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoSuchDay {
    pub(super) year: u16,
    pub(super) month: u8,
}

impl Part {
    /// Takes from another what this one leaves out and needs.
    pub(super) fn complete(&mut self, other: Part) {
        if self.day.is_some() && self.month.is_none() {
            self.month = other.month;
        }
        if self.month.is_some() || self.season.is_some() {
            self.year = self.year.or(other.year);
        }
    }

    /// As front matter writes it. `None` where it is no date at all.
    pub(super) fn date(self) -> Option<Result<String, NoSuchDay>> {
        let Part { year, month, season, day, .. } = self;
        let year = year?;
        match (season, month, day) {
            (Some(season), None, None) => Some(Ok(format!("{year}-{season}"))),
            (None, Some(month), Some(day)) => Some(match self.civil() {
                Some(_) => Ok(format!("{year}-{month:02}-{day:02}")),
                None => Err(NoSuchDay { year, month }),
            }),
            (None, Some(month), None) => Some(Ok(format!("{year}-{month:02}"))),
            (None, None, None) => Some(Ok(year.to_string())),
            _ => None,
        }
    }

    fn civil(self) -> Option<civil::Date> {
        let year = i16::try_from(self.year?).ok()?;
        let month = i8::try_from(self.month?).ok()?;
        civil::Date::new(year, month, i8::try_from(self.day?).ok()?).ok()
    }

    pub(super) fn is_on_its_weekday(self) -> bool {
        match (self.weekday, self.civil()) {
            (Some(weekday), Some(day)) => day.weekday() == weekday,
            (weekday, _) => weekday.is_none(),
        }
    }
}

/// Whether each of these is the day after the one before.
pub(super) fn are_consecutive(parts: &[Part]) -> bool {
    parts.windows(2).all(|pair| {
        let next = pair[0].civil().and_then(|day| day.tomorrow().ok());
        next.is_some() && next == pair[1].civil()
    })
}

/// 'january', 'jan', 'sept'.
pub(super) fn month(word: &str) -> Option<u8> {
    let is_meant = |month: &String| {
        word.len() >= 3 && word.is_ascii() && month.to_lowercase().starts_with(word)
    };
    let index = english_months().iter().position(is_meant)?;
    u8::try_from(index + 1).ok()
}

/// 'autumn'.
pub(super) fn season(word: &str) -> Option<u8> {
    const SEASONS: [(&str, u8); 5] =
        [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)];
    SEASONS.iter().find(|(season, _)| *season == word).map(|(_, number)| *number)
}

/// 'friday', 'fri', 'tues'.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("monday", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
    ];
    let is_meant = |(day, _): &&(&str, Weekday)| word.len() >= 3 && day.starts_with(word);
    DAYS.iter().find(is_meant).map(|(_, weekday)| *weekday)
}
