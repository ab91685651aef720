//! Markdown as HTML, with links turned into addresses and no HTML let through.

use std::iter::Peekable;

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, html};

use super::scene::Scene;
use crate::model::Prose;
use crate::parse::markdown::OPTIONS;
use crate::plan::Href;

/// A body, with the anchors of its headings.
pub(super) fn blocks(scene: &Scene<'_>, file: &str, prose: &Prose) -> String {
    let mut html = String::with_capacity(prose.markdown.len() * 3 / 2);
    html::push_html(&mut html, block_events(scene, file, prose));
    html
}

/// A body in two: the paragraph that it begins with, and the rest. Either may be empty.
pub(super) fn lead_and_rest(scene: &Scene<'_>, file: &str, prose: &Prose) -> (String, String) {
    let mut events = block_events(scene, file, prose).peekable();
    let mut lead = String::new();
    if let Some(Event::Start(Tag::Paragraph)) = events.peek() {
        let mut first = Vec::new();
        for event in events.by_ref() {
            let is_end = event == Event::End(TagEnd::Paragraph);
            first.push(event);
            if is_end {
                break;
            }
        }
        html::push_html(&mut lead, first.into_iter());
    }
    let mut rest = String::with_capacity(prose.markdown.len() * 3 / 2);
    html::push_html(&mut rest, events);
    (lead, rest)
}

fn block_events<'a>(
    scene: &'a Scene<'a>,
    file: &'a str,
    prose: &'a Prose,
) -> impl Iterator<Item = Event<'a>> {
    let mut anchors = prose.headings.iter();
    Linked::new(scene, file, &prose.markdown).map(move |event| match event {
        Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
            let id = anchors.next().map(|heading| CowStr::from(heading.id.as_str().to_owned()));
            Event::Start(Tag::Heading { level, id, classes, attrs })
        }
        event => event,
    })
}

/// A text within a line: emphasis, links and code, and the bare words of all else.
pub(super) fn inline(scene: &Scene<'_>, file: &str, text: &str) -> String {
    let events = Linked::new(scene, file, text).filter(|event| match event {
        Event::Start(tag) => is_inline(&tag.to_end()),
        Event::End(tag) => is_inline(tag),
        Event::Rule | Event::FootnoteReference(_) => false,
        _ => true,
    });
    let mut html = String::with_capacity(text.len() + text.len() / 4);
    html::push_html(&mut html, events);
    html
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

/// The events of a text, with links resolved and HTML made text.
struct Linked<'a> {
    scene: &'a Scene<'a>,
    file: &'a str,
    events: Peekable<Parser<'a>>,
    /// The words to put into a link that has none.
    title: Option<String>,
}

impl<'a> Linked<'a> {
    fn new(scene: &'a Scene<'a>, file: &'a str, markdown: &'a str) -> Self {
        let events = Parser::new_ext(markdown, OPTIONS).peekable();
        Linked { scene, file, events, title: None }
    }

    /// A link that leads nowhere is reported elsewhere; here it leads to where it stands.
    fn address(&mut self, destination: &str) -> CowStr<'a> {
        match self.scene.plan.resolve(self.file, destination) {
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

impl<'a> Iterator for Linked<'a> {
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
