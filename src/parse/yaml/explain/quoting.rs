//! How a text is written in quotes, so that it says what was typed.

use crate::diagnostics::Edit;

/// A text in quotes that fit it: read again, it is exactly the text. A line's end in it is folded as it is without quotes.
pub(in crate::parse) fn quoted(text: &str) -> String {
    let style = Quotes::for_text(text);
    let inner: String = text.chars().flat_map(|letter| style.escaped(letter)).collect();
    format!("{0}{inner}{0}", style.mark)
}

/// The edits that put quotes around a text that begins at `start`, and leave all else of it where it is. `outer` is how many
/// bytes of quotes are there at its beginning and at its end, which are taken for those around it.
pub(super) fn quote_edits(text: &str, start: usize, outer: (usize, usize)) -> Vec<Edit> {
    let (first, last) = (outer.0, text.len() - outer.1);
    let inner = &text[first..last];
    let style = Quotes::for_text(inner);
    let is_doubled = |letter: char| style.escaped(letter).count() > 1;
    // A mark that the text begins with is doubled by the edit that begins the quotes, as no two edits are in one place.
    let begins_doubled = outer.0 == 0 && inner.starts_with(is_doubled);
    let doubled = inner.char_indices().filter(|(_, letter)| is_doubled(*letter));
    let doubled = doubled.skip(usize::from(begins_doubled));
    let escapes = doubled.map(|(at, letter)| {
        let at = start + first + at;
        Edit { range: at..at, replacement: letter.to_string() }
    });
    let mark = style.mark.to_string();
    let begin = mark.repeat(1 + usize::from(begins_doubled));
    let mut edits = vec![Edit { range: start..start + first, replacement: begin }];
    edits.extend(escapes);
    edits.push(Edit { range: start + last..start + text.len(), replacement: mark });
    edits
}

struct Quotes {
    mark: char,
}

impl Quotes {
    /// Double quotes, unless such are in the text, or a backslash, which begins an escape in them.
    fn for_text(text: &str) -> Self {
        Quotes { mark: if text.contains(['"', '\\']) { '\'' } else { '"' } }
    }

    fn escaped(&self, letter: char) -> impl Iterator<Item = char> {
        let is_doubled = self.mark == '\'' && letter == '\'';
        std::iter::repeat_n(letter, 1 + usize::from(is_doubled))
    }
}

/// How many bytes at the beginning and at the end of a text are quotes around it, rather than of it. The text cannot be
/// read as it stands.
pub(super) fn outer_quotes(text: &str) -> (usize, usize) {
    let Some(mark @ ('"' | '\'')) = text.chars().next() else { return (0, 0) };
    let inside = &text[1..];
    let is_ended = inside.ends_with(mark);
    let middle = if is_ended { &inside[..inside.len() - 1] } else { inside };
    match first_role(mark, middle) {
        // A mark that ends a quotation within the text is the partner of the first.
        Some(Role::Closes) => (0, 0),
        _ if is_ended => (1, 1),
        None if mark == '\'' && is_elision(inside) => (0, 0),
        Some(Role::Opens) => (0, 0),
        None => (1, 0),
    }
}

enum Role {
    Opens,
    Closes,
}

/// What the first mark in a text does that is no apostrophe.
fn first_role(mark: char, text: &str) -> Option<Role> {
    let marks = text.char_indices().filter(|(_, letter)| *letter == mark);
    marks.into_iter().find_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        if mark == '\'' && is_word(before) && is_word(after) {
            return None;
        }
        let opens =
            before.is_none_or(|it| it.is_whitespace() || "([".contains(it)) && is_word(after);
        Some(if opens { Role::Opens } else { Role::Closes })
    })
}

/// Whether a text goes on as words do that an apostrophe begins: `'tis`, `'em`, `'90s`.
fn is_elision(text: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric();
    let word = &text[..text.find(|it| !is_letter(it)).unwrap_or(text.len())];
    let known = ["tis", "twas", "em", "til", "cause", "bout", "round", "n", "twill", "ere"];
    word.starts_with(|first: char| first.is_ascii_digit())
        || known.contains(&word.to_lowercase().as_str())
}
