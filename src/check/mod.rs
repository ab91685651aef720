//! What must hold of the content beyond its form: one rule, one file, one line in the table.
//!
//! A new rule is a file here with one function from the content to its problems, a line in [`RULES`],
//! and a pair of files in `tests/letters`: a letter that breaks it, and what is printed.

mod duplicate_finding_id;
mod duplicate_inspection;
mod duplicate_measure_id;
mod measure_conflict;
mod measure_unit;
mod missing_source;
mod unknown_authority;
mod unknown_letter;
mod unknown_topic;
mod wrong_folder;

use crate::diagnostics::Diagnostic;
use crate::index::Indexes;
use crate::model::Archive;

type Rule = fn(&Archive, &Indexes) -> Vec<Diagnostic>;

const RULES: &[Rule] = &[
    unknown_topic::check,
    unknown_authority::check,
    unknown_letter::check,
    wrong_folder::check,
    duplicate_finding_id::check,
    duplicate_inspection::check,
    duplicate_measure_id::check,
    measure_unit::check,
    measure_conflict::check,
    missing_source::check,
];

/// Every problem that a rule sees.
pub(crate) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    RULES.iter().flat_map(|rule| rule(archive, indexes)).collect()
}
