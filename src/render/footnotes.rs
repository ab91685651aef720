//! Footnotes of a body: numbered in the order of their marks, together behind the text, each once and with a way back.

use std::collections::HashMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::said::escaped;

/// What the part of a page with notes says beside them.
#[derive(Clone, Copy)]
pub(super) struct NoteWords<'a> {
    /// What the notes are called.
    pub(super) title: &'a str,
    /// What the way back from one is called.
    pub(super) back: &'a str,
}

/// Keeps apart what stands in the text and what in notes.
#[derive(Default)]
pub(super) struct InNote(usize);

impl InNote {
    /// Whether an event is of a note. Events come in order.
    pub(super) fn holds(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => self.0 += 1,
            Event::End(TagEnd::FootnoteDefinition) => {
                self.0 -= 1;
                return true;
            }
            _ => {}
        }
        self.0 > 0
    }
}

/// The events of a body, with its notes moved behind the text. A note that nothing refers to is left out.
pub(super) fn at_the_end<'a>(
    events: impl Iterator<Item = Event<'a>>,
    words: NoteWords<'_>,
) -> Vec<Event<'a>> {
    let (mut text, mut notes) = taken_apart(events);
    let mut marks = Marks::default();
    text.iter_mut().for_each(|event| marks.number(event, &notes));
    let mut shown = Vec::new();
    // A note may refer to others, which then follow.
    while let Some(label) = marks.order.get(shown.len()) {
        let mut note = notes.get_mut(label).map(std::mem::take).unwrap_or_default();
        note.iter_mut().for_each(|event| marks.number(event, &notes));
        shown.push(note);
    }
    if shown.is_empty() {
        return text;
    }
    let title = escaped(words.title);
    let start = format!(
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{title}\">\n<ol>\n"
    );
    text.push(Event::Html(start.into()));
    for (index, mut note) in shown.into_iter().enumerate() {
        let number = index + 1;
        text.push(Event::Html(format!("<li id=\"note_{number}\">\n").into()));
        let back = Event::Html(marks.ways_back(number, words.back).into());
        let end = matches!(note.last(), Some(Event::End(TagEnd::Paragraph)));
        let place = if end { note.len() - 1 } else { note.len() };
        note.insert(place, back);
        text.extend(note);
        text.push(Event::Html("</li>\n".into()));
    }
    text.push(Event::Html("</ol>\n</section>\n".into()));
    text
}

/// Notes by their labels, of which the first counts.
type NotesByLabel<'a> = HashMap<String, Vec<Event<'a>>>;

fn taken_apart<'a>(events: impl Iterator<Item = Event<'a>>) -> (Vec<Event<'a>>, NotesByLabel<'a>) {
    let (mut text, mut notes) = (Vec::new(), NotesByLabel::new());
    let mut open: Vec<(String, Vec<Event<'a>>)> = Vec::new();
    for event in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open.push((label.to_lowercase(), Vec::new()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, note)) = open.pop() {
                    notes.entry(label).or_insert(note);
                }
            }
            event => match open.last_mut() {
                Some((_, note)) => note.push(event),
                None => text.push(event),
            },
        }
    }
    (text, notes)
}

/// The marks that refer to notes.
#[derive(Default)]
struct Marks {
    /// The labels of notes, in the order of their first marks.
    order: Vec<String>,
    /// Where each stands in it.
    indexes: HashMap<String, usize>,
    /// How many marks each note has, in the same order.
    counts: Vec<usize>,
}

impl Marks {
    /// Makes a mark a link to its note. No finding and no heading has an anchor that begins so.
    fn number(&mut self, event: &mut Event<'_>, notes: &NotesByLabel<'_>) {
        let Event::FootnoteReference(label) = event else { return };
        let label = label.to_lowercase();
        if !notes.contains_key(&label) {
            return;
        }
        let index = *self.indexes.entry(label).or_insert_with_key(|label| {
            self.order.push(label.clone());
            self.counts.push(0);
            self.order.len() - 1
        });
        self.counts[index] += 1;
        let (number, anchor) = (index + 1, anchor(index + 1, self.counts[index]));
        let link = format!(
            "<sup class=\"footnote-reference\"><a id=\"{anchor}\" href=\"#note_{number}\" role=\"doc-noteref\">{number}</a></sup>"
        );
        *event = Event::InlineHtml(link.into());
    }

    /// A link to each mark of a note.
    fn ways_back(&self, number: usize, words: &str) -> String {
        let words = escaped(words);
        let count = self.counts.get(number - 1).copied().unwrap_or(0);
        let links = (1..=count).map(|mark| {
            let which = if mark == 1 { String::new() } else { format!("<sup>{mark}</sup>") };
            let anchor = anchor(number, mark);
            format!(
                " <a href=\"#{anchor}\" role=\"doc-backlink\" aria-label=\"{words}\">\u{21a9}\u{fe0e}{which}</a>"
            )
        });
        links.collect()
    }
}

/// Where a mark stands: the first, the second of a note.
fn anchor(number: usize, mark: usize) -> String {
    if mark == 1 { format!("note_{number}_mark") } else { format!("note_{number}_mark_{mark}") }
}
