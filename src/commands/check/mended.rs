//! What files would be with their mistakes mended, as far as that changes no meaning: tried out, and not written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use letterpress::Folder;
use letterpress::diagnostics::{
    Applicability, Diagnostic, Edit, Place, Report, Severity, Shown, SourceText, Suggestion,
    applied, joined,
};
use letterpress::parse::{is_readable, keeps_values};
use letterpress::read::{self, FileRead, LinkPolicy};

use super::as_supposed;
use super::some_files::SomeFiles;
use crate::commands::failure::Failure;

/// Of two edits that overlap the second waits for the next round. Beyond so many, something goes round in circles.
const ROUNDS: usize = 10;

/// A file that can be mended.
pub(super) struct MendedFile {
    /// From the site's folder.
    pub(super) path: String,
    /// What it holds.
    pub(super) before: String,
    /// What it is to hold.
    pub(super) after: String,
    /// How many problems are mended.
    pub(super) count: usize,
}

/// A file that is left as it is, and why.
pub(super) struct LeftFile {
    pub(super) path: String,
    pub(super) reason: String,
}

/// Mends what a report says can be mended, and looks at the site as it would be, round by round. A file that would not be
/// better is left.
pub(super) fn mended(
    root: &Path,
    source: &mut Folder,
    report: &Report,
    files: &SomeFiles,
) -> Result<(Vec<MendedFile>, Vec<LeftFile>), Failure> {
    let mut mended: BTreeMap<String, MendedFile> = BTreeMap::new();
    let mut left: BTreeMap<String, String> = BTreeMap::new();
    let mut report = report.clone();
    for _ in 0..ROUNDS {
        let plans = plans(&report, files, &left);
        if plans.is_empty() {
            break;
        }
        let mut tried = Vec::new();
        for plan in plans {
            let path = &plan.source.path;
            let now = match mended.get(path) {
                Some(file) => file.after.clone(),
                None => match as_on_disk(root, &plan.source)? {
                    Ok(text) => text,
                    Err(reason) => {
                        left.insert(path.clone(), reason.to_owned());
                        continue;
                    }
                },
            };
            let after = applied(&now, &plan.edits);
            source.suppose(path, after.clone().into_bytes())?;
            tried.push((plan, now, after));
        }
        let next = as_supposed(source)?;
        let mut is_undone = false;
        for (plan, now, after) in tried {
            let path = plan.source.path.clone();
            if let Some(reason) = plan.worse(&report, &next) {
                source.suppose(&path, now.into_bytes())?;
                left.insert(path, reason);
                is_undone = true;
                continue;
            }
            let file = mended.entry(path.clone()).or_insert_with(|| MendedFile {
                path,
                before: now,
                after: String::new(),
                count: 0,
            });
            file.after = after;
            file.count += plan.count;
        }
        report = if is_undone { as_supposed(source)? } else { next };
    }
    let left = left.into_iter().map(|(path, reason)| LeftFile { path, reason });
    Ok((mended.into_values().collect(), left.collect()))
}

/// What to write into a file.
struct Plan {
    source: Arc<SourceText>,
    edits: Vec<Edit>,
    count: usize,
}

/// What can be written into these files, without those that are left.
fn plans(report: &Report, files: &SomeFiles, left: &BTreeMap<String, String>) -> Vec<Plan> {
    let mut by_file: BTreeMap<&str, (&Arc<SourceText>, Vec<&Suggestion>)> = BTreeMap::new();
    for problem in report.diagnostics() {
        let (Place::Span(source, _), Some(suggestion)) = (&problem.place, &problem.suggestion)
        else {
            continue;
        };
        let path = source.path.as_str();
        let may_be_written = path.starts_with("content/")
            && files.has(path)
            && !left.contains_key(path)
            && suggestion.applicability == Applicability::MachineApplicable;
        if may_be_written {
            by_file.entry(path).or_insert_with(|| (source, Vec::new())).1.push(suggestion);
        }
    }
    let plan = |(source, suggestions): (&Arc<SourceText>, Vec<&Suggestion>)| {
        let edits = joined(suggestions.iter().copied());
        let is_written =
            |suggestion: &&&Suggestion| suggestion.edits.iter().all(|edit| edits.contains(edit));
        let count = suggestions.iter().filter(is_written).count();
        Plan { source: Arc::clone(source), edits, count }
    };
    by_file.into_values().map(plan).filter(|plan| !plan.edits.is_empty()).collect()
}

impl Plan {
    /// Why a file is not better with its edits.
    fn worse(&self, before: &Report, after: &Report) -> Option<String> {
        let path = &self.source.path;
        let text = applied(&self.source.text, &self.edits);
        let written = SourceText::new(path.clone(), text);
        if !keeps_values(&self.source, &written, &self.edits) {
            return Some("mended, it would say something else".to_owned());
        }
        let old: BTreeSet<_> = errors(before, path).map(key).collect();
        let new = errors(after, path).find(|problem| !old.contains(&key(problem)))?;
        // Of what could not be read before, not all could be told.
        if !is_readable(&self.source) {
            return None;
        }
        Some(format!(
            "mended, it would have another problem: {} ({})",
            Shown::from(&new.message),
            new.code()
        ))
    }
}

/// The errors of a file.
fn errors<'a>(report: &'a Report, path: &'a str) -> impl Iterator<Item = &'a Diagnostic> {
    let problems = report.diagnostics().iter();
    problems.filter(move |it| it.place.path() == path && it.severity == Severity::Error)
}

/// What a problem is known by, wherever it stands.
fn key(problem: &Diagnostic) -> (&'static str, &str) {
    (problem.code(), &problem.message)
}

/// The text of a file as it is, with its byte order mark and its ends of lines; or why it is left.
fn as_on_disk(root: &Path, source: &SourceText) -> Result<Result<String, &'static str>, Failure> {
    // Each end of a line may be two bytes, and a mark may stand before all.
    let at_most = 2 * source.text.len() as u64 + 3;
    let read = read::file(&root.join(&source.path), LinkPolicy::Refused, at_most)?;
    let FileRead::Bytes(bytes) = read else { return Ok(Err(CHANGED)) };
    let Ok(text) = String::from_utf8(bytes) else { return Ok(Err(CHANGED)) };
    let is_as_read = read::normalise(text.clone()) == *source.text;
    Ok(if is_as_read { Ok(text) } else { Err(CHANGED) })
}

/// Said of a file that somebody else has written to.
pub(super) const CHANGED: &str = "it was changed meanwhile; try again";
