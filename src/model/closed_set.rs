//! Closed sets of words: what an editor writes, and what a reader sees.

use crate::diagnostics::Rule;

/// A closed set of words that front matter may use, the same for every site.
pub trait ClosedSet: Copy + Sized + 'static {
    /// What a word of the set is called in a message: 'unit'.
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

/// Declares an enum and its [`ClosedSet`]: each member with the word and the label.
macro_rules! closed_set {
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

        impl $crate::model::ClosedSet for $name {
            const NAME: &'static str = $called;
            const UNKNOWN: &'static $crate::diagnostics::Rule =
                &$crate::model::rules::$unknown;
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

pub(super) use closed_set;
