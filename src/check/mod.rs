//! What must hold of the content: each rule with what it is for, an example and the fix.
//!
//! A new rule is a file here with a [`Rule`] and a function from a file, or from all of them, to its problems, a line in
//! `CHECKS`, and a pair of files in `tests/letters`: a letter that breaks it, and what is printed. What an earlier stage
//! cannot go on without is a rule of that stage, in its `rules.rs`.

mod authorities_by_name;
mod authority_code;
mod checked;
mod control_character;
mod coverage;
mod dates_out_of_order;
mod deep_text;
mod duplicate_finding_id;
mod duplicate_inspection;
mod duplicate_measure_id;
mod duplicate_name;
mod duplicate_topic_name;
mod duplicate_visit;
mod empty_letter;
mod fraction_as_percent;
mod heading_levels;
mod image_words;
mod joined_items;
mod known_name;
mod late_letter;
mod long_finding;
mod long_visit;
mod measure_conflict;
mod measure_unit;
mod misleading_file_name;
mod missing_source;
mod no_cycle;
mod other_authority;
mod pasted;
mod percent_range;
mod placeholder;
mod proof;
mod raw_html;
mod several_paragraphs;
mod single_point;
mod single_tilde;
mod suggested_finding;
mod two_leads;
mod unknown_authority;
mod unknown_finding;
mod unknown_letter;
mod unknown_topic;
mod untitled_key;
mod unused_topic;
mod visit_order;
mod wrong_folder;

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::index::Indexes;
use crate::model::{Archive, Item};

use Scope::{AtAll, AtFile, IfWhole};
pub(crate) use checked::without_checked;
pub use coverage::{Coverage, UncarriedSentence, coverage};

/// How a rule is looked for.
#[derive(Debug, Clone, Copy)]
enum Scope {
    /// In each file by itself, so that a file that stays as it was need not be looked at again.
    AtFile(fn(&Item) -> Vec<Diagnostic>),
    /// The same, where it was read without an error: what is missing elsewhere may be there, and be what could not be read.
    IfWhole(fn(&Item) -> Vec<Diagnostic>),
    /// In the whole, once all content is read.
    AtAll(fn(&Archive, &Indexes) -> Vec<Diagnostic>),
}

/// The rules of each file, and how they are looked for.
const CHECKS: &[(&[&Rule], Scope)] = &[
    // Reported by the reader of texts too, and so declared there.
    (&[], AtFile(control_character::check)),
    (authority_code::RULES, AtAll(authority_code::check)),
    (dates_out_of_order::RULES, AtFile(dates_out_of_order::check)),
    (deep_text::RULES, AtFile(deep_text::check)),
    (duplicate_finding_id::RULES, AtFile(duplicate_finding_id::check)),
    (duplicate_inspection::RULES, AtFile(duplicate_inspection::check)),
    (duplicate_measure_id::RULES, AtFile(duplicate_measure_id::check)),
    (duplicate_name::RULES, AtAll(duplicate_name::check)),
    (duplicate_topic_name::RULES, AtAll(duplicate_topic_name::check)),
    (duplicate_visit::RULES, AtAll(duplicate_visit::check)),
    (empty_letter::RULES, IfWhole(empty_letter::check)),
    (fraction_as_percent::RULES, AtFile(fraction_as_percent::check)),
    (heading_levels::RULES, AtFile(heading_levels::check)),
    (image_words::RULES, AtFile(image_words::check)),
    (joined_items::RULES, AtFile(joined_items::check)),
    (late_letter::RULES, AtFile(late_letter::check)),
    (long_finding::RULES, AtFile(long_finding::check)),
    (long_visit::RULES, AtFile(long_visit::check)),
    (measure_conflict::RULES, AtAll(measure_conflict::check)),
    (measure_unit::RULES, AtAll(measure_unit::check)),
    (misleading_file_name::RULES, AtAll(misleading_file_name::check)),
    (missing_source::RULES, AtFile(missing_source::check)),
    (no_cycle::RULES, AtAll(no_cycle::check)),
    (other_authority::RULES, AtAll(other_authority::check)),
    (pasted::ALL, AtFile(pasted::check)),
    (percent_range::RULES, AtFile(percent_range::check)),
    (placeholder::RULES, AtFile(placeholder::check)),
    (proof::RULES, AtFile(proof::check)),
    (raw_html::RULES, AtFile(raw_html::check)),
    (several_paragraphs::RULES, AtFile(several_paragraphs::check)),
    (single_point::RULES, AtAll(single_point::check)),
    (single_tilde::RULES, AtFile(single_tilde::check)),
    (suggested_finding::RULES, AtFile(suggested_finding::check)),
    (two_leads::RULES, AtFile(two_leads::check)),
    (unknown_authority::RULES, AtAll(unknown_authority::check)),
    (unknown_finding::RULES, AtAll(unknown_finding::check)),
    (unknown_letter::RULES, AtAll(unknown_letter::check)),
    (unknown_topic::RULES, AtAll(unknown_topic::check)),
    (untitled_key::RULES, AtFile(untitled_key::check)),
    (unused_topic::RULES, AtAll(unused_topic::check)),
    (visit_order::RULES, AtAll(visit_order::check)),
    (wrong_folder::RULES, AtAll(wrong_folder::check)),
];

/// Every problem that a rule sees in one file, beside those that were seen when it was read.
pub(crate) fn check_file(item: &Item, seen: &[Diagnostic]) -> Vec<Diagnostic> {
    let is_whole = seen.iter().all(|problem| problem.severity != Severity::Error);
    let mut problems = Vec::new();
    for (_, look) in CHECKS {
        match look {
            AtFile(look) => problems.extend(look(item)),
            IfWhole(look) if is_whole => problems.extend(look(item)),
            IfWhole(_) | AtAll(_) => {}
        }
    }
    problems
}

/// Every problem that a rule sees in all files together, beside those of each.
pub(crate) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let look = |(_, scope): &(&[&Rule], Scope)| match scope {
        AtAll(look) => look(archive, indexes),
        AtFile(_) | IfWhole(_) => Vec::new(),
    };
    // One takes a hundred times as long as another.
    let problems: Vec<Vec<Diagnostic>> = CHECKS.par_iter().with_max_len(1).map(look).collect();
    problems.into_iter().flatten().collect()
}

/// The rules that are looked for here.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    let rules = CHECKS.iter().flat_map(|(rules, _)| *rules);
    rules.chain(checked::RULES).copied()
}
