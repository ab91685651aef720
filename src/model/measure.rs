//! A figure that a letter states, with the dates it is stated for.

use super::closed_set::closed_set;
use super::message::Message;
use super::messages::Messages;
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
    /// The date as it is written: the key of the value in its file.
    pub key: Box<str>,
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
    pub fn words_in(self, value: f64, messages: &Messages) -> String {
        let number = messages.numbers().written(value);
        match self {
            Unit::Count => number,
            Unit::Percent => messages.with(Message::percent, &[("number", (&number).into())]),
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
