//! A file's two parts: the front matter between lines of `---`, and the body after it.

use std::ops::Range;

use crate::diagnostics::SourceText;

/// The two parts, as ranges of bytes in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Document {
    /// What stands between the lines of `---`.
    pub(super) yaml: Range<usize>,
    /// What stands after.
    pub(super) body: Range<usize>,
}

/// Takes a file apart. `None` where it does not begin with front matter, or where that never ends.
pub(super) fn split(source: &SourceText) -> Option<Document> {
    let text: &str = &source.text;
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| is_fence(line))?;
    let start = first.len();
    let mut end = start;
    for line in lines {
        if is_fence(line) {
            return Some(Document { yaml: start..end, body: end + line.len()..text.len() });
        }
        end += line.len();
    }
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}
