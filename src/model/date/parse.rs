//! From the text that an editor writes to a date, and from a date back to such a text.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

use super::{Calendar, Date, DateShape, Point, Season};

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    /// It has not the form of a date.
    Malformed,
    /// The year is not between 1000 and 9998.
    YearOutOfRange,
    /// The second part is neither a month (01 to 12) nor a season (21 to 24).
    NoSuchMonth,
    /// The month has no such day.
    NoSuchDay,
    /// An interval ends before it starts.
    Backwards,
    /// One end of an interval lies within the other, or two dates of a set share a day.
    Overlapping,
}

impl fmt::Display for DateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            DateError::Malformed => "a date is digits with hyphens, the year first",
            DateError::YearOutOfRange => "the year must have four digits, from 1000 to 9998",
            DateError::NoSuchMonth => {
                "the month must be 01 to 12, or a season: 21 spring, 22 summer, 23 autumn, 24 winter"
            }
            DateError::NoSuchDay => "the month does not have this day",
            DateError::Backwards => "the dates end before they start",
            DateError::Overlapping => "one of its dates lies within another",
        })
    }
}

impl std::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        // EDTF has braces around several days; brackets are YAML's own, around any list.
        for (open, close) in [('{', '}'), ('[', ']')] {
            if let Some(set) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
                return Date::set(set.split(','));
            }
        }
        let shape = match text.split_once('/') {
            Some((start, end)) => interval(point(start)?, point(end)?)?,
            None => DateShape::Single(point(text)?),
        };
        Ok(Date { shape })
    }
}

impl Date {
    /// A set of days, months or years, put in order: `[2022-09-29, 2022-09-30]`.
    ///
    /// # Errors
    /// Where there is none, one of them is not a date, or two share a day.
    pub fn set<'a>(points: impl IntoIterator<Item = &'a str>) -> Result<Self, DateError> {
        let mut points = points.into_iter().map(point).collect::<Result<Vec<_>, _>>()?;
        points.sort_by_key(|point| (point.calendar.first_day(), point.calendar.last_day()));
        points.dedup();
        let shares_a_day =
            |pair: &[Point]| pair[1].calendar.first_day() <= pair[0].calendar.last_day();
        if points.windows(2).any(shares_a_day) {
            return Err(DateError::Overlapping);
        }
        let shape = match points[..] {
            [] => return Err(DateError::Malformed),
            [only] => DateShape::Single(only),
            _ => DateShape::Set(points),
        };
        Ok(Date { shape })
    }
}

/// As editors write it: what [`FromStr`] reads as the same date.
impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.shape {
            DateShape::Single(point) => point.fmt(formatter),
            DateShape::Interval(start, end) => write!(formatter, "{start}/{end}"),
            DateShape::Set(points) => {
                formatter.write_str("[")?;
                for (index, point) in points.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    write!(formatter, "{comma}{point}")?;
                }
                formatter.write_str("]")
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.calendar.fmt(formatter)?;
        formatter.write_str(if self.approximate { "~" } else { "" })
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Calendar::Day(day) => {
                write!(formatter, "{}-{:02}-{:02}", day.year(), day.month(), day.day())
            }
            Calendar::Month(year, month) => write!(formatter, "{year}-{month:02}"),
            Calendar::Season(year, season) => write!(formatter, "{year}-{}", season.code()),
            Calendar::Year(year) => write!(formatter, "{year}"),
        }
    }
}

impl Season {
    fn code(self) -> i8 {
        match self {
            Season::Spring => 21,
            Season::Summer => 22,
            Season::Autumn => 23,
            Season::Winter => 24,
        }
    }

    fn from_code(code: i16) -> Option<Self> {
        match code {
            21 => Some(Season::Spring),
            22 => Some(Season::Summer),
            23 => Some(Season::Autumn),
            24 => Some(Season::Winter),
            _ => None,
        }
    }
}

fn interval(start: Point, end: Point) -> Result<DateShape, DateError> {
    if start == end {
        return Ok(DateShape::Single(start));
    }
    let (from, to) = (start.calendar, end.calendar);
    if from.holds(to) || to.holds(from) {
        return Err(DateError::Overlapping);
    }
    if to.first_day() < from.first_day() {
        return Err(DateError::Backwards);
    }
    Ok(DateShape::Interval(start, end))
}

fn point(text: &str) -> Result<Point, DateError> {
    let text = text.trim();
    let (text, approximate) = match text.strip_suffix('~') {
        Some(text) => (text, true),
        None => (text, false),
    };
    let mut parts = text.split('-');
    let year = digits(parts.next(), 4)?;
    if !(1000..=9998).contains(&year) {
        return Err(DateError::YearOutOfRange);
    }
    let calendar = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => Calendar::Year(year),
        (month, None, _) => month_or_season(year, digits(month, 2)?)?,
        (month, day, None) => whole_day(year, digits(month, 2)?, digits(day, 2)?)?,
        _ => return Err(DateError::Malformed),
    };
    Ok(Point { calendar, approximate })
}

fn month_or_season(year: i16, number: i16) -> Result<Calendar, DateError> {
    match i8::try_from(number) {
        Ok(month @ 1..=12) => Ok(Calendar::Month(year, month)),
        _ => Season::from_code(number)
            .map(|season| Calendar::Season(year, season))
            .ok_or(DateError::NoSuchMonth),
    }
}

fn whole_day(year: i16, month: i16, day: i16) -> Result<Calendar, DateError> {
    if !(1..=12).contains(&month) {
        return Err(DateError::NoSuchMonth);
    }
    let narrow = |number: i16| i8::try_from(number).map_err(|_| DateError::NoSuchDay);
    civil::Date::new(year, narrow(month)?, narrow(day)?)
        .map(Calendar::Day)
        .map_err(|_| DateError::NoSuchDay)
}

/// A number written with exactly this many digits.
fn digits(text: Option<&str>, count: usize) -> Result<i16, DateError> {
    let text = text.ok_or(DateError::Malformed)?;
    let well_formed = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if !well_formed {
        return Err(DateError::Malformed);
    }
    text.parse().map_err(|_| DateError::Malformed)
}
