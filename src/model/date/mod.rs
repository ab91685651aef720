//! A date, at the precision that a letter gives it: the subset of EDTF that the content format allows.
//!
//! EDTF (ISO 8601-2) is specified at <https://www.loc.gov/standards/datetime/>. Nothing here widens or
//! narrows a date: June 2015 stays June 2015 on the page, and only sorts by its earliest day. What is published for
//! programs is EDTF as it stands there (`edtf.rs`).

mod edtf;
mod language;
mod parse;
mod words;

use jiff::{SignedDuration, civil};

pub use language::{DateWords, MonthNames};
pub use parse::DateError;
pub use words::DatePart;

/// A day, month, season or year, a span from one to another, or a set of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Date {
    shape: DateShape,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum DateShape {
    Single(Point),
    /// Neither end lies within the other.
    Interval(Point, Point),
    /// In ascending order, two at least, of which no two share a day.
    Set(Vec<Point>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Point {
    calendar: Calendar,
    approximate: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Calendar {
    Day(civil::Date),
    Month(i16, i8),
    Season(i16, Season),
    Year(i16),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Season {
    Spring,
    Summer,
    Autumn,
    /// December to February: winter 2017 ends in 2018, as the Met Office counts.
    Winter,
}

impl Date {
    /// Stands in for a date that could not be read; a site with one is never published.
    pub(crate) fn placeholder() -> Self {
        let point = Point { calendar: Calendar::Year(1000), approximate: false };
        Date { shape: DateShape::Single(point) }
    }

    /// Whether this stands in for a date that could not be read.
    pub(crate) fn is_placeholder(&self) -> bool {
        *self == Date::placeholder()
    }

    /// The first day that the date can mean.
    pub fn earliest(&self) -> civil::Date {
        match &self.shape {
            DateShape::Single(point) | DateShape::Interval(point, _) => point.calendar.first_day(),
            DateShape::Set(points) => points
                .iter()
                .map(|point| point.calendar.first_day())
                .min()
                .unwrap_or(civil::Date::MIN),
        }
    }

    /// The last day that the date can mean.
    pub fn latest(&self) -> civil::Date {
        match &self.shape {
            DateShape::Single(point) | DateShape::Interval(_, point) => point.calendar.last_day(),
            DateShape::Set(points) => points
                .iter()
                .map(|point| point.calendar.last_day())
                .max()
                .unwrap_or(civil::Date::MAX),
        }
    }

    /// Whether it begins on a day or after it, or before; `None` where that is not known, as the day is not, or only about.
    pub fn begins_on_or_after(&self, day: civil::Date) -> Option<bool> {
        let (first, last) = self.first_days();
        match (first >= day, last < day) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            (false, false) => None,
        }
    }

    /// The first and the last day on which it can have begun. What is about a month may be the one before or after it.
    fn first_days(&self) -> (civil::Date, civil::Date) {
        let points = self.points();
        let Some(Point { calendar, approximate }) = points.first() else {
            return (civil::Date::MIN, civil::Date::MAX);
        };
        let (first, last) = (calendar.first_day(), calendar.last_day());
        if !approximate {
            return (first, last);
        }
        let around = last.duration_since(first) + SignedDuration::from_hours(24);
        (first.saturating_sub(around), last.saturating_add(around))
    }

    /// What dates sort by: the earliest day, then the latest.
    pub fn sort_key(&self) -> (civil::Date, civil::Date) {
        (self.earliest(), self.latest())
    }

    /// The year of the earliest day.
    pub fn year(&self) -> i16 {
        self.earliest().year()
    }

    /// The last day that the date names, where it names one and not only a month or a year.
    pub fn last_exact_day(&self) -> Option<civil::Date> {
        match self.points().last() {
            Some(Point { calendar: Calendar::Day(day), approximate: false }) => Some(*day),
            _ => None,
        }
    }

    /// Whether every part of the date is a day, and none is about.
    pub fn is_exact(&self) -> bool {
        let is_day =
            |point: &Point| matches!(point.calendar, Calendar::Day(_)) && !point.approximate;
        self.points().iter().all(is_day)
    }

    /// Whether any part of the date is about.
    pub fn is_approximate(&self) -> bool {
        self.points().iter().any(|point| point.approximate)
    }

    /// Whether both can mean one day.
    pub fn overlaps(&self, other: &Date) -> bool {
        self.earliest() <= other.latest() && other.earliest() <= self.latest()
    }

    /// How many days lie between the first and the last part of the date, at least: none where it has one part.
    pub fn least_days_between(&self) -> i32 {
        let points = self.points();
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return 0 };
        let between = first.calendar.last_day().until(last.calendar.first_day());
        between.map_or(0, |span| span.get_days().max(0))
    }

    /// A single date as ISO 8601 writes it: a day, month or year. None for any other.
    pub fn iso(&self) -> Option<String> {
        match &self.shape {
            DateShape::Single(Point { calendar: Calendar::Season(..), .. }) => None,
            DateShape::Single(Point { calendar, approximate: false }) => Some(calendar.to_string()),
            DateShape::Single(_) | DateShape::Interval(..) | DateShape::Set(_) => None,
        }
    }

    fn points(&self) -> Vec<Point> {
        match &self.shape {
            DateShape::Single(point) => vec![*point],
            DateShape::Interval(start, end) => vec![*start, *end],
            DateShape::Set(points) => points.clone(),
        }
    }
}

impl Calendar {
    fn first_day(self) -> civil::Date {
        match self {
            Calendar::Day(day) => day,
            Calendar::Month(year, month) => first_of_month(year, month),
            Calendar::Season(year, season) => season.months(year)[0].first_day(),
            Calendar::Year(year) => first_of_month(year, 1),
        }
    }

    fn last_day(self) -> civil::Date {
        match self {
            Calendar::Day(day) => day,
            Calendar::Month(year, month) => first_of_month(year, month).last_of_month(),
            Calendar::Season(year, season) => season.months(year)[2].last_day(),
            Calendar::Year(year) => first_of_month(year, 12).last_of_month(),
        }
    }

    /// Whether every day of the other is a day of this.
    fn holds(self, other: Calendar) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }
}

impl Season {
    fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }

    /// Its months in the year that it is of, and that year's or the next's.
    fn months(self, year: i16) -> [Calendar; 3] {
        let first = self.first_month();
        [first, first + 1, first + 2].map(|month| match month {
            13.. => Calendar::Month(year + 1, month - 12),
            _ => Calendar::Month(year, month),
        })
    }
}

/// The parser lets through only months from 1 to 12 and years from 1000 to 9998.
fn first_of_month(year: i16, month: i8) -> civil::Date {
    civil::Date::new(year, month, 1).unwrap_or(civil::Date::MIN)
}
