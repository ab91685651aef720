//! `missing-source`: a letter without the address of the regulator's own copy.

use super::{Look, Rule};
use crate::diagnostics::{Diagnostic, Severity};
use crate::model::Item;
use crate::parse::{At, place_of};

pub(super) const RULE: Rule = Rule {
    code: "missing-source",
    severity: Severity::Warning,
    about: "Readers want to see the letter itself. Its address is on the regulator's site; without it, they have only our word.",
    example: "dated: 2018-02-15",
    fix: "dated: 2018-02-15\nsource: https://files.ofsted.gov.uk/v1/file/50007818",
    look: Some(Look::AtFile(check)),
};

fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    if letter.url.is_some() {
        return Vec::new();
    }
    let place = place_of(&letter.source, At::Root);
    let message = "readers cannot see the letter itself: its address is missing";
    let help = "add `source:` with the address of the copy on the regulator's site";
    vec![RULE.problem(place, message).help(help)]
}
