//! A body by its lines, and which of its bytes are bare words.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::diagnostics::{Diagnostic, Place, Rule, SourceText, Suggestion};
use crate::model::Prose;
use crate::parse::markdown::OPTIONS;

/// A body that is looked through for what is no Markdown.
pub(super) struct BodyText<'a> {
    source: &'a Arc<SourceText>,
    offset: usize,
    pub(super) markdown: &'a str,
    /// Where bare words stand, in order.
    words: Vec<Range<usize>>,
    /// Blocks of code that are set in.
    pub(super) indented: Vec<Range<usize>>,
    /// Marks of footnotes that have their note, by their labels.
    pub(super) marks: Vec<(String, Range<usize>)>,
    /// Notes, by their labels.
    pub(super) notes: Vec<(String, Range<usize>)>,
}

impl<'a> BodyText<'a> {
    pub(super) fn new(source: &'a Arc<SourceText>, body: &'a Prose) -> Self {
        let mut text = BodyText {
            source,
            offset: body.offset,
            markdown: &body.markdown,
            words: Vec::new(),
            indented: Vec::new(),
            marks: Vec::new(),
            notes: Vec::new(),
        };
        if text.may_have_slips() {
            text.read();
        }
        text
    }

    /// Whether there is anything that only reading it as Markdown can tell. Most bodies have none of it.
    fn may_have_slips(&self) -> bool {
        !self.markdown.is_ascii()
            || self.markdown.contains(['[', '#', '\t', '*'])
            || self.markdown.contains("    ")
            || self.lines().any(|(_, line)| {
                let line = line.trim_start();
                let begin = line.bytes().take(5);
                line.starts_with("o ")
                    || begin.into_iter().any(|it| matches!(it, b'-' | b'.' | b')'))
            })
    }

    fn read(&mut self) {
        let mut in_code = false;
        for (event, range) in Parser::new_ext(self.markdown, OPTIONS).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    in_code = true;
                    if matches!(kind, CodeBlockKind::Indented) {
                        self.indented.push(range);
                    }
                }
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    self.notes.push((label.to_lowercase(), range));
                }
                Event::FootnoteReference(label) => self.marks.push((label.to_lowercase(), range)),
                Event::Text(_) if !in_code => match self.words.last_mut() {
                    Some(last) if last.end == range.start => last.end = range.end,
                    _ => self.words.push(range),
                },
                _ => {}
            }
        }
    }

    /// Whether a byte is of bare words: not of code, of an address or of a mark of Markdown.
    pub(super) fn is_words(&self, at: usize) -> bool {
        let next = self.words.partition_point(|range| range.end <= at);
        self.words.get(next).is_some_and(|range| range.contains(&at))
    }

    /// The lines, each with the byte that it begins at.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let mut end = 0;
        self.markdown.split_inclusive('\n').map(move |line| {
            let start = end;
            end += line.len();
            (start, line.trim_end_matches('\n'))
        })
    }

    /// The same place in the file.
    pub(super) fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.offset..range.end + self.offset
    }

    /// A problem with some of the body's words.
    pub(super) fn problem(
        &self,
        rule: &'static Rule,
        range: &Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        rule.at(Place::span(self.source, self.in_file(range)), message)
    }
}

/// The rest of the line, as far as an address may be long: of many brackets in one line, each looks no further.
pub(super) fn rest_of_line(text: &str) -> &str {
    const LONGEST: usize = 1_000;
    let near = &text[..text.floor_char_boundary(LONGEST.min(text.len()))];
    near.split('\n').next().unwrap_or("")
}

/// A problem of some words, with others to write in their place.
pub(super) fn instead(problem: Diagnostic, words: String) -> Diagnostic {
    let range = problem.place.bytes();
    problem.suggest(Suggestion::likely(range, words))
}
