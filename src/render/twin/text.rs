//! Text as Markdown that says the same: nothing in it is markup that was not so before.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::render::markdown;
use crate::render::scene::Scene;

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

/// A text of front matter, which is Markdown within a line, with its links turned into addresses.
pub(super) fn inline(scene: &Scene<'_>, file: &str, text: &str) -> String {
    let mut writer = Writer::default();
    for event in markdown::inline_events(scene, file, text) {
        writer.add(event);
    }
    writer.markdown
}

/// Markdown as it is written, event by event.
#[derive(Default)]
struct Writer {
    markdown: String,
    /// What closes each part that is open.
    open: Vec<String>,
    /// Whether the last that was written closes emphasis.
    has_closed: bool,
}

impl Writer {
    fn add(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => push(&mut self.markdown, &text),
            Event::Code(code) => self.code(&code),
            Event::SoftBreak | Event::HardBreak => self.markdown.push(' '),
            Event::Start(Tag::Emphasis) => self.start("*", "_"),
            Event::Start(Tag::Strong) => self.start("**", "__"),
            Event::Start(Tag::Strikethrough) => self.start("~~", "~~"),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                self.markdown.push('[');
                self.open.push(format!("]({})", destination(&format!("{scheme}{dest_url}"))));
            }
            Event::End(tag) => {
                self.markdown.push_str(&self.open.pop().unwrap_or_default());
                self.has_closed = tag != TagEnd::Link;
                return;
            }
            _ => {}
        }
        self.has_closed = false;
    }

    /// Two marks that touch would be read as one, so the second is another.
    fn start(&mut self, mark: &str, other: &str) {
        let mark = if self.has_closed { other } else { mark };
        self.markdown.push_str(mark);
        self.open.push(mark.to_owned());
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
    let is_first = markdown.is_empty();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (place, letter) in text.char_indices() {
        let is_markup = match letter {
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' => true,
            '+' | '-' | '=' => is_first && place == 0,
            '.' | ')' => is_first && digits > 0 && place == digits,
            _ => false,
        };
        match letter {
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
