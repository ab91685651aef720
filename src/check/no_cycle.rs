//! `no-cycle`: a monitoring visit belongs to no monitoring cycle.

use crate::diagnostics::{Diagnostic, rules};
use crate::index::{Indexes, TimelineEntry};
use crate::model::{Archive, Authority};
use crate::parse::{At, count_written, place_of};

rules! {
    Warning RULE = "no-cycle" {
        about: "Monitoring visits follow an inspection that found services inadequate. Without that inspection the timeline cannot say which cycle a visit is part of.",
        example: "inspections: []   # in the `authority.md` of a letter's authority",
        fix: "inspections:\n  - published: 2015-07-20\n    overall: inadequate",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (id, authority) in archive.authority_ids() {
        let periods = &indexes.authority(id).periods;
        for period in periods.iter().filter(|period| period.cycle.is_none()) {
            // What it says is not known yet, and was told.
            if period.inspection.is_some_and(|index| has_unreadable_grade(authority, index)) {
                continue;
            }
            for entry in &period.entries {
                let TimelineEntry::Letter(letter) = entry else { continue };
                let letter = archive.letter(*letter);
                if archive.vocabulary[letter.kind].is_numbered && !letter.on_site.is_placeholder() {
                    let place = place_of(&letter.source, At::Root.key("on_site"));
                    let name = &authority.name;
                    let message = match period.inspection {
                        None => format!("no inspection of {name} is known before this visit"),
                        Some(_) => format!(
                            "the inspection of {name} before this visit has no grade that opens monitoring"
                        ),
                    };
                    let help = format!(
                        "add the inspection that the visit follows to `{}`",
                        authority.source.path
                    );
                    problems.push(RULE.at(place, message).help(help));
                }
            }
        }
    }
    problems
}

/// Whether an inspection has a grade that could not be read.
fn has_unreadable_grade(authority: &Authority, index: usize) -> bool {
    let inspection = &authority.inspections[index];
    let list = At::Root.key("inspections");
    let at = list.item(index);
    let written = |key| count_written(&authority.source, at.key(key));
    written("overall") > usize::from(inspection.overall.is_some())
        || written("judgements") > inspection.judgements.len()
}
