//! What may be written into a file so that a problem in it is mended.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A change of the file that a problem is in, after which the problem is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What to write where, from the top of the file; no two overlap.
    pub edits: Vec<Edit>,
    /// Whether a program may write it.
    pub applicability: Applicability,
}

/// Some bytes of a text, and what to write in their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The bytes, as [`super::SourceText`] counts them; none to write something between two.
    pub range: Range<usize>,
    /// What to write there; nothing to take the bytes out.
    pub replacement: String,
}

/// Whether a suggestion may be written without anybody reading it. The names are those of the Rust compiler.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Applicability {
    /// What is written says what was written before, so that no meaning is changed.
    MachineApplicable,
    /// The file can be read then, and most likely says what was meant; somebody has to look.
    MaybeIncorrect,
}

impl Suggestion {
    /// One edit, which changes no meaning.
    pub fn sure(range: Range<usize>, replacement: impl Into<String>) -> Self {
        let edit = Edit { range, replacement: replacement.into() };
        Suggestion::new([edit], Applicability::MachineApplicable)
    }

    /// One edit, for somebody to look at.
    pub fn likely(range: Range<usize>, replacement: impl Into<String>) -> Self {
        let edit = Edit { range, replacement: replacement.into() };
        Suggestion::new([edit], Applicability::MaybeIncorrect)
    }

    /// Edits in any order, of which no two overlap.
    pub fn new(edits: impl IntoIterator<Item = Edit>, applicability: Applicability) -> Self {
        let mut edits: Vec<Edit> = edits.into_iter().collect();
        edits.sort_by_key(Edit::place);
        Suggestion { edits, applicability }
    }
}

impl Applicability {
    /// The word that programs read.
    pub fn word(self) -> &'static str {
        match self {
            Applicability::MachineApplicable => "machine-applicable",
            Applicability::MaybeIncorrect => "maybe-incorrect",
        }
    }
}

impl Edit {
    fn place(&self) -> (usize, usize) {
        (self.range.start, self.range.end)
    }

    /// Whether it would be unclear what comes of both: nothing can be written twice in one place.
    fn overlaps(&self, other: &Edit) -> bool {
        let (own, its) = (&self.range, &other.range);
        own.start == its.start || (own.start < its.end && its.start < own.end)
    }
}

/// The edits that can be written at once, from the top of a file. Of two suggestions that overlap the first counts; the
/// other has to wait until that is written. What two say alike is written once.
pub fn joined<'a>(suggestions: impl IntoIterator<Item = &'a Suggestion>) -> Vec<Edit> {
    // None overlaps another, so that only the nearest on either side can overlap a new one.
    let mut edits: BTreeMap<usize, &Edit> = BTreeMap::new();
    for suggestion in suggestions {
        let new: Vec<&Edit> = suggestion
            .edits
            .iter()
            .filter(|edit| edits.get(&edit.range.start) != Some(edit))
            .collect();
        let is_in_the_way = |edit: &&&Edit| {
            let before = edits.range(..=edit.range.start).next_back();
            let behind = edits.range(edit.range.start..).next();
            before.into_iter().chain(behind).any(|(_, it)| it.overlaps(edit))
        };
        if new.iter().find(is_in_the_way).is_none() {
            edits.extend(new.into_iter().map(|edit| (edit.range.start, edit)));
        }
    }
    edits.into_values().cloned().collect()
}

/// A file's text with edits written into it, from its top and without overlaps. All else stays as it is, byte for byte: also
/// what a [`SourceText`](super::SourceText) has not, a byte order mark and other ends of lines, which what is written gets too.
pub fn applied(file: &str, edits: &[Edit]) -> String {
    let offsets = FileOffsets::new(file);
    let mut text = String::with_capacity(file.len());
    let mut end = 0;
    for Edit { range, replacement } in edits {
        let start = offsets.of(range.start).max(end);
        text.push_str(&file[end..start]);
        text.push_str(&replacement.replace('\n', file_line_end(file)));
        end = offsets.of(range.end).max(start);
    }
    text.push_str(&file[end..]);
    text
}

/// How the first line of a file ends.
pub(crate) fn file_line_end(file: &str) -> &'static str {
    match file.find(['\n', '\r']) {
        Some(at) if file[at..].starts_with("\r\n") => "\r\n",
        Some(at) if file[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// From bytes of a text, without a byte order mark and with `\n` ends of lines, to bytes of the file that it was read from.
pub(crate) struct FileOffsets {
    /// For each byte of the text; none where both are the same.
    bytes: Option<Vec<usize>>,
    length: usize,
}

impl FileOffsets {
    pub(crate) fn new(file: &str) -> Self {
        let start = if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let is_same = start == 0 && !file.contains('\r');
        let follows_return = |at: usize| file.as_bytes()[at] == b'\n' && file[..at].ends_with('\r');
        let bytes =
            (!is_same).then(|| (start..file.len()).filter(|at| !follows_return(*at)).collect());
        FileOffsets { bytes, length: file.len() }
    }

    /// The byte of the file that a byte of the text is.
    pub(crate) fn of(&self, byte: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(byte).copied().unwrap_or(self.length),
            None => byte.min(self.length),
        }
    }
}
