//! `duplicate-measure-id`: two measures of one letter would be one series, and have one anchor.

use std::collections::BTreeSet;

use crate::diagnostics::Diagnostic;
use crate::index::Indexes;
use crate::model::Archive;
use crate::parse::{At, place_of};

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for letter in &archive.letters {
        let measures = At::Root.key("measures");
        let mut ids = BTreeSet::new();
        for (place, measure) in letter.measures.iter().enumerate() {
            if !ids.insert(&measure.id) {
                let at = measures.item(place);
                let place = place_of(&letter.source, at.key("id"));
                let message = format!("two measures have the id `{}`", measure.id);
                let help = "write all its figures under one, or choose another id";
                problems.push(Diagnostic::error("duplicate-measure-id", place, message).help(help));
            }
        }
    }
    problems
}
