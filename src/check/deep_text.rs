//! `deep-text`: lists, quotations or emphases stand within one another beyond all reason.

use crate::diagnostics::{Diagnostic, Place, rules};
use crate::model::Item;
use crate::parse::markdown::{DEPTH_AT_MOST, is_too_deep};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "deep-text" {
        about: "Lists and quotations may stand within one another, and three levels are many. Sixty-four are a slip, or meant to bring a browser down.",
        example: ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Managers know.",
        fix: "> Managers know.",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let in_body =
        body.too_deep.iter().map(|range| Place::span(source, range.start..range.start + 1));
    let in_texts = item
        .markdown_texts()
        .into_iter()
        .filter(|text| is_too_deep(text.words))
        .map(|text| place_of(source, At::Root.key(text.list).item(text.index).key(text.key)));
    in_body
        .chain(in_texts)
        .map(|place| {
            let message =
                format!("lists, quotations or emphases stand more than {DEPTH_AT_MOST} deep here");
            RULE.at(place, message).help("take out the marks that are too many")
        })
        .collect()
}
