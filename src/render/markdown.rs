//! Markdown as HTML, with links turned into addresses and no HTML let through.

use std::borrow::Cow;
use std::iter::Peekable;
use std::slice;

use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag, TagEnd, html};

use super::footnotes::{self, InNote, NoteWords};
use super::page_context::Scene;
use super::pictures::Pictures;
use super::said::escaped;
use crate::model::{Heading, Message, Prose};
use crate::parse::inline::InlineText;
use crate::parse::markdown::{OPTIONS, words_of};
use crate::parse::quotation_marks::offset_events;
use crate::plan::Href;

/// Stands in HTML between a body's first paragraph and the rest. No text can hold it: HTML is made text.
const REST: &str = "<!--rest-->";

/// A body, with the anchors of its headings.
pub(super) fn blocks(scene: &Scene<'_>, file: &str, prose: &Prose) -> String {
    let (lead, rest) = lead_and_rest(scene, file, prose);
    lead + &rest
}

/// A body in two: the paragraph that it begins with, and the rest. Either may be empty.
pub(super) fn lead_and_rest(scene: &Scene<'_>, file: &str, prose: &Prose) -> (String, String) {
    let mut blocks = Blocks::new(prose, scene.text(Message::table));
    let linked = linked(scene, file, &prose.markdown);
    let events = linked.flat_map(|event| blocks.events(event)).flatten();
    let mut html = String::with_capacity(prose.markdown.len() * 3 / 2);
    // Almost no body has notes.
    if prose.markdown.contains("[^") {
        let words = NoteWords {
            title: scene.text(Message::notes),
            back: scene.text(Message::back_to_text),
        };
        html::push_html(&mut html, footnotes::at_the_end(events, words).into_iter());
    } else {
        html::push_html(&mut html, events);
    }
    match html.split_once(REST) {
        Some((lead, rest)) => (lead.to_owned(), rest.trim_start().to_owned()),
        None => (String::new(), html),
    }
}

/// The first paragraph of a body, whatever stands before it; nothing where there is none.
pub(super) fn first_paragraph(scene: &Scene<'_>, file: &str, prose: &Prose) -> String {
    let mut is_in = true;
    let mut in_note = InNote::default();
    let events = linked(scene, file, &prose.markdown);
    let events = events.filter(|event| !in_note.holds(event));
    let events = events.skip_while(|event| !matches!(event, Event::Start(Tag::Paragraph)));
    let events = events.take_while(|event| {
        let was_in = is_in;
        is_in &= !matches!(event, Event::End(TagEnd::Paragraph));
        was_in
    });
    // Footnotes stand behind the rest.
    let events = events.filter(|event| !matches!(event, Event::FootnoteReference(_)));
    let mut html = String::new();
    html::push_html(&mut html, events);
    html
}

/// What becomes of a body's blocks on their way to HTML.
struct Blocks<'a> {
    headings: slice::Iter<'a, Heading>,
    /// How many events came before, but for those of notes.
    before: usize,
    in_note: InNote,
    /// Whether the events are those of the paragraph that the body begins with.
    is_lead: bool,
    columns: Vec<Alignment>,
    column: usize,
    cell: &'static str,
    /// What a table is called.
    table_label: &'a str,
}

impl<'a> Blocks<'a> {
    fn new(prose: &'a Prose, table_label: &'a str) -> Self {
        Blocks {
            headings: prose.headings.iter(),
            before: 0,
            is_lead: false,
            in_note: InNote::default(),
            columns: Vec::new(),
            column: 0,
            cell: "td",
            table_label,
        }
    }

    /// An event as it should be, and one to follow it.
    fn events(&mut self, event: Event<'a>) -> [Option<Event<'a>>; 2] {
        let is_in_note = self.in_note.holds(&event);
        if !is_in_note {
            self.before += 1;
        }
        match event {
            Event::Start(Tag::Paragraph) if !is_in_note && self.before == 1 => self.is_lead = true,
            Event::End(TagEnd::Paragraph) if self.is_lead && !is_in_note => {
                self.is_lead = false;
                return [Some(event), Some(Event::Html(REST.into()))];
            }
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                let heading = self.headings.next();
                let id = heading.map(|it| CowStr::from(it.id.to_string()));
                let before = heading.and_then(|it| it.before.as_deref());
                let before =
                    before.map(|id| Event::InlineHtml(format!("<span id=\"{id}\"></span>").into()));
                return [Some(Event::Start(Tag::Heading { level, id, classes, attrs })), before];
            }
            event => return self.table(event),
        }
        [Some(event), None]
    }

    /// A table is put into a part of the page that can be scrolled, also by keyboard. The alignment of a
    /// column becomes a class of its cells: the writer would make it a style, which the pages' policy forbids.
    fn table(&mut self, event: Event<'a>) -> [Option<Event<'a>>; 2] {
        let event = match event {
            Event::Start(Tag::Table(columns)) => {
                let plain = vec![Alignment::None; columns.len()];
                self.columns = columns;
                let label = escaped(self.table_label);
                let around = format!(
                    "<div class=\"scroll\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\">"
                );
                return [Some(Event::Html(around.into())), Some(Event::Start(Tag::Table(plain)))];
            }
            Event::End(TagEnd::Table) => {
                return [Some(event), Some(Event::Html("</div>\n".into()))];
            }
            Event::Start(Tag::TableHead) => {
                (self.column, self.cell) = (0, "th");
                event
            }
            Event::Start(Tag::TableRow) => {
                (self.column, self.cell) = (0, "td");
                event
            }
            Event::Start(Tag::TableCell) => match self.columns.get(self.column) {
                Some(Alignment::Right) => self.cell("right"),
                Some(Alignment::Center) => self.cell("centre"),
                _ => event,
            },
            Event::End(TagEnd::TableCell) => {
                self.column += 1;
                event
            }
            event => event,
        };
        [Some(event), None]
    }

    fn cell(&self, class: &str) -> Event<'a> {
        Event::Html(format!("<{} class=\"{class}\">", self.cell).into())
    }
}

/// A text within a line: emphasis, links and code, and the bare words of all else.
pub(super) fn inline(scene: &Scene<'_>, file: &str, text: &str) -> String {
    if let Some(text) = simple(text) {
        return text.into_owned();
    }
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    html::push_html(&mut html, inline_events(scene, file, &InlineText::new(text)));
    html
}

/// The words of a text within a line.
pub(super) fn words(scene: &Scene<'_>, file: &str, text: &str) -> String {
    if let Some(text) = simple(text) {
        return text.into_owned();
    }
    words_of(inline_events(scene, file, &InlineText::new(text)))
}

/// A text that is the same in HTML, in words and in Markdown: most findings are, and each is shown many times. It begins
/// with a letter, so that it is no list or heading where it stands in Markdown, and has no sign that could mean anything.
/// Only an apostrophe within a word becomes what it should be, as the parser has it.
pub(super) fn simple(text: &str) -> Option<Cow<'_, str>> {
    let bytes = text.as_bytes();
    let means_nothing = |&byte: &u8| {
        let is_sign = matches!(byte, b' '..=b'!' | b'%' | b'\''..=b')' | b','..=b'/' | b':'..=b';');
        byte.is_ascii_alphanumeric() | !byte.is_ascii() | is_sign
    };
    // Whole, and not up to the first that does: so a processor looks at many at once.
    let is_simple = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && !text.ends_with(char::is_whitespace)
        && bytes.iter().fold(true, |so_far, byte| so_far & means_nothing(byte));
    if !is_simple {
        return None;
    }
    if !bytes.contains(&b'\'') {
        return Some(text.into());
    }
    let is_in_word = |index: usize| {
        let beside = [index.wrapping_sub(1), index + 1].map(|index| bytes.get(index));
        beside.iter().all(|byte| byte.is_some_and(u8::is_ascii_alphanumeric))
    };
    let are_in_words = text.match_indices('\'').all(|(index, _)| is_in_word(index));
    are_in_words.then(|| text.replace('\'', "’").into())
}

/// What a text within a line is made of, for every form that it takes.
pub(super) fn inline_events<'a>(
    scene: &'a Scene<'a>,
    file: &'a str,
    text: &'a InlineText,
) -> impl Iterator<Item = Event<'a>> {
    Linked { scene, file, events: text.events().peekable(), title: None }.filter(|event| {
        // Of a picture there are its words.
        !matches!(event, Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image))
    })
}

/// The events of a body, with links resolved, HTML made text, and pictures with their sizes.
fn linked<'a>(
    scene: &'a Scene<'a>,
    file: &'a str,
    markdown: &'a str,
) -> impl Iterator<Item = Event<'a>> {
    let events = offset_events(markdown, OPTIONS).map(|(event, _)| event).peekable();
    let mut pictures = Pictures::new(&scene.archive.assets, &scene.root);
    Linked { scene, file, events, title: None }.filter_map(move |event| pictures.take(event))
}

/// The events of a text, with links resolved and HTML made text.
struct Linked<'a, I: Iterator<Item = Event<'a>>> {
    scene: &'a Scene<'a>,
    file: &'a str,
    events: Peekable<I>,
    /// The words to put into a link that has none.
    title: Option<String>,
}

impl<'a, I: Iterator<Item = Event<'a>>> Linked<'a, I> {
    /// A link that leads nowhere is reported elsewhere; here it leads to where it stands.
    fn address(&mut self, destination: &str) -> CowStr<'a> {
        match self.scene.links().resolve(self.file, destination) {
            Ok(Href::Elsewhere(address)) => address.into(),
            Ok(Href::Here { path, title }) => {
                if matches!(self.events.peek(), Some(Event::End(TagEnd::Link))) {
                    self.title = Some(title);
                }
                format!("{}{path}", self.scene.root).into()
            }
            Err(_) => "#".into(),
        }
    }
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Linked<'a, I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        if let Some(title) = self.title.take() {
            return Some(Event::Text(title.into()));
        }
        Some(match self.events.next()? {
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            Event::Start(Tag::Link { link_type, dest_url, title, id })
                if link_type != LinkType::Email =>
            {
                let dest_url = self.address(&dest_url);
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = self.address(&dest_url);
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            event => event,
        })
    }
}
