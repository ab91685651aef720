//! The language of a site's pages, and which tables of messages serve it.

use std::collections::BTreeSet;
use std::fmt;

use unic_langid::LanguageIdentifier;

/// A language as BCP 47 writes it, with its parts in the usual cases: `en-GB`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Language(LanguageIdentifier);

impl Language {
    /// The language of the messages that all others are held against.
    pub const REFERENCE: &str = "en";

    /// The language that this tag names, if it is one (RFC 5646, 2.1). What extensions say is nothing that a table could be
    /// for. Nor is there a registered language of more than three letters, so that `english` is none.
    pub fn parse(tag: &str) -> Option<Self> {
        let subtags: Vec<&str> = tag.split('-').collect();
        let extensions = subtags.iter().position(|it| it.len() == 1).unwrap_or(subtags.len());
        let (named, extensions) = subtags.split_at(extensions);
        let language: LanguageIdentifier = named.join("-").parse().ok()?;
        let is_named = matches!(language.language.as_str().len(), 2 | 3)
            && !language.language.is_empty()
            && !tag.contains('_')
            && language.variants().count() == named.iter().filter(|it| is_variant(it)).count();
        // ISO 3166 has set it aside, and BCP 47 has no such region.
        let is_registered = language.region.is_none_or(|region| region.as_str() != "UK");
        (is_named && is_registered && are_extensions(extensions)).then_some(Language(language))
    }

    /// The tag that was most likely meant by a text that is none: `en-GB` for `en_GB`, `en` for `English`.
    pub fn meant_by(written: &str) -> Option<Self> {
        let without_encoding = written.split(['.', '@', '(']).next().unwrap_or(written);
        let words = without_encoding.to_lowercase();
        let words = words.split(|it: char| !it.is_alphanumeric());
        let mut subtags: Vec<&str> =
            words.filter(|it| !it.is_empty() && *it != "language").collect();
        let (first, rest) = subtags.split_first_mut()?;
        rest.iter_mut().for_each(|it| *it = region(it));
        let named = NAMES.iter().find(|(_, names)| names.contains(first)).map(|(tag, _)| *tag);
        *first = named.unwrap_or(first);
        // `zh-cmn` is one language in the second subtag; the first adds nothing (RFC 5646, 4.1.2).
        let extended = subtags.get(1).filter(|it| it.len() == 3).map(|_| subtags[1..].join("-"));
        Language::parse(&subtags.join("-"))
            .or_else(|| Language::parse(named?))
            .or_else(|| Language::parse(&extended?))
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

/// What people call languages that sites of these islands are in, small; and their tags.
const NAMES: [(&str, &[&str]); 6] = [
    ("en", &["english", "eng", "saesneg"]),
    ("cy", &["welsh", "cymraeg", "cym", "wel"]),
    ("ga", &["irish", "gaeilge", "gle"]),
    ("gd", &["gaelic", "gàidhlig", "gla"]),
    ("sco", &["scots"]),
    ("kw", &["cornish", "kernewek"]),
];

/// The subtag of a region that goes by another name too.
fn region(subtag: &str) -> &str {
    if ["uk", "british", "britain"].contains(&subtag) { "GB" } else { subtag }
}

/// Five to eight characters behind the language; four where the first is a digit.
fn is_variant(subtag: &str) -> bool {
    let begins_with_digit = subtag.starts_with(|it: char| it.is_ascii_digit());
    subtag.len() >= 5 || subtag.len() == 4 && begins_with_digit
}

/// A single letter or digit, each once, and what belongs to it; behind `x` anything may stand.
fn are_extensions(subtags: &[&str]) -> bool {
    let mut singletons = BTreeSet::new();
    let mut subtags = subtags.iter().peekable();
    let is_subtag = |text: &str| {
        (1..=8).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_alphanumeric())
    };
    while let Some(singleton) = subtags.next() {
        let singleton = singleton.to_ascii_lowercase();
        if singleton == "x" {
            return subtags.peek().is_some() && subtags.all(|it| is_subtag(it));
        }
        let mut parts = 0;
        while subtags.next_if(|it| it.len() != 1).is_some_and(|it| is_subtag(it)) {
            parts += 1;
        }
        if parts == 0 || !is_subtag(&singleton) || !singletons.insert(singleton) {
            return false;
        }
    }
    true
}
