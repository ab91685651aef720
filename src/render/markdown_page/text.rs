//! Text as Markdown that says the same: nothing in it is markup that was not so before.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::model::{Message, Messages};
use crate::parse::inline::InlineText;
use crate::parse::markdown::{words, words_of};
use crate::render::markdown;
use crate::render::page_context::Scene;
use crate::render::stand_in::STAND_INS;

/// A text without markup, on one line.
pub(super) fn plain(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len() + 8);
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    push(&mut markdown, &words.join(" "));
    markdown
}

/// A link; its words are Markdown already.
pub(super) fn link(words: &str, address: &str) -> String {
    format!("[{words}]({})", destination(address))
}

/// An address as it stands in a link's round brackets.
pub(super) fn destination(address: &str) -> String {
    let address = address.replace('\\', "\\\\").replace('&', "\\&");
    let address = address.replace(['\n', '\r'], "%0A");
    if address.is_empty() || address.contains([' ', '\t', '(', ')', '<', '>']) {
        format!("<{}>", address.replace('<', "\\<").replace('>', "\\>"))
    } else {
        address
    }
}

/// A text of front matter, which is Markdown within a line, with its links turned into addresses. Where
/// stars stand so that they would be read otherwise than before, the text goes without emphasis.
pub(super) fn inline(scene: &Scene<'_>, file: &str, text: &str) -> String {
    if let Some(text) = markdown::simple(text) {
        return text.into_owned();
    }
    let text = InlineText::new(text);
    let events: Vec<Event<'_>> = markdown::inline_events(scene, file, &text).collect();
    let said = words_of(events.iter().cloned());
    let written = in_markdown(Writer { marks: marks(&text), ..Writer::default() }, &events);
    if words(&written) == said {
        return written;
    }
    let is_emphasis = |event: &Event<'_>| match event {
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong),
        Event::End(tag) => matches!(tag, TagEnd::Emphasis | TagEnd::Strong),
        _ => false,
    };
    let plain: Vec<Event<'_>> = events.into_iter().filter(|it| !is_emphasis(it)).collect();
    in_markdown(Writer::default(), &plain)
}

fn in_markdown(mut writer: Writer, events: &[Event<'_>]) -> String {
    events.iter().for_each(|event| writer.add(event.clone()));
    writer.markdown
}

/// The mark of each emphasis in a text, last first: a star within a star may be read as its end, where the
/// editor's own underscore was not.
fn marks(text: &InlineText) -> Vec<char> {
    let emphasis = text
        .events_as_written()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::Emphasis | Tag::Strong)))
        .filter_map(|(_, written)| written.chars().next());
    let mut marks: Vec<char> = emphasis.collect();
    marks.reverse();
    marks
}

/// Markdown as it is written, event by event.
#[derive(Default)]
struct Writer {
    markdown: String,
    /// The marks of emphasis that is still to come, last first.
    marks: Vec<char>,
    /// What closes each part that is open.
    open: Vec<String>,
}

impl Writer {
    fn add(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => push(&mut self.markdown, &text),
            Event::Code(code) => self.code(&code),
            Event::SoftBreak | Event::HardBreak => self.markdown.push(' '),
            Event::Start(Tag::Emphasis) => self.start_emphasis(1),
            Event::Start(Tag::Strong) => self.start_emphasis(2),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                self.markdown.push('[');
                self.open.push(format!("]({})", destination(&format!("{scheme}{dest_url}"))));
            }
            Event::End(_) => self.markdown.push_str(&self.open.pop().unwrap_or_default()),
            _ => {}
        }
    }

    fn start_emphasis(&mut self, count: usize) {
        let mark = self.marks.pop().unwrap_or('*');
        self.start(mark.to_string().repeat(count));
    }

    fn start(&mut self, mark: String) {
        self.markdown.push_str(&mark);
        self.open.push(mark);
    }

    /// Code stands between more backticks than it has in a row.
    fn code(&mut self, code: &str) {
        let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let space =
            if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
        self.markdown.push_str(&format!("{fence}{space}{code}{space}{fence}"));
    }
}

/// Adds a text, with a backslash before what would be markup where it comes to stand.
fn push(markdown: &mut String, text: &str) {
    for letter in text.chars() {
        let is_markup = match letter {
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' => true,
            '+' | '-' | '=' => markdown.is_empty(),
            '.' | ')' => !markdown.is_empty() && markdown.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        match letter {
            // At the beginning spaces could make code of what follows.
            ' ' | '\t' if markdown.is_empty() => {}
            // A backtick after a backslash still counts with those that follow it.
            '`' => markdown.push_str("&#96;"),
            '\n' | '\r' => markdown.push(' '),
            letter => {
                if is_markup {
                    markdown.push('\\');
                }
                markdown.push(letter);
            }
        }
    }
}

/// A label and what it is of, as Markdown, with stand-ins for both.
pub(in crate::render) fn labelled(messages: &Messages) -> String {
    let [label, value, ..] = STAND_INS;
    plain(&messages.with(Message::labelled, &[("label", label.into()), ("value", value.into())]))
}
