//! What the words of one claim sound like and are about, for whoever marks them by hand.

use super::meanings::{Meaning, Tone};
use super::polarity::Cues;
use crate::model::{Archive, PolarityId, Slug};

/// A polarity and topics, the main one first, as an import would suggest them for these words.
pub fn suggested(words: &str, archive: &Archive) -> (Option<PolarityId>, Vec<Slug>) {
    let cues = Cues::new(archive.topics.iter().map(AsRef::as_ref));
    let tone = cues.tone(words).map_or(Tone::Strength, |heard| heard.tone);
    (tone.in_words_of(&archive.vocabulary), cues.topics_of_claim(words, archive))
}
