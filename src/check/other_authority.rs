//! `other-authority`: the summary of a letter names another authority than the one in whose folder it is.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, Place, rules};
use crate::index::Indexes;
use crate::model::england::{KnownAuthority, TITLES};
use crate::model::{Archive, Authority, Letter, Slug};

rules! {
    Warning RULE = "other-authority" {
        about: "A letter belongs to the authority in whose folder it is. One whose summary begins with another's name, and never has its own, was put into the wrong folder, more often than not.",
        example: "Inspectors visited Kirklees.   # in the folder `medway`",
        fix: "Inspectors visited Medway.",
    }
}

/// Names that are words, too: only with 'Council' or the like behind them are they meant.
const WORDS: &[&str] = &["Bury", "Reading", "Slough"];

/// Before a name: who helps, or runs something, or gave a way of working its name.
const OF_PARTNERS: &[&str] = &["by", "from", "with", "the", "and", "near", "neighbouring", "like"];

/// Before a name: a part of another name.
const PARTS_OF_NAMES: &[&str] = &[
    "Greater", "North", "South", "East", "West", "Mid", "Central", "New", "Royal", "Upper", "Lower",
];

/// An authority's names, and those of whom it replaced, of who replaced it and of who runs its services.
struct NamedAuthority<'a> {
    slug: &'a str,
    name: &'a str,
    names: Vec<Cow<'a, str>>,
    relatives: Vec<&'a str>,
}

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let table = archive.vocabulary.known_authorities.all();
    let authorities: Vec<NamedAuthority<'_>> = archive
        .authorities
        .iter()
        .map(|it| of_site(it))
        .chain(table.iter().map(of_table))
        .collect();
    let mut by_first_word: BTreeMap<&str, Vec<(&str, &NamedAuthority<'_>)>> = BTreeMap::new();
    for authority in &authorities {
        for name in authority.names.iter().filter(|name| name.starts_with(char::is_uppercase)) {
            let (first, _) = word_at(name, 0);
            by_first_word.entry(first).or_default().push((name, authority));
        }
    }
    for names in by_first_word.values_mut() {
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    }
    let mut by_slug: BTreeMap<&str, Vec<&NamedAuthority<'_>>> = BTreeMap::new();
    for authority in &authorities {
        by_slug.entry(authority.slug).or_default().push(authority);
    }
    let letters = archive.letters.par_iter();
    letters.filter_map(|letter| problem(letter, &by_slug, &by_first_word)).collect()
}

fn of_site(authority: &Authority) -> NamedAuthority<'_> {
    let delivery = authority.delivery.iter();
    let delivery = delivery.flat_map(|it| [Some(it.name.as_str()), it.short_name.as_deref()]);
    let names = [Some(authority.name.as_str()), authority.formal_name.as_deref()].into_iter();
    let names = names.chain(delivery).flatten();
    let names = names.chain(authority.other_names.iter().map(String::as_str));
    let relatives = authority.predecessors.iter().chain(&authority.successors);
    NamedAuthority {
        slug: authority.slug.as_str(),
        name: &authority.name,
        names: names.flat_map(spellings).collect(),
        relatives: relatives.map(Slug::as_str).collect(),
    }
}

fn of_table(known: &KnownAuthority) -> NamedAuthority<'_> {
    let names = [known.name].into_iter().chain(known.other_names.iter().copied());
    NamedAuthority {
        slug: known.slug,
        name: known.name,
        names: names.flat_map(spellings).collect(),
        relatives: known.predecessors.iter().chain(&known.successors).copied().collect(),
    }
}

/// A name, and the same without dots: 'St. Helens', 'St Helens'.
fn spellings(name: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let plain = name.contains('.').then(|| name.replace('.', "").into());
    [Cow::from(name)].into_iter().chain(plain)
}

fn problem(
    letter: &Letter,
    by_slug: &BTreeMap<&str, Vec<&NamedAuthority<'_>>>,
    by_first_word: &BTreeMap<&str, Vec<(&str, &NamedAuthority<'_>)>>,
) -> Option<Diagnostic> {
    let lead = letter.body.lead.as_str();
    let found = named(lead, by_first_word);
    if found.is_empty() {
        return None;
    }
    let sent_to = [&letter.folder].into_iter().chain(&letter.authorities).map(Slug::as_str);
    let sent_to: BTreeSet<&str> = sent_to.collect();
    let own: Vec<&NamedAuthority<'_>> =
        sent_to.iter().filter_map(|slug| by_slug.get(slug)).flatten().copied().collect();
    let is_own = |other: &NamedAuthority<'_>| {
        own.iter().any(|own| own.slug == other.slug || own.relatives.contains(&other.slug))
    };
    if own.is_empty() || found.iter().any(|(_, it)| is_own(it)) {
        return None;
    }
    let mut others = found.iter().filter(|(range, it)| is_subject(lead, range) && !is_own(it));
    let (range, other) = others.next()?;
    let body = letter.body.markdown.as_str();
    let says_own = own
        .iter()
        .flat_map(|it| &it.names)
        .any(|name| !name.is_empty() && body.contains(name.as_ref()));
    if says_own || others.any(|(_, another)| another.slug != other.slug) {
        return None;
    }
    let words = &lead[range.clone()];
    let place = match letter.source.text.get(letter.body.offset..).and_then(|it| it.find(words)) {
        Some(at) => {
            let start = letter.body.offset + at;
            Place::span(&letter.source, start..start + words.len())
        }
        None => Place::start_of(&letter.source),
    };
    let name = own[0].name;
    let message =
        format!("the letter is in the folder of {name}, but its summary names {}", other.name);
    let help = format!("move it to the folder of {}, or say {name} in the summary", other.name);
    Some(RULE.at(place, message).help(help))
}

/// The authorities that a text names, and where; of names within one another the longest.
fn named<'a>(
    text: &str,
    by_first_word: &BTreeMap<&str, Vec<(&'a str, &'a NamedAuthority<'a>)>>,
) -> Vec<(Range<usize>, &'a NamedAuthority<'a>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_capital(text, at) {
        at = start;
        let (word, end) = word_at(text, at);
        let names = by_first_word.get(word).into_iter().flatten();
        let is_there = |name: &str| {
            text[at..].starts_with(name) && !text[at + name.len()..].starts_with(is_of_word)
        };
        let longest = names.clone().find(|(name, _)| is_there(name)).map(|(name, _)| name.len());
        let Some(length) = longest else {
            at = end;
            continue;
        };
        let same = names.filter(|(name, _)| name.len() == length && is_there(name));
        found.extend(same.map(|(_, authority)| (at..at + length, *authority)));
        at += length;
    }
    found
}

/// Where the next word with a capital begins, from here on, where a word may begin.
fn next_capital(text: &str, from: usize) -> Option<usize> {
    let mut is_within = false;
    for (at, letter) in text.get(from..)?.char_indices() {
        if !is_within && letter.is_uppercase() {
            return Some(from + at);
        }
        is_within = is_of_word(letter);
    }
    None
}

/// The word that begins here, and where the next one may.
fn word_at(text: &str, start: usize) -> (&str, usize) {
    let rest = &text[start..];
    let length = rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len());
    let behind = rest[length..].chars().next().map_or(0, char::len_utf8);
    (&rest[..length], start + length + behind)
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}

/// Whether a name is that of whom the text is about, as far as the words around it show.
fn is_subject(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end();
    let before = before.rsplit(|letter| !is_of_word(letter)).next().unwrap_or("");
    let behind = text[range.end..]
        .strip_prefix(['\'', '’'])
        .map_or(&text[range.end..], |rest| rest.strip_prefix('s').unwrap_or(rest));
    let is_next = behind.starts_with(' ');
    let next = behind.trim_start().split(|letter| !is_of_word(letter)).next().unwrap_or("");
    let is_council = is_next && TITLES.contains(&next.to_lowercase().as_str());
    if PARTS_OF_NAMES.contains(&before) {
        return false;
    }
    if is_council {
        return !matches!(before, "by" | "from" | "with");
    }
    let is_other_name = is_next && next.starts_with(char::is_uppercase)
        || matches!(next, "police" | "constabulary" | "model");
    !OF_PARTNERS.contains(&before) && !WORDS.contains(&&text[range.clone()]) && !is_other_name
}
