//! A letter taken apart, and each part read.

use std::sync::Arc;

use super::blocks::{Block, Shape, blocks};
use super::draft::Draft;
use super::lines::{Line, Words, lines};
use super::names::Names;
use super::problems::Doubts;
use super::sections::{Section, sections};
use super::sentences::sentences;
use super::{addressees, areas, claims, facts, figures, inspectors, progress, quotes};
use crate::diagnostics::{Diagnostic, SourceText};
use crate::model::{Archive, Slug};

/// A letter in its parts.
#[derive(Debug)]
pub(super) struct Letter {
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

/// Reads a letter: a draft of it, and what could not be found or is doubtful. `authority` is whom the letter is to,
/// where somebody says so; otherwise the letter does. Topics, and the letters that there are, are the archive's.
pub fn read(
    source: &Arc<SourceText>,
    archive: &Archive,
    authority: Option<&Slug>,
) -> (Draft, Vec<Diagnostic>) {
    let letter = Letter::new(&source.text);
    let mut doubts = Doubts::new(source);
    let mut draft = Draft::default();
    if letter.sections.iter().all(|section| *section == Section::Closing) {
        doubts.no_letter("there are no words in this", "is it the letter that was meant?");
        return (draft, doubts.problems);
    }
    facts::read(&letter, &mut draft, &mut doubts);
    let Some(_) = draft.kind else { return (draft, doubts.problems) };
    match authority {
        Some(slug) => draft.authorities = vec![slug.clone()],
        None => addressees::authorities(&letter, &Names::new(archive), &mut draft, &mut doubts),
    }
    addressees::compare(&letter, archive, &draft, &mut doubts);
    inspectors::read(&letter, &mut draft, &mut doubts);
    areas::read(&letter, &mut draft, &mut doubts);
    progress::read(&letter, &mut draft);
    claims::read(&letter, archive, &mut draft, &mut doubts);
    figures::read(&letter, archive, &mut draft);
    quotes::read(&letter, &mut draft);
    (draft, doubts.problems)
}

impl Letter {
    fn new(text: &str) -> Self {
        let mut lines = lines(text);
        let is_greeting =
            |line: &Line| matches!(line, Line::Words(it) if it.text.starts_with("Dear "));
        let greeting = lines.iter().position(is_greeting);
        let rest = lines.split_off(greeting.unwrap_or(0));
        let head =
            if greeting.is_some() { &lines[..] } else { rest.get(..LONGEST_HEAD).unwrap_or(&rest) };
        let head = head.iter().filter_map(|line| match line {
            Line::Words(words) => Some(words.clone()),
            Line::Blank | Line::Break => None,
        });
        let blocks = blocks(&rest);
        let sections = sections(&blocks);
        Letter { head: head.collect(), sections, blocks }
    }

    /// The blocks of these parts.
    pub(super) fn of<'a>(&'a self, parts: &'a [Section]) -> impl Iterator<Item = &'a Block> {
        let both = self.blocks.iter().zip(&self.sections);
        both.filter(|(_, section)| parts.contains(section)).map(|(block, _)| block)
    }

    /// The sentences of these parts, but for headings.
    pub(super) fn sentences<'a>(&'a self, parts: &'a [Section]) -> Vec<Sentence<'a>> {
        let blocks = self.of(parts).filter(|block| block.shape != Shape::Heading);
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
