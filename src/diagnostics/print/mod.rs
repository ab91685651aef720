//! One report, many readers: a person at a terminal, GitHub's checks, code scanning, a program.

mod text;

mod github;

mod json;

mod sarif;

use std::io::{self, Write};
use std::path::Path;

use super::{
    Applicability, Diagnostic, Edit, Place, Position, ProblemGroup, Report, Rule, Severity, Shown,
    SourceText, Suggestion, escape, report,
};
pub use github::print_step_summary;

/// Who reads the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A person: the line with the words underlined, and what to do.
    Text,
    /// GitHub: annotations at file and line.
    Github,
    /// A program: one JSON object a line.
    Json,
    /// Code scanning: one SARIF document.
    Sarif,
}

/// Prints every problem of a sorted report. `root` is the site's folder, which the files are named from.
///
/// People are told the warnings of one kind in one file as one; programs get each. Text shows fifty, errors before
/// warnings, and counts the rest; the other formats hold them all. SARIF is one whole document, so a run prints it once,
/// though there be no problem.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn print(report: &Report, format: Format, root: &Path, out: &mut impl Write) -> io::Result<()> {
    match format {
        Format::Text => text::print(report, root, out),
        Format::Github => github::print(report, root, out),
        Format::Json => json::print(report, root, out),
        Format::Sarif => sarif::print(report, root, out),
    }
}

/// Prints how many problems of each severity people are told, if any.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn print_summary_line(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let counts = counts(report);
    if counts.is_empty() {
        return Ok(());
    }
    writeln!(out, "{counts}")
}

/// How many problems of each severity people are told: '2 errors, 1 warning'. Nothing where there are none.
fn counts(report: &Report) -> String {
    let groups = report.groups();
    let count = |severity| groups.iter().filter(|group| group.first.severity == severity).count();
    let counted = |severity: Severity| match count(severity) {
        0 => None,
        1 => Some(format!("1 {}", severity.word())),
        count => Some(format!("{count} {}s", severity.word())),
    };
    let counts: Vec<String> =
        [Severity::Error, Severity::Warning].into_iter().filter_map(counted).collect();
    counts.join(", ")
}

/// So many of what people are told, in order: errors before warnings where there is no room for all.
fn worst<'a, 'b>(groups: &'a [ProblemGroup<'b>], at_most: usize) -> Vec<&'a ProblemGroup<'b>> {
    let indexes = report::worst(groups, at_most, |group| group.first.severity);
    indexes.into_iter().map(|index| &groups[index]).collect()
}

/// Where a problem is, in the words of who called the command.
struct Spot {
    /// The file as it is called from there: through the site's folder.
    file: String,
    /// The first character.
    start: Position,
    /// The one after the last.
    end: Position,
}

/// Where a problem is; `None` for one that is in no file.
fn spot(root: &Path, diagnostic: &Diagnostic) -> Option<Spot> {
    if diagnostic.place == Place::Nowhere {
        return None;
    }
    let (start, end) = diagnostic.place.positions();
    let file = called(root, diagnostic.place.path()).into_raw().into_owned();
    Some(Spot { file, start, end })
}

/// Something to write so that a problem is mended, in the words of who called the command.
struct EditSpot<'a> {
    /// The first character that it stands in the place of.
    start: Position,
    /// The one after the last; the first, where nothing is taken away.
    end: Position,
    replacement: &'a str,
}

/// What mends a problem, from the top of its file.
fn edit_spots(diagnostic: &Diagnostic) -> Vec<EditSpot<'_>> {
    let (Place::Span(source, _), Some(suggestion)) = (&diagnostic.place, &diagnostic.suggestion)
    else {
        return Vec::new();
    };
    suggestion
        .edits
        .iter()
        .map(|Edit { range, replacement }| EditSpot {
            start: source.position(range.start),
            end: source.position(range.end),
            replacement,
        })
        .collect()
}

/// A file of the site, given by its path from the site's folder, as it is called from where the command
/// was: through that folder.
pub fn called(root: &Path, path: &str) -> Shown<'static> {
    let root = Shown::from(root).into_raw().replace('\\', "/");
    let root = root.strip_prefix("./").unwrap_or(&root);
    Shown::from(match root.trim_end_matches('/') {
        "" | "." => path.to_owned(),
        root => format!("{root}/{path}"),
    })
}
