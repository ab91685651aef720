//! `percent-range`: a percentage is below 0 or above 100.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::{Item, Unit};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "percent-range" {
        about: "A share of something is between 0 and 100 per cent. A change can be more, but a measure states figures, not changes.",
        example: "unit: percent\npoints: {2016-06: 890}",
        fix: "unit: percent\npoints: {2016-06: 89}",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let mut problems = Vec::new();
    let measures = At::Root.key("measures");
    for (index, measure) in letter.measures.iter().enumerate() {
        if measure.unit != Unit::Percent {
            continue;
        }
        for point in measure.points.iter().filter(|it| !(0.0..=100.0).contains(&it.value)) {
            let at = measures.item(index);
            let place = place_of(&letter.source, at.key("points").key(&point.key));
            let message = format!("{} per cent cannot be", point.value);
            let help = "write the figure as the letter states it, or use `unit: count`";
            problems.push(RULE.at(place, message).help(help));
        }
    }
    problems
}
