//! A text line by line, for what its tree cannot tell, or where there is none.

use std::ops::Range;

/// A line of a text, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    /// Where it begins in the file, in bytes.
    pub(super) start: usize,
    /// Without its end.
    pub(super) text: &'t str,
}

/// The lines of a part of a text.
pub(super) fn lines(text: &str, part: Range<usize>) -> impl Iterator<Item = Line<'_>> {
    let mut start = part.start;
    text[part].split_inclusive('\n').map(move |line| {
        start += line.len();
        Line { start: start - line.len(), text: line.trim_end_matches('\n') }
    })
}

impl<'t> Line<'t> {
    /// The white space that it begins with.
    pub(super) fn indentation(self) -> &'t str {
        &self.text[..self.text.len() - self.text.trim_start().len()]
    }

    /// A part of the line, as a range of the file.
    pub(super) fn range(self, part: &str) -> Range<usize> {
        let offset = part.as_ptr() as usize - self.text.as_ptr() as usize;
        self.start + offset..self.start + offset + part.len()
    }

    /// All of it but for space at its end, as a range of the file.
    pub(super) fn content(self) -> Range<usize> {
        self.range(self.text.trim_end())
    }

    /// What stands before a colon, where that may be a key; behind the hyphen of an item too.
    pub(super) fn key(self) -> Option<&'t str> {
        let content = self.text.trim_start();
        let content = content.strip_prefix("- ").unwrap_or(content).trim_start();
        let (key, rest) = content.split_once(':')?;
        let is_key = !key.is_empty() && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
        (is_key && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
    }

    pub(super) fn is_blank(self) -> bool {
        self.text.trim().is_empty()
    }

    pub(super) fn is_comment(self) -> bool {
        self.text.trim_start().starts_with('#')
    }

    /// Whether it begins in the first column.
    pub(super) fn is_at_margin(self) -> bool {
        self.text.starts_with(|it: char| !it.is_whitespace())
    }
}
