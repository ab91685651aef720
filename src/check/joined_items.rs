//! `joined-items`: an item of a list is several.

use crate::diagnostics::{Diagnostic, Place, Suggestion, rules};
use crate::model::Item;
use crate::parse::{At, place_of, yaml_text};

rules! {
    Warning RULE = "joined-items" {
        about: "Areas and evidence are lists, of which each item is one thing. Items with another sign between them than a comma are one.",
        example: "areas: [early help; neglect]",
        fix: "areas: [early help, neglect]",
    }
}

/// What letters and word processors put between the items of a list.
const BETWEEN: [char; 4] = [';', '•', '·', '|'];

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let mut problems = Vec::new();
    for (key, items) in [("areas", &letter.areas), ("evidence", &letter.evidence)] {
        for (index, text) in items.iter().enumerate().filter(|(_, it)| it.contains(BETWEEN)) {
            let parts: Vec<&str> =
                text.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).collect();
            if parts.len() > 1 {
                let place = place_of(&letter.source, At::Root.key(key).item(index));
                let message = format!("this item of `{key}` is several");
                let help =
                    "make an item of each, with a comma between them or on a line of its own";
                problems.push(suggest_items(RULE.at(place, message).help(help), &parts));
            }
        }
    }
    problems
}

/// A problem of an item that is several, with these in its place.
pub(super) fn suggest_items(problem: Diagnostic, items: &[&str]) -> Diagnostic {
    let Place::Span(source, range) = &problem.place else { return problem };
    let line = source.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let before = &source.text[line..range.start];
    let between = match before.trim() {
        "-" => format!("\n{before}"),
        _ => ", ".to_owned(),
    };
    if source.text[range.clone()].contains('\n') {
        return problem;
    }
    let items: Vec<String> = items.iter().map(|item| yaml_text(item)).collect();
    let range = range.clone();
    problem.suggest(Suggestion::likely(range, items.join(&between)))
}
