//! Texts of front matter: Markdown within a line, so that no mark at their beginning is taken for a list, a quotation or
//! a heading.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::quotation_marks;

/// What is Markdown within a line: CommonMark's own, with typographic quotation marks.
const OPTIONS: Options = Options::ENABLE_SMART_PUNCTUATION;

/// A heading is the one block whose words are a single line, whatever they are (CommonMark 0.31.2, 4.2). So a text is read
/// as one, and what closes it is ours: no `#` of the text is taken for that.
const OPENING: &str = "# ";
const CLOSING: &str = " #";

/// A text, ready to be read.
pub(crate) struct InlineText {
    heading: String,
    /// Where a backslash stands that ended a line, and so stands for that.
    line_ends: Vec<usize>,
}

impl InlineText {
    pub(crate) fn new(text: &str) -> Self {
        let mut heading = String::with_capacity(OPENING.len() + text.len() + CLOSING.len());
        heading.push_str(OPENING);
        let line_ends = add_in_one_line(text.trim(), &mut heading);
        heading.push_str(CLOSING);
        InlineText { heading, line_ends }
    }

    /// What the text is made of. No block is in it, and no end of a line.
    pub(crate) fn events(&self) -> impl Iterator<Item = Event<'_>> {
        self.events_as_written().map(|(event, _)| event)
    }

    /// The same, each with what is written for it.
    pub(crate) fn events_as_written(&self) -> impl Iterator<Item = (Event<'_>, &str)> {
        let events = quotation_marks::offset_events(&self.heading, OPTIONS);
        events.filter(|(event, _)| !is_heading(event)).map(|(event, range)| {
            let written = &self.heading[range.clone()];
            (self.as_typed(event, range), written)
        })
    }

    /// Hyphens and full stops stay as many as they are: a text is published as it is written, quotation marks aside.
    fn as_typed<'a>(&'a self, event: Event<'a>, range: Range<usize>) -> Event<'a> {
        let Event::Text(text) = event else { return event };
        let written = &self.heading[range.clone()];
        if self.line_ends.iter().any(|end| range.contains(end)) {
            let letters = written.char_indices();
            let shown = letters.filter(|(at, _)| !self.line_ends.contains(&(range.start + at)));
            return Event::Text(shown.map(|(_, letter)| letter).collect::<String>().into());
        }
        Event::Text(if written.starts_with(['-', '.']) { written.into() } else { text })
    }
}

fn is_heading(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Heading(_)))
}

/// Adds the lines of a text as one, as the lines of a paragraph are read, and tells of the backslashes that ended one.
fn add_in_one_line(text: &str, line: &mut String) -> Vec<usize> {
    let start = line.len();
    let mut ends = Vec::new();
    for part in text.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()) {
        if line.len() > start {
            let backslashes = line.bytes().rev().take_while(|byte| *byte == b'\\').count();
            ends.extend((backslashes % 2 == 1).then(|| line.len() - 1));
            line.push(' ');
        }
        line.push_str(part);
    }
    ends
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
