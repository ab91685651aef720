//! A body, as its editor wrote it, but that its links lead to the right place from elsewhere, and that nothing in it is
//! HTML to whoever reads it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use super::inert::without_html;
use super::text::{destination, plain};
use crate::model::Prose;
use crate::parse::markdown::OPTIONS;
use crate::plan::Href;
use crate::render::page_context::Scene;

/// The body with what is to change: links resolved, definitions of links taken out, odd labels of footnotes exchanged for
/// numbers, HTML made text.
pub(in crate::render) fn body(scene: &Scene<'_>, file: &str, prose: &Prose) -> String {
    let markdown = prose.markdown.as_str();
    let mut changes = Changes::new(scene, file, markdown);
    let parser = Parser::new_ext(markdown, OPTIONS);
    changes.list.extend(
        parser.reference_definitions().iter().map(|(_, it)| (it.span.clone(), String::new())),
    );
    let (mut depth, mut last) = (0_usize, None);
    for (event, range) in parser.into_offset_iter() {
        match &event {
            Event::Start(tag) => {
                if depth == 0 {
                    let is_fenced = matches!(tag, Tag::CodeBlock(CodeBlockKind::Fenced(_)));
                    last = is_fenced.then(|| range.clone());
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
        changes.take(event, range);
    }
    let fence = last.and_then(|range| missing_fence(&markdown[range]));
    let changed = changes.apply();
    without_html(format!("{}{}", changed.trim(), fence.unwrap_or_default()))
}

/// What changes in a text, by the bytes that it takes the place of.
struct Changes<'a> {
    scene: &'a Scene<'a>,
    file: &'a str,
    markdown: &'a str,
    list: Vec<(Range<usize>, String)>,
    open: Vec<OpenLink<'a>>,
    notes: Notes,
}

/// A link or an image that is open.
struct OpenLink<'a> {
    kind: LinkType,
    destination: CowStr<'a>,
    title: CowStr<'a>,
    /// Where its words end, as far as is known.
    end_of_words: usize,
    is_empty: bool,
}

impl<'a> Changes<'a> {
    fn new(scene: &'a Scene<'a>, file: &'a str, markdown: &'a str) -> Self {
        let notes = Notes::new(markdown);
        Changes { scene, file, markdown, list: Vec::new(), open: Vec::new(), notes }
    }

    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                self.open(link_type, dest_url, title, range.start + 1);
            }
            Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                self.open(link_type, dest_url, title, range.start + 2);
            }
            Event::Start(Tag::FootnoteDefinition(label)) => self.note(&label, range),
            Event::Start(_) => {}
            Event::FootnoteReference(label) => {
                self.words(range.end);
                self.note(&label, range);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(open) = self.open.pop() {
                    self.close(&open, range.end);
                }
                self.words(range.end);
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                let html = &self.markdown[range.clone()];
                let tags = html.match_indices('<').map(|(index, _)| range.start + index);
                self.list.extend(tags.map(|start| (start..start + 1, "&lt;".to_owned())));
                self.words(range.end);
            }
            _ => self.words(range.end),
        }
    }

    /// Gives a footnote another label where it has an odd one.
    fn note(&mut self, label: &str, range: Range<usize>) {
        let Some(number) = self.notes.number(label) else { return };
        // A bracket within a label has a backslash before it.
        let mut is_escaped = false;
        let end = self.markdown[range.start..].bytes().position(|byte| {
            let is_end = byte == b']' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            is_end
        });
        if let Some(length) = end {
            let label = range.start + LABEL.len()..range.start + length;
            self.list.push((label, number.to_string()));
        }
    }

    fn open(
        &mut self,
        kind: LinkType,
        destination: CowStr<'a>,
        title: CowStr<'a>,
        end_of_words: usize,
    ) {
        self.open.push(OpenLink { kind, destination, title, end_of_words, is_empty: true });
    }

    /// Something within a link ends here.
    fn words(&mut self, end: usize) {
        if let Some(open) = self.open.last_mut() {
            open.end_of_words = open.end_of_words.max(end);
            open.is_empty = false;
        }
    }

    /// Writes the end of a link anew: the address, and the words that it would have without any.
    fn close(&mut self, open: &OpenLink<'_>, end: usize) {
        let stands_as_it_is =
            matches!(open.kind, LinkType::Inline | LinkType::Autolink | LinkType::Email);
        let (address, name) = match self.scene.links().resolve(self.file, &open.destination) {
            _ if open.kind == LinkType::Email => return,
            Ok(Href::Elsewhere(_)) if stands_as_it_is => return,
            Ok(Href::Elsewhere(address)) => (address, None),
            Ok(Href::Here { path, title }) => (format!("{}{path}", self.scene.root), Some(title)),
            Err(_) => ("#".to_owned(), None),
        };
        let words = name.filter(|_| open.is_empty).map_or(String::new(), |it| plain(&it));
        let title = if open.title.is_empty() {
            String::new()
        } else {
            format!(" \"{}\"", plain(&open.title).replace('"', "\\\""))
        };
        let ending = format!("{words}]({}{title})", destination(&address));
        self.list.push((open.end_of_words..end, ending));
    }

    fn apply(mut self) -> String {
        self.list.sort_by_key(|(range, _)| (range.start, range.end));
        let mut changed = String::with_capacity(self.markdown.len() * 3 / 2);
        let mut place = 0;
        for (range, text) in self.list {
            if range.start >= place {
                changed.push_str(&self.markdown[place..range.start]);
                changed.push_str(&text);
                place = range.end;
            }
        }
        changed + &self.markdown[place..]
    }
}

/// What stands before the label of a footnote.
const LABEL: &str = "[^";

/// The numbers of footnotes with labels that could be taken for something else, by these labels.
struct Notes {
    numbers: HashMap<String, usize>,
    /// Numbers that stand in the text already, as labels or as what would become one.
    taken: HashSet<usize>,
    last: usize,
}

impl Notes {
    fn new(markdown: &str) -> Self {
        let written = markdown.match_indices(LABEL).filter_map(|(index, _)| {
            let rest = &markdown[index + LABEL.len()..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            rest[digits..].starts_with(']').then(|| rest[..digits].parse().ok())?
        });
        Notes { numbers: HashMap::new(), taken: written.collect(), last: 0 }
    }

    /// The number that stands for an odd label; `None` for one of letters, digits and hyphens, which stays.
    fn number(&mut self, label: &str) -> Option<usize> {
        if label.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_')) {
            return None;
        }
        // As the parser compares them.
        let label = label.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase();
        if let Some(number) = self.numbers.get(&label) {
            return Some(*number);
        }
        self.last += 1;
        while self.taken.contains(&self.last) {
            self.last += 1;
        }
        self.numbers.insert(label, self.last);
        Some(self.last)
    }
}

/// The fence that a block of code at a body's end lacks: without it, all that follows would be code.
fn missing_fence(block: &str) -> Option<String> {
    let first = block.lines().next()?.trim_start();
    let sign = first.chars().next()?;
    let fence: String = first.chars().take_while(|letter| *letter == sign).collect();
    let is_fence = |line: &str| line.len() >= fence.len() && line.chars().all(|it| it == sign);
    let is_closed = block.trim_end().lines().skip(1).last().is_some_and(|it| is_fence(it.trim()));
    (!is_closed).then(|| format!("\n{fence}"))
}
