//! `empty-letter`: a letter that says nothing: without a summary, or without findings.

use crate::diagnostics::{Diagnostic, Place, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "empty-letter" {
        about: "Readers come for what inspectors found: a summary in a few paragraphs, and the findings one by one. A draft may wait for both.",
        example: "---\nkind: monitoring-visit\ndated: 2018-02-15\n---",
        fix: "---\nkind: monitoring-visit\ndated: 2018-02-15\ndraft: true\n---",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter().filter(|letter| !letter.draft) else { return Vec::new() };
    let has_summary = !letter.body.markdown.trim().is_empty() || letter.body.too_deep.is_some();
    let summary = Place::span(&letter.source, letter.body.offset..letter.body.offset);
    let facts = place_of(&letter.source, At::Root);
    let (place, lacks, help) = match (has_summary, letter.findings.is_empty()) {
        (true, false) => return Vec::new(),
        (false, false) => (summary, "summary", "write a few sentences below the facts"),
        (true, true) => {
            (facts, "findings", "add `findings:`, each with its polarity, topics and text")
        }
        (false, true) => {
            (facts, "summary and no findings", "add both, or `draft: true` until they are there")
        }
    };
    vec![RULE.at(place, format!("this letter has no {lacks}")).help(help)]
}
