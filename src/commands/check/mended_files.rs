//! What files would be with their mistakes mended, as far as that changes no meaning: tried out, and not written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use letterpress::Folder;
use letterpress::diagnostics::{
    Applicability, Diagnostic, Edit, Place, Report, Severity, Shown, SourceText, Suggestion,
    applied, joined,
};
use letterpress::parse::{
    is_readable, keeps_notes_and_items, keeps_values, keeps_words, renames_key, repeats_key,
};
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
    was_readable: bool,
    /// Keys that were misspelt, so that nobody has looked at their values.
    keys: Vec<String>,
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
    let mut last = report.clone();
    for _ in 0..ROUNDS {
        let plans = plans(&last, files, &left);
        if plans.is_empty() {
            break;
        }
        for plan in plans {
            let path = plan.source.path.clone();
            let mut file = match mended.remove(&path) {
                Some(file) => file,
                None => match MendedFile::of(root, &plan)? {
                    Ok(file) => file,
                    Err(reason) => {
                        left.insert(path, reason.to_owned());
                        continue;
                    }
                },
            };
            let written = applied(&plan.source.text, &plan.edits);
            let is_kept = keeps_notes_and_items(&plan.source.text, &written);
            let written = SourceText::new(path.clone(), written);
            if is_kept && keeps_values(&plan.source, &written, &plan.edits) {
                file.write(plan);
                source.suppose(&path, file.after.clone().into_bytes())?;
                mended.insert(path, file);
            } else {
                let reason = "mended, it would say something else";
                source.suppose(&path, file.before.into_bytes())?;
                left.insert(path, reason.to_owned());
            }
        }
        last = as_supposed(source)?;
    }
    let (mut good, mut left): (Vec<MendedFile>, Vec<LeftFile>) =
        (Vec::new(), left.into_iter().map(|(path, reason)| LeftFile { path, reason }).collect());
    for (path, file) in mended {
        let reason = file.new_error(report, &last).map(|error| {
            let message = Shown::from(&error.message);
            format!("mended, it would have another problem: {message} ({})", error.code())
        });
        match reason {
            None => good.push(file),
            Some(reason) => {
                source.suppose(&path, file.before.into_bytes())?;
                left.push(LeftFile { path, reason });
            }
        }
    }
    Ok((good, left))
}

impl MendedFile {
    /// A file of which nothing is mended yet; or why it is left.
    fn of(root: &Path, plan: &Plan) -> Result<Result<Self, &'static str>, Failure> {
        let source = &plan.source;
        let file = |before: String| MendedFile {
            path: source.path.clone(),
            after: before.clone(),
            before,
            count: 0,
            was_readable: is_readable(source),
            keys: Vec::new(),
        };
        Ok(as_on_disk(root, source)?.map(file))
    }

    fn write(&mut self, Plan { edits, count, keys, .. }: Plan) {
        self.after = applied(&self.after, &edits);
        self.count += count;
        self.keys.extend(keys);
    }

    /// An error that comes of what is mended, and not only to light.
    fn new_error<'r>(&'r self, before: &Report, after: &'r Report) -> Option<&'r Diagnostic> {
        // Of what could not be read before, not all could be told.
        if !self.was_readable {
            return None;
        }
        let old: BTreeSet<_> = errors(before, &self.path).map(key).collect();
        let is_value_of_key = |problem: &Diagnostic| {
            let line = problem.place.line().map(|parts| parts.concat()).unwrap_or_default();
            let line = line.trim_start_matches([' ', '-']);
            self.keys.iter().any(|key| line.strip_prefix(key).is_some_and(|it| it.starts_with(':')))
        };
        let is_new = |it: &&Diagnostic| {
            let may_come = is_value_of_key(it) && !repeats_key(it);
            !old.contains(&key(it)) && !may_come
        };
        errors(after, &self.path).find(is_new)
    }
}

/// What to write into a file.
struct Plan {
    source: Arc<SourceText>,
    edits: Vec<Edit>,
    count: usize,
    keys: Vec<String>,
}

/// What can be written into these files, without those that are left.
fn plans(report: &Report, files: &SomeFiles, left: &BTreeMap<String, String>) -> Vec<Plan> {
    let mut by_file: BTreeMap<&str, Vec<Fix<'_>>> = BTreeMap::new();
    for problem in report.diagnostics() {
        let (Place::Span(source, _), Some(suggestion)) = (&problem.place, &problem.suggestion)
        else {
            continue;
        };
        let path = source.path.as_str();
        let may_be_written = path.starts_with("content/")
            && files.has(path)
            && !left.contains_key(path)
            && suggestion.applicability == Applicability::MachineApplicable
            && keeps_words(problem);
        if may_be_written {
            by_file.entry(path).or_default().push(Fix { problem, source, suggestion });
        }
    }
    by_file.into_values().filter_map(plan).collect()
}

/// A problem that a program can mend.
struct Fix<'a> {
    problem: &'a Diagnostic,
    source: &'a Arc<SourceText>,
    suggestion: &'a Suggestion,
}

/// What to write of all this into one file.
fn plan(mut fixes: Vec<Fix<'_>>) -> Option<Plan> {
    let edits = joined(fixes.iter().map(|fix| fix.suggestion));
    fixes.retain(|fix| fix.suggestion.edits.iter().all(|edit| edits.contains(edit)));
    let renamed = fixes.iter().filter(|fix| renames_key(fix.problem));
    let keys = renamed.flat_map(|fix| &fix.suggestion.edits);
    let keys = keys.map(|edit| edit.replacement.clone()).collect();
    let source = Arc::clone(fixes.first()?.source);
    Some(Plan { source, count: fixes.len(), keys, edits })
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
