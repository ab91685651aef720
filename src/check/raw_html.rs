//! `raw-html`: HTML in a text, which is shown as it is typed.

use crate::diagnostics::{Diagnostic, Place, rules};
use crate::model::Item;
use crate::parse::{At, markdown, place_of};

rules! {
    Error RULE = "raw-html" {
        about: "Texts are written in Markdown. HTML is not let through, for the safety of readers: it would be shown as it is typed.",
        example: "Managers <b>know</b> what to improve.",
        fix: "Managers **know** what to improve.",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let mut places: Vec<Place> =
        body.html.iter().map(|range| Place::span(source, range.clone())).collect();
    for text in item.markdown_texts() {
        if !markdown::inline(text.words).html.is_empty() {
            let at = At::Root.key(text.list);
            places.push(place_of(source, at.item(text.index).key(text.key)));
        }
    }
    places
        .into_iter()
        .map(|place| {
            let message = "HTML is not let through, and would be shown as it is typed";
            let help = "write Markdown: `**strong**`, `*emphasis*`, `[words](address)`";
            RULE.at(place, message).help(help)
        })
        .collect()
}
