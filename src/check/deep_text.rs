//! `deep-text`: lists, quotations or emphases stand within one another beyond all reason.

use super::{Look, Rule};
use crate::diagnostics::{Diagnostic, Place, Severity};
use crate::model::Item;
use crate::parse::markdown::{DEPTH_AT_MOST, is_too_deep};
use crate::parse::{At, place_of};

pub(super) const RULE: Rule = Rule {
    code: "deep-text",
    severity: Severity::Error,
    about: "Lists and quotations may stand within one another, and three levels are many. Sixty-four are a slip, or meant to bring a browser down.",
    example: ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Managers know.",
    fix: "> Managers know.",
    look: Some(Look::AtFile(check)),
};

fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let in_body =
        body.too_deep.iter().map(|range| Place::span(source, range.start..range.start + 1));
    let in_texts = texts(item)
        .into_iter()
        .filter(|(_, _, _, text)| is_too_deep(text))
        .map(|(list, place, key, _)| place_of(source, At::Root.key(list).item(place).key(key)));
    in_body
        .chain(in_texts)
        .map(|place| {
            let message =
                format!("lists, quotations or emphases stand more than {DEPTH_AT_MOST} deep here");
            RULE.problem(place, message).help("take out the marks that are too many")
        })
        .collect()
}

/// The texts of front matter that are Markdown: a list, a place in it, a key and the text.
fn texts(item: &Item) -> Vec<(&'static str, usize, &'static str, &str)> {
    match item {
        Item::Letter(letter) => {
            let texts = letter.findings.iter().enumerate();
            texts.map(|(place, it)| ("findings", place, "text", it.text.as_str())).collect()
        }
        Item::Authority(authority) => {
            let events = authority.events.iter().enumerate();
            let events = events.map(|(place, it)| ("events", place, "text", it.text.as_str()));
            let notes = authority.visits.iter().enumerate();
            let notes = notes
                .filter_map(|(place, it)| Some(("visits", place, "note", it.note.as_deref()?)));
            events.chain(notes).collect()
        }
        Item::Topic(_) | Item::Page(_) => Vec::new(),
    }
}
