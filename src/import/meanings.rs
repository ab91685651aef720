//! What recognisers tell apart, by the words that Ofsted's vocabulary has for it.
//!
//! A site with words of its own gets what these mean only where it has the same word.

use crate::model::{TermId, Vocabulary};

/// Something that a recogniser tells from other things.
pub(super) trait Meaning: Copy {
    /// Its word in the vocabulary.
    fn word(self) -> &'static str;

    /// The member of the site's vocabulary that has this word.
    fn in_words_of<I: TermId>(self, vocabulary: &Vocabulary) -> Option<I> {
        vocabulary.id_of(self.word())
    }
}

/// A kind of visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VisitKind {
    Monitoring,
    Focused,
}

/// What a claim sounds like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Strength,
    Improving,
    Mixed,
    NotYet,
}

/// What words on progress come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProgressLevel {
    Deteriorated,
    Insufficient,
    Initial,
    Steady,
    Sustained,
    Significant,
}

impl Meaning for VisitKind {
    fn word(self) -> &'static str {
        match self {
            VisitKind::Monitoring => "monitoring-visit",
            VisitKind::Focused => "focused-visit",
        }
    }
}

impl Tone {
    const ALL: [Self; 4] = [Self::Strength, Self::Improving, Self::Mixed, Self::NotYet];

    /// The tone of this word.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.word() == word)
    }
}

impl Meaning for Tone {
    fn word(self) -> &'static str {
        match self {
            Tone::Strength => "strength",
            Tone::Improving => "improving",
            Tone::Mixed => "mixed",
            Tone::NotYet => "not-yet",
        }
    }
}

impl Meaning for ProgressLevel {
    fn word(self) -> &'static str {
        match self {
            ProgressLevel::Deteriorated => "deteriorated",
            ProgressLevel::Insufficient => "insufficient",
            ProgressLevel::Initial => "initial",
            ProgressLevel::Steady => "steady",
            ProgressLevel::Sustained => "sustained",
            ProgressLevel::Significant => "significant",
        }
    }
}
