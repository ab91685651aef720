//! `wrong-folder`: a letter is kept with an authority that it was not sent to.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Error RULE = "wrong-folder" {
        about: "A letter is kept in the folder of an authority that it was sent to.",
        example: "authorities: [medway]   # in the folder `sunderland`",
        fix: "authorities: [sunderland, medway]",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let mut problems = Vec::new();
    let folder = &letter.folder;
    if !letter.authorities.contains(folder) {
        let place = place_of(&letter.source, At::Root.key("authorities"));
        let message = format!("the letter is kept with {folder}, which is not among these");
        let help = "move the file to the folder of one of them, or add the authority here";
        problems.push(RULE.at(place, message).help(help));
    }
    problems
}
