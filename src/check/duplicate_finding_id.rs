//! `duplicate-finding-id`: two findings of one letter would have one permalink.

use std::collections::BTreeMap;

use crate::diagnostics::Diagnostic;
use crate::index::Indexes;
use crate::model::{Archive, Slug};
use crate::parse::{At, place_of};

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
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
                problems.push(Diagnostic::error("duplicate-finding-id", place, message).help(help));
            }
        }
    }
    problems
}
