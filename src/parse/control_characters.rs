//! Characters that no text may have, where they stand written by their numbers: `&#1;` in Markdown, `\u0001` in TOML.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostics::{CONTROL_CHARACTER, Diagnostic, Place, SourceText, first_forbidden};

/// The longest name of a character, `&CounterClockwiseContourIntegral;`, has 33.
const LONGEST_REFERENCE: usize = 40;

/// A character that no text may have in what an event of Markdown comes to.
pub(super) fn in_event(event: &Event<'_>) -> Option<char> {
    match event {
        Event::Text(text) | Event::Code(text) => forbidden(text),
        Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
            forbidden(dest_url).or_else(|| forbidden(title))
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => forbidden(language),
        _ => None,
    }
}

pub(super) fn forbidden(text: &str) -> Option<char> {
    first_forbidden(text).map(|(_, character)| character)
}

/// The first reference to a character that no text may have, in this part of a text; the whole part where the
/// reference stands elsewhere, as in the address that a link shares with others.
pub(crate) fn reference(text: &str, part: Range<usize>) -> Range<usize> {
    let inside = &text[part.clone()];
    let mut references = inside.match_indices('&').filter_map(|(start, _)| {
        let mut rest = inside[start + 1..].bytes().take(LONGEST_REFERENCE);
        let length = rest.position(|byte| byte == b';' || byte == b'&')?;
        let end = start + 1 + length;
        (inside.as_bytes()[end] == b';').then_some(start..end + 1)
    });
    let is_hidden = |range: &Range<usize>| {
        Parser::new(&inside[range.clone()]).any(|it| in_event(&it).is_some())
    };
    references.find(is_hidden).map_or(part.clone(), |it| part.start + it.start..part.start + it.end)
}

/// Refuses a file in TOML with a character that no text may have, as it is or by its number.
pub(super) fn refuse_in_toml(source: &Arc<SourceText>) -> Result<(), Diagnostic> {
    let raw = first_forbidden(&source.text.replace('\r', "\n"));
    let raw = raw.map(|(at, character)| (character, at..at + character.len_utf8()));
    let found = raw.or_else(|| in_table(DeTable::parse(&source.text).ok()?.get_ref()));
    found.map_or(Ok(()), |(character, range)| {
        let message =
            format!("here is a character that cannot be seen, U+{:04X}", u32::from(character));
        Err(CONTROL_CHARACTER
            .at(Place::span(source, range), message)
            .help("delete it; it may stand as it is, or by its number behind a `\\`"))
    })
}

fn in_table(table: &DeTable<'_>) -> Option<(char, Range<usize>)> {
    table.values().find_map(in_value)
}

fn in_value(value: &Spanned<DeValue<'_>>) -> Option<(char, Range<usize>)> {
    match value.get_ref() {
        DeValue::String(text) => forbidden(text).map(|character| (character, value.span())),
        DeValue::Array(items) => items.iter().find_map(in_value),
        DeValue::Table(table) => in_table(table),
        _ => None,
    }
}
