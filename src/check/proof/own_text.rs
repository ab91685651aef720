//! What an editor wrote, as readers see it: block by block, each word with where it is written and whether it is quoted.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::model::{FlatText, Prose, Quotation};
use crate::parse::markdown::{self, OPTIONS};
use crate::parse::quotation_marks::offset_events;

/// What opens a quotation, and what closes it.
const MARKS: [(char, char); 4] = [('“', '”'), ('‘', '’'), ('„', '“'), ('«', '»')];

/// A paragraph, an item, a heading or a cell; or a text of front matter.
#[derive(Debug, Default)]
pub(super) struct OwnText {
    /// As readers see it.
    shown: String,
    /// Where parts of it begin, in bytes, and where they are written in the file.
    parts: Vec<(usize, Range<usize>)>,
}

/// A word of a text.
#[derive(Debug)]
pub(super) struct Word {
    /// Its letters and digits in lower case.
    pub(super) letters: String,
    /// Where it stands in the text, in bytes.
    pub(super) range: Range<usize>,
    /// Whether it is in a quotation that is no longer than one may be.
    pub(super) is_quoted: bool,
}

/// The blocks of a body that have words.
pub(super) fn blocks(body: &Prose) -> Vec<OwnText> {
    let mut blocks = vec![OwnText::default()];
    for (event, range) in offset_events(&body.markdown, OPTIONS) {
        match event {
            Event::Text(shown)
            | Event::Code(shown)
            | Event::Html(shown)
            | Event::InlineHtml(shown) => {
                let written = &body.markdown[range.clone()];
                let before = written.find(&*shown).unwrap_or(0);
                let start = body.offset + range.start + before;
                if let Some(block) = blocks.last_mut() {
                    block.parts.push((block.shown.len(), start..body.offset + range.end));
                    block.shown.push_str(&shown);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                blocks.iter_mut().last().into_iter().for_each(|it| it.shown.push('\n'));
            }
            event if is_of_line(&event) => {}
            _ => blocks.push(OwnText::default()),
        }
    }
    blocks.retain(|block| !block.shown.is_empty());
    blocks
}

/// Whether this begins or ends something within a line.
fn is_of_line(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ) | Event::End(
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ) | Event::FootnoteReference(_)
    )
}

impl OwnText {
    /// A text of front matter.
    pub(super) fn inline(text: &str) -> Self {
        OwnText { shown: markdown::words(text), parts: Vec::new() }
    }

    /// Its words, in order.
    pub(super) fn words(&self) -> Vec<Word> {
        let flat = FlatText::new(&self.shown);
        let quotations = quotations(&self.shown);
        let word = |(range, letters)| {
            let range = flat.original(&self.shown, &range);
            let next = quotations.partition_point(|it| it.end <= range.start);
            let is_quoted = quotations.get(next).is_some_and(|it| it.start <= range.start);
            Word { letters, range, is_quoted }
        };
        words(&flat).map(word).collect()
    }

    /// A part of it, as readers see it.
    pub(super) fn shown(&self, range: Range<usize>) -> &str {
        &self.shown[range]
    }

    /// Where a part of it is written in the file, in bytes.
    pub(super) fn written(&self, range: &Range<usize>) -> Range<usize> {
        let last = self.shown[range.clone()].chars().next_back().map_or(0, char::len_utf8);
        self.place(range.start)..self.place(range.end - last) + last
    }

    fn place(&self, at: usize) -> usize {
        let next = self.parts.partition_point(|(start, _)| *start <= at);
        let part = next.checked_sub(1).and_then(|part| self.parts.get(part));
        part.map_or(0, |(start, written)| (written.start + at - start).min(written.end))
    }
}

/// The words of a text, each with its letters and digits in lower case: where lines end, hyphens come and go.
pub(super) fn words(flat: &FlatText) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut next = 0;
    let with_place = move |word: &str| {
        let start = next;
        next += word.len() + 1;
        let letters = word.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase);
        (start..start + word.len(), letters.collect::<String>())
    };
    flat.as_str().split(' ').map(with_place).filter(|(_, letters)| !letters.is_empty())
}

/// What stands in quotation marks, in order, where it is short enough to be quoted.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, letter) in text.char_indices() {
        let rest = &text[at + letter.len_utf8()..];
        match open {
            // An apostrophe has letters on either side.
            Some((start, close)) if letter == close && !rest.starts_with(char::is_alphanumeric) => {
                found.push(start..at);
                open = None;
            }
            _ => {
                let closing = MARKS.iter().find(|(opening, _)| *opening == letter);
                open = closing.map(|(_, close)| (at, *close)).or(open);
            }
        }
    }
    found.retain(|it| text[it.clone()].split_whitespace().count() <= Quotation::MOST_IN_A_ROW);
    found
}
