//! `image-words`: an image has no words in its place.

use super::Rule;
use crate::diagnostics::{Diagnostic, Place, Severity};
use crate::index::Indexes;
use crate::model::Archive;

pub(super) const RULE: Rule = Rule {
    code: "image-words",
    severity: Severity::Error,
    about: "People who cannot see an image hear its words instead.",
    example: "![](chart.png)",
    fix: "![Open cases rose from 252 to 646](chart.png)",
    check: Some(check),
};

fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let images = archive.bodies().flat_map(|(source, body)| {
        body.images_without_words.iter().map(move |range| Place::span(source, range.clone()))
    });
    images
        .map(|place| {
            let message = "this image says nothing to people who cannot see it";
            RULE.problem(place, message).help("say in the square brackets what it shows")
        })
        .collect()
}
