//! `duplicate-finding-id`: two findings of one letter would have one permalink.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, rules};
use crate::model::{Item, Slug};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "duplicate-finding-id" {
        about: "The id of a finding is the end of its web address, so each finding of a letter needs its own. An alias is an address too.",
        example: "findings:\n  - id: oversight\n    …\n  - id: oversight",
        fix: "findings:\n  - id: oversight\n    …\n  - id: oversight-of-plans",
    }
}

/// Ids come before old ids, so that of an id and an alias the alias is the one to be taken out.
pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let mut problems = Vec::new();
    let findings = At::Root.key("findings");
    let mut first: BTreeMap<&Slug, usize> = BTreeMap::new();
    for (index, finding) in letter.findings.iter().enumerate() {
        if let Some(first) = first.insert(&finding.id, index) {
            let at = findings.item(index);
            let place = place_of(&letter.source, at.key("id"));
            let message = format!("two findings have the id `{}`", finding.id);
            let help = format!("finding {} has it already: choose another", first + 1);
            problems.push(RULE.at(place, message).help(help));
        }
    }
    for (index, finding) in letter.findings.iter().enumerate() {
        for (alias, old_id) in finding.old_ids.iter().enumerate() {
            let Some(&holder) = first.get(old_id) else {
                first.insert(old_id, index);
                continue;
            };
            let at = findings.item(index);
            let place_of_alias = place_of(&letter.source, at.key("aliases").item(alias));
            let message = format!("the alias `{old_id}` leads to finding {} already", holder + 1);
            let help = "take it out here: an address leads to one finding";
            problems.push(RULE.at(place_of_alias, message).help(help));
        }
    }
    problems
}
