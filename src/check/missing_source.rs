//! `missing-source`: a letter without the address of the regulator's own copy.

use crate::diagnostics::Diagnostic;
use crate::index::Indexes;
use crate::model::Archive;
use crate::parse::{At, place_of};

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let without = archive.letters.iter().filter(|letter| letter.url.is_none());
    without
        .map(|letter| {
            let place = place_of(&letter.source, At::Root);
            let message = "readers cannot see the letter itself: its address is missing";
            Diagnostic::warning("missing-source", place, message)
                .help("add `source:` with the address of the copy on the regulator's site")
        })
        .collect()
}
