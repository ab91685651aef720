//! What texts are searched by: words as people type them, whatever marks stand around and between them. `search-words.js`
//! takes what is asked for apart by the same rules.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::stems::END;
use crate::render::SearchRecord;

/// The words of a text in one form each: in small letters, without accents and apostrophes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tokens {
    /// One after the other, so that phrases can be looked for.
    pub(super) in_order: Vec<String>,
    /// What else it is found by: words with a hyphen in one, `neill` of `O’Neill`.
    pub(super) besides: Vec<String>,
}

/// Stands between numbers that belong together, such as `0–25`: as one, they would be another number.
const BETWEEN_NUMBERS: char = 'x';

/// The least that is looked for by itself behind an apostrophe: `neill`, and no ending of a word.
const LEAST_BEHIND_APOSTROPHE: usize = 3;

/// The digits behind a comma that divides a number.
const THOUSAND: usize = 3;

/// What stands between two runs of letters or numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// One word goes on: `children’s`, `1,234`.
    Within,
    /// What is before and behind it is also one word: `in-house`.
    Link,
    Break,
}

/// All that a record is found by, what it is called last.
pub(super) fn texts(record: &SearchRecord) -> impl Iterator<Item = &str> {
    let about = record.about.iter().map(|(_, value)| value);
    record.passages.iter().chain(about).chain([&record.title]).map(String::as_str)
}

/// Takes a text apart.
pub(super) fn tokens(text: &str) -> Tokens {
    let text = normal(text);
    let mut tokens = Tokens::default();
    let mut compound: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut rest = text.as_str();
    loop {
        let start = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let (gap, from) = rest.split_at(start);
        let end = from.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        let gap = if run.is_empty() { Gap::Break } else { kind_of(gap, &word, run) };
        if gap != Gap::Within && !word.is_empty() {
            compound.push(std::mem::take(&mut word));
        }
        if gap == Gap::Break {
            tokens.add(&mut compound);
        }
        if run.is_empty() {
            return tokens;
        }
        let is_of_letters = !run.contains(char::is_numeric);
        if gap == Gap::Within && is_of_letters && run.chars().count() >= LEAST_BEHIND_APOSTROPHE {
            tokens.besides.push(run.to_owned());
        }
        word.push_str(run);
        rest = after;
    }
}

impl Tokens {
    fn add(&mut self, compound: &mut Vec<String>) {
        if compound.len() > 1 {
            self.besides.push(joined(compound));
        }
        self.in_order.append(compound);
    }
}

/// The parts of a word in one.
fn joined(parts: &[String]) -> String {
    let mut joined = String::new();
    for part in parts {
        let is_between_numbers =
            joined.ends_with(char::is_numeric) && part.starts_with(char::is_numeric);
        if is_between_numbers {
            joined.push(BETWEEN_NUMBERS);
        }
        joined.push_str(part);
    }
    joined
}

fn kind_of(gap: &str, before: &str, behind: &str) -> Gap {
    let mut marks = gap.chars();
    let (Some(mark), None) = (marks.next(), marks.next()) else { return Gap::Break };
    let is_between_numbers =
        before.ends_with(char::is_numeric) && behind.starts_with(char::is_numeric);
    match mark {
        _ if before.is_empty() => Gap::Break,
        '\'' | '‘' | '’' => Gap::Within,
        ',' if is_between_numbers && behind.len() == THOUSAND => Gap::Within,
        '-' | '‐' | '.' | ',' | '/' | '_' | '&' | '@' | '+' => Gap::Link,
        '–' | '−' if is_between_numbers => Gap::Link,
        _ => Gap::Break,
    }
}

/// Letters without what differs from keyboard to keyboard: case, accents, ligatures, marks that nobody sees.
fn normal(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = text.to_lowercase();
    plain.nfkd().filter(|&letter| !is_combining_mark(letter) && !is_unseen(letter)).collect()
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | END)
}
