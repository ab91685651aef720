//! `image-words`: an image has no words in its place.

use super::{Look, Rule};
use crate::diagnostics::{Diagnostic, Place, Severity};
use crate::model::Item;

pub(super) const RULE: Rule = Rule {
    code: "image-words",
    severity: Severity::Error,
    about: "People who cannot see an image hear its words instead.",
    example: "![](chart.png)",
    fix: "![Open cases rose from 252 to 646](chart.png)",
    look: Some(Look::AtFile(check)),
};

fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    body.images_without_words
        .iter()
        .map(|range| {
            let message = "this image says nothing to people who cannot see it";
            RULE.problem(Place::span(source, range.clone()), message)
                .help("say in the square brackets what it shows")
        })
        .collect()
}
