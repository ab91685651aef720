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
    let mut problems = Vec::new();
    let mut is_open = false;
    for range in &body.html {
        let html = &source.text[range.clone()];
        let goes_on = is_open;
        is_open = (goes_on || html.contains("<!--")) && !html.contains("-->");
        // Each line of a comment is by itself.
        if !goes_on {
            problems.push(problem(Place::span(source, range.clone()), html));
        }
    }
    for text in item.markdown_texts() {
        if !markdown::inline(text.words).html.is_empty() {
            let at = At::Root.key(text.list);
            let place = place_of(source, at.item(text.index).key(text.key));
            problems.push(problem(place, text.words));
        }
    }
    problems
}

fn problem(place: Place, html: &str) -> Diagnostic {
    if html.contains("<!--") {
        let message =
            "a comment is HTML, which is not let through: it would be shown as it is typed";
        return RULE
            .at(place, message)
            .help("notes to oneself go into the front matter behind `#`");
    }
    let message = "HTML is not let through, and would be shown as it is typed";
    let help = "write Markdown: `**strong**`, `*emphasis*`, `[words](address)`";
    RULE.at(place, message).help(help)
}
