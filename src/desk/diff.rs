//! What was changed in a file, line by line.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// How many lines that are the same stand around those that are not.
const AROUND: usize = 3;

/// A line of a diff.
#[derive(Debug, Serialize)]
pub(super) struct DiffLine {
    /// `same`, `removed`, `added`, or `gap` for lines that are left out.
    kind: &'static str,
    /// What the line begins with in a diff.
    sign: &'static str,
    words: String,
}

/// From one text to another; nothing where they are the same.
pub(super) fn diff(before: &str, after: &str) -> Vec<DiffLine> {
    let diff = TextDiff::from_lines(before, after);
    let mut lines = Vec::new();
    for group in diff.grouped_ops(AROUND) {
        if !lines.is_empty() {
            lines.push(DiffLine { kind: "gap", sign: "", words: "…".to_owned() });
        }
        for change in group.iter().flat_map(|step| diff.iter_changes(step)) {
            let (kind, sign) = match change.tag() {
                ChangeTag::Equal => ("same", " "),
                ChangeTag::Delete => ("removed", "-"),
                ChangeTag::Insert => ("added", "+"),
            };
            let words = change.value().trim_end_matches(['\n', '\r']).to_owned();
            lines.push(DiffLine { kind, sign, words });
        }
    }
    lines
}
