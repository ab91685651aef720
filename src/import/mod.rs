//! Import: from the text of a regulator's letter to a draft that an editor rewrites, and what is doubtful in it.
//!
//! What the letter states is taken as it stands; what it does not state is left out, and said. Findings, their
//! polarity and their topics are suggestions. The recognisers below work on the blocks of the letter and its
//! parts; `polarity.csv` and `topics.csv` are the tables of words that they go by, and `topic_weights.csv` what was learned
//! from findings that people judged.

mod addressees;
mod areas;
mod blocks;
mod bullets;
mod claims;
mod conditions;
mod dates;
mod documents;
mod draft;
mod evidence;
mod facts;
mod features;
mod figures;
mod footnotes;
mod framework;
mod headings;
mod inspector_lists;
mod inspectors;
mod letter;
mod lines;
mod lists;
mod looks;
mod marks;
mod meanings;
mod names;
mod offices;
pub mod pdf;
mod phrases;
mod polarity;
mod problems;
mod progress;
mod quotes;
mod report;
mod roles;
pub(crate) mod rules;
mod sections;
mod sentences;
mod sounds;
mod suggested;
mod text;
mod told;
mod topic_weights;
mod topics;

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{Archive, Slug};
use headings::Section;
use letter::LetterParts;
use names::AuthorityNames;
use problems::Doubts;

pub use addressees::authority_named;
pub(crate) use dates::{named_days, only_day};
pub use draft::{Draft, LeftOut, Referred, Suggestion};
pub use features::ClaimFeatures;
pub use report::{InspectionDraft, inspection};
pub(crate) use sentences::sentences;
pub use suggested::suggested;
pub use text::letter_text;
pub(crate) use told::told_sentences;
pub use topic_weights::TopicWeights;

/// Reads a letter: a draft of it, and what could not be found or is doubtful. `authority` is whom the letter is to,
/// where somebody says so; otherwise the letter does. Topics, and the letters that there are, are the archive's.
pub fn read(
    source: &Arc<SourceText>,
    archive: &Archive,
    authority: Option<&Slug>,
) -> (Draft, Vec<Diagnostic>) {
    let letter = LetterParts::new(&source.text);
    let mut doubts = Doubts::new(source);
    let mut draft = Draft::default();
    if letter.sections.iter().all(|section| *section == Section::Closing) {
        doubts.no_letter("there are no words in this", "is it the letter that was meant?");
        return (draft, doubts.problems);
    }
    facts::read(&letter, &archive.vocabulary, &mut draft, &mut doubts);
    let Some(_) = draft.kind else { return (draft, doubts.problems) };
    match authority {
        Some(slug) => draft.authorities = vec![slug.clone()],
        None => {
            addressees::authorities(&letter, &AuthorityNames::new(archive), &mut draft, &mut doubts)
        }
    }
    addressees::compare(&letter, archive, &draft, &mut doubts);
    offices::read(&letter, &mut draft);
    inspectors::read(&letter, &mut draft, &mut doubts);
    areas::read(&letter, &mut draft, &mut doubts);
    progress::read(&letter, &archive.vocabulary, &mut draft);
    claims::read(&letter, archive, &mut draft, &mut doubts);
    figures::read(&letter, archive, &mut draft);
    quotes::read(&letter, &mut draft);
    (draft, doubts.problems)
}

/// The problem that a file has no text that could be read as a letter's.
pub fn unreadable(path: String, message: &str) -> Diagnostic {
    rules::UNREADABLE_LETTER.at(Place::File(path), message)
}
