//! Marks without a note, notes without a mark, and two notes with one label.

use std::collections::BTreeSet;

use super::body_text::{BodyText, rest_of_line};
use super::{DUPLICATE_NOTE, MISSING_NOTE};
use crate::diagnostics::Diagnostic;

pub(super) fn check(text: &BodyText<'_>, problems: &mut Vec<Diagnostic>) {
    for (start, _) in text.markdown.match_indices("[^") {
        let Some(length) = rest_of_line(&text.markdown[start..]).find(']') else { continue };
        let end = start + length;
        let label = &text.markdown[start + "[^".len()..end];
        let is_mark = !label.is_empty() && !label.contains(char::is_whitespace);
        if is_mark && text.is_words(start) && text.is_words(end) {
            let message = format!("there is no note `{label}`");
            let help = format!(
                "write it in a paragraph of its own at the end: `[^{label}]: …`; or take the mark away"
            );
            problems.push(text.problem(MISSING_NOTE, &(start..end + 1), message).help(help));
        }
    }
    let marks: BTreeSet<&str> = text.marks.iter().map(|(mark, _)| mark.as_str()).collect();
    let mut seen = BTreeSet::new();
    for (label, range) in &text.notes {
        let written = &text.markdown[range.clone()];
        let range = range.start..range.start + written.find(':').map_or(written.len(), |it| it + 1);
        if !seen.insert(label) {
            let message = format!("there is another note `{label}`");
            let help = "keep one of the two, or give this one, and its mark, another label";
            problems.push(text.problem(DUPLICATE_NOTE, &range, message).help(help));
        } else if !marks.contains(label.as_str()) {
            let message = format!("nothing refers to the note `{label}`, so it is not shown");
            let help = format!("put `[^{label}]` where it belongs in the text; or delete the note");
            problems.push(text.problem(MISSING_NOTE, &range, message).help(help));
        }
    }
}
