//! Texts of front matter: Markdown within a line, so that no mark at their beginning is taken for a list, a quotation or
//! a heading.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What is Markdown within a line: CommonMark's own, with typographic quotation marks.
const OPTIONS: Options = Options::ENABLE_SMART_PUNCTUATION;

/// A heading is the one block whose words are a single line, whatever they are (CommonMark 0.31.2, 4.2). So a text is read
/// as one, and what closes it is ours: no `#` of the text is taken for that.
const OPENING: &str = "# ";
const CLOSING: &str = " #";

/// A text, ready to be read.
pub(crate) struct InlineText {
    heading: String,
}

impl InlineText {
    pub(crate) fn new(text: &str) -> Self {
        let line = in_one_line(text.trim());
        InlineText { heading: [OPENING, &line, CLOSING].concat() }
    }

    /// What the text is made of. No block is in it, and no end of a line.
    pub(crate) fn events(&self) -> impl Iterator<Item = Event<'_>> {
        self.events_as_written().map(|(event, _)| event)
    }

    /// The same, each with what is written for it.
    pub(crate) fn events_as_written(&self) -> impl Iterator<Item = (Event<'_>, &str)> {
        let events = Parser::new_ext(&self.heading, OPTIONS).into_offset_iter();
        events.filter(|(event, _)| !is_heading(event)).map(|(event, range)| {
            let written = &self.heading[range];
            (as_typed(event, written), written)
        })
    }
}

fn is_heading(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Heading(_)))
}

/// Hyphens and full stops stay as many as they are: a text is published as it is written, quotation marks aside.
fn as_typed<'a>(event: Event<'a>, written: &'a str) -> Event<'a> {
    match event {
        Event::Text(_) if written.starts_with(['-', '.']) => Event::Text(written.into()),
        event => event,
    }
}

/// The lines of a text as one, as the lines of a paragraph are; a backslash that ends one is the end of the line.
fn in_one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return text.into();
    }
    let mut line = String::with_capacity(text.len());
    for part in text.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()) {
        if !line.is_empty() {
            let backslashes = line.bytes().rev().take_while(|byte| *byte == b'\\').count();
            if backslashes % 2 == 1 {
                line.pop();
            }
            line.push(' ');
        }
        line.push_str(part);
    }
    line.into()
}

/// What a text of front matter cannot be, as it is one line to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blocks {
    /// Paragraphs with an empty line between them.
    Paragraphs,
    /// A list: items on lines of their own.
    List,
}

/// Whether a text is written as several blocks.
pub(crate) fn blocks(text: &str) -> Option<Blocks> {
    let text = text.trim();
    // Almost all texts are on one line.
    let first_end = text.find(['\n', '\r'])?;
    let (mut items, mut outside) = (0, false);
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Item) => (items, depth) = (items + 1, depth + 1),
            Event::End(TagEnd::Item) => depth -= 1,
            Event::Text(_) | Event::Code(_) => outside |= depth == 0 && is_visible(text, &range),
            _ => {}
        }
    }
    if items > 1 || (items == 1 && outside) {
        return Some(Blocks::List);
    }
    let rest = text[first_end..].replace("\r\n", "\n").replace('\r', "\n");
    let has_empty_line = rest.split('\n').skip(1).any(|line| line.trim().is_empty());
    has_empty_line.then_some(Blocks::Paragraphs)
}

fn is_visible(text: &str, range: &Range<usize>) -> bool {
    !text[range.clone()].trim().is_empty()
}
