//! `single-tilde`: words between two `~` are struck out.

use pulldown_cmark::{Event, Parser, Tag};

use crate::diagnostics::{Diagnostic, Place, Suggestion, rules};
use crate::model::Item;
use crate::parse::markdown::OPTIONS;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "single-tilde" {
        about: "Words between two `~` are struck out, as on GitHub. Figures that are about right have the word.",
        example: "It rose from ~5~ to 6.",
        fix: "It rose from about 5 to 6.",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let mut problems = Vec::new();
    for range in struck_out(&body.markdown) {
        let range = range.start + body.offset..range.end + body.offset;
        let words = source.text[range.clone()].trim_matches('~');
        let place = Place::span(source, range.clone());
        let suggestion = Suggestion::likely(range.clone(), format!("\\~{words}\\~"));
        problems.push(problem(place, words).suggest(suggestion));
    }
    for text in item.markdown_texts() {
        let at = At::Root.key(text.list);
        for range in struck_out(text.words) {
            let place = place_of(source, at.item(text.index).key(text.key));
            problems.push(problem(place, text.words[range].trim_matches('~')));
        }
    }
    problems
}

fn problem(place: Place, words: &str) -> Diagnostic {
    let message = format!("`{words}` would be struck out, as a `~` stands on either side");
    RULE.at(place, message).help(
        "write `about`, or `\\~` for the sign itself; to strike words out, `~~` on either side",
    )
}

/// Where words stand between two signs.
fn struck_out(markdown: &str) -> Vec<std::ops::Range<usize>> {
    // Almost no text has any.
    if markdown.matches('~').nth(1).is_none() {
        return Vec::new();
    }
    let events = Parser::new_ext(markdown, OPTIONS).into_offset_iter();
    let struck = events.filter(|(event, _)| matches!(event, Event::Start(Tag::Strikethrough)));
    struck
        .map(|(_, range)| range)
        .filter(|range| !markdown[range.clone()].starts_with("~~"))
        .collect()
}
