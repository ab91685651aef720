//! `missing-source`: a letter without the address of the regulator's own copy.

use super::Rule;
use crate::diagnostics::{Diagnostic, Severity};
use crate::index::Indexes;
use crate::model::Archive;
use crate::parse::{At, place_of};

pub(super) const RULE: Rule = Rule {
    code: "missing-source",
    severity: Severity::Warning,
    about: "Readers want to see the letter itself. Its address is on the regulator's site; without it, they have only our word.",
    example: "dated: 2018-02-15",
    fix: "dated: 2018-02-15\nsource: https://files.ofsted.gov.uk/v1/file/50007818",
    check: Some(check),
};

fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let without = archive.letters.iter().filter(|letter| letter.url.is_none());
    without
        .map(|letter| {
            let place = place_of(&letter.source, At::Root);
            let message = "readers cannot see the letter itself: its address is missing";
            RULE.problem(place, message)
                .help("add `source:` with the address of the copy on the regulator's site")
        })
        .collect()
}
