//! The events of a Markdown text, with quotation marks that have no partner turned as they should be: the parser takes
//! each for an opening one (its issue 565), and two apostrophes around a word for a pair.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

/// What a text is made of, each with where it is written.
pub(crate) fn offset_events(
    markdown: &str,
    options: Options,
) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(markdown, options).into_offset_iter().map(|(event, range)| {
        let Event::Text(text) = &event else { return (event, range) };
        let is_turned = match &**text {
            "“" => closes(markdown, &range),
            "‘" => is_left_out(&markdown[range.end..]),
            _ => false,
        };
        if !is_turned {
            return (event, range);
        }
        let right = if &**text == "“" { "”" } else { "’" };
        (Event::Text(right.into()), range)
    })
}

/// What ends words, so that a quotation mark behind it ends them too, whatever follows.
const ENDS: [char; 13] = ['.', ',', ';', ':', '!', '?', '…', ')', ']', '}', '%', '’', '”'];

/// Whether a quotation mark can only be a closing one: it stands right behind a word (CommonMark 0.31.2, 6.2), and not
/// before one.
fn closes(markdown: &str, range: &Range<usize>) -> bool {
    if &markdown[range.clone()] != "\"" {
        return false;
    }
    let Some(before) = markdown[..range.start].chars().next_back() else { return false };
    let after = markdown[range.end..].chars().next().unwrap_or('\n');
    let is_apart = after.is_whitespace() || is_sign(after);
    let is_behind = !before.is_whitespace() && (!is_sign(before) || is_apart);
    let may_open = !after.is_whitespace() && (before.is_whitespace() || is_sign(before));
    is_behind && (!may_open || ENDS.contains(&before))
}

fn is_sign(letter: char) -> bool {
    letter.is_ascii_punctuation() || (!letter.is_alphanumeric() && !letter.is_whitespace())
}

/// Whether an apostrophe stands for letters that are left out, as the text behind it tells: `'n'` for *and*, and decades.
fn is_left_out(rest: &str) -> bool {
    let is_and = rest.starts_with("n' ") || rest.starts_with("N' ");
    let is_decade = rest
        .as_bytes()
        .get(..3)
        .is_some_and(|decade| decade[0].is_ascii_digit() && decade.ends_with(b"0s"));
    is_and || is_decade
}
