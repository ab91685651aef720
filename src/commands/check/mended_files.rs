//! What files would be with their mistakes mended, as far as that changes no meaning: tried out, and not written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use letterpress::Folder;
use letterpress::diagnostics::{Diagnostic, Report, Severity, Shown, SourceText, applied};
use letterpress::parse::{keeps_notes_and_items, keeps_values, repeats_key};
use letterpress::read::{self, FileRead, LinkPolicy};

use super::as_supposed;
use super::plan::{Plan, ProblemId, fixable, plans};
use super::some_files::SomeFiles;
use crate::commands::failure::Failure;

/// Of two edits that overlap the second waits for the next round. Beyond so many, something goes round in circles.
const ROUNDS: usize = 10;

/// Each of so many problems of a file is mended alone to find the one that would make it worse: each takes a look at the site.
const TRIED_ALONE_AT_MOST: usize = 20;

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
    /// The errors that it had when its slips were mended, by what they are known by; `None` before.
    old_errors: Option<BTreeSet<(&'static str, String)>>,
    /// Keys that were misspelt, so that nobody has looked at their values.
    keys: Vec<String>,
}

/// A file that is left as it is, and why.
pub(super) struct LeftFile {
    pub(super) path: String,
    pub(super) reason: String,
    /// Whether it would say something else, or have another problem, with what is suggested.
    would_be_worse: bool,
}

/// What becomes of files with problems that a program can mend.
pub(super) struct Mends {
    pub(super) mended: Vec<MendedFile>,
    pub(super) left: Vec<LeftFile>,
}

/// Mends what a report says can be mended, and looks at the site as it would be. What would make a file worse is left out;
/// a file for which nothing else is suggested is left.
pub(super) fn mended(
    root: &Path,
    source: &mut Folder,
    report: &Report,
    files: &SomeFiles,
) -> Result<Mends, Failure> {
    let all = tried(root, source, report, files, &BTreeSet::new())?;
    let mut worse = BTreeSet::new();
    for file in all.left.iter().filter(|file| file.would_be_worse) {
        let only = SomeFiles::These([file.path.clone()].into());
        let ids = fixable(report, &only);
        for id in ids.iter().filter(|_| (2..=TRIED_ALONE_AT_MOST).contains(&ids.len())) {
            let others = ids.iter().filter(|it| *it != id).cloned().collect();
            let one = tried(root, source, report, &only, &others)?;
            one.undo(source)?;
            if !one.left.is_empty() {
                worse.insert(id.clone());
            }
        }
    }
    if worse.is_empty() {
        return Ok(all);
    }
    all.undo(source)?;
    let mut rest = tried(root, source, report, files, &worse)?;
    let is_told = |path: &str, rest: &Mends| {
        rest.mended.iter().any(|it| it.path == path) || rest.left.iter().any(|it| it.path == path)
    };
    let untold: Vec<_> = all.left.into_iter().filter(|it| !is_told(&it.path, &rest)).collect();
    rest.left.extend(untold);
    Ok(rest)
}

impl Mends {
    /// Takes the files as they are on the disk again.
    fn undo(&self, source: &mut Folder) -> Result<(), Failure> {
        for file in &self.mended {
            source.suppose(&file.path, file.before.clone().into_bytes())?;
        }
        Ok(())
    }
}

/// Mends, round by round, all but these problems. A file that would not be better is left.
fn tried(
    root: &Path,
    source: &mut Folder,
    report: &Report,
    files: &SomeFiles,
    without: &BTreeSet<ProblemId>,
) -> Result<Mends, Failure> {
    let mut mended: BTreeMap<String, MendedFile> = BTreeMap::new();
    let mut left: BTreeMap<String, LeftFile> = BTreeMap::new();
    let mut last = report.clone();
    for _ in 0..ROUNDS {
        let plans = plans(&last, files, |path| left.contains_key(path), without);
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
                        left.insert(path.clone(), LeftFile::new(path, reason, false));
                        continue;
                    }
                },
            };
            let written = applied(&plan.source.text, &plan.edits);
            let is_kept = keeps_notes_and_items(&plan.source.text, &written);
            let written = SourceText::new(path.clone(), written);
            if is_kept && keeps_values(&plan.source, &written, &plan.edits) {
                file.write(plan, &last);
                source.suppose(&path, file.after.clone().into_bytes())?;
                mended.insert(path, file);
            } else {
                let reason = "mended, it would say something else";
                source.suppose(&path, file.before.into_bytes())?;
                left.insert(path.clone(), LeftFile::new(path, reason, true));
            }
        }
        last = as_supposed(source)?;
    }
    let mut mends = Mends { mended: Vec::new(), left: left.into_values().collect() };
    for (path, file) in mended {
        let reason = file.new_error(&last).map(|error| {
            let message = Shown::from(&error.message);
            format!("mended, it would have another problem: {message} ({})", error.code())
        });
        match reason {
            None => mends.mended.push(file),
            Some(reason) => {
                source.suppose(&path, file.before.into_bytes())?;
                mends.left.push(LeftFile::new(path, &reason, true));
            }
        }
    }
    Ok(mends)
}

impl LeftFile {
    fn new(path: String, reason: &str, would_be_worse: bool) -> Self {
        LeftFile { path, reason: reason.to_owned(), would_be_worse }
    }
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
            old_errors: None,
            keys: Vec::new(),
        };
        Ok(as_on_disk(root, source)?.map(file))
    }

    /// Writes into it what is planned, of which a report tells.
    fn write(&mut self, plan: Plan, report: &Report) {
        let Plan { edits, count, has_slips, keys, .. } = plan;
        if !has_slips && self.old_errors.is_none() {
            let known = |it: &Diagnostic| (it.code(), it.message.clone());
            self.old_errors = Some(errors(report, &self.path).map(known).collect());
        }
        self.after = applied(&self.after, &edits);
        self.count += count;
        self.keys.extend(keys);
    }

    /// An error that comes of what is mended, and not only to light.
    fn new_error<'r>(&'r self, after: &'r Report) -> Option<&'r Diagnostic> {
        // Before slips are mended, not all can be told.
        let old = self.old_errors.as_ref()?;
        let is_value_of_key = |problem: &Diagnostic| {
            let line = problem.place.line().map(|parts| parts.concat()).unwrap_or_default();
            let line = line.trim_start_matches([' ', '-']);
            self.keys.iter().any(|key| line.strip_prefix(key).is_some_and(|it| it.starts_with(':')))
        };
        let is_new = |it: &&Diagnostic| {
            let may_come = is_value_of_key(it) && !repeats_key(it);
            !old.contains(&(it.code(), it.message.clone())) && !may_come
        };
        errors(after, &self.path).find(is_new)
    }
}

/// The errors of a file.
fn errors<'a>(report: &'a Report, path: &'a str) -> impl Iterator<Item = &'a Diagnostic> {
    let problems = report.diagnostics().iter();
    problems.filter(move |it| it.place.path() == path && it.severity == Severity::Error)
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
