//! `missing-source`: a letter without the address of the regulator's own copy.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "missing-source" {
        about: "Readers want to see the letter itself. Its address is on the regulator's site; without it, they have only our word.",
        example: "dated: 2018-02-15",
        fix: "dated: 2018-02-15\nsource: https://files.ofsted.gov.uk/v1/file/50007818",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    if letter.url.is_some() {
        return Vec::new();
    }
    let place = place_of(&letter.source, At::Root);
    let message = "readers cannot see the letter itself: its address is missing";
    let help = "add `source:` with the address of the copy on the regulator's site";
    vec![RULE.at(place, message).help(help)]
}
