//! Front matter as it would be once its slips are mended, in memory, and where each byte of it stands in the file.

use std::ops::Range;

use super::Mistake;
use crate::diagnostics::{Edit, MapEntry, Node, NodeValue};

/// The text of front matter with all edits of its slips.
pub(in crate::parse) struct Mended {
    pub(in crate::parse) text: String,
    /// The edits that were made, each with where what it wrote stands in the text.
    changes: Vec<Change>,
    /// Where the front matter begins in the file.
    start: usize,
}

struct Change {
    in_file: Range<usize>,
    in_text: Range<usize>,
}

impl Mended {
    pub(in crate::parse) fn new(file: &str, yaml: &Range<usize>, slips: &[Mistake]) -> Self {
        let suggestions = slips.iter().filter_map(|slip| slip.suggestion.as_ref());
        let mut edits: Vec<&Edit> = suggestions.flat_map(|it| &it.edits).collect();
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut mended = Mended { text: String::new(), changes: Vec::new(), start: yaml.start };
        let mut at = yaml.start;
        for edit in edits {
            // What two slips would write in one place is written once.
            if edit.range.start < at || edit.range.end > yaml.end {
                continue;
            }
            mended.text.push_str(&file[at..edit.range.start]);
            let start = mended.text.len();
            mended.text.push_str(&edit.replacement);
            let in_text = start..mended.text.len();
            mended.changes.push(Change { in_file: edit.range.clone(), in_text });
            at = edit.range.end;
        }
        mended.text.push_str(&file[at..yaml.end]);
        mended
    }

    /// Where a part of the mended text stands in the file.
    pub(in crate::parse) fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.place(range.start, false);
        start..self.place(range.end, true).max(start)
    }

    /// Where a byte stands in the file; one that was written by an edit at the beginning of what it replaces, or at its end.
    fn place(&self, at: usize, is_end: bool) -> usize {
        let before = self.changes.partition_point(|change| match is_end {
            true => change.in_text.start < at,
            false => change.in_text.start <= at,
        });
        match before.checked_sub(1).and_then(|last| self.changes.get(last)) {
            None => self.start + at,
            Some(change) if at < change.in_text.end || (is_end && at == change.in_text.end) => {
                if is_end {
                    change.in_file.end
                } else {
                    change.in_file.start
                }
            }
            Some(change) => change.in_file.end + (at - change.in_text.end),
        }
    }

    /// The values of the mended text, each where it stands in the file.
    pub(in crate::parse) fn place_values(&self, node: Node) -> Node {
        let value = match node.value {
            NodeValue::List(items) => {
                NodeValue::List(items.into_iter().map(|item| self.place_values(item)).collect())
            }
            NodeValue::Map(entries) => {
                let entries = entries.into_iter().map(|entry| MapEntry {
                    key: entry.key,
                    key_range: self.in_file(&entry.key_range),
                    value: self.place_values(entry.value),
                });
                NodeValue::Map(entries.collect())
            }
            scalar @ NodeValue::Scalar { .. } => scalar,
        };
        Node { range: self.in_file(&node.range), value }
    }
}
