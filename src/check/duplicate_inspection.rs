//! `duplicate-inspection`: two inspections of one authority begin on one day.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Error RULE = "duplicate-inspection" {
        about: "Two inspections of one authority cannot begin on one day: one of them is a copy, or has a wrong date.",
        example: "inspections:\n  - published: 2015-07-20\n  - published: 2015-07-20",
        fix: "inspections:\n  - published: 2015-07-20\n  - published: 2018-07-25",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(authority) = item.authority() else { return Vec::new() };
    let mut problems = Vec::new();
    let inspections = At::Root.key("inspections");
    let mut days = BTreeSet::new();
    for (index, inspection) in authority.inspections.iter().enumerate() {
        // Two that could not be read are not the same.
        if !inspection.date.is_placeholder() && !days.insert(inspection.date.earliest()) {
            let place = place_of(&authority.source, inspections.item(index));
            let message = format!("there is another inspection of {}", inspection.date.words());
            let help = "keep one of the two, or correct its dates";
            problems.push(RULE.at(place, message).help(help));
        }
    }
    problems
}
