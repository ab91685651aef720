//! A time axis: days as places from left to right.

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Date, Message};
use crate::render::page_context::Scene;

/// How wide the strip is, in units of its own.
pub(super) const WIDTH: i32 = 1088;

/// What stays free at both ends.
pub(super) const MARGIN: i32 = 16;

/// How long the axis goes on after the last thing on it.
const DAYS_AFTER: i32 = 120;

/// What a year's label needs.
const YEAR_WIDTH: i32 = 56;

/// From the first of January of the first year to some time after the last day.
pub(super) struct Axis {
    start: civil::Date,
    last: civil::Date,
    days: i32,
}

/// The beginning of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct YearView {
    x: i32,
    year: i16,
}

impl Axis {
    /// The axis that all these dates fit on. None without any.
    pub(super) fn new<'a>(dates: impl Iterator<Item = &'a Date> + Clone) -> Option<Self> {
        let first = dates.clone().map(Date::earliest).min()?;
        let last = dates.map(Date::latest).max()?;
        let start = civil::Date::new(first.year(), 1, 1).unwrap_or(first);
        Some(Axis { start, last, days: days_between(start, last) + DAYS_AFTER })
    }

    /// Where a day is.
    pub(super) fn x(&self, day: civil::Date) -> i32 {
        // A date may be thousands of years off by a slip, and is to be seen as such.
        let along = i64::from(days_between(self.start, day)) * i64::from(WIDTH - 2 * MARGIN);
        MARGIN + i32::try_from(along / i64::from(self.days)).unwrap_or(WIDTH)
    }

    /// Where the middle of a date is.
    pub(super) fn middle(&self, date: &Date) -> i32 {
        i32::midpoint(self.x(date.earliest()), self.x(date.latest()))
    }

    /// The years that it covers, in words.
    pub(super) fn years_covered(&self, scene: &Scene<'_>) -> String {
        match (self.start.year(), self.last.year()) {
            (first, last) if first == last => first.to_string(),
            (first, last) => {
                scene.say(Message::years_covered, &[("first", first.into()), ("last", last.into())])
            }
        }
    }

    /// The years, or as many as there is room for.
    pub(super) fn years(&self) -> Vec<YearView> {
        let a_year = (WIDTH - 2 * MARGIN) * 365 / self.days;
        let steps: [u16; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        let is_wide = |step: &u16| a_year * i32::from(*step) >= YEAR_WIDTH;
        let step = steps.into_iter().find(is_wide).unwrap_or(2000);
        (self.start.year()..=self.last.year() + 1)
            .step_by(usize::from(step))
            .filter_map(|year| Some((year, civil::Date::new(year, 1, 1).ok()?)))
            .map(|(year, day)| YearView { x: self.x(day), year })
            .filter(|year| year.x + YEAR_WIDTH / 2 <= WIDTH - MARGIN)
            .collect()
    }
}

fn days_between(from: civil::Date, to: civil::Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
