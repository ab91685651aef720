//! What may be written into a file so that a problem in it is mended.

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
        Suggestion::of(range, replacement, Applicability::MachineApplicable)
    }

    /// One edit, for somebody to look at.
    pub fn likely(range: Range<usize>, replacement: impl Into<String>) -> Self {
        Suggestion::of(range, replacement, Applicability::MaybeIncorrect)
    }

    fn of(
        range: Range<usize>,
        replacement: impl Into<String>,
        applicability: Applicability,
    ) -> Self {
        let edit = Edit { range, replacement: replacement.into() };
        Suggestion { edits: vec![edit], applicability }
    }
}
