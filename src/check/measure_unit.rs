//! `measure-unit`: letters give one measure in different units, so its values cannot be one series.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::{Archive, ClosedSet, LetterId, Slug, Unit};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "measure-unit" {
        about: "The figures of one measure can only be compared if all letters give them in the same unit.",
        example: "unit: percent   # another letter has `count` for this id",
        fix: "unit: count",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let letters = indexes.authorities.iter().map(|authority| &authority.letters);
    letters.flat_map(|letters| of_authority(archive, letters)).collect()
}

fn of_authority(archive: &Archive, letters: &[LetterId]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut units: BTreeMap<&Slug, Unit> = BTreeMap::new();
    for letter in letters.iter().map(|&id| archive.letter(id)) {
        let measures = At::Root.key("measures");
        for (index, measure) in letter.measures.iter().enumerate() {
            let first = *units.entry(&measure.id).or_insert(measure.unit);
            if first != measure.unit {
                let at = measures.item(index);
                let place = place_of(&letter.source, at.key("unit"));
                let message =
                    format!("an earlier letter gives `{}` as {}", measure.id, first.word());
                let help = "use the same unit, or another id for another measure";
                problems.push(RULE.at(place, message).help(help));
            }
        }
    }
    problems
}
