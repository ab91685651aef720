//! What must hold of the content: each rule with what it is for, an example and the fix.
//!
//! A new rule is a file here with a [`Rule`] and a function from a file, or from all of them, to its problems, a line in
//! [`RULES`], and a pair of files in `tests/letters`: a letter that breaks it, and what is printed. Rules
//! on the form of a file are kept where the form is read, and only explained here (`told_elsewhere`).

mod control_character;
mod dates_out_of_order;
mod deep_text;
mod duplicate_finding_id;
mod duplicate_inspection;
mod duplicate_measure_id;
mod duplicate_visit;
mod heading_levels;
mod image_words;
mod late_letter;
mod long_finding;
mod measure_conflict;
mod measure_unit;
mod missing_source;
mod no_cycle;
mod percent_range;
mod raw_html;
mod single_point;
mod suggested_finding;
mod told_elsewhere;
mod unknown_authority;
mod unknown_letter;
mod unknown_topic;
mod unused_topic;
mod visit_order;
mod wrong_folder;

use crate::diagnostics::{Diagnostic, Place, Severity};
use crate::index::Indexes;
use crate::model::{Archive, Item};

/// A rule: what `explain` says of it, and how it is looked for.
#[derive(Debug)]
pub struct Rule {
    /// Its stable name, which each problem carries.
    pub code: &'static str,
    /// Whether a problem keeps the site from being built.
    pub severity: Severity,
    /// What it is for, in a sentence or two.
    pub about: &'static str,
    /// What breaks it, as an editor would write it.
    pub example: &'static str,
    /// What to write in its place.
    pub fix: &'static str,
    /// How it is looked for. None where an earlier stage cannot go on without it, and looks for it itself.
    look: Option<Look>,
}

/// How a rule is looked for.
#[derive(Debug, Clone, Copy)]
enum Look {
    /// In each file by itself, so that a file that stays as it was need not be looked at again.
    AtFile(fn(&Item) -> Vec<Diagnostic>),
    /// In the whole, once all content is read.
    AtAll(fn(&Archive, &Indexes) -> Vec<Diagnostic>),
}

/// The rules that are looked for here, in the order of the files that they are in.
const RULES: &[&Rule] = &[
    &control_character::RULE,
    &dates_out_of_order::RULE,
    &deep_text::RULE,
    &duplicate_finding_id::RULE,
    &duplicate_inspection::RULE,
    &duplicate_measure_id::RULE,
    &duplicate_visit::RULE,
    &heading_levels::RULE,
    &image_words::RULE,
    &late_letter::RULE,
    &long_finding::RULE,
    &measure_conflict::RULE,
    &measure_unit::RULE,
    &missing_source::RULE,
    &no_cycle::RULE,
    &percent_range::RULE,
    &raw_html::RULE,
    &single_point::RULE,
    &suggested_finding::RULE,
    &unknown_authority::RULE,
    &unknown_letter::RULE,
    &unknown_topic::RULE,
    &unused_topic::RULE,
    &visit_order::RULE,
    &wrong_folder::RULE,
];

/// Every problem that a rule sees in one file.
pub(crate) fn check_file(item: &Item) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for rule in RULES {
        if let Some(Look::AtFile(look)) = rule.look {
            problems.extend(look(item));
        }
    }
    problems
}

/// Every problem that a rule sees in all files together, beside those of each.
pub(crate) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for rule in RULES {
        if let Some(Look::AtAll(look)) = rule.look {
            problems.extend(look(archive, indexes));
        }
    }
    problems
}

/// Every rule there is, in the order of the codes.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = RULES.iter().copied().chain(told_elsewhere::rules()).collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

impl Rule {
    /// A problem with this rule.
    fn problem(&self, place: Place, message: impl Into<String>) -> Diagnostic {
        match self.severity {
            Severity::Error => Diagnostic::error(self.code, place, message),
            Severity::Warning => Diagnostic::warning(self.code, place, message),
        }
    }
}
