//! `single-point`: a measure has one figure only.

use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::Archive;
use crate::parse::{At, count_written, place_of};

rules! {
    Warning RULE = "single-point" {
        about: "A measure shows how a figure changes. A single figure belongs into a finding, unless other letters give it too.",
        example: "points: {2017-04: 252}",
        fix: "points: {2017-04: 252, 2017-12: 646}",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for series in indexes.authorities.iter().flat_map(|authority| &authority.series) {
        let [only] = &series.points[..] else { continue };
        let letter = archive.letter(only.letter);
        let Some(index) = letter.measures.iter().position(|it| it.id == series.id) else {
            continue;
        };
        let measures = At::Root.key("measures");
        // Another one may be there that could not be read, which is told.
        let written = count_written(&letter.source, measures.item(index).key("points"));
        if written > letter.measures[index].points.len() {
            continue;
        }
        let place = place_of(&letter.source, measures.item(index).key("points"));
        let message = format!("`{}` has one figure only", series.id);
        let help = "add the figure that the letter compares it with, or write a finding instead";
        problems.push(RULE.at(place, message).help(help));
    }
    problems
}
