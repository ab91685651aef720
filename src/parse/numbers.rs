//! Numbers of front matter: of visits, and of measures.

use super::At;
use super::fields::Fields;
use super::rules;
use crate::model::Letter;

/// Above all figures that letters state, and below where a float loses a unit. Nothing that is not a
/// number is below it.
const LARGEST_VALUE: f64 = 1e12;

impl Fields<'_> {
    /// A visit's number in its cycle.
    pub(super) fn visit_number(&mut self, at: At<'_>, raw: Option<u32>) -> Option<u32> {
        let number = raw?;
        if (1..=Letter::MOST_VISITS).contains(&number) {
            return Some(number);
        }
        let message = format!("{number} cannot be the number of a visit");
        let help = "count from 1 in each cycle, as the letter does";
        self.problem(rules::BAD_NUMBER, at, message, help);
        None
    }

    /// A value of a measure.
    pub(super) fn measure_value(&mut self, at: At<'_>, value: f64) -> Option<f64> {
        if value.abs() < LARGEST_VALUE {
            // Minus nought is nought.
            return Some(value + 0.0);
        }
        let message = format!("`{value}` cannot be the value of a measure");
        self.problem(rules::BAD_NUMBER, at, message, "write the figure as the letter states it");
        None
    }
}
