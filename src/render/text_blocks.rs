//! A letter's own text as paragraphs, headings, lists and pages: by its lines alone, as it has no markup.

use std::ops::Range;

/// A part of a text that stands by itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TextBlock {
    pub(super) kind: BlockKind,
    /// What it is made of, in order.
    pub(super) pieces: Vec<TextPiece>,
}

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Heading,
    Paragraph,
    /// Lines that are not joined, as of an address.
    Lines,
    Bullet,
    /// Nothing but the beginning of a page.
    Page,
}

/// A line without the spaces around it, in bytes of the text; or the beginning of a page, by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TextPiece {
    Line(Range<usize>),
    Page(u32),
}

/// The longest line that is a heading, and the shortest paragraph that has one, in bytes.
const LONGEST_HEADING: usize = 90;
const SHORTEST_BODY: usize = 100;

/// The longest line that nothing but its end can have ended.
const SHORT_LINE: usize = 55;

/// The parts of a text, in order. A form feed begins a page, and a blank line ends a part.
pub(super) fn text_blocks(text: &str) -> Vec<TextBlock> {
    let mut reader = Reader { text, blocks: Vec::new(), block: None, page: 1, new_page: None };
    if text.contains('\u{c}') {
        reader.new_page = Some(1);
    }
    let mut start = 0;
    for page in text.split_inclusive('\u{c}') {
        for line in page.trim_end_matches('\u{c}').split_inclusive('\n') {
            reader.line(start, line);
            start += line.len();
        }
        if page.ends_with('\u{c}') {
            start += '\u{c}'.len_utf8();
            reader.page += 1;
            reader.new_page = Some(reader.page);
        }
    }
    reader.end_block();
    let mut blocks = reader.blocks;
    keep_short_lines(text, &mut blocks);
    find_headings(text, &mut blocks);
    blocks
}

struct Reader<'a> {
    text: &'a str,
    blocks: Vec<TextBlock>,
    block: Option<TextBlock>,
    page: u32,
    /// A page of which nothing was read yet.
    new_page: Option<u32>,
}

impl Reader<'_> {
    fn line(&mut self, start: usize, line: &str) {
        let words = line.trim();
        if words.is_empty() {
            self.end_block();
            return;
        }
        let start = start + line.len() - line.trim_start().len();
        let bullet = without_bullet(words);
        if let Some(page) = self.new_page.take() {
            if bullet.is_some() || !self.goes_on(words) {
                self.end_block();
            }
            match &mut self.block {
                Some(block) => block.pieces.push(TextPiece::Page(page)),
                None => {
                    let pieces = vec![TextPiece::Page(page)];
                    self.blocks.push(TextBlock { kind: BlockKind::Page, pieces });
                }
            }
        }
        let end = start + words.len();
        if let Some(rest) = bullet {
            self.end_block();
            let pieces = vec![TextPiece::Line(end - rest.len()..end)];
            self.block = Some(TextBlock { kind: BlockKind::Bullet, pieces });
            return;
        }
        let paragraph = || TextBlock { kind: BlockKind::Paragraph, pieces: Vec::new() };
        self.block.get_or_insert_with(paragraph).pieces.push(TextPiece::Line(start..end));
    }

    /// Whether a paragraph that a page ends in goes on with these words: not behind the end of a sentence, unless they
    /// begin with a small letter.
    fn goes_on(&self, words: &str) -> bool {
        let Some(TextBlock { pieces, .. }) = &self.block else { return false };
        let Some(TextPiece::Line(last)) = pieces.last() else { return false };
        let last = &self.text[last.clone()];
        // The number of a page, at its foot.
        let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
        let is_whole = last.ends_with(['.', '?', '!', ':', ';', '”', '’', ')']);
        !is_number && (!is_whole || words.starts_with(char::is_lowercase))
    }

    fn end_block(&mut self) {
        self.blocks.extend(self.block.take());
    }
}

/// What stands behind a bullet.
fn without_bullet(words: &str) -> Option<&str> {
    let rest = words.strip_prefix(['•', '◼', '■', '▪', '●', '◦', '‣', '⁃', '·', '*', '-', '–'])?;
    let rest = rest.strip_prefix([' ', '\t', '\u{a0}'])?.trim_start();
    (!rest.is_empty()).then_some(rest)
}

fn lines(block: &TextBlock) -> impl Iterator<Item = &Range<usize>> {
    block.pieces.iter().filter_map(|piece| match piece {
        TextPiece::Line(line) => Some(line),
        TextPiece::Page(_) => None,
    })
}

/// Lines of which most end long before the edge of a page were ended on purpose, where they are no sentences.
fn keep_short_lines(text: &str, blocks: &mut [TextBlock]) {
    for block in blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph) {
        let all_but_last = block.pieces.len() - 1;
        let short = lines(block).take(all_but_last).filter(|line| line.len() <= SHORT_LINE);
        let is_sentence = lines(block)
            .last()
            .is_some_and(|line| text[line.clone()].ends_with(['.', '?', '!', ':', ';', ',']));
        if !is_sentence && short.count() * 2 > all_but_last {
            block.kind = BlockKind::Lines;
        }
    }
}

/// A heading is a short line by itself, above a paragraph of some length or a list; or, behind one of these, above
/// another heading.
fn find_headings(text: &str, blocks: &mut [TextBlock]) {
    let is_body = |block: &TextBlock| match block.kind {
        BlockKind::Paragraph => lines(block).map(Range::len).sum::<usize>() >= SHORTEST_BODY,
        BlockKind::Bullet => true,
        BlockKind::Heading | BlockKind::Lines | BlockKind::Page => false,
    };
    let mut below = None;
    for index in (0..blocks.len()).rev() {
        let (before, [block, ..]) = blocks.split_at_mut(index) else { continue };
        if block.kind == BlockKind::Page {
            continue;
        }
        let mut above = before.iter().rev().filter(|block| block.kind != BlockKind::Page);
        let may_be = match below {
            Some(BlockKind::Heading) => above.next().is_some_and(is_body),
            Some(_) => true,
            None => false,
        };
        if may_be && looks_like_heading(text, block) {
            block.kind = BlockKind::Heading;
        }
        let counts = is_body(block) || block.kind == BlockKind::Heading;
        below = counts.then_some(block.kind);
    }
}

fn looks_like_heading(text: &str, block: &TextBlock) -> bool {
    let [TextPiece::Line(line)] = &block.pieces[..] else { return false };
    let words = &text[line.clone()];
    block.kind == BlockKind::Paragraph
        && words.len() <= LONGEST_HEADING
        && words.starts_with(char::is_uppercase)
        && !words.ends_with(['.', ',', ';', ':'])
}
