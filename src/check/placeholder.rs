//! `placeholder`: what stands in a form for the words of a letter, left as it was.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Place, SourceText, rules};
use crate::model::{Authority, Inspector, Item, Letter, Progress, Quote, Slug};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "placeholder" {
        about: "What `letterpress new` writes into a form in capitals, an ellipsis in the place of words, or `todo`, stands for something that is still to be written. Readers would take it for what the letter says.",
        example: "inspectors:\n  - name: NAME",
        fix: "inspectors:\n  - name: Fiona Millns",
    }
}

/// What the forms of `letterpress new` have in the place of a text.
const FORM: &[&str] =
    &["NAME", "ROLE", "AREA", "EVIDENCE", "WORDS", "TEXT", "LABEL", "SPEAKER", "NOTE", "ADDRESS"];

/// What they have in the place of a name that stands in an address.
const FORM_IDS: &[&str] = &["in-a-few-words", "what-is-counted"];

/// What people write where something is missing, in small letters.
const NOTES: &[&str] = &["todo", "tbc", "tbd", "xxx", "fixme", "…", "...", "???", "lorem ipsum"];

/// How long such a note is at most, in bytes.
const LONGEST_NOTE: usize = 16;

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, _) = item.body();
    let mut search = Search { source, places: Vec::new() };
    match item {
        Item::Letter(letter) => search.letter(letter),
        Item::Authority(authority) => search.authority(authority),
        Item::Topic(_) | Item::Page(_) => {}
    }
    search.body(item);
    let is_draft = item.letter().is_some_and(|letter| letter.draft);
    let problem = |place| {
        let message = "this stands for something that is still to be written";
        let problem = RULE.at(place, message).help("write what the letter says, or take it out");
        if is_draft { problem.into_warning() } else { problem }
    };
    search.places.into_iter().map(problem).collect()
}

/// A file that is looked at, and where placeholders were found in it.
struct Search<'a> {
    source: &'a Arc<SourceText>,
    places: Vec<Place>,
}

impl Search<'_> {
    fn text(&mut self, at: At<'_>, text: &str) {
        if FORM.contains(&text) || is_note(text) {
            self.places.push(place_of(self.source, at));
        }
    }

    fn texts(&mut self, at: At<'_>, texts: &[String]) {
        texts.iter().enumerate().for_each(|(index, text)| self.text(at.item(index), text));
    }

    fn id(&mut self, at: At<'_>, id: &Slug) {
        if FORM_IDS.contains(&id.as_str()) {
            self.places.push(place_of(self.source, at));
        }
    }

    /// An address that was never a whole one: words left out, or noughts in the place of a number.
    fn address(&mut self, at: At<'_>, address: Option<&str>) {
        let Some(address) = address else { return };
        let last = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let is_form = FORM.contains(&address);
        let is_nought = last.len() > 1 && last.bytes().all(|byte| byte == b'0');
        if is_form || is_nought || address.contains('…') || address.contains("...") {
            self.places.push(place_of(self.source, at));
        }
    }

    fn progress(&mut self, at: At<'_>, progress: Option<&Progress>) {
        progress.iter().for_each(|it| self.text(at.key("words"), &it.words));
    }

    fn letter(&mut self, letter: &Letter) {
        let root = At::Root;
        self.address(root.key("source"), letter.url());
        let list = root.key("inspectors");
        for (index, Inspector { name, role, lead: _ }) in letter.inspectors.iter().enumerate() {
            self.text(list.item(index).key("name"), name);
            role.iter().for_each(|role| self.text(list.item(index).key("role"), role));
        }
        self.texts(root.key("areas"), &letter.areas);
        self.texts(root.key("evidence"), &letter.evidence);
        self.progress(root.key("progress"), letter.progress.as_ref());
        let list = root.key("findings");
        for (index, finding) in letter.findings.iter().enumerate() {
            self.id(list.item(index).key("id"), &finding.id);
            self.text(list.item(index).key("text"), &finding.text);
            let subject = finding.subject.iter();
            subject.for_each(|it| self.text(list.item(index).key("subject"), it));
        }
        let list = root.key("measures");
        for (index, measure) in letter.measures.iter().enumerate() {
            self.id(list.item(index).key("id"), &measure.id);
            self.text(list.item(index).key("label"), &measure.label);
        }
        let list = root.key("quotes");
        for (index, Quote { words, speaker }) in letter.quotes.iter().enumerate() {
            self.text(list.item(index).key("words"), words);
            speaker.iter().for_each(|it| self.text(list.item(index).key("speaker"), it));
        }
    }

    fn authority(&mut self, authority: &Authority) {
        let root = At::Root;
        self.text(root.key("name"), &authority.name);
        let list = root.key("inspections");
        for (index, inspection) in authority.inspections.iter().enumerate() {
            self.address(list.item(index).key("source"), inspection.url.as_deref());
        }
        let list = root.key("visits");
        for (index, visit) in authority.visits.iter().enumerate() {
            self.address(list.item(index).key("source"), visit.url.as_deref());
            self.texts(list.item(index).key("areas"), &visit.areas);
            self.progress(list.item(index).key("progress"), visit.progress.as_ref());
            visit.note.iter().for_each(|it| self.text(list.item(index).key("note"), it));
        }
        let list = root.key("events");
        for (index, event) in authority.events.iter().enumerate() {
            self.address(list.item(index).key("source"), event.url.as_deref());
            self.text(list.item(index).key("text"), &event.text);
        }
    }

    fn body(&mut self, item: &Item) {
        let (_, body) = item.body();
        let mut start = body.offset;
        for line in body.markdown.split_inclusive('\n') {
            let written = line.trim();
            if is_note(written) {
                let at = start + line.len() - line.trim_start().len();
                self.places.push(Place::span(self.source, at..at + written.len()));
            }
            start += line.len();
        }
    }
}

/// Whether a text is no more than such a note.
fn is_note(text: &str) -> bool {
    // Almost all texts are longer.
    text.len() <= LONGEST_NOTE && {
        let text = text.trim_end_matches([':', '!']).to_lowercase();
        NOTES.contains(&text.trim_end())
    }
}
