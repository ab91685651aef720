//! A letter taken apart: its head, its blocks, the part that each belongs to.

use super::blocks::{Block, BlockShape, blocks};
use super::headings::Section;
use super::lines::{LetterLine, Words, lines};
use super::sections::sections;
use super::sentences::sentences;

/// A letter in its parts.
#[derive(Debug)]
pub(super) struct LetterParts {
    /// What stands before the greeting, or else before the title: addresses and the date.
    pub(super) head: Vec<Words>,
    /// The rest, from the greeting on; all of it where there is none.
    pub(super) blocks: Vec<Block>,
    /// The part that each block belongs to.
    pub(super) sections: Vec<Section>,
    /// The first lines with words of the whole text.
    first_lines: Vec<String>,
    /// How many pages end above the words of each line; none where nothing says where pages end.
    page_ends: Vec<u32>,
}

/// A sentence of a letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    /// The line of the source that it begins in, from 0.
    pub(super) line: usize,
}

/// In lines: where a letter has neither greeting nor title, its date stands above this.
const LONGEST_HEAD: usize = 60;

/// How the line begins that greets whom it is to.
pub(super) const GREETING: &str = "Dear ";

/// How its first paragraph begins.
const SUMMARY: &str = "This letter";

/// In lines with words: all of the first page.
const FIRST_LINES: usize = 60;

/// In words: what is longer is no title.
const LONGEST_TITLE: usize = 30;

/// What the visits are called that letters are on, in lower case.
const VISITS: &[&str] = &["monitoring visit", "focused visit", "focussed visit", "monitoring of "];

impl LetterParts {
    pub(super) fn new(text: &str) -> Self {
        let mut lines = lines(text);
        let words = |line: &LetterLine| match line {
            LetterLine::Words(words) => Some(words.text.clone()),
            LetterLine::Blank | LetterLine::Break => None,
        };
        let first_lines = lines.iter().filter_map(words).take(FIRST_LINES).collect();
        let is_greeting = |line: &LetterLine| matches!(line, LetterLine::Words(it) if it.text.starts_with(GREETING));
        let greeting = lines.iter().position(is_greeting);
        let rest = lines.split_off(greeting.unwrap_or(0));
        let blocks = blocks(&rest);
        let sections = sections(&blocks);
        let mut letter = LetterParts {
            head: Vec::new(),
            sections,
            blocks,
            first_lines,
            page_ends: page_ends(text),
        };
        let first = letter.first_line();
        let words = |line: LetterLine| match line {
            LetterLine::Words(words) => Some(words),
            LetterLine::Blank | LetterLine::Break => None,
        };
        letter.head = match (greeting, first) {
            (Some(_), _) => lines.into_iter().filter_map(words).collect(),
            (None, Some(first)) => {
                rest.into_iter().filter_map(words).take_while(|it| it.number < first).collect()
            }
            (None, None) => rest.into_iter().take(LONGEST_HEAD).filter_map(words).collect(),
        };
        letter
    }

    /// The first lines with words in the text, at most so many.
    pub(super) fn first_lines(&self, most: usize) -> impl Iterator<Item = &str> {
        self.first_lines.iter().take(most).map(String::as_str)
    }

    /// The line that says what the visit was, and whom to: 'Monitoring visit to …'. What a sentence says of a visit is
    /// no title.
    pub(super) fn title(&self) -> Option<Sentence<'_>> {
        let mut blocks = self.of(&[Section::Opening]);
        let block = blocks.find(|block| {
            let text = block.text.to_ascii_lowercase();
            let mut names = VISITS.iter().chain(&[" visit to ", " visit of ", " visit "]);
            let is_named = names.any(|visit| text.contains(visit));
            let is_begun = VISITS.iter().any(|visit| text.starts_with(visit));
            let is_short = text.split(' ').count() <= LONGEST_TITLE
                && (is_begun || text.ends_with(" services.") || !text.ends_with(['.', ':', ';']));
            is_named && is_short && text.starts_with(|first: char| first.is_alphanumeric())
        })?;
        let sentence = Sentence { text: &block.text, line: block.line() };
        let is_title =
            !block.text.starts_with(SUMMARY) && block.text.starts_with(char::is_uppercase);
        is_title.then_some(sentence)
    }

    /// The line that the letter begins in, below the greeting: that of its title, or else of its first paragraph.
    pub(super) fn first_line(&self) -> Option<usize> {
        let opening = self.of(&[Section::Opening]).find(|block| block.text.starts_with(SUMMARY));
        let lines = self.title().map(|title| title.line);
        lines.into_iter().chain(opening.map(Block::line)).min()
    }

    /// The page that a line of the source is on, from 1, where the source has pages.
    pub(super) fn page(&self, line: usize) -> Option<u32> {
        self.page_ends.get(line).map(|ends| ends + 1)
    }

    /// The blocks of these parts.
    pub(super) fn of<'a>(&'a self, parts: &'a [Section]) -> impl Iterator<Item = &'a Block> {
        let both = self.blocks.iter().zip(&self.sections);
        both.filter(|(_, section)| parts.contains(section)).map(|(block, _)| block)
    }

    /// The sentences of these parts, but for headings.
    pub(super) fn sentences<'a>(&'a self, parts: &'a [Section]) -> Vec<Sentence<'a>> {
        let blocks = self.of(parts).filter(|block| block.shape != BlockShape::Heading);
        blocks.flat_map(Block::sentences).collect()
    }
}

/// How many pages end above the words of each line, where any does.
fn page_ends(text: &str) -> Vec<u32> {
    let mut ends = 0;
    let of_line = |line: &str| {
        let before = line.trim_start_matches(|it: char| it.is_whitespace());
        let above = line[..line.len() - before.len()].matches('\u{c}').count();
        let here = ends + u32::try_from(above).unwrap_or(0);
        ends += u32::try_from(line.matches('\u{c}').count()).unwrap_or(0);
        here
    };
    if text.contains('\u{c}') { text.split('\n').map(of_line).collect() } else { Vec::new() }
}

impl Block {
    /// Its sentences, each with its line.
    pub(super) fn sentences(&self) -> Vec<Sentence<'_>> {
        let sentences = sentences(&self.text).into_iter();
        sentences.map(|(start, text)| Sentence { text, line: self.line_at(start) }).collect()
    }
}
