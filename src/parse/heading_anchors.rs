//! The anchors of a text's headings: GitHub's, so that one link works on the site and where the repository is browsed;
//! and those that headings had here before, which lead to them still.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::model::{Heading, Slug};

/// A heading without its anchors.
pub(super) struct UnnamedHeading {
    /// Its words, as they are shown.
    pub(super) words: String,
    /// Its words, as they are written: dashes of hyphens are hyphens.
    pub(super) written: String,
    pub(super) level: u8,
    pub(super) range: Range<usize>,
}

/// The headings of a text, in order, with their anchors. None is one that is taken already, or the page's own.
pub(super) fn named(headings: Vec<UnnamedHeading>, taken: &BTreeSet<&str>) -> Box<[Heading]> {
    let mut on_github = GitHubAnchors::default();
    let on_github: Vec<String> = headings.iter().map(|it| on_github.next(&it.written)).collect();
    let is_free = |anchor: &str| !is_reserved_anchor(anchor) && !taken.contains(anchor);
    // No earlier anchor of one heading takes the place of another's.
    let mut of_pages: BTreeSet<&str> = on_github.iter().map(String::as_str).collect();
    of_pages.extend(taken);
    let mut earlier = NumberedAnchors::new(taken);
    let mut instead = NumberedAnchors::new(&of_pages);
    let mut named = Vec::with_capacity(headings.len());
    for (UnnamedHeading { words, level, range, .. }, anchor) in headings.into_iter().zip(&on_github)
    {
        let mut plain = Slug::from_text(&words).unwrap_or_else(Slug::for_heading);
        if is_reserved_anchor(plain.as_str()) {
            plain = Slug::for_heading();
        }
        let before = earlier.next(plain);
        let anchor: Box<str> = anchor.as_str().into();
        let heading = Heading { id: anchor, before: None, on_github: None, words, level, range };
        named.push(if heading.id.is_empty() || !is_free(&heading.id) {
            let id = instead.next(before).as_str().into();
            let on_github = Some(heading.id).filter(|it| !it.is_empty());
            Heading { id, on_github, ..heading }
        } else if instead.take(&before) {
            Heading { before: Some(before.as_str().into()), ..heading }
        } else {
            heading
        });
    }
    named.into()
}

/// Whether an anchor is kept for the page's own parts, so that no heading and no finding has it.
pub(crate) fn is_reserved_anchor(anchor: &str) -> bool {
    let parts = ["section-", "measure-", "kind_", "note_", "page_", "search_", "strip_"];
    anchor == "main" || parts.iter().any(|part| anchor.starts_with(part))
}

/// The anchors that GitHub gives to the headings of one text
/// (<https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links>).
#[derive(Default)]
struct GitHubAnchors {
    /// Each that is taken, with how often it was asked for again.
    counts: BTreeMap<String, usize>,
}

impl GitHubAnchors {
    fn next(&mut self, words: &str) -> String {
        let plain = on_github(words);
        let mut count = self.counts.get(&plain).copied().unwrap_or(0);
        let mut anchor = plain.clone();
        while self.counts.contains_key(&anchor) {
            count += 1;
            anchor = format!("{plain}-{count}");
        }
        self.counts.insert(plain, count);
        self.counts.entry(anchor.clone()).or_insert(0);
        anchor
    }
}

/// The words in small letters, with hyphens for spaces, and without signs.
fn on_github(words: &str) -> String {
    let mut anchor = String::with_capacity(words.len());
    for character in words.to_lowercase().chars() {
        match character {
            ' ' | '-' => anchor.push('-'),
            _ if is_of_words(character) => anchor.push(character),
            _ => {}
        }
    }
    anchor
}

/// What Ruby, in which GitHub's rule is written, takes for a part of words.
fn is_of_words(character: char) -> bool {
    character.is_alphabetic()
        || matches!(
            character.general_category(),
            GeneralCategory::NonspacingMark
                | GeneralCategory::SpacingMark
                | GeneralCategory::EnclosingMark
                | GeneralCategory::DecimalNumber
                | GeneralCategory::ConnectorPunctuation
        )
}

/// Anchors with a number behind them where they are taken.
struct NumberedAnchors<'a> {
    /// What others have.
    others: &'a BTreeSet<&'a str>,
    taken: BTreeSet<Slug>,
    /// The next number to try behind a stem, by its first anchor with a number of so many digits.
    next: BTreeMap<Slug, usize>,
}

impl<'a> NumberedAnchors<'a> {
    fn new(others: &'a BTreeSet<&'a str>) -> Self {
        NumberedAnchors { others, taken: BTreeSet::new(), next: BTreeMap::new() }
    }

    fn next(&mut self, plain: Slug) -> Slug {
        if self.take(&plain) {
            return plain;
        }
        // A number takes the place of a long anchor's end, so that several anchors may come to the same. They are
        // counted together, or each would try all the numbers that the others have.
        let mut first = 1;
        loop {
            let mut next = *self.next.entry(plain.numbered(first)).or_insert(first.max(2));
            while next < first * 10 {
                let id = plain.numbered(next);
                next += 1;
                if self.take(&id) {
                    self.next.insert(plain.numbered(first), next);
                    return id;
                }
            }
            self.next.insert(plain.numbered(first), next);
            first *= 10;
        }
    }

    fn take(&mut self, anchor: &Slug) -> bool {
        !self.others.contains(anchor.as_str()) && self.taken.insert(anchor.clone())
    }
}
