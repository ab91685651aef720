//! `hidden-character`: a character that cannot be seen is written by its name or number.

use super::{Look, Rule, markdown_texts};
use crate::diagnostics::{Diagnostic, Place, Severity};
use crate::model::Item;
use crate::parse::markdown;

pub(super) const RULE: Rule = Rule {
    code: "hidden-character",
    severity: Severity::Error,
    about: "Markdown takes a character by its name or number too. What cannot be seen, that feeds may not hold, or that turns the order of letters round, is not let in that way either.",
    example: "Managers know&#8203; what to improve.",
    fix: "Managers know what to improve.",
    look: Some(Look::AtFile(check)),
};

fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let in_body = body.hidden.iter().map(|range| Place::span(source, range.clone()));
    let in_texts = markdown_texts(item, markdown::hides_a_character);
    in_body
        .chain(in_texts)
        .map(|place| {
            let message = "this stands for a character that cannot be seen";
            RULE.problem(place, message).help("take it out")
        })
        .collect()
}
