//! What a Markdown text holds: links, headings, first words. Its HTML is for a later stage.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::diagnostics::SourceText;
use crate::model::{Heading, Link, Prose, Slug};

/// The Markdown that letters are written in. Not all that the parser knows: with every option on,
/// its 0.13.6 can panic (its issue 1110).
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_SMART_PUNCTUATION);

/// Reads the body of a file.
pub(super) fn prose(source: &Arc<SourceText>, body: Range<usize>) -> Prose {
    let offset = body.start;
    let mut prose = Prose { markdown: source.text[body].to_owned(), offset, ..Prose::default() };
    let mut scan = Scan::default();
    for (event, range) in Parser::new_ext(&prose.markdown, OPTIONS).into_offset_iter() {
        scan.take(event, range.start + offset..range.end + offset);
    }
    prose.links = scan.links;
    prose.headings = scan.headings;
    prose.lead = scan.lead.trim().to_owned();
    prose
}

/// The links in a text of front matter, with their places in that text.
pub(crate) fn inline_links(text: &str) -> Vec<Link> {
    // Almost no such text has one.
    if !text.contains("](") && !text.contains('<') {
        return Vec::new();
    }
    let mut scan = Scan::default();
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        scan.take(event, range);
    }
    scan.links
}

#[derive(Default)]
struct Scan {
    links: Vec<Link>,
    headings: Vec<Heading>,
    anchors: BTreeSet<Slug>,
    lead: String,
    lead_is_whole: bool,
    heading: Option<String>,
    in_paragraph: bool,
}

impl Scan {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let destination = dest_url.into_string();
                self.links.push(Link { destination, range });
            }
            Event::Start(Tag::Heading { .. }) => self.heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Paragraph) => self.in_paragraph = true,
            Event::End(TagEnd::Paragraph) => {
                self.in_paragraph = false;
                self.lead_is_whole |= !self.lead.is_empty();
            }
            Event::Text(words) | Event::Code(words) => self.words(&words),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(heading) = &mut self.heading {
            heading.push_str(words);
        } else if self.in_paragraph && !self.lead_is_whole {
            self.lead.push_str(words);
        }
    }

    fn end_heading(&mut self) {
        let words = self.heading.take().unwrap_or_default();
        let plain = Slug::from_text(&words).or_else(|| Slug::parse("section"));
        let numbered = (2..).map(|number| Slug::from_text(&format!("{words}-{number}")));
        let free = std::iter::once(plain)
            .chain(numbered)
            .flatten()
            .find(|slug| !self.anchors.contains(slug));
        if let Some(id) = free {
            self.anchors.insert(id.clone());
            self.headings.push(Heading { id, words });
        }
    }
}
