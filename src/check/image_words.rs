//! `image-words`: an image has no words in its place.

use crate::diagnostics::{Diagnostic, Place, rules};
use crate::model::Item;

rules! {
    Error RULE = "image-words" {
        about: "People who cannot see an image hear its words instead.",
        example: "![](chart.png)",
        fix: "![Open cases rose from 252 to 646](chart.png)",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    body.images_without_words
        .iter()
        .map(|range| {
            let message = "this image says nothing to people who cannot see it";
            RULE.at(Place::span(source, range.clone()), message)
                .help("say in the square brackets what it shows")
        })
        .collect()
}
