//! A figure that a letter states, with the dates it is stated for.

use super::closed_set::closed_set;
use super::{Date, Slug};

/// A figure as a letter states it. The same id in another letter of the authority continues the series.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What joins the letters' figures into one series.
    pub id: Slug,
    /// What is counted.
    pub label: String,
    /// The topic it belongs under.
    pub topic: Option<Slug>,
    /// What the values are.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// The values, in time order.
    pub points: Vec<MeasurePoint>,
}

/// A value at a date.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasurePoint {
    /// When it was so.
    pub date: Date,
    /// In the measure's unit.
    pub value: f64,
}

closed_set! {
    /// What a measure's values are.
    pub enum Unit, "unit", UNKNOWN_UNIT {
        /// A number of things.
        Count = "count", "Number";
        /// Of a hundred.
        Percent = "percent", "Percentage";
    }
}

impl Unit {
    /// A value in words: '69%', '1,646', '7.5%'.
    pub fn words(self, value: f64) -> String {
        let number = with_thousands(&value.to_string());
        match self {
            Unit::Count => number,
            Unit::Percent => format!("{number}%"),
        }
    }
}

closed_set! {
    /// Which way a measure gets better.
    pub enum Better, "direction", UNKNOWN_DIRECTION {
        /// Up is better.
        Higher = "higher", "higher is better";
        /// Down is better.
        Lower = "lower", "lower is better";
        /// Neither is.
        Neither = "neither", "neither way is better";
    }
}

/// A decimal number with a comma between each three digits before the point.
fn with_thousands(number: &str) -> String {
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => ("−", number),
        None => ("", number),
    };
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut grouped = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}
