//! `duplicate-visit`: two visits of one cycle have one number.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Place, rules};
use crate::index::{Indexes, NumberedVisit};
use crate::model::{Archive, AuthorityId};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "duplicate-visit" {
        about: "Each monitoring visit of a cycle has its own number. Two with one number are the same visit twice, or one of them is counted wrong.",
        example: "visit: 6   # another letter of the cycle has it too",
        fix: "visit: 7",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (id, _) in archive.authority_ids() {
        for period in indexes.authority(id).periods.iter().filter(|it| it.cycle.is_some()) {
            let mut first: BTreeMap<u32, NumberedVisit> = BTreeMap::new();
            for visit in period.numbered_visits(archive, archive.authority(id)) {
                if let Some(other) = first.insert(visit.number, visit.clone()) {
                    problems.push(problem(archive, id, &visit, &other));
                }
            }
        }
    }
    problems
}

/// Points at the entry of `authority.md` where one of the two is there: the letter says more.
fn problem(
    archive: &Archive,
    id: AuthorityId,
    visit: &NumberedVisit,
    other: &NumberedVisit,
) -> Diagnostic {
    let (pointed_at, other) = if other.letter.is_none() { (other, visit) } else { (visit, other) };
    let help = match (pointed_at.letter, other.letter) {
        (None, Some(_)) => {
            "if its letter is here now, take this entry out of `visits:`; if not, correct one of the two numbers"
        }
        _ => "look at the letters again, or take one of the two out",
    };
    let message = format!(
        "visit {} of this cycle is here already: {}",
        visit.number,
        name(archive, id, other)
    );
    RULE.at(place(archive, id, pointed_at), message).help(help)
}

fn name(archive: &Archive, id: AuthorityId, visit: &NumberedVisit) -> String {
    match visit.letter {
        Some(letter) => format!("`{}`", archive.letter(letter).source.path),
        None => format!("under `visits:` of `{}`", archive.authority(id).source.path),
    }
}

fn place(archive: &Archive, id: AuthorityId, visit: &NumberedVisit) -> Place {
    match visit.letter {
        Some(letter) => place_of(&archive.letter(letter).source, At::Root.key("visit")),
        None => {
            let visits = At::Root.key("visits");
            let at = visits.item(visit.index);
            place_of(&archive.authority(id).source, at.key("visit"))
        }
    }
}
