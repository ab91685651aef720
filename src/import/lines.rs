//! A letter's lines as they were typed: without page numbers, running heads and stray marks of bold.

use super::bullets::without_mark;
use super::footnotes::{footnotes, is_page_number};
use crate::diagnostics::is_forbidden;

/// What a line of the source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LetterLine {
    /// Nothing.
    Blank,
    /// A page ends here.
    Break,
    /// Words.
    Words(Words),
}

/// A line with words in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// Its number in the source, from 0.
    pub(super) number: usize,
    /// How many spaces stand before it.
    pub(super) indent: usize,
    /// Whether it begins with the mark of a bullet, which is taken off.
    pub(super) bullet: bool,
    /// Whether it begins with the number of a paragraph, which is taken off.
    pub(super) numbered: bool,
    /// The words, with straight quotation marks and single spaces.
    pub(super) text: String,
}

/// Letters that stand for a bullet where its font was lost: Wingdings' squares and discs, Courier's circle.
const LETTERS: &[char] = &['n', 'l', 'q', 'o', 'u', 'v'];

/// At the end of a line: its last word goes on in the next.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// In characters: what is longer is no running head.
const LONGEST_HEAD: usize = 60;

/// So many paragraphs with numbers are no chance.
const FEWEST_NUMBERED: usize = 3;

/// The lines of a text. Comments at its head, which say where a copy is from, are left out.
pub(super) fn lines(text: &str) -> Vec<LetterLine> {
    let source: Vec<&str> = text.split('\n').collect();
    let comments = source.iter().take_while(|line| line.starts_with("# ")).count();
    let mut is_note = vec![false; source.len()];
    for note in footnotes(&source) {
        is_note[note].fill(true);
    }
    let is_edge = page_edges(&source);
    let dashes = wrapped_dashes(&source);
    let mut lines = Vec::with_capacity(source.len());
    for (number, raw) in source.iter().enumerate().skip(comments) {
        if is_note[number] {
            continue;
        }
        if raw.contains('\u{c}') {
            lines.push(LetterLine::Break);
        }
        let plain = plain(raw);
        let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        lines.push(match text.as_str() {
            "" => LetterLine::Blank,
            text if is_edge[number] && is_page_number(text) => LetterLine::Break,
            _ => {
                let indent = plain.chars().take_while(|letter| *letter == ' ').count();
                let (bullet, text) = match without_mark(&text) {
                    Some(rest) if dashes.binary_search(&number).is_err() => (true, rest.to_owned()),
                    _ => (false, text),
                };
                LetterLine::Words(Words { number, indent, bullet, numbered: false, text })
            }
        });
    }
    take_out_running_heads(&mut lines);
    find_lettered_bullets(&mut lines);
    find_numbered_paragraphs(&mut lines);
    lines
}

/// Whether the number of a page may be in a line: in the first or the last of a page, and in any where nothing says where
/// pages begin.
fn page_edges(source: &[&str]) -> Vec<bool> {
    let begins: Vec<usize> =
        (0..source.len()).filter(|number| source[*number].contains('\u{c}')).collect();
    let mut is_edge = vec![begins.is_empty(); source.len()];
    let starts = std::iter::once(0).chain(begins.iter().copied());
    let ends = begins.iter().copied().chain([source.len()]);
    for (start, end) in starts.zip(ends) {
        let has_words = |number: &usize| !source[*number].trim().is_empty();
        let edges = [(start..end).find(has_words), (start..end).rfind(has_words)];
        edges.into_iter().flatten().for_each(|number| is_edge[number] = true);
    }
    is_edge
}

/// The lines that go on, behind a dash, with what stands above: a dash with which none begins behind a blank line or a
/// colon is no mark of this letter's lists.
fn wrapped_dashes(source: &[&str]) -> Vec<usize> {
    let dash = |number: usize| {
        let line = source[number].trim_start();
        let dash = line.chars().next().filter(|it| matches!(it, '–' | '—'))?;
        Some((dash, line[dash.len_utf8()..].strip_prefix(' ')?))
    };
    let goes_on = |number: usize| {
        let before = number.checked_sub(1).map_or("", |before| source[before].trim_end());
        before.ends_with(|it: char| it.is_alphanumeric() || matches!(it, ',' | '\'' | '’' | ')'))
    };
    let lists: Vec<char> = (0..source.len())
        .filter(|number| !goes_on(*number))
        .filter_map(|number| Some(dash(number)?.0))
        .collect();
    let is_wrapped = |number: &usize| {
        let Some((dash, rest)) = dash(*number) else { return false };
        goes_on(*number) && rest.starts_with(char::is_lowercase) && !lists.contains(&dash)
    };
    (0..source.len()).filter(is_wrapped).collect()
}

/// The characters of a line as a typewriter has them, tabs as four spaces.
pub(super) fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{b4}' | '`' => plain.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{201f}' | '\u{2033}' => plain.push('"'),
            '\u{2010}' | '\u{2011}' | '\u{2212}' => plain.push('-'),
            '\u{fb00}' => plain.push_str("ff"),
            '\u{fb01}' => plain.push_str("fi"),
            '\u{fb02}' => plain.push_str("fl"),
            '\u{fb03}' => plain.push_str("ffi"),
            '\u{fb04}' => plain.push_str("ffl"),
            '\t' => plain.push_str("    "),
            // A soft hyphen shows only where a line breaks, see below.
            SOFT_HYPHEN => {}
            letter if is_forbidden(letter) => {}
            letter if letter.is_whitespace() => plain.push(' '),
            letter => plain.push(letter),
        }
    }
    if line.trim_end().ends_with(SOFT_HYPHEN) {
        plain.push(SOFT_HYPHEN);
    }
    plain.replace("**", "").replace("__", "")
}

/// A short line that stands three times in a letter, each time by itself, is printed on each page.
fn take_out_running_heads(lines: &mut [LetterLine]) {
    let is_short = |words: &Words| !words.bullet && words.text.chars().count() <= LONGEST_HEAD;
    let is_free = |index: Option<usize>| {
        !matches!(index.and_then(|it| lines.get(it)), Some(LetterLine::Words(_)))
    };
    let mut heads: Vec<&str> = lines
        .iter()
        .enumerate()
        .filter(|(index, _)| is_free(index.checked_sub(1)) && is_free(Some(index + 1)))
        .filter_map(|(_, line)| match line {
            LetterLine::Words(words) if is_short(words) => Some(words.text.as_str()),
            _ => None,
        })
        .collect();
    heads.sort_unstable();
    let heads: Vec<String> = heads
        .chunk_by(|one, other| one == other)
        .filter(|same| same.len() >= 3)
        .filter_map(|same| same.first().map(|head| (*head).to_owned()))
        .collect();
    for line in lines {
        if matches!(line, LetterLine::Words(words) if !words.bullet && heads.contains(&words.text))
        {
            *line = LetterLine::Break;
        }
    }
}

/// Takes a letter for the mark of a bullet where it stands alone before several lines: 'n Senior managers …'.
fn find_lettered_bullets(lines: &mut [LetterLine]) {
    let lettered = |words: &Words| {
        let (letter, rest) = words.text.split_at_checked(1)?;
        let is_mark = letter.chars().all(|letter| LETTERS.contains(&letter));
        let rest = rest.strip_prefix(' ').filter(|rest| rest.starts_with(char::is_uppercase))?;
        (is_mark && !words.bullet).then(|| rest.to_owned())
    };
    let count =
        lines.iter().filter(|line| matches!(line, LetterLine::Words(it) if lettered(it).is_some()));
    if count.count() < 2 {
        return;
    }
    for line in lines {
        if let LetterLine::Words(words) = line
            && let Some(rest) = lettered(words)
        {
            words.text = rest;
            words.bullet = true;
        }
    }
}

/// Takes the numbers off paragraphs where one after the other has the next: '1. Leaders …', '2. Plans …'.
fn find_numbered_paragraphs(lines: &mut [LetterLine]) {
    let numbered = |words: &Words| {
        let rest = words.text.trim_start_matches(|it: char| it.is_ascii_digit());
        let number: usize = words.text[..words.text.len() - rest.len()].parse().ok()?;
        let rest = rest.strip_prefix(['.', ')'])?.strip_prefix(' ')?;
        (!words.bullet && rest.starts_with(char::is_uppercase)).then(|| (number, rest.to_owned()))
    };
    let mut next = 1;
    let mut found: Vec<(usize, String)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if let LetterLine::Words(words) = line
            && let Some((number, rest)) = numbered(words)
            && number == next
        {
            next += 1;
            found.push((index, rest));
        }
    }
    if found.len() < FEWEST_NUMBERED {
        return;
    }
    for (index, rest) in found {
        if let Some(LetterLine::Words(words)) = lines.get_mut(index) {
            words.text = rest;
            words.numbered = true;
        }
    }
}
