//! `duplicate-measure-id`: two measures of one letter would be one series, and have one anchor.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Error RULE = "duplicate-measure-id" {
        about: "The id of a measure joins its figures into one series, so a letter gives it once, with all its figures.",
        example: "measures:\n  - id: plans\n    points: {2015-11: 69}\n  - id: plans\n    points: {2016-06: 89}",
        fix: "measures:\n  - id: plans\n    points: {2015-11: 69, 2016-06: 89}",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let mut problems = Vec::new();
    let measures = At::Root.key("measures");
    let mut ids = BTreeSet::new();
    for (index, measure) in letter.measures.iter().enumerate() {
        if !ids.insert(&measure.id) {
            let at = measures.item(index);
            let place = place_of(&letter.source, at.key("id"));
            let message = format!("two measures have the id `{}`", measure.id);
            let help = "write all its figures under one, or choose another id";
            problems.push(RULE.at(place, message).help(help));
        }
    }
    problems
}
