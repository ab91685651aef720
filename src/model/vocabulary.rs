//! Closed sets of words: what an editor writes, and what a reader sees.

/// A closed set of words that front matter may use.
pub trait Vocabulary: Copy + Sized + 'static {
    /// What a word of the set is called in a message: 'polarity'.
    const NAME: &'static str;
    /// The code of the problem that a word is not of the set: 'unknown-polarity'.
    const UNKNOWN: &'static str;
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
        pub enum $name:ident, $called:literal, $unknown:literal {
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
            const UNKNOWN: &'static str = $unknown;
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
