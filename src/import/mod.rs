//! Import: from the text of a regulator's letter to a draft that an editor rewrites, and what is doubtful in it.
//!
//! What the letter states is taken as it stands; what it does not state is left out, and said. Findings, their
//! polarity and their topics are suggestions. The recognisers below work on the blocks of the letter and its
//! parts; `polarity.csv` and `topics.csv` are the tables of words that they go by.

mod lines;

mod blocks;

mod sections;

mod sentences;

mod dates;

mod names;

mod letter;

mod facts;

mod addressees;

mod inspectors;

mod lists;

mod areas;

mod progress;

mod phrases;

mod polarity;

mod claims;

mod figures;

mod quotes;

mod draft;

mod problems;

pub mod pdf;

pub use addressees::authority_named;
pub use draft::{Draft, Referred, Suggestion};
pub use letter::read;
