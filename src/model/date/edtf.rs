//! What is published for programs: EDTF of the levels 0 to 2 (<https://www.loc.gov/standards/datetime/>), and of that
//! what readers of it agree on.

use std::fmt::Write;

use super::{Calendar, Date, DateShape, Point};

impl Date {
    /// The date in EDTF.
    ///
    /// Several days stand in braces, which are *all of* these; brackets would be *one of* them. EDTF has a season only
    /// by itself. An interval, a set or an *about* has its months instead, which are the same days: nothing is widened.
    pub fn edtf(&self) -> String {
        match &self.shape {
            DateShape::Single(
                point @ Point { calendar: Calendar::Season(..), approximate: true },
            ) => interval(&months(*point)),
            DateShape::Single(point) => point.to_string(),
            DateShape::Interval(start, end) => {
                let points: Vec<Point> = months(*start).into_iter().chain(months(*end)).collect();
                interval(&points)
            }
            DateShape::Set(points) => {
                let mut set = String::from("{");
                for (index, point) in points.iter().copied().flat_map(months).enumerate() {
                    // Writing to a text never fails.
                    let _ = write!(set, "{}{point}", if index == 0 { "" } else { "," });
                }
                set.push('}');
                set
            }
        }
    }
}

/// From the first to the last of these.
fn interval(points: &[Point]) -> String {
    let ends = points.first().into_iter().chain(points.last());
    ends.map(Point::to_string).collect::<Vec<_>>().join("/")
}

/// The months of a season; anything else as it is.
fn months(point: Point) -> Vec<Point> {
    let Point { calendar, approximate } = point;
    match calendar {
        Calendar::Season(year, season) => {
            season.months(year).map(|calendar| Point { calendar, approximate }).into()
        }
        Calendar::Day(_) | Calendar::Month(..) | Calendar::Year(_) => vec![point],
    }
}
