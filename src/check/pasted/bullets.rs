//! Bullets that are no Markdown, and columns by tabs.

use super::body_text::BodyText;
use super::{BULLET, TABS};
use crate::diagnostics::Diagnostic;

/// Signs that are nothing but bullets, those of the fonts Symbol and Wingdings among them.
const BULLETS: &str = "•●○◦▪▫■□◼◻◾◽‣⁃∙➢➤►▶▸❖◆◇✓✔✗✘➔➜\u{f0b7}\u{f0a7}\u{f0d8}\u{f076}\u{f0fc}\u{f0a8}\u{f06f}\u{f02d}\u{f0e0}";

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// A bullet beyond doubt.
    Bullet,
    /// What is one where several lines in a row begin so.
    Perhaps,
    Words,
}

pub(super) fn check(text: &BodyText<'_>, problems: &mut Vec<Diagnostic>) {
    // The mark of the list that was told last, and of a line that may begin one.
    let (mut told, mut perhaps) = (None, None::<(char, usize, usize)>);
    let mut has_columns = false;
    for (start, line) in text.lines() {
        let at = start + begin(line);
        let written = &line[at - start..];
        let Some(mark) = mark(written) else {
            // Items may have empty lines between them: they are still told once.
            has_columns = false;
            continue;
        };
        let end = at + written.trim_end().len();
        let kind = if text.is_words(at) { kind(written) } else { Start::Words };
        match (kind, perhaps.take()) {
            (Start::Words, _) => {
                told = None;
                problems.extend(bullet_after_colon(text, start, line));
                let columns = columns(text, start, line);
                let is_next = std::mem::replace(&mut has_columns, columns.is_some());
                problems.extend(columns.filter(|_| !is_next));
            }
            _ if told == Some(mark) => {}
            (Start::Bullet, _) => {
                problems.push(bullet(text, at, end));
                told = Some(mark);
            }
            (Start::Perhaps, Some((before, first, first_end))) if before == mark => {
                problems.push(bullet(text, first, first_end));
                told = Some(mark);
            }
            (Start::Perhaps, _) => perhaps = Some((mark, at, end)),
        }
    }
}

/// What tells the marks of lists apart that a line may begin with: all numbers and letters are one. `None` for an empty line.
fn mark(written: &str) -> Option<char> {
    let first = written.trim().chars().next()?;
    Some(if numbered(written).is_some() { '1' } else { first })
}

fn bullet(text: &BodyText<'_>, start: usize, end: usize) -> Diagnostic {
    let written = &text.markdown[start..end];
    let words = written.trim_start_matches(|letter: char| {
        BULLETS.contains(letter) || "·∙⋅§–—-*+".contains(letter) || letter.is_whitespace()
    });
    let words = words.strip_prefix(['o', 'O']).filter(|it| starts_apart(it)).unwrap_or(words);
    let (mark, words) = match numbered(written) {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            (format!("{number}. "), rest)
        }
        Some((_, rest)) => ("- ".to_owned(), rest),
        None => ("- ".to_owned(), words),
    };
    let first: String = words.trim_start().chars().take(40).collect();
    let message = "this is no bullet or number of a list in Markdown: its lines run together";
    text.problem(BULLET, &(start..end), message).help(format!(
        "begin each item so, in column 1 and with an empty line before the first: `{mark}{}`",
        first.trim_end()
    ))
}

/// Where the words of a line begin: behind spaces, and the marks of quotations and items.
fn begin(line: &str) -> usize {
    let mut rest = line;
    loop {
        let trimmed = rest.trim_start();
        let inner = ["> ", ">", "- ", "* ", "+ "].iter().find_map(|it| trimmed.strip_prefix(it));
        match inner {
            Some(inner) => rest = inner,
            None => return line.len() - trimmed.len(),
        }
    }
}

fn kind(written: &str) -> Start {
    let mut letters = written.chars();
    let Some(first) = letters.next() else { return Start::Words };
    let rest = letters.as_str();
    if BULLETS.contains(first) || is_private(first) {
        return if rest.trim().is_empty() { Start::Words } else { Start::Bullet };
    }
    // A space that Markdown does not take for one.
    let is_odd_space = rest.starts_with(|it: char| it.is_whitespace() && !it.is_ascii());
    let is_tab = rest.starts_with('\t');
    match first {
        '-' | '*' | '+' if is_odd_space => Start::Bullet,
        '-' | '+' if rest.starts_with(char::is_alphabetic) => Start::Perhaps,
        'o' | 'O' | '·' | '⋅' | '§' | '–' | '—' if is_tab || is_odd_space => Start::Bullet,
        'o' if rest.starts_with(' ') => Start::Bullet,
        '·' | '⋅' if rest.starts_with(' ') => Start::Bullet,
        '§' | '–' | '—' | '~' | '»' if rest.starts_with(' ') => Start::Perhaps,
        '–' | '·' | '⋅' if rest.starts_with(char::is_alphabetic) => Start::Perhaps,
        _ => match numbered(written) {
            Some((number, rest)) if rest.starts_with('\t') || odd_space(rest) => {
                if number.len() <= 3 { Start::Bullet } else { Start::Perhaps }
            }
            Some((_, rest)) if rest.starts_with(' ') => Start::Perhaps,
            Some((number, rest))
                if number.bytes().all(|byte| byte.is_ascii_digit())
                    && rest.starts_with(char::is_uppercase) =>
            {
                Start::Perhaps
            }
            _ => Start::Words,
        },
    }
}

fn odd_space(rest: &str) -> bool {
    rest.starts_with(|it: char| it.is_whitespace() && !it.is_ascii())
}

fn starts_apart(rest: &str) -> bool {
    rest.starts_with(char::is_whitespace)
}

/// The number or letter that a list of a word processor begins a line with, and what follows: `1.`, `(a)`, `iv)`.
fn numbered(written: &str) -> Option<(&str, &str)> {
    let inside = written.strip_prefix('(').unwrap_or(written);
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (number, rest) = inside.split_at(length);
    let is_number = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter =
        number.len() == 1 || number.len() <= 4 && number.bytes().all(|byte| b"ivx".contains(&byte));
    let rest = rest.strip_prefix([')', '.'])?;
    (!number.is_empty() && (is_number || is_letter)).then_some((number, rest))
}

fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}')
}

/// Items that stand in one line, behind the colon that leads to them.
fn bullet_after_colon(text: &BodyText<'_>, start: usize, line: &str) -> Option<Diagnostic> {
    let mut bullets = line.match_indices(|letter| BULLETS.contains(letter));
    let (at, _) = bullets.find(|(at, _)| line[..*at].trim_end().ends_with(':'))?;
    text.is_words(start + at).then(|| bullet(text, start + at, start + line.trim_end().len()))
}

/// A tab between words, once in a line.
fn columns(text: &BodyText<'_>, start: usize, line: &str) -> Option<Diagnostic> {
    let words = line.trim();
    let begin = start + line.len() - line.trim_start().len();
    let at = begin + words.find('\t')?;
    if !text.is_words(at) && !text.is_words(at - 1) {
        return None;
    }
    let message = "there is a tab between these words, which readers see as one space";
    let help =
        "write a space; or, if columns are meant, a table: `| one | two |`, below it `|---|---|`";
    Some(text.problem(TABS, &(begin..begin + words.len()), message).help(help))
}
