//! `wrong-folder`: a letter is kept with an authority that it was not sent to.

use crate::diagnostics::{Diagnostic, nearest, rules};
use crate::index::Indexes;
use crate::model::{Archive, Slug};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "wrong-folder" {
        about: "A letter is kept in the folder of an authority that it was sent to.",
        example: "authorities: [medway]   # in the folder `sunderland`",
        fix: "authorities: [sunderland, medway]",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for letter in &archive.letters {
        let folder = &letter.folder;
        // One that is not there and almost has the folder's name is misspelt: so much is told already.
        let is_misspelt = |it: &Slug| {
            let is_near = nearest(it.as_str(), [folder.as_str()]).is_some();
            is_near && indexes.authority_id(it).is_none()
        };
        if letter.authorities.contains(folder) || letter.authorities.iter().any(is_misspelt) {
            continue;
        }
        let place = place_of(&letter.source, At::Root.key("authorities"));
        let message = format!("the letter is kept with {folder}, which is not among these");
        let help = "move the file to the folder of one of them, or add the authority here";
        problems.push(RULE.at(place, message).help(help));
    }
    problems
}
