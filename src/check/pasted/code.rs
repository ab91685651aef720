//! Paragraphs that are set in, and so are code.

use super::CODE;
use super::body_text::BodyText;
use crate::diagnostics::Diagnostic;

pub(super) fn check(text: &BodyText<'_>, problems: &mut Vec<Diagnostic>) {
    problems.extend(text.indented.iter().map(|range| {
        let first = text.markdown[range.clone()].split('\n').next().unwrap_or("");
        let range = range.start..range.start + first.len();
        let message = "the spaces before this make it the code of a program, in a box";
        text.problem(CODE, &range, message).help(
            "begin the line in column 1, or below the first letter of the item that it belongs to",
        )
    }));
}
