//! A line of front matter in its parts: what it begins with, its key, and its value.

use std::ops::Range;

use super::levels::{Levels, typed_column};
use crate::parse::lines::Line;

/// A line in its parts, as far as it is mended: a bullet is taken for the hyphen that it should be.
pub(super) struct Parts<'a> {
    pub(super) line: Line<'a>,
    /// White space of any kind.
    pub(super) indentation: &'a str,
    /// How far to the right the line was typed.
    pub(super) typed: usize,
    pub(super) marker: Option<Marker<'a>>,
    pub(super) key: Option<Key<'a>>,
    /// How far to the right its key was typed.
    pub(super) typed_key: usize,
    pub(super) value: &'a str,
    pub(super) start: Start,
    /// The key on the next line, where it stands in the column of this line's.
    pub(super) next_key: Option<&'a str>,
    /// Of the first item of a list: the column in which the others begin, where its own keys below agree with them.
    pub(super) agreed: Option<usize>,
}

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// An item of a list.
    Item,
    /// A key of the group above.
    Key,
    /// Neither.
    Plain,
}

/// What an item begins with.
#[derive(Clone, Copy)]
pub(super) struct Marker<'a> {
    pub(super) is_hyphen: bool,
    /// The mark, without the space after it.
    pub(super) mark: &'a str,
    pub(super) space: &'a str,
}

/// A key, and what stands between it and its value.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    pub(super) name: &'a str,
    /// From the end of the key to the value.
    pub(super) colon: &'a str,
    pub(super) form: Colon,
    /// Whether a group that is open has this key.
    pub(super) is_known: bool,
}

/// How the colon after a key is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colon {
    /// A space or the end of the line follows.
    Right,
    /// No space follows.
    Joined,
    /// There is none.
    Missing,
}

/// White space that is no space to YAML.
pub(super) fn is_odd_space(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii()
}

/// Marks that word processors begin the items of a list with.
pub(super) fn is_bullet(mark: char) -> bool {
    "•◦▪▫–—·◼◾■□●○‣⁃∙➢➤✓✔✗→§\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}".contains(mark)
}

/// Marks that say nothing but that an item begins; a box may be ticked or not.
pub(super) fn is_mere_bullet(mark: char) -> bool {
    "•◦·●○‣⁃∙\u{f0b7}\u{f076}".contains(mark)
}

impl<'a> Parts<'a> {
    pub(super) fn of(line: Line<'a>, levels: &Levels<'_>) -> Self {
        let indentation = line.indentation();
        let typed = typed_column(indentation);
        let mut rest = line.text[indentation.len()..].trim_end();
        let marker = Marker::of(rest, typed, levels);
        let mut typed_key = typed;
        if let Some(marker) = marker {
            rest = &rest[marker.mark.len() + marker.space.len()..];
            typed_key += marker.mark.chars().count() + marker.space.chars().count();
        }
        let is_text = marker.is_some() && levels.has_texts(typed);
        let item = marker.map(|_| typed);
        let mut key = Key::of(rest, (typed_key, item), levels);
        if is_text {
            // In a text a colon is no key's, but for a key that the list stands beside, or of the items of another list.
            key = key.filter(|it| {
                let is_known =
                    levels.awaiting(it.name).is_some() || levels.has_list_with(typed, it.name);
                it.form == Colon::Right && is_known
            });
        }
        if let Some(key) = key.as_mut().filter(|_| marker.is_some()) {
            // The item above may have it too.
            key.is_known |= levels.items_have(typed, key.name);
        }
        let value = key.map_or(rest, |key| &rest[key.name.len() + key.colon.len()..]);
        let start = match (marker, key) {
            (Some(_), _) => Start::Item,
            (None, Some(_)) => Start::Key,
            (None, None) => Start::Plain,
        };
        Parts {
            line,
            indentation,
            typed,
            marker,
            key,
            typed_key,
            value,
            start,
            next_key: None,
            agreed: None,
        }
    }

    /// How wide the hyphen and the space after it are, once they are mended.
    pub(super) fn mended_marker(&self) -> usize {
        match self.marker {
            Some(Marker { is_hyphen: true, space, .. })
                if space.len() > 1 && space.trim_start_matches(' ').is_empty() =>
            {
                1 + space.len()
            }
            Some(_) => 2,
            None => 0,
        }
    }

    /// Whether its value is a text below it, which begins further right than it.
    pub(super) fn begins_block(&self) -> bool {
        self.value.starts_with(['|', '>'])
    }

    /// Whether it is an item without any mark.
    pub(super) fn is_bare(&self) -> bool {
        self.marker.is_some_and(|marker| marker.mark.is_empty())
    }

    /// The mark of an item and the space after it, in the file.
    pub(super) fn marker_range(&self) -> Option<Range<usize>> {
        let Marker { mark, space, .. } = self.marker?;
        let start = self.line.range(mark).start;
        Some(start..start + mark.len() + space.len())
    }
}

impl<'a> Marker<'a> {
    fn of(rest: &'a str, typed: usize, levels: &Levels<'_>) -> Option<Self> {
        let first = rest.chars().next()?;
        let is_space = |letter: char| letter.is_whitespace();
        let marked = |length: usize| {
            let (mark, after) = rest.split_at(length);
            let space = &after[..after.find(|it| !is_space(it)).unwrap_or(after.len())];
            Marker { is_hyphen: mark == "-", mark, space }
        };
        if rest.starts_with("-- ") && levels.expects_item(typed) {
            return Some(marked(2));
        }
        if first == '-' {
            let marker = marked(1);
            let after = &rest[1..];
            let is_item = after.is_empty()
                || !marker.space.is_empty()
                || (after.starts_with(|it: char| it.is_alphanumeric() || "[\"'“‘".contains(it))
                    && (levels.expects_item(typed) || begins_with_known_key(after, levels)));
            return is_item.then_some(marker);
        }
        let begins_item = |length: usize| {
            let key = rest[length..].trim_start().split_once(':').map(|(key, _)| key);
            key.is_some_and(|key| levels.has_list_of(key))
        };
        let is_expected =
            levels.expects_item(typed) || is_bullet(first) && begins_item(first.len_utf8());
        if !is_expected {
            return None;
        }
        if is_bullet(first) {
            return Some(marked(first.len_utf8()));
        }
        if let Some(length) = list_mark(rest).filter(|it| rest[*it..].starts_with(is_space)) {
            return Some(marked(length));
        }
        levels
            .expects_bare_item(typed, rest)
            .then(|| marked(0))
            .map(|it| Marker { space: "", ..it })
    }
}

/// The length of what only a space after it makes a mark: `*`, `o`, `1.`, `2)`, `(a)`.
pub(super) fn list_mark(rest: &str) -> Option<usize> {
    if rest.starts_with(['*', '+', 'o']) {
        return Some(1);
    }
    let inside = rest.strip_prefix('(').unwrap_or(rest);
    let before = rest.len() - inside.len();
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let letters = inside.bytes().take_while(u8::is_ascii_lowercase).count();
    let length = match (digits, letters) {
        (1..=2, _) => digits,
        (_, 1) => 1,
        _ => return None,
    };
    let end = inside[length..].chars().next()?;
    let is_end = if before == 1 { end == ')' } else { end == ')' || end == '.' };
    is_end.then_some(before + length + 1)
}

fn begins_with_known_key(rest: &str, levels: &Levels<'_>) -> bool {
    rest.split_once(':').is_some_and(|(key, _)| levels.knows(key))
}

impl<'a> Key<'a> {
    /// Of what begins in a column; of an item, also the column of its mark.
    fn of(
        rest: &'a str,
        (typed, item): (usize, Option<usize>),
        levels: &Levels<'_>,
    ) -> Option<Self> {
        let is_of_key = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
        let is_of_date = |letter: char| is_of_key(letter) || "/~?.".contains(letter);
        let has_any_keys = levels.has_any_keys(typed);
        let end = match has_any_keys {
            true => rest.find(|letter| !is_of_date(letter)),
            false => rest.find(|letter| !is_of_key(letter)),
        };
        let end = end.unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() {
            return None;
        }
        let is_known = has_any_keys || levels.knows(name);
        let is_space = |letter: char| letter.is_whitespace();
        let until_value = |colon: usize| {
            let value = after[colon..].find(|it| !is_space(it));
            &after[..value.map_or(after.len(), |value| colon + value)]
        };
        let gap = after.find(|it| !is_space(it)).unwrap_or(after.len());
        if let Some(behind) = after[gap..].strip_prefix(':') {
            let colon = until_value(gap + 1);
            if behind.is_empty() || behind.starts_with(is_space) {
                return Some(Key { name, colon, form: Colon::Right, is_known });
            }
            let is_word = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            let is_value =
                behind.starts_with(|it: char| it.is_alphanumeric() || "[{'\"“‘".contains(it));
            let is_joined = gap == 0 && is_value && (is_known || is_word);
            return is_joined.then_some(Key { name, colon, form: Colon::Joined, is_known });
        }
        let other = after[gap..].chars().next().filter(|it| "=;；：﹕∶".contains(*it));
        let colon = until_value(other.map_or(0, |it| gap + it.len_utf8()));
        let is_meant = match colon.len() == after.len() {
            true => levels.opens_at(typed, name),
            false => {
                let begins_item = item.is_some_and(|item| levels.items_have(item, name));
                !colon.is_empty() && (levels.knows_at(typed, name) || begins_item)
            }
        };
        is_meant.then_some(Key { name, colon, form: Colon::Missing, is_known: true })
    }
}
