//! Headings whose marks would be shown.

use super::HEADING;
use super::body_text::{BodyText, instead};
use crate::diagnostics::Diagnostic;

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
