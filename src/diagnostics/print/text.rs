//! For people: the line with the words underlined, and what to do.

use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::escape::source_line;
use super::{Place, ProblemGroup, Report, Severity, Shown, SourceText, called, worst};

/// How many problems a person is shown before the rest is only counted.
const SHOWN_AT_MOST: usize = 50;

pub(super) fn print(report: &Report, root: &Path, out: &mut impl Write) -> io::Result<()> {
    let groups = report.groups();
    let renderer = Renderer::styled();
    for group in worst(&groups, SHOWN_AT_MOST) {
        writeln!(out, "{}\n", renderer.render(&[as_snippet(root, group)]))?;
    }
    let hidden = groups.len().saturating_sub(SHOWN_AT_MOST);
    if hidden > 0 {
        writeln!(out, "… and {hidden} more, not shown. `--format json` lists them all.\n")?;
    }
    Ok(())
}

/// The lines that some words stand in, the number of the first, and where in them the words are: to look for them in
/// the whole text takes time with its length.
fn lines_around<'a>(
    source: &'a SourceText,
    range: &Range<usize>,
) -> (&'a str, usize, Range<usize>) {
    let text: &str = &source.text;
    let start = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |newline| range.end + newline);
    let line = source.position(start).line;
    (&text[start..end], line, range.start - start..range.end - start)
}

/// To draw a line takes time with its length, and nobody sees more than the screen's width of it.
const LONGEST_LINE_DRAWN: usize = 10_000;

fn is_in_long_line(place: &Place) -> bool {
    let length = |parts: [&str; 3]| parts.iter().map(|part| part.len()).sum::<usize>();
    place.line().is_some_and(|parts| length(parts) > LONGEST_LINE_DRAWN)
}

fn as_snippet<'a>(root: &Path, problems: &ProblemGroup<'a>) -> Group<'a> {
    let diagnostic = problems.first;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let called = |path: &str| called(root, path).to_string();
    let message = Shown::from(&diagnostic.message).to_string();
    let title = level.primary_title(message).id(diagnostic.code());
    let group = match &diagnostic.place {
        Place::Span(source, _) if is_in_long_line(&diagnostic.place) => {
            let start = diagnostic.place.positions().0;
            let origin = Origin::path(called(&source.path));
            title.element(origin.line(start.line).char_column(start.column))
        }
        Place::Span(source, range) => {
            let (text, line, range) = lines_around(source, range);
            title.element(
                Snippet::source(source_line(text))
                    .line_start(line)
                    .path(called(&source.path))
                    .annotation(AnnotationKind::Primary.span(range)),
            )
        }
        Place::File(path) => title.element(Origin::path(called(path))),
        Place::Nowhere => Group::with_title(title),
    };
    let others: Vec<String> =
        problems.others().iter().map(|line| Shown::from(line).to_string()).collect();
    let group = match others.is_empty() {
        true => group,
        false => group.element(Level::NOTE.message(others.join("\n"))),
    };
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(Shown::from(help).to_string())),
        None => group,
    }
}
