//! Text that a program has taken for another encoding, lost or kept for itself.

use std::sync::Arc;

use super::GARBLED;
use crate::diagnostics::{Diagnostic, Place, SourceText, Suggestion};

/// Stands in a text for what is none.
const OBJECT: char = '\u{fffc}';

/// Looks through a whole file, front matter and the text from this byte on.
pub(super) fn check(source: &Arc<SourceText>, body: usize) -> Vec<Diagnostic> {
    let text: &str = &source.text;
    if text.is_ascii() {
        return Vec::new();
    }
    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut skip = 0;
    for (at, letter) in text.char_indices().filter(|(_, letter)| !letter.is_ascii()) {
        if at < skip {
            continue;
        }
        let rest = &text[at..];
        let mut sign = None;
        let (length, message, help) = if letter == char::REPLACEMENT_CHARACTER {
            let length = rest.len() - rest.trim_start_matches(letter).len();
            let help = "look the word up in the letter, and type it again";
            (length, "a character was lost here".to_owned(), help.to_owned())
        } else if letter == OBJECT {
            let message = "here stood a picture or a table in another program";
            let help = "delete this sign; a picture is saved beside the file, and linked to";
            (letter.len_utf8(), message.to_owned(), help.to_owned())
        } else if is_private(letter) {
            // A bullet, which is told as that, once for its list.
            let before = text[..at].trim_end_matches(|it: char| it != '\n' && it.is_whitespace());
            if at >= body && (before.is_empty() || before.ends_with('\n')) {
                continue;
            }
            let message = format!(
                "U+{:04X} is a sign of one font alone: readers see a box, or something else",
                u32::from(letter)
            );
            let help = "delete it; if it was a bullet, begin the line with `- `";
            (letter.len_utf8(), message, help.to_owned())
        } else if let Some((length, meant)) = misread(rest) {
            sign = meant;
            let help = match &sign {
                Some(meant) => format!("write {}", quoted(meant)),
                None => "look the word up in the letter, and type it again".to_owned(),
            };
            let message =
                format!("`{}` is what another program made of another sign", &rest[..length]);
            (length, message, help)
        } else {
            continue;
        };
        skip = at + length;
        let problem = GARBLED.at(Place::span(source, at..skip), message).help(help);
        problems.push(match sign {
            Some(sign) => problem.suggest(Suggestion::likely(at..skip, sign)),
            None => problem,
        });
    }
    problems
}

fn quoted(meant: &str) -> String {
    if meant == "\u{a0}" { "a space".to_owned() } else { format!("`{meant}`") }
}

fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Beginnings of signs that were written in UTF-8 and read as another encoding, of which all that follows may be
/// lost: of quotation marks and dashes, as Windows-1252, Mac OS Roman, DOS and Windows-1251 have them.
const BEGINNINGS: [&str; 4] = ["â€", "‚Ä", "ÔÇ", "вЂ"];

/// How long the misread characters are that a text begins with, and what they were, where that can be told.
fn misread(text: &str) -> Option<(usize, Option<String>)> {
    let mut length = 0;
    let mut meant = Some(String::new());
    while let Some((more, character)) = misread_character(&text[length..]) {
        length += more;
        meant = meant.zip(character).map(|(before, character)| before + &character);
    }
    // What was misread twice comes to something misread.
    if let Some((_, Some(again))) = meant.as_ref().and_then(|it| misread_character(it)) {
        let is_whole = meant.as_ref().is_some_and(|it| it.chars().count() <= 4);
        meant = is_whole.then_some(again);
    }
    (length > 0).then_some((length, meant))
}

fn misread_character(text: &str) -> Option<(usize, Option<String>)> {
    if let Some((length, meant)) = decoded(text) {
        return Some((length, Some(meant)));
    }
    let beginning = BEGINNINGS.iter().find(|beginning| text.starts_with(**beginning))?;
    let sign = text[beginning.len()..].chars().next();
    let sign = sign.filter(|sign| !sign.is_ascii() && !sign.is_whitespace());
    Some((beginning.len() + sign.map_or(0, char::len_utf8), None))
}

/// A character in UTF-8 that was read as Windows-1252, byte by byte.
fn decoded(text: &str) -> Option<(usize, String)> {
    let first = text.chars().next()?;
    let lead = windows_1252(first)?;
    let count = match lead {
        0xc2..=0xc5 => 2,
        0xe2 | 0xef => 3,
        0xf0 => 4,
        _ => return None,
    };
    let letters: Vec<char> = text.chars().take(count).collect();
    let bytes = letters.iter().map(|letter| windows_1252(*letter)).collect::<Option<Vec<u8>>>()?;
    // A capital letter may stand before what ends a word, but for `Â`, before which nothing else explains it.
    let ends = match lead {
        0xc3 => "’”…»",
        0xc4 | 0xc5 => "‘’“”–—…›»«‹\u{a0}",
        _ => "",
    };
    if letters.last().is_some_and(|last| ends.contains(*last)) {
        return None;
    }
    let meant = String::from_utf8(bytes).ok()?;
    let length = letters.iter().map(|letter| letter.len_utf8()).sum();
    Some((length, meant))
}

/// The bytes that Windows-1252 has from 0x80 to 0x9F, in order; where it has none, a space.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The byte that a character is in Windows-1252, but for those of ASCII.
fn windows_1252(letter: char) -> Option<u8> {
    let byte = match WINDOWS.chars().position(|it| it == letter && it != ' ') {
        Some(index) => 0x80 + index,
        None if matches!(letter, '\u{a0}'..='\u{ff}') => letter as usize,
        None => return None,
    };
    u8::try_from(byte).ok()
}
