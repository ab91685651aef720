//! `check --fix`: writes what mends problems without changing what a file says, and shows it before.

use std::path::Path;

use letterpress::Folder;
use letterpress::diagnostics::{Report, Shown, called};
use similar::TextDiff;

use super::mended_files::{self, CHANGED, LeftFile, MendedFile, Mends};
use super::some_files::SomeFiles;
use crate::commands::failure::Failure;
use crate::commands::replace::{Replaced, replace};
use crate::commands::{output, prompt};

/// What to mend, and how.
pub(super) struct FixRequest<'a> {
    pub(super) files: &'a SomeFiles,
    /// Whether it is only shown what would be written.
    pub(super) is_dry_run: bool,
    pub(super) is_quiet: bool,
}

/// Mends what a report says can be mended, file by file, and says so. Whether the folder has to be read anew.
pub(super) fn run(
    root: &Path,
    source: &mut Folder,
    report: &Report,
    request: &FixRequest<'_>,
) -> Result<bool, Failure> {
    let Mends { mended, left } = mended_files::mended(root, source, report, request.files)?;
    let asks = prompt::is_person_there() && !request.is_dry_run;
    let is_tried = !mended.is_empty() || !left.is_empty();
    let (mut files, mut problems) = (0, 0);
    for LeftFile { path, reason, .. } in left {
        tell_left(root, &path, &reason)?;
    }
    for MendedFile { path, before, after, count, .. } in mended {
        let shown = called(root, &path);
        if asks || !request.is_quiet {
            show(&shown, &before, &after)?;
        }
        let what = output::counted(count, "mistake", "mistakes");
        let is_wanted =
            !request.is_dry_run && (!asks || prompt::says_yes(&format!("Write this to {shown}?"))?);
        if !is_wanted {
            continue;
        }
        match replace(root, &path, &before, &after)? {
            Replaced::Done => {
                (files, problems) = (files + 1, problems + count);
                if !request.is_quiet {
                    output::line(&format!("Mended {what} in {shown}."))?;
                }
            }
            Replaced::Changed => tell_left(root, &path, CHANGED)?,
            Replaced::Left(reason) => tell_left(root, &path, reason)?,
        }
    }
    if !request.is_quiet {
        let is_good = report.diagnostics().iter().all(|it| !request.files.has(it.place.path()));
        let nothing = match (is_tried, is_good) {
            (true, _) => "",
            (false, true) => "Nothing is to be mended.",
            (false, false) => "Nothing can be mended without a person.",
        };
        let line = match files {
            0 => nothing.to_owned(),
            1 => String::new(),
            files => format!(
                "Mended {} in {}.",
                output::counted(problems, "mistake", "mistakes"),
                output::counted(files, "file", "files")
            ),
        };
        if !line.is_empty() {
            output::line(&line)?;
        }
    }
    Ok(is_tried)
}

fn tell_left(root: &Path, path: &str, reason: &str) -> Result<(), Failure> {
    Ok(output::line(&format!("Left {} as it is: {reason}.", called(root, path)))?)
}

/// Shows what is written, in the form that `diff -u` and Git have. Ends of lines are not a part of it.
fn show(path: &Shown<'_>, before: &str, after: &str) -> Result<(), Failure> {
    let [before, after] = [before, after].map(|text| letterpress::read::normalise(text.to_owned()));
    let diff = TextDiff::from_lines(before.as_str(), after.as_str());
    let names = [format!("a/{path}"), format!("b/{path}")];
    let shown = diff.unified_diff().header(&names[0], &names[1]).to_string();
    Ok(output::lines(&shown)?)
}
