//! `missing-source`: a letter without the address of the regulator's own copy.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "missing-source" {
        about: "Readers want to see the letter itself. Its address is on the regulator's site; without it, they have only our word. Where nobody can find a public copy, `none` says so, to readers too.",
        example: "dated: 2018-02-15",
        fix: "dated: 2018-02-15\nsource: none",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    if letter.public_copy.is_some() {
        return Vec::new();
    }
    let place = place_of(&letter.source, At::Root);
    let message = "readers cannot see the letter itself: its address is missing";
    let help = "add `source:` with the address of the copy on the regulator's site; or `source: none` where there is no public copy";
    vec![RULE.at(place, message).help(help)]
}
