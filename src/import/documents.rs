//! Documents that are no letter on a visit, by what they call themselves.

use super::letter::LetterParts;

/// How the line begins in which a document says what it is, in lower case, and what that is.
const NAMES: &[(&str, &str)] = &[
    ("joint targeted area inspection", "a joint targeted area inspection"),
    ("joint area targeted inspection", "a joint targeted area inspection"),
    ("joint inspection of", "a joint inspection"),
    ("area send inspection", "an area SEND inspection"),
    ("area send full inspection", "an area SEND inspection"),
    ("area send monitoring", "an area SEND monitoring inspection"),
    ("joint local area send", "an area SEND inspection"),
    ("inspection of ", "an inspection"),
    ("inspection date:", "an inspection"),
    ("inspection dates:", "an inspection"),
    ("inspection report", "an inspection"),
];

/// In lines with words: a document says what it is on its first page.
const FIRST_PAGE: usize = 40;

/// What this calls itself, where that is none of the letters on visits.
pub(super) fn named(letter: &LetterParts) -> Option<&'static str> {
    let lines: Vec<String> =
        letter.first_lines(FIRST_PAGE).map(|line| line.to_ascii_lowercase()).collect();
    let begins = |start: &str| lines.iter().any(|line| line.starts_with(start));
    NAMES.iter().find(|(start, _)| begins(start)).map(|(_, name)| *name)
}
