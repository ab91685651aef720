//! The language of a site's pages, and which tables of messages serve it.

use std::fmt;

use unic_langid::LanguageIdentifier;

/// A language as BCP 47 writes it, with its parts in the usual cases: `en-GB`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Language(LanguageIdentifier);

impl Language {
    /// The language of the messages that all others are held against.
    pub const REFERENCE: &str = "en";

    /// The language that this tag names, if it is one. Extensions are none that a table could be for.
    pub fn parse(tag: &str) -> Option<Self> {
        let language: LanguageIdentifier = tag.parse().ok()?;
        let is_named = !language.language.is_empty() && !tag.contains('_');
        is_named.then_some(Language(language))
    }

    /// The tags of the tables that serve it, the nearest first (RFC 4647, lookup): `en-GB`, then `en`.
    pub fn tables(&self) -> Vec<String> {
        let whole = self.to_string();
        let ends = whole.match_indices('-').map(|(end, _)| end).rev();
        let shorter: Vec<String> = ends.map(|end| whole[..end].to_owned()).collect();
        [whole].into_iter().chain(shorter).collect()
    }

    pub(super) fn identifier(&self) -> &LanguageIdentifier {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
