//! What is pasted from word processors, PDFs and mail into a body and is no Markdown, or no text: readers would see its
//! marks.

mod body_text;
mod bullets;
mod code;
mod footnotes;
mod front_matter;
mod garbled;
mod headings;
mod links;

use crate::diagnostics::{Diagnostic, Rule, rules};
use crate::model::Item;
use body_text::BodyText;

rules! {
    Warning BULLET = "pasted-bullet" {
        about: "Word processors and PDFs write bullets of their own. In Markdown an item begins with a hyphen and a space; anything else runs together in one paragraph.",
        example: "• Plans are clear.\n• Visits are regular.",
        fix: "- Plans are clear.\n- Visits are regular.",
    }
    Warning TABS = "pasted-columns" {
        about: "A tab between words is shown as a space, so that columns run together.",
        example: "Year⇥Plans   # where ⇥ is a tab",
        fix: "| Year | Plans |\n|---|---|",
    }
    Warning HEADING = "odd-heading" {
        about: "A heading begins with two or more `#`, and a space that is typed on the keyboard.",
        example: "##What works",
        fix: "## What works",
    }
    Warning EMPHASIS = "odd-emphasis" {
        about: "Strong words stand right between two pairs of stars, without spaces inside.",
        example: "** Plans ** are late.",
        fix: "**Plans** are late.",
    }
    Warning LINK = "odd-link" {
        about: "A link is its words in square brackets and, right behind them, its address in round ones, without spaces. Otherwise the brackets are shown.",
        example: "[visit 6] (2018-02-15-visit-6.md)",
        fix: "[visit 6](2018-02-15-visit-6.md)",
    }
    Warning CODE = "indented-code" {
        about: "A paragraph that begins with a tab or four spaces is shown as the code of a program, in a box.",
        example: "    Plans are clear.",
        fix: "Plans are clear.",
    }
    Warning MISSING_NOTE = "missing-note" {
        about: "A mark such as `[^1]` needs its note, in a paragraph that begins with `[^1]:`; and a note needs its mark.",
        example: "Plans are late[^1].",
        fix: "Plans are late[^1].\n\n[^1]: In five of six cases.",
    }
    Error DUPLICATE_NOTE = "duplicate-note" {
        about: "Of two notes with one label, nobody can tell which is meant.",
        example: "[^1]: In five cases.\n\n[^1]: In six cases.",
        fix: "[^1]: In five cases.\n\n[^2]: In six cases.",
    }
    Error FRONT_MATTER = "second-front-matter" {
        about: "A file has its facts once, at its beginning. Others in the text are shown to readers as a heading.",
        example: "---\nkind: monitoring-visit\nvisit: 6\n---\n---\nkind: monitoring-visit\nvisit: 7\n---",
        fix: "---\nkind: monitoring-visit\nvisit: 6\n---",
    }
    Error GARBLED = "garbled-text" {
        about: "A program that takes a text's encoding for another makes `children’s` into `childrenâ€™s`. `�` stands where a character was lost, and characters for private use look different, or like a box, on each machine.",
        example: "childrenâ€™s plans",
        fix: "children’s plans",
    }
}

pub(super) const ALL: &[&Rule] = RULES;

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let mut problems = garbled::check(source, body.offset);
    links::check_texts(item, &mut problems);
    if body.too_deep.is_some() {
        return problems;
    }
    let text = BodyText::new(source, body);
    let second = front_matter::check(&text, &mut problems);
    // What follows from front matter in the wrong place is not told beside it.
    let mut others = Vec::new();
    bullets::check(&text, &mut others);
    headings::check(&text, &mut others);
    links::check(&text, &mut others);
    code::check(&text, &mut others);
    footnotes::check(&text, &mut others);
    problems.extend(others.into_iter().filter(|problem| {
        let at = problem.place.bytes().start;
        !second.iter().any(|range| range.contains(&at))
    }));
    problems
}
