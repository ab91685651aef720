//! The small chart of a measure: its values over time, from zero.

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::index::{Series, SeriesPoint};
use crate::model::Unit;

const WIDTH: f64 = 220.0;
const HEIGHT: f64 = 96.0;

/// What stays free at the left and right, for the dots.
const MARGIN: f64 = 7.0;

/// What to draw, in units of `width` and `height`, from the top left.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ChartView {
    width: f64,
    height: f64,
    /// Where zero is.
    base: f64,
    /// The points as SVG writes them: `7,30 213,11`.
    line: String,
    dots: Vec<DotView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct DotView {
    x: f64,
    y: f64,
    is_last: bool,
}

/// The chart of a series. Percentages go to a hundred, counts to the largest of them.
pub(super) fn chart(series: &Series) -> ChartView {
    let points: Vec<(i32, f64)> =
        series.points.iter().map(|point| (day(point), point.value)).collect();
    let values = || series.points.iter().map(|point| point.value);
    let top = match series.unit {
        Unit::Percent => 100.0,
        Unit::Count => values().fold(1.0, f64::max) * 1.08,
    };
    let low = values().fold(0.0, f64::min);
    let first = points.first().map_or(0, |&(day, _)| day);
    let last = points.last().map_or(0, |&(day, _)| day);
    let x = |day: i32| match last - first {
        0 => WIDTH / 2.0,
        all => MARGIN + (WIDTH - 2.0 * MARGIN) * f64::from(day - first) / f64::from(all),
    };
    let y = |value: f64| 1.0 + (HEIGHT - 2.0) * (top - value) / (top - low);
    let newest = points.len().saturating_sub(1);
    let dots: Vec<DotView> = points
        .iter()
        .enumerate()
        .map(|(index, &(day, value))| DotView {
            x: tenths(x(day)),
            y: tenths(y(value)),
            is_last: index == newest,
        })
        .collect();
    let line: Vec<String> = dots.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect();
    ChartView { width: WIDTH, height: HEIGHT, base: tenths(y(0.0)), line: line.join(" "), dots }
}

/// The first day that a point's date can mean, as a number of days: what points are sorted by.
fn day(point: &SeriesPoint) -> i32 {
    civil::Date::ZERO.until(point.date.earliest()).map_or(0, |span| span.get_days())
}

/// A number as short as a drawing needs it.
pub(super) fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
