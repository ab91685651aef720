//! A text after an edit, as pieces of the one before and new ones: so that what stays, and what is only moved, keeps the
//! bytes of its file.

use std::ops::Range;

use crate::diagnostics::{FileOffsets, file_line_end};

/// A part of the edited text.
#[derive(Debug)]
pub(super) enum Piece {
    /// These bytes of the text, as a file has them.
    Kept(Range<usize>),
    /// What is written anew, with `\n` ends of lines.
    New(String),
}

/// A whole text, from its top.
pub(super) type Pieces = Vec<Piece>;

/// A text of this length in which something is written in the place of some bytes.
pub(super) fn replaced(length: usize, range: Range<usize>, new: impl Into<String>) -> Pieces {
    vec![Piece::Kept(0..range.start), Piece::New(new.into()), Piece::Kept(range.end..length)]
}

/// What they come to in a text with `\n` ends of lines.
pub(super) fn joined(text: &str, pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Kept(range) => &text[range.clone()],
        Piece::New(words) => words,
    });
    words.collect()
}

/// What they come to in its file, which may begin with a byte order mark, and whose lines end as they do.
pub(super) fn joined_in_file(file: &str, pieces: &[Piece]) -> String {
    let offsets = FileOffsets::new(file);
    let mut joined = file[..offsets.of(0)].to_owned();
    for piece in pieces {
        match piece {
            Piece::Kept(range) => {
                joined.push_str(&file[offsets.of(range.start)..offsets.of(range.end)])
            }
            Piece::New(words) => joined.push_str(&words.replace('\n', file_line_end(file))),
        }
    }
    joined
}
