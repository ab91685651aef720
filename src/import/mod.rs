//! Import: from the text of a regulator's letter to a draft that an editor rewrites, and what is doubtful in it.
//!
//! What the letter states is taken as it stands; what it does not state is left out, and said. Findings, their
//! polarity and their topics are suggestions. The recognisers below work on the blocks of the letter and its
//! parts; `cues.csv` and `topics.csv` are the tables of words that they go by.

mod lines;

mod blocks;

mod sections;

mod sentences;

mod dates;

mod names;

mod letter;

mod facts;

mod whom;

mod inspectors;

mod lists;

mod areas;

mod progress;

mod phrases;

mod cues;

mod claims;

mod figures;

mod quotes;

mod draft;

mod doubts;

pub(crate) mod rules;

pub mod pdf;

use crate::diagnostics::{Diagnostic, Place};

pub use draft::{Draft, Referred, Suggestion};
pub use letter::read;
pub use whom::authority_named;

/// The problem that a file has no text that could be read as a letter's.
pub fn unreadable(path: String, message: &str) -> Diagnostic {
    rules::UNREADABLE_LETTER.at(Place::File(path), message)
}
