//! `visit-order`: the number of a visit is above that of a later one.

use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::Archive;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "visit-order" {
        about: "Visits are counted from the inspection on, so a later visit of the same cycle has the higher number.",
        example: "visit: 6   # and visit 5 was after it",
        fix: "visit: 4",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (id, authority) in archive.authority_ids() {
        for period in indexes.authority(id).periods.iter().filter(|it| it.cycle.is_some()) {
            let visits = period.numbered_visits(archive, authority);
            // Newest first: of each pair, the first is the later visit.
            for pair in visits.windows(2).filter(|pair| pair[0].number < pair[1].number) {
                let Some(letter) = pair[1].letter.or(pair[0].letter) else { continue };
                let place = place_of(&archive.letter(letter).source, At::Root.key("visit"));
                let message = format!(
                    "visit {} comes before visit {} of the same cycle",
                    pair[1].number, pair[0].number
                );
                let help = "look at the numbers and the days on site of both";
                problems.push(RULE.at(place, message).help(help));
            }
        }
    }
    problems
}
