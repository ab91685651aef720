//! `several-paragraphs`: a text of front matter that is written as paragraphs or as a list.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::inline::{Blocks, blocks};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "several-paragraphs" {
        about: "A text of the front matter, such as a finding's, stands in one line: on cards, in feeds, in a cell of a table. Paragraphs and lists belong into the summary.",
        example: "text: |\n  Plans are clear.\n\n  But they come late.",
        fix: "text: Plans are clear, but they come late.",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, _) = item.body();
    let mut problems = Vec::new();
    for text in item.markdown_texts() {
        let Some(blocks) = blocks(text.words) else { continue };
        let (message, help) = match blocks {
            Blocks::Paragraphs => {
                ("this text has several paragraphs, and it can have one", "take the empty line out")
            }
            Blocks::List => (
                "this text is a list, and it can be one paragraph",
                "write it as a sentence; or make a finding of each item",
            ),
        };
        let place = place_of(source, At::Root.key(text.list).item(text.index).key(text.key));
        problems.push(RULE.at(place, message).help(help));
    }
    problems
}
