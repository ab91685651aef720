//! The letter's own text, as it is kept beside its summary: every word from its title to the signature, in paragraphs,
//! with the date and the office above it. Addresses, the name of whom it is to and the numbers of pages are left out.

use std::collections::BTreeMap;
use std::ops::Range;

use super::blocks::Block;
use super::facts::printed_days;
use super::footnotes::{footnotes, is_page_number};

use super::letter::{GREETING, LetterParts};
use super::lines::{LetterLine, Words, lines};
use super::offices::offices;
use super::roles::has_role;
use crate::diagnostics::is_forbidden;

/// What a bullet begins with, whatever the letter has there.
const BULLET: &str = "• ";

/// What stands before its other lines.
const INDENT: &str = "  ";

const PAGE: char = '\u{c}';

/// How lines begin behind which somebody signs.
const CLOSES: &[&str] = &["Yours sincerely", "Your sincerely", "Yours faithfully"];

/// In lines with words, from these on: the title of who signed is in none below.
const LONGEST_SIGNATURE: usize = 6;

/// In words: a line that is longer is more than a greeting.
const LONGEST_GREETING: usize = 8;

/// How titles and letters begin that stand in one line with the greeting.
const BEGINNINGS: &[&str] = &["Monitoring visit", "Focused visit", "This letter"];

/// The text of a letter, from its source. A form feed stands before the first word of each page but the first, where the
/// source has them; a blank line ends each paragraph. Letters, hyphens, quotation marks and the ends of lines are the
/// source's. A footnote is a paragraph of its own, behind the one in which its page ends.
pub fn letter_text(source: &str) -> String {
    let letter = LetterParts::new(source);
    let mut text = KeptText::new(source);
    let mut blocks = &letter.blocks[..];
    let greeting = blocks.first().filter(|first| first.text.starts_with(GREETING));
    text.greeting = greeting.map(Block::line);
    if greeting.is_some() {
        text.add_head(&letter);
    } else if let Some(first) = letter.first_line() {
        text.add_head(&letter);
        blocks = &blocks[blocks.partition_point(|block| block.line() < first)..];
    }
    let last = text.end_of_signature(blocks).unwrap_or(usize::MAX);
    let mut notes = footnotes(&text.source).into_iter().peekable();
    for block in blocks {
        while let Some(note) = notes.next_if(|note| note.start < block.line()) {
            text.add_note(note);
        }
        text.add_block(block, last);
    }
    notes.for_each(|note| text.add_note(note));
    text.written
}

/// What is written of a letter.
struct KeptText<'a> {
    /// The lines of the source.
    source: Vec<&'a str>,
    /// Those with words, by their number.
    words: BTreeMap<usize, Words>,
    /// How many pages end above each.
    pages: Vec<usize>,
    /// The line that the greeting is in.
    greeting: Option<usize>,
    written: String,
    /// How many pages have ended in that.
    written_pages: usize,
    /// Whether the next line begins a paragraph.
    is_new: bool,
}

impl<'a> KeptText<'a> {
    fn new(text: &'a str) -> Self {
        let words = lines(text).into_iter().filter_map(|line| match line {
            LetterLine::Words(words) => Some((words.number, words)),
            LetterLine::Blank | LetterLine::Break => None,
        });
        let source: Vec<&str> = text.split('\n').collect();
        let ends = source.iter().scan(0, |pages, line| {
            let above = *pages;
            *pages += line.matches(PAGE).count();
            Some(above)
        });
        KeptText {
            words: words.collect(),
            pages: ends.collect(),
            source,
            greeting: None,
            written: String::new(),
            written_pages: 0,
            is_new: true,
        }
    }

    /// The date, as it is printed, and the office.
    fn add_head(&mut self, letter: &LetterParts) {
        let mut days: Vec<String> = Vec::new();
        for (day, _) in printed_days(letter) {
            if !days.contains(&day.words) {
                days.push(day.words);
            }
        }
        let head: Vec<String> =
            letter.head.iter().map(|words| printed(self.source[words.number])).collect();
        for part in [days, offices(head.iter().map(String::as_str))] {
            self.is_new = true;
            part.iter().for_each(|line| self.add_line(line, "", 0));
        }
    }

    /// A paragraph, a bullet or a heading, up to this line.
    fn add_block(&mut self, block: &Block, last: usize) {
        self.is_new = true;
        let is_bullet = self.words.get(&block.line()).is_some_and(|words| words.bullet);
        let mut has_mark = is_bullet;
        for number in block.line_numbers().take_while(|number| *number <= last) {
            for (page, part) in self.source[number].split(PAGE).enumerate() {
                let mut words = printed(part);
                if has_mark && !words.is_empty() {
                    words = words.chars().skip(1).collect::<String>().trim_start().to_owned();
                    has_mark = false;
                }
                if self.greeting == Some(number) {
                    words = behind_greeting(&words).to_owned();
                }
                let lead = match (is_bullet, self.is_new) {
                    (false, _) => "",
                    (true, true) => BULLET,
                    (true, false) => INDENT,
                };
                self.add_line(&words, lead, self.pages[number] + page);
            }
        }
    }

    /// A footnote, its number in one line with its first words.
    fn add_note(&mut self, note: Range<usize>) {
        self.is_new = true;
        let lines: Vec<String> = note.map(|number| printed(self.source[number])).collect();
        let text = lines.join("\n");
        let is_alone = lines.first().is_some_and(|first| is_page_number(first));
        let text = if is_alone { text.replacen('\n', " ", 1) } else { text };
        text.lines().for_each(|line| self.add_line(line, "", self.written_pages));
    }

    /// A line, above which so many pages end.
    fn add_line(&mut self, words: &str, lead: &str, pages: usize) {
        if words.is_empty() {
            return;
        }
        if self.is_new && !self.written.is_empty() {
            self.written.push('\n');
        }
        let ended = pages.saturating_sub(self.written_pages);
        if !self.is_new && ended == 0 && is_page_number(words) {
            // By itself it could be taken for a page's.
            self.written.pop();
            self.written.push(' ');
        } else {
            self.written.extend(std::iter::repeat_n(PAGE, ended));
            self.written.push_str(lead);
        }
        self.written.push_str(words);
        self.written.push('\n');
        self.written_pages += ended;
        self.is_new = false;
    }

    /// The line with the title of who signed. What stands below is whom else the letter is for, and addresses.
    fn end_of_signature(&self, blocks: &[Block]) -> Option<usize> {
        let closes = |block: &Block| CLOSES.iter().any(|close| block.text.starts_with(close));
        let close = blocks.iter().rposition(closes)?;
        let lines = blocks[close..].iter().flat_map(Block::line_numbers).take(LONGEST_SIGNATURE);
        let words = lines.filter_map(|number| self.words.get(&number));
        words.filter(|words| has_role(&words.text)).map(|words| words.number).next()
    }
}

/// The words of a line as they are printed, with single spaces. Stars and lines that stand for bold are no words.
fn printed(line: &str) -> String {
    let seen: String =
        line.chars().filter(|letter| letter.is_whitespace() || !is_forbidden(*letter)).collect();
    let plain = seen.replace("**", "").replace("__", "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in one line with a greeting, behind it.
fn behind_greeting(line: &str) -> &str {
    if line.split(' ').count() <= LONGEST_GREETING {
        return "";
    }
    let start = BEGINNINGS.iter().filter_map(|start| line.find(start)).min();
    start.or_else(|| line.find(", ").map(|comma| comma + 2)).map_or("", |start| &line[start..])
}
