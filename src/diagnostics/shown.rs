//! What a terminal is shown of names and texts that may hold anything: nothing that it would obey.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::is_forbidden;

/// A text on however many lines, with marks in the place of characters that cannot be seen.
pub fn shown(text: &str) -> Cow<'_, str> {
    replaced(text, is_forbidden)
}

/// A path, which is a part of a line.
pub(super) fn path(text: &str) -> Cow<'_, str> {
    replaced(text, |character| is_forbidden(character) || character.is_control())
}

fn replaced(text: &str, is_bad: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_bad) {
        return Cow::Borrowed(text);
    }
    let mark = |character: char| match character {
        character if !is_bad(character) => character,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('�'),
        '\u{7f}' => '␡',
        _ => '�',
    };
    text.chars().map(mark).collect::<String>().into()
}

/// A line of a source, in which each part stays where it is: the writer of snippets replaces the other characters.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    // Each has two bytes, as the dot has.
    let is_bad = |character: char| ('\u{80}'..='\u{9f}').contains(&character);
    if text.contains(is_bad) { text.replace(is_bad, "·").into() } else { text.into() }
}

/// JSON in which no character that cannot be seen stands as it is. They stand in its texts only.
pub(super) fn json(json: &str) -> Cow<'_, str> {
    if !json.contains(is_forbidden) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if is_forbidden(character) {
            // All of them have four digits, so that nothing can be missing.
            _ = write!(escaped, "\\u{:04x}", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    escaped.into()
}
