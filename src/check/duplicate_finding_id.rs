//! `duplicate-finding-id`: two findings of one letter would have one permalink.

use std::collections::BTreeMap;

use super::Rule;
use crate::diagnostics::{Diagnostic, Severity};
use crate::index::Indexes;
use crate::model::{Archive, Slug};
use crate::parse::{At, place_of};

pub(super) const RULE: Rule = Rule {
    code: "duplicate-finding-id",
    severity: Severity::Error,
    about: "The id of a finding is the end of its web address, so each finding of a letter needs its own.",
    example: "findings:\n  - id: oversight\n    …\n  - id: oversight",
    fix: "findings:\n  - id: oversight\n    …\n  - id: oversight-of-plans",
    check: Some(check),
};

fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for letter in &archive.letters {
        let findings = At::Root.key("findings");
        let mut first: BTreeMap<&Slug, usize> = BTreeMap::new();
        for (place, finding) in letter.findings.iter().enumerate() {
            if let Some(first) = first.insert(&finding.id, place) {
                let at = findings.item(place);
                let place = place_of(&letter.source, at.key("id"));
                let message = format!("two findings have the id `{}`", finding.id);
                let help = format!("finding {} has it already: choose another", first + 1);
                problems.push(RULE.problem(place, message).help(help));
            }
        }
    }
    problems
}
