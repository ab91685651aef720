//! What open pages are told after each change, as JSON.

use serde::Serialize;

use super::Editor;
use crate::diagnostics::{Diagnostic, Place, ProblemGroup, Report, Severity};

/// How many problems a page shows before the rest is only counted.
const LISTED_AT_MOST: usize = 100;

/// How much of a line is shown on either side of the words that are meant, in characters.
const AROUND_AT_MOST: usize = 80;

/// How much is shown of the words that are meant, in characters.
const WORDS_AT_MOST: usize = 200;

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
    /// Where else in the file, and what is wrong there.
    others: Vec<String>,
    help: Option<&'a str>,
    /// The path from the site's folder.
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    /// The line: what stands before the words that are meant, the words, and what stands behind.
    text: Option<[String; 3]>,
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
    let groups = report.groups();
    let of = |severity| groups.iter().filter(move |group| group.first.severity == severity);
    let all = of(Severity::Error).chain(of(Severity::Warning));
    let news = News {
        number,
        styles,
        stale,
        errors: of(Severity::Error).count(),
        warnings: of(Severity::Warning).count(),
        problems: all.take(LISTED_AT_MOST).map(|one| problem(one, editor)).collect(),
    };
    serde_json::to_string(&news).unwrap_or_default()
}

/// A line as much of which is shown as tells where in it something is.
fn shortened([before, words, after]: [&str; 3]) -> [String; 3] {
    let skipped = before.chars().count().saturating_sub(AROUND_AT_MOST);
    let before: String = before.chars().skip(skipped).collect();
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    let cut = |text: &str, at_most: usize| {
        let kept: String = text.chars().take(at_most).collect();
        let end = dots(kept.len() < text.len());
        kept + end
    };
    let before = format!("{}{before}", dots(skipped > 0));
    [before, cut(words, WORDS_AT_MOST), cut(after, AROUND_AT_MOST)]
}

fn problem<'a>(group: &ProblemGroup<'a>, editor: &Editor) -> Problem<'a> {
    let Diagnostic { rule, severity, place, message, help, suggestion: _ } = group.first;
    let file = (*place != Place::Nowhere).then(|| place.path());
    let (start, _) = place.positions();
    Problem {
        severity: severity.word(),
        code: rule.code,
        message,
        others: group.others(),
        help: help.as_deref(),
        file,
        line: file.map(|_| start.line),
        column: file.map(|_| start.column),
        text: place.line().map(shortened),
        href: editor.link(place),
    }
}
