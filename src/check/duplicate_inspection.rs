//! `duplicate-inspection`: two inspections of one authority begin on one day.

use std::collections::BTreeSet;

use crate::diagnostics::Diagnostic;
use crate::index::Indexes;
use crate::model::Archive;
use crate::parse::{At, place_of};

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for authority in &archive.authorities {
        let inspections = At::Root.key("inspections");
        let mut days = BTreeSet::new();
        for (place, inspection) in authority.inspections.iter().enumerate() {
            if !days.insert(inspection.date.earliest()) {
                let place = place_of(&authority.source, inspections.item(place));
                let message = format!("there is another inspection of {}", inspection.date.words());
                let help = "keep one of the two, or correct its dates";
                problems.push(Diagnostic::error("duplicate-inspection", place, message).help(help));
            }
        }
    }
    problems
}
