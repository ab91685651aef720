//! Where a problem is: a file, and the span of the words in it.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::{Node, Text};

/// A text that was read, under the path that people know it by.
pub struct SourceText {
    /// The path from the site's folder, with `/` between its parts.
    pub path: String,
    /// The whole text, without a byte order mark and with `\n` line ends.
    pub text: Text,
    /// The values of its front matter, once somebody has asked where one stands.
    values: OnceLock<Option<Box<Node>>>,
    /// The lines of which only a guess is known, as they cannot be read as they stand.
    doubtful: OnceLock<Vec<Range<usize>>>,
}

/// A line and a column, both from 1. Columns count characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl SourceText {
    /// A text under its path.
    pub fn new(path: impl Into<String>, text: impl Into<Text>) -> Self {
        SourceText {
            path: path.into(),
            text: text.into(),
            values: OnceLock::new(),
            doubtful: OnceLock::new(),
        }
    }

    /// The values of its front matter, which are read when they are first asked for.
    pub(crate) fn values(&self, read: impl FnOnce() -> Option<Node>) -> Option<&Node> {
        self.values.get_or_init(|| read().map(Box::new)).as_deref()
    }

    /// Says which lines cannot be read as they stand, so that what they say is a guess. None are doubted twice.
    pub(crate) fn doubt(&self, lines: impl Iterator<Item = Range<usize>>) {
        self.doubtful.get_or_init(|| lines.collect());
    }

    /// Whether the text had to be mended to be read.
    pub(crate) fn is_mended(&self) -> bool {
        self.doubtful.get().is_some()
    }

    /// Whether a byte stands in a line of which only a guess is known.
    pub(crate) fn is_doubtful(&self, at: usize) -> bool {
        let mut lines = self.doubtful.get().into_iter().flatten();
        lines.any(|line| line.contains(&at) || line.end == at)
    }

    /// The position of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.text[..floor_char_boundary(&self.text, offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The byte offset of a position; one past the end of a line is that line's end.
    pub fn offset(&self, position: Position) -> usize {
        let line_start = match position.line {
            0 | 1 => 0,
            line => self
                .text
                .match_indices('\n')
                .nth(line - 2)
                .map_or(self.text.len(), |(newline, _)| newline + 1),
        };
        let line = self.text[line_start..].split('\n').next().unwrap_or("");
        let in_line = line
            .char_indices()
            .nth(position.column.saturating_sub(1))
            .map_or(line.len(), |(offset, _)| offset);
        line_start + in_line
    }
}

impl fmt::Debug for SourceText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SourceText { path, text, values: _, doubtful: _ } = self;
        formatter.debug_struct("SourceText").field("path", path).field("text", text).finish()
    }
}

/// Two texts are the same where they stand under one path and say the same.
impl PartialEq for SourceText {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for SourceText {}

/// A file, with the bytes of it that are meant where it is a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Some words of a text.
    Span(Arc<SourceText>, Range<usize>),
    /// A file as a whole, under its path from the site's folder.
    File(String),
    /// No file of the site: the machine, the command line, a folder.
    Nowhere,
}

impl Place {
    /// Some words of a text, as a range of bytes. Ends are moved onto characters and into the text, and
    /// white space at the end is left out.
    pub fn span(source: &Arc<SourceText>, range: Range<usize>) -> Self {
        let start = floor_char_boundary(&source.text, range.start);
        let end = floor_char_boundary(&source.text, range.end).max(start);
        let words = source.text[start..end].trim_end();
        let end = if words.is_empty() { end } else { start + words.len() };
        Place::Span(Arc::clone(source), start..end)
    }

    /// The first line of a text, for what concerns the whole of it.
    pub fn start_of(source: &Arc<SourceText>) -> Self {
        let end = source.text.find('\n').unwrap_or(source.text.len());
        Place::span(source, 0..end)
    }

    /// The path of the file, from the site's folder; empty for none.
    pub fn path(&self) -> &str {
        match self {
            Place::Span(source, _) => &source.path,
            Place::File(path) => path,
            Place::Nowhere => "",
        }
    }

    /// The bytes of the text that are meant; none at its start for a whole file, or none.
    pub fn bytes(&self) -> Range<usize> {
        match self {
            Place::Span(_, range) => range.clone(),
            Place::File(_) | Place::Nowhere => 0..0,
        }
    }

    /// The line that the words begin in: what stands before them, the words as far as they stand in it, and
    /// what stands behind. `None` for a whole file, or none.
    pub fn line(&self) -> Option<[&str; 3]> {
        let Place::Span(source, range) = self else { return None };
        let text: &str = &source.text;
        let start = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end =
            text[range.start..].find('\n').map_or(text.len(), |newline| range.start + newline);
        let words_end = range.end.min(end);
        Some([&text[start..range.start], &text[range.start..words_end], &text[words_end..end]])
    }

    /// Where it starts and where it ends; line 1, column 1 for a whole file, or none.
    pub fn positions(&self) -> (Position, Position) {
        match self {
            Place::Span(source, range) => {
                (source.position(range.start), source.position(range.end))
            }
            Place::File(_) | Place::Nowhere => {
                let start = Position { line: 1, column: 1 };
                (start, start)
            }
        }
    }
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}
