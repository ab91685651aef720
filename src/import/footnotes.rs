//! Footnotes, and the numbers of pages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bullets::is_marked;
use super::dates::only_day;

/// In lines: no footnote is longer.
const LONGEST_NOTE: usize = 10;

/// What the footnote says that letters have had since 2025, whether or not a word has its number behind it.
const KNOWN_NOTE: &str = "areas for improvement have been cross";

/// The lines of each footnote, from its number on: a few between that, in a line by itself, and the number of the page;
/// or up to a blank line or the end of the page, where a word before it has this number behind it.
pub(super) fn footnotes(source: &[&str]) -> Vec<Range<usize>> {
    let references = references(source);
    let mut notes: Vec<Range<usize>> = Vec::new();
    for start in 0..source.len() {
        if notes.last().is_none_or(|last| last.end <= start)
            && let Some(end) = end_of_footnote(source, start, &references)
        {
            notes.push(start..end);
        }
    }
    notes
}

/// Where the footnote ends that begins in this line, if one does.
fn end_of_footnote(
    source: &[&str],
    start: usize,
    references: &BTreeMap<&str, usize>,
) -> Option<usize> {
    let line = source[start].trim();
    let is_part = |line: &&&str| !line.trim().is_empty() && !line.contains('\u{c}');
    let is_known = |line: &str| line.contains(KNOWN_NOTE);
    let first =
        if is_page_number(line) { source.get(start + 1).copied().unwrap_or("") } else { line };
    if is_known(first) && !is_marked(line) {
        let lines = source[start + 1..].iter().take(LONGEST_NOTE).take_while(is_part);
        return Some(
            start
                + 1
                + lines.take_while(|line| !is_marked(line) && !is_page_number(line.trim())).count(),
        );
    }
    let number = line.split(' ').next().filter(|first| is_page_number(first))?;
    let behind = line[number.len()..].trim_start();
    let part: Vec<&str> =
        source[start + 1..].iter().take(LONGEST_NOTE + 1).take_while(is_part).copied().collect();
    let page = part.iter().position(|line| is_page_number(line.trim()));
    let length = page.unwrap_or(part.len());
    if length > LONGEST_NOTE || length == 0 && behind.is_empty() {
        return None;
    }
    let begins = |words: &str| words.trim_start().starts_with(char::is_uppercase);
    let is_referred_to = references.get(number).is_some_and(|line| *line < start);
    let is_first = start.checked_sub(1).is_none_or(|before| source[before].trim().is_empty());
    let is_note = if behind.is_empty() {
        page.is_some() || is_referred_to && begins(part.first()?)
    } else {
        is_referred_to && is_first && begins(behind) && only_day(line).is_none()
    };
    is_note.then_some(start + 1 + length)
}

/// The numbers that words have behind them, each with the first line in which one has it: 'social work practice?1'.
fn references<'a>(source: &[&'a str]) -> BTreeMap<&'a str, usize> {
    let mut references = BTreeMap::new();
    for (line, text) in source.iter().enumerate() {
        let mut end = 0;
        while let Some(at) = text[end..].find(|it: char| it.is_ascii_digit()) {
            let start = end + at;
            let rest = text[start..].trim_start_matches(|it: char| it.is_ascii_digit());
            end = text.len() - rest.len();
            let mut before = text[..start].chars().rev();
            let is_behind = match before.next() {
                // A part of a figure.
                Some('.' | ',') => !before.next().is_some_and(|it| it.is_ascii_digit()),
                Some('?' | '!' | ':' | ';' | ')' | '\'' | '’' | '”') => true,
                // No part of a postcode.
                Some(letter) => letter.is_lowercase(),
                None => false,
            };
            if is_behind && !rest.starts_with(char::is_alphanumeric) {
                references.entry(&text[start..end]).or_insert(line);
            }
        }
    }
    references
}

/// 'Page 2 of 6', '2 of 6', '2'.
pub(super) fn is_page_number(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(' ').filter(|word| *word != "page").collect();
    let is_number = |word: &str| {
        (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    match words[..] {
        [number] | [number, "of", _] => is_number(number),
        _ => false,
    }
}
