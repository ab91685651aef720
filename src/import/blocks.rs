//! Paragraphs, bullets and headings: whole again where a line or a page broke them.

use super::headings;
use super::lines::{LetterLine, SOFT_HYPHEN, Words};
use super::looks;

/// A paragraph, a bullet or a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) shape: BlockShape,
    /// Its words in one line.
    pub(super) text: String,
    /// Where in the text each line of the source begins, with its number from 0.
    lines: Vec<(usize, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockShape {
    Paragraph,
    Bullet,
    Heading,
}

/// So many blank lines stand only where a page ends.
const BLANKS_OF_A_PAGE: usize = 3;

/// In words: what is longer is no heading.
const LONGEST_HEADING: usize = 9;

/// How lines begin that begin something new, with or without a blank line before them.
const BEGINNINGS: &[&str] = &[
    "Dear ",
    "This letter summarises",
    "This letter summarizes",
    "Focused visit to ",
    "Monitoring visit to ",
    "Monitoring visit of ",
    "Ofsted will take the findings",
    "I am copying this letter",
    "Yours sincerely",
    "Your sincerely",
    "Yours faithfully",
];

impl Block {
    fn new(words: &Words) -> Self {
        let shape = if words.bullet { BlockShape::Bullet } else { BlockShape::Paragraph };
        Block { shape, text: words.text.clone(), lines: vec![(0, words.number)] }
    }

    /// The lines of the source that it stands in, from 0.
    pub(super) fn line_numbers(&self) -> impl Iterator<Item = usize> {
        self.lines.iter().map(|(_, number)| *number)
    }

    /// The line of the source that it begins in, from 0.
    pub(super) fn line(&self) -> usize {
        self.line_at(0)
    }

    /// The line of the source that these words of it stand in, from 0.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        let before = self.lines.iter().take_while(|(start, _)| *start <= offset);
        before.last().map_or(0, |(_, line)| *line)
    }

    /// Whether it ends as a sentence does.
    fn is_whole(&self) -> bool {
        let text = self.text.trim_end_matches(['\'', '"', ')']);
        text.ends_with(['.', '?', '!', ':', ';'])
    }

    /// A word that a line end broke behind its hyphen is one word, without it where it is a soft one.
    fn add(&mut self, words: &Words) {
        let is_broken = self.text.ends_with('-')
            && !self.text.ends_with(" -")
            && words.text.starts_with(char::is_alphanumeric);
        let is_soft = self.text.ends_with(SOFT_HYPHEN);
        if is_soft {
            self.text.pop();
        } else if !is_broken && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.lines.push((self.text.len(), words.number));
        self.text.push_str(&words.text);
    }
}

/// The blocks of a letter.
pub(super) fn blocks(lines: &[LetterLine]) -> Vec<Block> {
    let margin = margin(lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut gap = LineGap::default();
    for line in lines {
        match line {
            LetterLine::Blank => gap.blanks += 1,
            LetterLine::Break => gap.page = true,
            LetterLine::Words(words) => {
                place(&mut blocks, words, gap, margin);
                gap = LineGap::default();
            }
        }
    }
    find_small_headings(&mut blocks);
    find_lost_bullets(&mut blocks);
    blocks
}

/// What stands between two lines with words.
#[derive(Debug, Clone, Copy, Default)]
struct LineGap {
    blanks: usize,
    page: bool,
}

/// The smallest indentation of a line that is no bullet.
fn margin(lines: &[LetterLine]) -> usize {
    let indents = lines.iter().filter_map(|line| match line {
        LetterLine::Words(words) if !words.bullet => Some(words.indent),
        _ => None,
    });
    indents.min().unwrap_or(0)
}

fn place(blocks: &mut Vec<Block>, words: &Words, gap: LineGap, margin: usize) {
    if headings::of_heading(&words.text).is_some() && !words.bullet {
        let mut heading = Block::new(words);
        heading.shape = BlockShape::Heading;
        blocks.push(heading);
        return;
    }
    let is_new = words.bullet
        || words.numbered
        || BEGINNINGS.iter().any(|start| words.text.starts_with(start));
    match blocks.last_mut() {
        Some(last) if !is_new && goes_on(last, words, gap, margin) => last.add(words),
        _ => blocks.push(Block::new(words)),
    }
}

/// Whether a line goes on with what stands before it.
fn goes_on(last: &Block, words: &Words, gap: LineGap, margin: usize) -> bool {
    if last.shape == BlockShape::Heading || last.text.starts_with("Dear ") && gap.blanks > 0 {
        return false;
    }
    // A mark that stands in a line of its own.
    if last.shape == BlockShape::Bullet && last.text.is_empty() {
        return true;
    }
    // Behind an item of a list, which is no sentence, another sentence on what was looked at begins anew.
    if last.shape == BlockShape::Bullet && !last.is_whole() && is_on_the_visit(&words.text) {
        return false;
    }
    let is_lower = words.text.starts_with(|first: char| !first.is_uppercase());
    let is_page = gap.page || gap.blanks >= BLANKS_OF_A_PAGE;
    let is_set_in = words.indent > margin;
    match (last.is_whole(), last.shape) {
        _ if gap.blanks == 0 && !gap.page => true,
        (false, _) if is_lower => true,
        (false, BlockShape::Paragraph) => {
            gap.page && last.text.split(' ').count() > LONGEST_HEADING
        }
        (_, BlockShape::Bullet) => is_page && is_set_in,
        (true, _) | (false, BlockShape::Heading) => false,
    }
}

/// 'Inspectors also explored …'.
fn is_on_the_visit(text: &str) -> bool {
    text.starts_with("Inspectors ") && looks::looked_at(text).is_some()
}

/// 'What needs to improve?' is a heading; what somebody asked is none.
fn is_question(text: &str) -> bool {
    text.ends_with('?')
}

/// A short line by itself, without a full stop, is a heading.
fn find_small_headings(blocks: &mut [Block]) {
    for block in blocks {
        let is_short = block.lines.len() == 1 && block.text.split(' ').count() <= LONGEST_HEADING;
        let said = block.text.trim_end_matches(['\'', '"', ')']);
        let is_open = !said.ends_with(['.', ',', ';', '!', '?', ':']) || is_question(&block.text);
        let is_title = block.text.starts_with(char::is_uppercase);
        if block.shape == BlockShape::Paragraph && is_short && is_open && is_title {
            block.shape = BlockShape::Heading;
        }
    }
}

/// A paragraph between two bullets is a bullet that lost its mark, unless more of them are announced in it.
fn find_lost_bullets(blocks: &mut [Block]) {
    for index in 1..blocks.len().saturating_sub(1) {
        let is_bullet = |index: usize| blocks[index].shape == BlockShape::Bullet;
        let is_between = is_bullet(index - 1) && is_bullet(index + 1);
        let block = &blocks[index];
        if is_between && block.shape == BlockShape::Paragraph && !block.text.ends_with(':') {
            blocks[index].shape = BlockShape::Bullet;
        }
    }
}
