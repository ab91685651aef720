//! What a Markdown text holds: links, headings, first words. Its HTML is for a later stage.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Tag, TagEnd};

use super::control_characters;
use super::heading_anchors::{self, UnnamedHeading};
use super::inline::InlineText;
use super::quotation_marks;
use crate::diagnostics::SourceText;
use crate::model::{Excerpt, HeadingAnchors, Link, LinkKind, Prose, Slug};

/// The Markdown that letters are written in. Not all that the parser knows: with every option on,
/// its 0.13.6 can panic (its issue 1110).
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_SMART_PUNCTUATION);

/// The lists, quotations and emphases that a word of a text may stand in.
pub(crate) const DEPTH_AT_MOST: usize = 64;

/// Reads the body of a file. No heading gets an anchor that is taken already.
pub(super) fn prose<'a>(
    source: &Arc<SourceText>,
    body: Range<usize>,
    taken: impl IntoIterator<Item = &'a Slug>,
) -> Prose {
    let offset = body.start;
    let markdown = Excerpt::part(source, body);
    let mut prose = Prose { markdown, offset, ..Prose::default() };
    let mut scan = Scan::default();
    let mut depth = Depth::default();
    // What stands there as it is was looked at when the file was read.
    let may_hide = prose.markdown.contains('&');
    for (event, range) in quotation_marks::offset_events(&prose.markdown, OPTIONS) {
        let range = range.start + offset..range.end + offset;
        if depth.is_beyond(&event) {
            return Prose { offset, too_deep: Some(range), ..Prose::default() };
        }
        if let Some(character) = control_characters::in_event(&event).filter(|_| may_hide) {
            scan.hidden
                .push((character, control_characters::reference(&source.text, range.clone())));
        }
        scan.take(event, &source.text[range.clone()], range);
    }
    // Without emphasis the words stand in the file as they are.
    let lead = scan.lead.trim();
    let written = Excerpt::find_near(source, offset, lead);
    prose.lead = written.unwrap_or_else(|| lead.to_owned().into());
    prose.links = scan.links.into();
    if !scan.headings.is_empty() {
        let taken = taken.into_iter().map(Slug::as_str).collect();
        prose.headings = heading_anchors::named(scan.headings, &taken);
        prose.anchors = HeadingAnchors::new(&prose.headings);
    }
    prose.html = scan.html.into();
    prose.hidden = scan.hidden.into();
    prose.images_without_words = scan.images_without_words.into();
    prose
}

/// The links of a text of front matter, and its HTML; where they stand in it is not counted.
pub(crate) fn inline(text: &str) -> Prose {
    // Almost no such text has a link or HTML.
    if !text.contains("](") && !text.contains('<') {
        return Prose::default();
    }
    let mut scan = Scan::default();
    for event in InlineText::new(text).events() {
        scan.take(event, "", 0..0);
    }
    Prose {
        links: scan.links.into(),
        html: scan.html.into(),
        images_without_words: scan.images_without_words.into(),
        ..Prose::default()
    }
}

/// Whether a text of front matter goes too deep, as a body would.
pub(crate) fn is_too_deep(text: &str) -> bool {
    // Each level takes a mark, and almost no text has so many.
    let mark = |byte: &u8| byte.is_ascii_punctuation();
    if text.bytes().filter(mark).count() <= DEPTH_AT_MOST {
        return false;
    }
    let mut depth = Depth::default();
    InlineText::new(text).events().any(|event| depth.is_beyond(&event))
}

/// How many things the events of a text have begun and not ended.
#[derive(Default)]
struct Depth(usize);

impl Depth {
    fn is_beyond(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(_) => self.0 += 1,
            Event::End(_) => self.0 -= 1,
            _ => {}
        }
        self.0 > DEPTH_AT_MOST
    }
}

/// The words of a text of front matter, without emphasis and without where links lead.
pub(crate) fn words(text: &str) -> String {
    words_of(InlineText::new(text).events())
}

/// The bare words of a text, with a space where a line ends.
pub(crate) fn words_of<'e>(events: impl Iterator<Item = Event<'e>>) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            // HTML is shown as it is typed.
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                words.push_str(&part)
            }
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

#[derive(Default)]
struct Scan {
    links: Vec<Link>,
    headings: Vec<UnnamedHeading>,
    lead: String,
    lead_is_whole: bool,
    html: Vec<Range<usize>>,
    hidden: Vec<(char, Range<usize>)>,
    images_without_words: Vec<Range<usize>>,
    /// The words of the heading that is open, as they are shown and as they are written.
    heading: Option<(String, String)>,
    in_paragraph: bool,
    /// How many notes are open, which stand behind the text wherever they are written.
    notes: usize,
    /// The image that is open, and whether words stand in it.
    image: Option<(Range<usize>, bool)>,
}

impl Scan {
    /// Takes an event, which is written so, in this place.
    fn take(&mut self, event: Event<'_>, written: &str, range: Range<usize>) {
        match event {
            // `<name@example.org>` is an address of a mailbox, which leads nowhere on a site.
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { dest_url, .. }) => self.link(LinkKind::Link, dest_url, range),
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.image = Some((range.clone(), false));
                self.link(LinkKind::Picture, dest_url, range);
            }
            Event::End(TagEnd::Image) => {
                let image = self.image.take().filter(|(_, has_words)| !has_words);
                self.images_without_words.extend(image.map(|(range, _)| range));
            }
            Event::Start(Tag::Heading { .. }) => self.heading = Some(Default::default()),
            Event::End(TagEnd::Heading(level)) => self.end_heading(level, range),
            Event::Start(Tag::FootnoteDefinition(_)) => self.notes += 1,
            Event::End(TagEnd::FootnoteDefinition) => self.notes -= 1,
            Event::Start(Tag::Paragraph) => self.in_paragraph = self.notes == 0,
            Event::End(TagEnd::Paragraph) => {
                self.in_paragraph = false;
                self.lead_is_whole |= !self.lead.is_empty();
            }
            Event::Html(_) | Event::InlineHtml(_) => self.html.push(range),
            Event::Text(words) if written.starts_with("--") && words.starts_with(['–', '—']) => {
                self.words(&words, written);
            }
            Event::Text(words) | Event::Code(words) => self.words(&words, &words),
            Event::SoftBreak | Event::HardBreak => self.words(" ", " "),
            _ => {}
        }
    }

    fn link(&mut self, kind: LinkKind, destination: CowStr<'_>, range: Range<usize>) {
        self.links.push(Link { kind, destination: destination.into_string(), range });
    }

    fn words(&mut self, words: &str, written: &str) {
        if let Some((_, has_words)) = &mut self.image {
            *has_words |= !words.trim().is_empty();
        }
        if let Some((shown, as_written)) = &mut self.heading {
            shown.push_str(words);
            as_written.push_str(written);
        } else if self.in_paragraph && !self.lead_is_whole {
            self.lead.push_str(words);
        }
    }

    fn end_heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        if let Some((words, written)) = self.heading.take() {
            self.headings.push(UnnamedHeading { words, written, level: level as u8, range });
        }
    }
}

/// A character that no text may have in what a text of front matter comes to, but for those that stand in it as
/// they are, which the reader of front matter tells.
pub(crate) fn control_character(text: &str) -> Option<char> {
    if !text.contains('&') || control_characters::forbidden(text).is_some() {
        return None;
    }
    InlineText::new(text).events().find_map(|event| control_characters::in_event(&event))
}
