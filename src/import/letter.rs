//! A letter taken apart: its head, its blocks, the part that each belongs to.

use super::blocks::{Block, BlockShape, blocks};
use super::headings::Section;
use super::lines::{LetterLine, Words, lines};
use super::sections::sections;
use super::sentences::sentences;

/// A letter in its parts.
#[derive(Debug)]
pub(super) struct LetterParts {
    /// What stands before the greeting: addresses and the date.
    pub(super) head: Vec<Words>,
    /// The rest, from the greeting on.
    pub(super) blocks: Vec<Block>,
    /// The part that each block belongs to.
    pub(super) sections: Vec<Section>,
}

/// A sentence of a letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    /// The line of the source that it begins in, from 0.
    pub(super) line: usize,
}

/// In lines: where a letter has no greeting, its date stands above this.
const LONGEST_HEAD: usize = 60;

impl LetterParts {
    pub(super) fn new(text: &str) -> Self {
        let mut lines = lines(text);
        let is_greeting = |line: &LetterLine| matches!(line, LetterLine::Words(it) if it.text.starts_with("Dear "));
        let greeting = lines.iter().position(is_greeting);
        let rest = lines.split_off(greeting.unwrap_or(0));
        let head =
            if greeting.is_some() { &lines[..] } else { rest.get(..LONGEST_HEAD).unwrap_or(&rest) };
        let head = head.iter().filter_map(|line| match line {
            LetterLine::Words(words) => Some(words.clone()),
            LetterLine::Blank | LetterLine::Break => None,
        });
        let blocks = blocks(&rest);
        let sections = sections(&blocks);
        LetterParts { head: head.collect(), sections, blocks }
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

impl Block {
    /// Its sentences, each with its line.
    pub(super) fn sentences(&self) -> Vec<Sentence<'_>> {
        let sentences = sentences(&self.text).into_iter();
        sentences.map(|(start, text)| Sentence { text, line: self.line_at(start) }).collect()
    }
}
