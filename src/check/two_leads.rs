//! `two-leads`: more than one inspector is said to have led a visit.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "two-leads" {
        about: "One inspector leads a visit and signs the letter. A second `lead: true` is a slip, more often than not.",
        example: "inspectors:\n  - {name: A. Hill, lead: true}\n  - {name: B. Dale, lead: true}",
        fix: "inspectors:\n  - {name: A. Hill, lead: true}\n  - {name: B. Dale}",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let inspectors = At::Root.key("inspectors");
    let mut leads = letter.inspectors.iter().enumerate().filter(|(_, it)| it.lead);
    let Some((_, first)) = leads.next() else { return Vec::new() };
    let problem = |index: usize| {
        let place = place_of(&letter.source, inspectors.item(index).key("lead"));
        let message = format!("`lead: true` stands with {} already", first.name);
        RULE.at(place, message).help("keep `lead: true` for the one who signed the letter")
    };
    leads.map(|(index, _)| problem(index)).collect()
}
