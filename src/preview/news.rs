//! What open pages are told after each change, as JSON.

use serde::Serialize;

use super::Editor;
use crate::diagnostics::{Diagnostic, Place, Report, Severity};

/// How many problems a page shows before the rest is only counted.
const LISTED_AT_MOST: usize = 100;

/// What open pages are told.
#[derive(Serialize)]
struct News<'a> {
    /// Grows with each change.
    number: u64,
    /// What the stylesheets hold, as a hash.
    styles: &'a str,
    /// Whether the pages are those of an earlier site, as the files have mistakes now.
    stale: bool,
    errors: usize,
    warnings: usize,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    severity: &'a str,
    code: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    /// The path from the site's folder.
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    /// Opens the file there, in an editor.
    href: Option<String>,
}

/// The news as one line of JSON, errors first.
pub(super) fn news(
    number: u64,
    styles: &str,
    stale: bool,
    report: &Report,
    editor: &Editor,
) -> String {
    let of = |severity: Severity| {
        report.diagnostics().iter().filter(move |problem| problem.severity == severity)
    };
    let all = of(Severity::Error).chain(of(Severity::Warning));
    let news = News {
        number,
        styles,
        stale,
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        problems: all.take(LISTED_AT_MOST).map(|one| problem(one, editor)).collect(),
    };
    serde_json::to_string(&news).unwrap_or_default()
}

fn problem<'a>(diagnostic: &'a Diagnostic, editor: &Editor) -> Problem<'a> {
    let Diagnostic { severity, code, place, message, help } = diagnostic;
    let file = (*place != Place::Nowhere).then(|| place.path());
    let (start, _) = place.positions();
    Problem {
        severity: severity.word(),
        code,
        message,
        help: help.as_deref(),
        file,
        line: file.map(|_| start.line),
        column: file.map(|_| start.column),
        href: editor.link(place),
    }
}
