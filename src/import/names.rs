//! Which authority a letter is to, by any of its names.

use std::collections::BTreeMap;

use super::sentences;
use crate::diagnostics::nearest;
use crate::model::england::{self, KnownAuthority};
use crate::model::{Archive, Slug};

/// The names of the authorities of England and of the site.
#[derive(Debug)]
pub(super) struct AuthorityNames {
    /// Each name's words, with the slug; the longest first.
    names: Vec<(Vec<String>, Slug)>,
}

/// What letters say of a council's services beside its name.
const OF_SERVICES: &[&str] = &[
    "councils",
    "local",
    "authorities",
    "council's",
    "children's",
    "childrens",
    "children",
    "services",
    "service",
    "social",
    "care",
    "trust",
    "and",
];

/// Whether a word says nothing of where a council is.
fn is_title(word: &str) -> bool {
    england::TITLES.contains(&word) || OF_SERVICES.contains(&word)
}

/// An authority that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NamedAuthority {
    /// By one of its names.
    As(Slug),
    /// By a name that is not quite one of its names.
    Almost(Slug, String),
}

impl AuthorityNames {
    pub(super) fn new(archive: &Archive) -> Self {
        let mut by_words: BTreeMap<Vec<String>, Slug> = BTreeMap::new();
        let known = england::all();
        // Those of today come first in the table, and keep a name that two have.
        for KnownAuthority { slug, name, other_names, .. } in &known {
            let Some(slug) = Slug::parse(slug) else { continue };
            for name in std::iter::once(name).chain(other_names) {
                by_words.entry(words(name)).or_insert_with(|| slug.clone());
            }
        }
        for authority in &archive.authorities {
            let names = std::iter::once(&authority.name)
                .chain(&authority.formal_name)
                .chain(&authority.other_names);
            for name in names {
                by_words.insert(words(name), authority.slug.clone());
            }
        }
        let mut names: Vec<_> =
            by_words.into_iter().filter(|(words, _)| !words.is_empty()).collect();
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        AuthorityNames { names }
    }

    /// Every authority that a text names, in the order of the names in it.
    pub(super) fn all_in(&self, text: &str) -> Vec<Slug> {
        let text: Vec<String> = words(text).iter().map(|word| bare(word)).collect();
        let mut taken = vec![false; text.len()];
        let mut found: Vec<(usize, Slug)> = Vec::new();
        for (name, slug) in &self.names {
            for (at, window) in text.windows(name.len()).enumerate() {
                let place = at..at + name.len();
                if window == name && !taken[place.clone()].contains(&true) {
                    taken[place].fill(true);
                    found.push((at, slug.clone()));
                }
            }
        }
        found.sort();
        let mut slugs: Vec<Slug> = Vec::new();
        for (_, slug) in found {
            if !slugs.contains(&slug) {
                slugs.push(slug);
            }
        }
        slugs
    }

    /// The authority that a text almost names: by the beginning of its name, or with a slip in it.
    pub(super) fn almost_in(&self, text: &str) -> Option<NamedAuthority> {
        let words: Vec<String> = words(text).iter().map(|word| bare(word)).collect();
        let place: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| !is_title(word)).collect();
        let first = place.first()?;
        let mut begins: Vec<&Slug> = self
            .names
            .iter()
            .filter(|(name, _)| {
                name.len() > place.len() && name.iter().zip(&place).all(|(one, other)| one == other)
            })
            .map(|(_, slug)| slug)
            .collect();
        begins.sort();
        begins.dedup();
        if let ([slug], true) = (&begins[..], first.len() > 3) {
            return Some(NamedAuthority::As((*slug).clone()));
        }
        let joined = place.join(" ");
        let all: Vec<(String, &Slug)> =
            self.names.iter().map(|(name, slug)| (name.join(" "), slug)).collect();
        let near = nearest(&joined, all.iter().map(|(name, _)| name.as_str()))?;
        let (name, slug) = all.iter().find(|(name, _)| name == near)?;
        Some(NamedAuthority::Almost((*slug).clone(), name.clone()))
    }

    /// The authority of this name or folder, as somebody writes it on the command line.
    pub(super) fn the_one(&self, name: &str) -> Option<Slug> {
        let by_slug = self.names.iter().map(|(_, slug)| slug).find(|slug| slug.as_str() == name);
        by_slug.cloned().or_else(|| self.all_in(name).into_iter().next())
    }
}

/// A name's words, so that case, hyphens, dots and '&' make no difference.
fn words(name: &str) -> Vec<String> {
    sentences::words(&name.replace('&', " and "))
}

/// A word without its possessive: 'Durham's' is 'durham'.
fn bare(word: &str) -> String {
    word.strip_suffix("'s").unwrap_or(word).to_owned()
}
