//! `duplicate-inspection`: two inspections of one authority begin on one day.

use std::collections::BTreeSet;

use super::{Look, Rule};
use crate::diagnostics::{Diagnostic, Severity};
use crate::model::Item;
use crate::parse::{At, place_of};

pub(super) const RULE: Rule = Rule {
    code: "duplicate-inspection",
    severity: Severity::Error,
    about: "Two inspections of one authority cannot begin on one day: one of them is a copy, or has a wrong date.",
    example: "inspections:\n  - published: 2015-07-20\n  - published: 2015-07-20",
    fix: "inspections:\n  - published: 2015-07-20\n  - published: 2018-07-25",
    look: Some(Look::AtFile(check)),
};

fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(authority) = item.authority() else { return Vec::new() };
    let mut problems = Vec::new();
    let inspections = At::Root.key("inspections");
    let mut days = BTreeSet::new();
    for (place, inspection) in authority.inspections.iter().enumerate() {
        if !days.insert(inspection.date.earliest()) {
            let place = place_of(&authority.source, inspections.item(place));
            let message = format!("there is another inspection of {}", inspection.date.words());
            let help = "keep one of the two, or correct its dates";
            problems.push(RULE.problem(place, message).help(help));
        }
    }
    problems
}
