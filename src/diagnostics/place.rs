//! Where a problem is: a file, and the span of the words in it.

use std::ops::Range;
use std::sync::Arc;

use super::{Text, rules};

rules! {
    Error CONTROL_CHARACTER = "control-character" {
        about: "Characters that cannot be seen make feeds unreadable, and some turn the order of the others round. Nor may one stand in a text by its number, such as `&#8;`.",
        example: "a text with a hidden character, pasted from elsewhere",
        fix: "the same text, typed again",
    }
}

/// A text that was read, under the path that people know it by.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceText {
    /// The path from the site's folder, with `/` between its parts.
    pub path: String,
    /// The whole text, without a byte order mark and with `\n` line ends.
    pub text: Text,
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

/// Characters that no page can show, that XML may not hold, or that turn the order of others round:
/// what no text of the content may have in it.
pub fn is_forbidden(character: char) -> bool {
    let is_control = character.is_control() && character != '\n' && character != '\t';
    let turns_order = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Marks of direction, spaces without width and line ends of other worlds. What joins letters, as in
    // some names, stays.
    let is_unseen = matches!(
        character,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
    );
    is_control || turns_order || is_unseen || matches!(character, '\u{fffe}' | '\u{ffff}')
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}
