//! What a terminal and a log are shown of names and texts that may hold anything: nothing that either would obey.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::is_forbidden;

/// A name or a text of others as it is shown: part of one line, with marks in the place of characters that a terminal
/// would obey, that begin lines or that cannot be seen, and without `##[`, which GitHub's runner takes for the beginning
/// of a command wherever it stands. A path has no other way to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'a>(Cow<'a, str>);

impl<'a> Shown<'a> {
    /// The text itself, for what is not shown, or escaped in another way: names of files to be made, JSON.
    pub fn into_raw(self) -> Cow<'a, str> {
        self.0
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut hashes = 0;
        for character in self.0.chars() {
            if character == '[' && hashes >= 2 {
                formatter.write_char(' ')?;
            }
            hashes = if character == '#' { hashes + 1 } else { 0 };
            formatter.write_char(mark(character))?;
        }
        Ok(())
    }
}

impl<'a> From<&'a str> for Shown<'a> {
    fn from(text: &'a str) -> Self {
        Shown(text.into())
    }
}

impl<'a> From<&'a String> for Shown<'a> {
    fn from(text: &'a String) -> Self {
        Shown(text.into())
    }
}

impl From<String> for Shown<'_> {
    fn from(text: String) -> Self {
        Shown(text.into())
    }
}

/// What is not text has a mark in it.
impl<'a> From<&'a OsStr> for Shown<'a> {
    #[expect(clippy::disallowed_methods, reason = "this is what stands in its place")]
    fn from(name: &'a OsStr) -> Self {
        Shown(name.to_string_lossy())
    }
}

impl<'a> From<&'a Path> for Shown<'a> {
    fn from(path: &'a Path) -> Self {
        path.as_os_str().into()
    }
}

impl<'a> From<&'a PathBuf> for Shown<'a> {
    fn from(path: &'a PathBuf) -> Self {
        path.as_os_str().into()
    }
}

/// Whether a character has a mark in its place in what is shown.
pub(super) fn is_unseen(character: char) -> bool {
    character.is_control() || is_forbidden(character)
}

fn mark(character: char) -> char {
    match character {
        character if !is_unseen(character) => character,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('�'),
        '\u{7f}' => '␡',
        _ => '�',
    }
}

/// A text with marks, for what a log takes for a part of a command of our own.
pub(super) fn marked(text: &str) -> String {
    text.chars().map(mark).collect()
}

/// A text of our own with names and texts of others in it, as a line of its own in which GitHub's runner finds no
/// command: it takes `::` for one where a line begins.
pub fn log_line(text: &str) -> String {
    let line = Shown::from(text).to_string();
    match line.trim_start().strip_prefix("::") {
        Some(rest) => format!(": :{rest}"),
        None => line,
    }
}

/// A text on several lines, which stay, as tabs do.
pub fn log_lines(text: &str) -> String {
    let line = |line: &str| line.split('\t').map(log_line).collect::<Vec<_>>().join("\t") + "\n";
    text.lines().map(line).collect()
}

/// A line of a source, in which each part stays where it is: what stands for a character has as many bytes. The writer
/// of snippets replaces those of one byte.
pub(super) fn source_line(text: &str) -> Cow<'_, str> {
    let is_bad = |character: char| !character.is_ascii() && is_unseen(character);
    if !text.contains(is_bad) && !text.contains("##[") {
        return text.into();
    }
    let mark = |character: char| match character {
        character if !is_bad(character) => character,
        character if character.len_utf8() == 2 => '·',
        character if character.len_utf8() == 4 => '🚫',
        _ => '�',
    };
    text.chars().map(mark).collect::<String>().replace("##[", "##(").into()
}

/// A value as JSON on one line, in which no character that cannot be seen and no command stands as it is: they are
/// escaped, so that programs get them whole.
///
/// # Errors
/// Where the value cannot be JSON.
pub fn json_line(value: &impl Serialize) -> serde_json::Result<String> {
    let json = serde_json::to_string(value)?;
    let is_bad = |character: char| is_unseen(character);
    if !json.contains(is_bad) && !json.contains("##[") {
        return Ok(json);
    }
    // Both stand in texts only.
    let json = json.replace("##[", "##\\u005b");
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if is_bad(character) {
            // All of them have four digits, so that nothing can be missing.
            _ = write!(escaped, "\\u{:04x}", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    Ok(escaped)
}
