//! Headings whose marks would be shown.

use super::HEADING;
use super::body_text::{BodyText, instead};
use crate::diagnostics::{Diagnostic, Place, Suggestion};
use crate::model::Heading;

pub(super) fn check(text: &BodyText<'_>, problems: &mut Vec<Diagnostic>) {
    let mut is_first = true;
    for (start, line) in text.lines() {
        let at = start + line.len() - line.trim_start().len();
        let words = line.trim();
        if let Some((marks, rest)) = as_heading(words, is_first).filter(|_| text.is_words(at)) {
            let message = "this is shown as it is typed, and is no heading";
            let marks = "#".repeat(marks.clamp(2, 6));
            let help =
                format!("write `{marks} {rest}`, with a space that is typed on the keyboard");
            let problem = text.problem(HEADING, &(at..at + words.len()), message).help(help);
            problems.push(instead(problem, format!("{marks} {rest}")));
        }
        is_first = words.is_empty();
    }
}

/// Headings without words, and sentences that a line of hyphens makes one of.
pub(super) fn check_read(
    text: &BodyText<'_>,
    headings: &[Heading],
    problems: &mut Vec<Diagnostic>,
) {
    for heading in headings {
        let place = Place::span(text.source, heading.range.clone());
        let written = text.source.text[heading.range.clone()].trim_end();
        if written.bytes().all(|it| it == b'#' || it.is_ascii_whitespace()) {
            let help = "put its words behind the marks, or delete the line";
            problems.push(HEADING.at(place, "this heading has no words").help(help));
            continue;
        }
        let Some((words, below)) = written.rsplit_once('\n') else { continue };
        let is_sentence =
            words.trim_end().ends_with(['.', '!', '?', ':', ';']) || words.contains('\n');
        if below.trim_start().starts_with('-') && !words.starts_with('#') && is_sentence {
            let message = "this is shown as a heading, as hyphens stand right below it";
            let at = heading.range.start + words.len() + 1;
            let problem = HEADING.at(place, message).help("put an empty line between them");
            problems.push(problem.suggest(Suggestion::likely(at..at, "\n")));
        }
    }
}

/// How many marks a line begins with that is meant for a heading, and its words. One mark may belong to a word within a
/// paragraph, or be of a number.
fn as_heading(words: &str, is_first: bool) -> Option<(usize, &str)> {
    let rest = words.trim_start_matches('#');
    let marks = words.len() - rest.len();
    let title = rest.trim().trim_end_matches('#').trim_end();
    let is_meant = match marks {
        0 => false,
        1 => is_first && rest.starts_with(|it: char| it.is_alphabetic() || it == '\u{a0}'),
        _ => true,
    };
    (is_meant
        && title.starts_with(|it: char| !it.is_ascii_punctuation() || "*_\"'([`".contains(it)))
    .then_some((marks, title))
}
