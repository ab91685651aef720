//! A letter's own text, with the passages that carry findings marked.

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{LetterLink, full_title, letter_link};
use super::quotation::anchor;
use super::shell::Shell;
use super::view_value::ViewValue;
use crate::model::{Authority, FindingId, LetterId, Message};
use crate::plan::Route;
use crate::render::page_context::Scene;
use crate::render::passages::Passages;
use crate::render::said::escaped;
use crate::render::text_blocks::{BlockKind, TextBlock, TextPiece, text_blocks};
use crate::render::{Sheet, regulator, relative_links};

#[derive(Debug, Serialize, JsonSchema)]
struct LetterTextView {
    /// 'Monitoring visit 6, the letter itself'.
    heading: String,
    /// The letter, which its page summarises.
    letter: ViewValue<LetterLink>,
    /// Whose text it is, and what the marks in it are.
    about: String,
    /// The regulator's own copy.
    url: Option<String>,
    blocks: Vec<TextBlockView>,
}

/// A part of the text: a heading, a paragraph, a list or the beginning of a page.
#[derive(Debug, Serialize, JsonSchema)]
struct TextBlockView {
    kind: TextBlockKind,
    /// What it says, but for lists and pages. Passages are in `<mark>`, with links to their findings behind them.
    html: String,
    /// The items of a list.
    items_html: Vec<String>,
    /// The page that begins.
    page: Option<u32>,
}

#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum TextBlockKind {
    Heading,
    Paragraph,
    List,
    Page,
}

/// A letter's own text.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct LetterTextPage {
    text: LetterTextView,
}

pub(super) fn letter_text(scene: &Scene<'_>, id: LetterId) -> Sheet {
    let letter = scene.archive.letter(id);
    let noun = regulator::letter(scene.settings, scene.messages, 1);
    let titled = |title: &str| {
        let named = [("title", title.into()), ("letter", (&noun).into())];
        scene.say(Message::letter_text_title, &named)
    };
    let about = about(scene, &noun);
    let view = LetterTextView {
        heading: titled(&scene.letter_name(letter)),
        letter: letter_link(scene, id),
        url: letter.url().map(str::to_owned),
        blocks: blocks(scene, id),
        about: about.clone(),
    };
    let mut shell = Shell::new(scene, titled(&full_title(scene, id, letter)))
        .description(about)
        .article()
        .below(scene.text(Message::authorities), &Route::new("/authorities/"));
    let sent_to = scene.indexes.sent_to[id.0].iter().map(|&it| scene.archive.authority(it));
    let sent_to: Vec<&Authority> = sent_to.collect();
    let home = sent_to.iter().find(|it| it.slug == letter.folder).or(sent_to.first());
    if let Some(authority) = home {
        shell = shell.below(&*authority.name, &Route::authority(authority));
    }
    shell = shell.below(scene.letter_name(letter), &Route::letter(letter));
    Sheet::new(shell, &LetterTextPage { text: view })
}

fn about(scene: &Scene<'_>, noun: &str) -> String {
    match &scene.settings.regulator {
        Some(by) => {
            let named = [("letter", noun.into()), ("publisher", (&by.name).into())];
            scene.say(Message::letter_text_about_by, &named)
        }
        None => scene.say(Message::letter_text_about, &[("letter", noun.into())]),
    }
}

fn blocks(scene: &Scene<'_>, id: LetterId) -> Vec<TextBlockView> {
    let letter = scene.archive.letter(id);
    let Some(source) = scene.settings.published_text(letter) else { return Vec::new() };
    let passages = Passages::new(letter, &source.text);
    let mut marks = Marks {
        scene,
        letter: id,
        text: &source.text,
        events: events(&passages).into_iter().peekable(),
        is_open: false,
    };
    let mut views: Vec<TextBlockView> = Vec::new();
    for block in text_blocks(&source.text) {
        let view = |kind, html| TextBlockView { kind, html, items_html: Vec::new(), page: None };
        match (block.kind, views.last_mut().filter(|last| last.kind == TextBlockKind::List)) {
            (BlockKind::Bullet, Some(list)) => list.items_html.push(marks.html(&block)),
            (BlockKind::Bullet, None) => views.push(TextBlockView {
                items_html: vec![marks.html(&block)],
                ..view(TextBlockKind::List, String::new())
            }),
            (BlockKind::Heading, _) => {
                views.push(view(TextBlockKind::Heading, marks.html(&block)));
            }
            (BlockKind::Paragraph | BlockKind::Lines, _) => {
                views.push(view(TextBlockKind::Paragraph, marks.html(&block)));
            }
            (BlockKind::Page, _) => {
                let page = block.pieces.iter().find_map(|piece| match piece {
                    TextPiece::Page(page) => Some(*page),
                    TextPiece::Line(_) => None,
                });
                views.push(TextBlockView { page, ..view(TextBlockKind::Page, String::new()) });
            }
        }
    }
    views
}

/// What happens at a place of the text; of one place in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// A run of the finding of this place in the letter ends.
    RunEnds(usize),
    MarkEnds,
    MarkBegins,
    /// The first run of a finding begins.
    FindingBegins(usize),
}

/// What happens in a text, in order. Where passages overlap, one mark has them all.
fn events(passages: &Passages) -> Vec<(usize, Event)> {
    let mut events = BTreeSet::new();
    let mut anchored = BTreeSet::new();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (finding, run) in passages.runs() {
        if anchored.insert(finding) {
            events.insert((run.start, Event::FindingBegins(finding)));
        }
        events.insert((run.end, Event::RunEnds(finding)));
        runs.push(run.clone());
    }
    runs.sort_by_key(|run| (run.start, run.end));
    let mut marks: Vec<Range<usize>> = Vec::new();
    for run in runs {
        match marks.last_mut().filter(|mark| run.start < mark.end) {
            Some(mark) => mark.end = mark.end.max(run.end),
            None => marks.push(run),
        }
    }
    for mark in marks {
        events.insert((mark.start, Event::MarkBegins));
        events.insert((mark.end, Event::MarkEnds));
    }
    events.into_iter().collect()
}

/// Writes the parts of a text in order, with what happens in them.
struct Marks<'a> {
    scene: &'a Scene<'a>,
    letter: LetterId,
    text: &'a str,
    events: Peekable<IntoIter<(usize, Event)>>,
    /// Whether a mark goes on from the part before.
    is_open: bool,
}

/// Words that join two others of which the first is cut short.
const JOINING: [&str; 3] = ["and", "or", "to"];

impl Marks<'_> {
    fn html(&mut self, block: &TextBlock) -> String {
        let mut html = String::new();
        if self.is_open {
            html.push_str("<mark>");
        }
        for (index, piece) in block.pieces.iter().enumerate() {
            match piece {
                TextPiece::Line(line) => {
                    if index > 0 {
                        self.end_line(&mut html, block.kind, &self.text[line.clone()]);
                    }
                    self.line(&mut html, line);
                }
                TextPiece::Page(page) => html.push_str(&self.page(*page)),
            }
        }
        if self.is_open {
            html.push_str("</mark>");
        }
        html
    }

    /// Between two lines. A hyphen that shows only at a line's end is none here.
    /// Before a part of a word there is no space: 'multi-' and 'agency', but 'pre-' and 'and post-birth'.
    fn end_line(&self, html: &mut String, kind: BlockKind, next: &str) {
        let is_broken = html.ends_with('-')
            && !html.ends_with(" -")
            && next.starts_with(char::is_alphanumeric)
            && !JOINING.contains(&next.split(' ').next().unwrap_or(next));
        match kind {
            BlockKind::Lines => html.push_str("<br>"),
            _ if html.ends_with('\u{ad}') => _ = html.pop(),
            _ if is_broken => {}
            _ => html.push(' '),
        }
    }

    fn line(&mut self, html: &mut String, line: &Range<usize>) {
        let mut done = line.start;
        while let Some((at, event)) = self.events.next_if(|(at, _)| *at <= line.end) {
            let at = at.max(done);
            html.push_str(&escaped(&self.text[done..at]));
            done = at;
            self.event(html, event);
        }
        html.push_str(&escaped(&self.text[done..line.end]));
    }

    fn event(&mut self, html: &mut String, event: Event) {
        match event {
            Event::RunEnds(finding) => {
                let link = self.link(finding);
                // Links at one place stand together.
                match html.strip_suffix("</sup>").map(str::len) {
                    Some(length) => {
                        html.truncate(length);
                        html.push_str(&format!(" {link}</sup>"));
                    }
                    None => html.push_str(&format!("<sup>{link}</sup>")),
                }
            }
            Event::MarkEnds => {
                html.push_str("</mark>");
                self.is_open = false;
            }
            Event::MarkBegins => {
                html.push_str("<mark>");
                self.is_open = true;
            }
            Event::FindingBegins(finding) => {
                let anchor = anchor(&self.scene.archive.letter(self.letter).findings[finding]);
                match html.strip_suffix("<mark>").map(str::len) {
                    Some(length) => {
                        html.truncate(length);
                        html.push_str(&format!("<mark id=\"{anchor}\">"));
                    }
                    None => html.push_str(&format!("<span id=\"{anchor}\"></span>")),
                }
            }
        }
    }

    /// The way to a finding, by its number.
    fn link(&self, place: usize) -> String {
        let scene = self.scene;
        let id = FindingId::new(self.letter, place);
        let way = relative_links::way(scene.route, &Route::finding(scene.archive, id));
        let kind = scene.archive.vocabulary.word(scene.archive.finding(id).polarity);
        let number = place + 1;
        let name = scene.say(Message::finding_number, &[("number", number.into())]);
        let name = escaped(&name);
        format!("<a class=\"{kind}\" href=\"{way}\" aria-label=\"{name}\">{number}</a>")
    }

    fn page(&self, page: u32) -> String {
        let words = self.scene.say(Message::page_number, &[("page", page.into())]);
        format!(" <span class=\"page\" id=\"page_{page}\">{}</span>", escaped(&words))
    }
}
