//! The language of a site's pages, and which tables of messages serve it.

use std::fmt;

use unic_langid::LanguageIdentifier;

/// A language as BCP 47 writes it (RFC 5646), with its parts in the usual cases: `en-GB`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Language {
    /// Its language, script, region and variants.
    identifier: LanguageIdentifier,
    tag: String,
}

impl Language {
    /// The language of the messages that all others are held against.
    pub const REFERENCE: &str = "en";

    /// The language that this tag names, if it is well formed and begins with one. Tags that are private as a whole, as
    /// `x-ours`, name none; nor do those from before, as `i-klingon`, which others have replaced.
    pub fn parse(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-').peekable();
        let mut named = Vec::new();
        while let Some(subtag) = subtags.next_if(|subtag| subtag.len() != 1) {
            named.push(subtag);
        }
        let rest: Vec<&str> = subtags.collect();
        let primary = named.first().filter(|it| matches!(it.len(), 2 | 3))?;
        if *primary == "und" || !are_extensions(&rest) {
            return None;
        }
        let written = named.join("-");
        // The crate takes underscores for hyphens, and drops what stands there twice.
        let identifier: LanguageIdentifier = written.parse().ok().filter(|_| is_plain(&written))?;
        let is_of_no_region = identifier.region.is_some_and(|region| region.as_str() == NO_REGION);
        if is_of_no_region || identifier.to_string().len() != written.len() {
            return None;
        }
        let usual = |(index, subtag): (usize, &&str)| usual_case(index, subtag);
        let parts = named.iter().enumerate().map(usual);
        let parts: Vec<String> = parts.chain(rest.iter().map(|it| it.to_lowercase())).collect();
        Some(Language { identifier, tag: parts.join("-") })
    }

    /// The tags of the tables that serve it, the nearest first (RFC 4647, lookup): `en-GB`, then `en`.
    pub fn tables(&self) -> Vec<String> {
        let ends = self.tag.match_indices('-').map(|(end, _)| end).rev();
        let shorter = ends.map(|end| &self.tag[..end]);
        // What begins an extension says nothing without what follows it.
        let is_whole = |tag: &&str| tag.rsplit('-').next().is_some_and(|last| last.len() > 1);
        let shorter = shorter.filter(is_whole).map(str::to_owned);
        [self.tag.clone()].into_iter().chain(shorter).collect()
    }

    pub(super) fn identifier(&self) -> &LanguageIdentifier {
        &self.identifier
    }
}

/// The slip for `GB`: a code that stands for no region.
const NO_REGION: &str = "UK";

fn is_plain(tag: &str) -> bool {
    tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Extensions, each a letter or a digit and what it is followed by, no two of one; and last what is private, behind `x`.
fn are_extensions(subtags: &[&str]) -> bool {
    let mut begun: Vec<String> = Vec::new();
    let mut is_open = false;
    for subtag in subtags {
        let is_private = begun.last().is_some_and(|it| it == "x");
        if !is_plain(subtag) || !(1..=8).contains(&subtag.len()) {
            return false;
        }
        if subtag.len() == 1 && !is_private {
            let singleton = subtag.to_lowercase();
            if is_open || begun.contains(&singleton) {
                return false;
            }
            begun.push(singleton);
            is_open = true;
        } else {
            is_open = false;
        }
    }
    !is_open
}

/// A script has a capital, a region capitals, and all else small letters.
fn usual_case(index: usize, subtag: &str) -> String {
    let small = subtag.to_lowercase();
    let is_word = small.bytes().all(|byte| byte.is_ascii_alphabetic());
    match small.len() {
        2 if index > 0 => small.to_uppercase(),
        4 if index > 0 && is_word => small[..1].to_uppercase() + &small[1..],
        _ => small,
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.tag)
    }
}
