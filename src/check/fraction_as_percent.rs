//! `fraction-as-percent`: the values of a percentage are parts of 1.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::{Item, Unit};
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "fraction-as-percent" {
        about: "A percentage is a number of a hundred. Where no value is over 1, parts of 1 were written, more often than not.",
        example: "unit: percent\npoints: {2015-11: 0.69, 2016-06: 0.89}",
        fix: "unit: percent\npoints: {2015-11: 69, 2016-06: 89}",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let mut problems = Vec::new();
    let measures = At::Root.key("measures");
    for (index, measure) in letter.measures.iter().enumerate() {
        let is_part = |value: f64| value > 0.0 && value < 1.0;
        let are_parts = measure.points.iter().all(|point| (0.0..=1.0).contains(&point.value));
        let part = measure.points.iter().find(|point| is_part(point.value));
        let Some(part) = part.filter(|_| measure.unit == Unit::Percent && are_parts) else {
            continue;
        };
        let at = measures.item(index);
        let place = place_of(&letter.source, at.key("points").key(&part.key));
        let message = format!("`{}` is never over 1 per cent", measure.id);
        // Of 0.07 times 100 a computer makes 7.000000000000001.
        let percent = (part.value * 1e8).round() / 1e6;
        let help = format!("if a part of 1 is meant, write {percent} for {}", part.value);
        problems.push(RULE.at(place, message).help(help));
    }
    problems
}
