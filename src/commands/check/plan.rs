//! What to write into files, of what is suggested for their problems.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use letterpress::diagnostics::{
    Applicability, Diagnostic, Edit, Place, Report, SourceText, Suggestion, joined,
};
use letterpress::parse::{is_slip, keeps_words, renames_key};

use super::some_files::SomeFiles;

/// A problem by its file and what it is known by, as its place changes.
pub(super) type ProblemId = (String, &'static str, String);

/// What to write into a file.
pub(super) struct Plan {
    pub(super) source: Arc<SourceText>,
    pub(super) edits: Vec<Edit>,
    /// How many problems they mend.
    pub(super) count: usize,
    /// Whether they are slips of YAML.
    pub(super) has_slips: bool,
    /// Keys that were misspelt.
    pub(super) keys: Vec<String>,
}

/// What can be written into these files, without those that are left.
pub(super) fn plans(
    report: &Report,
    files: &SomeFiles,
    left: impl Fn(&str) -> bool,
    without: &BTreeSet<ProblemId>,
) -> Vec<Plan> {
    let mut by_file: BTreeMap<&str, Vec<Fix<'_>>> = BTreeMap::new();
    for fix in fixes(report, files) {
        let path = fix.source.path.as_str();
        if !left(path) && !without.contains(&fix.id()) {
            by_file.entry(path).or_default().push(fix);
        }
    }
    by_file.into_values().filter_map(plan).collect()
}

/// The problems of these files that a program can mend.
pub(super) fn fixable(report: &Report, files: &SomeFiles) -> BTreeSet<ProblemId> {
    fixes(report, files).map(|fix| fix.id()).collect()
}

fn fixes<'a>(report: &'a Report, files: &'a SomeFiles) -> impl Iterator<Item = Fix<'a>> {
    report.diagnostics().iter().filter_map(|problem| {
        let Place::Span(source, _) = &problem.place else { return None };
        let suggestion = problem.suggestion.as_deref()?;
        let may_be_written = source.path.starts_with("content/")
            && files.has(&source.path)
            && suggestion.applicability == Applicability::MachineApplicable
            && keeps_words(problem);
        may_be_written.then_some(Fix { problem, source, suggestion })
    })
}

/// A problem that a program can mend.
struct Fix<'a> {
    problem: &'a Diagnostic,
    source: &'a Arc<SourceText>,
    suggestion: &'a Suggestion,
}

impl Fix<'_> {
    fn id(&self) -> ProblemId {
        (self.source.path.clone(), self.problem.code(), self.problem.message.clone())
    }
}

/// What to write of all this into one file.
fn plan(mut fixes: Vec<Fix<'_>>) -> Option<Plan> {
    // What else is wrong is known when no slip is left.
    let has_slips = fixes.iter().any(|fix| is_slip(fix.problem));
    fixes.retain(|fix| !has_slips || is_slip(fix.problem));
    let edits = joined(fixes.iter().map(|fix| fix.suggestion));
    fixes.retain(|fix| fix.suggestion.edits.iter().all(|edit| edits.contains(edit)));
    let renamed = fixes.iter().filter(|fix| renames_key(fix.problem));
    let keys = renamed.flat_map(|fix| &fix.suggestion.edits);
    let keys = keys.map(|edit| edit.replacement.clone()).collect();
    let source = Arc::clone(fixes.first()?.source);
    Some(Plan { source, count: fixes.len(), has_slips, keys, edits })
}
