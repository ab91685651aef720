//! Closed sets of words: what an editor writes, and what a reader sees.

use crate::diagnostics::{Rule, rules};

rules! {
    Error UNKNOWN_KIND = "unknown-kind" {
        about: "A letter is of a monitoring visit or of a focused visit.",
        example: "kind: monitoring",
        fix: "kind: monitoring-visit",
    }
    Error UNKNOWN_POLARITY = "unknown-polarity" {
        about: "A finding is one of four kinds, which are the letters' own: strength, improving, mixed, not-yet.",
        example: "polarity: weakness",
        fix: "polarity: not-yet",
    }
    Error UNKNOWN_LEVEL = "unknown-level" {
        about: "What the words on progress come to. Leave it out where no level fits.",
        example: "level: good",
        fix: "level: steady",
    }
    Error UNKNOWN_GRADE = "unknown-grade" {
        about: "A judgement of an inspection is one of the grades. A visit has none.",
        example: "overall: requires improvement",
        fix: "overall: requires-improvement",
    }
    Error UNKNOWN_FRAMEWORK = "unknown-framework" {
        about: "Inspections follow a framework: SIF until 2018, ILACS since.",
        example: "framework: SIFF",
        fix: "framework: SIF",
    }
    Error UNKNOWN_JUDGEMENT_AREA = "unknown-judgement-area" {
        about: "Each framework judges its own areas, named as its reports print them.",
        example: "judgements:\n  leaders: good",
        fix: "judgements:\n  leadership: good",
    }
    Error UNKNOWN_REGION = "unknown-region" {
        about: "The nine regions of England, as the Office for National Statistics names them.",
        example: "region: North east",
        fix: "region: North East",
    }
    Error UNKNOWN_UNIT = "unknown-unit" {
        about: "A measure counts, or is a percentage.",
        example: "unit: per cent",
        fix: "unit: percent",
    }
    Error UNKNOWN_DIRECTION = "unknown-direction" {
        about: "Which way a measure is better: higher, lower or neither.",
        example: "better: up",
        fix: "better: higher",
    }
    Error UNKNOWN_GROUP = "unknown-group" {
        about: "Topics stand in one of six groups.",
        example: "group: Acess",
        fix: "group: Access",
    }
}

/// A closed set of words that front matter may use.
pub trait Vocabulary: Copy + Sized + 'static {
    /// What a word of the set is called in a message: 'polarity'.
    const NAME: &'static str;
    /// The rule that a word is of the set.
    const UNKNOWN: &'static Rule;
    /// The whole set, in the order that pages show it in.
    const ALL: &'static [Self];

    /// The word as an editor writes it.
    fn word(self) -> &'static str;

    /// The words as a reader sees them.
    fn label(self) -> &'static str;

    /// The member that this word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.word() == word)
    }
}

/// Declares an enum and its [`Vocabulary`]: each member with the word and the label.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident, $called:literal, $unknown:ident {
            $($(#[$member_meta:meta])* $member:ident = $word:literal, $label:literal;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$member_meta])* $member,)+
        }

        impl $crate::model::Vocabulary for $name {
            const NAME: &'static str = $called;
            const UNKNOWN: &'static $crate::diagnostics::Rule =
                &$crate::model::vocabulary::$unknown;
            const ALL: &'static [Self] = &[$(Self::$member),+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$member => $word,)+
                }
            }

            fn label(self) -> &'static str {
                match self {
                    $(Self::$member => $label,)+
                }
            }
        }
    };
}

pub(super) use vocabulary;
