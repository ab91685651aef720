//! `several-paragraphs`: a text of front matter that is written as paragraphs or as a list.

use crate::diagnostics::{Applicability, Diagnostic, Edit, SourceText, Suggestion, rules};
use crate::model::Item;
use crate::parse::inline::{Blocks, blocks};
use crate::parse::{At, place_of, range_of};

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
        let list = At::Root.key(text.list);
        let item = list.item(text.index);
        let at = item.key(text.key);
        let problem = RULE.at(place_of(source, at), message).help(help);
        let edits = if blocks == Blocks::Paragraphs { empty_lines(source, at) } else { Vec::new() };
        problems.push(if edits.is_empty() {
            problem
        } else {
            problem.suggest(Suggestion::new(edits, Applicability::MachineApplicable))
        });
    }
    problems
}

/// What takes the empty lines out that stand between others of a value.
fn empty_lines(source: &SourceText, at: At<'_>) -> Vec<Edit> {
    let Some(range) = range_of(source, at) else { return Vec::new() };
    let written = &source.text[range.clone()];
    if written.starts_with('"') && !written.contains('\n') {
        return escaped_ends(written, range.start);
    }
    let mut start = range.start;
    let (mut empty, mut edits) = (Vec::new(), Vec::new());
    for line in source.text[range].split_inclusive('\n') {
        let end = start + line.len();
        if line.trim().is_empty() {
            empty.push(Edit { range: start..end, replacement: String::new() });
        } else {
            edits.append(&mut empty);
        }
        start = end;
    }
    edits
}

/// The same in a text in quotation marks, where `\n` ends a line: a space is written in its place.
fn escaped_ends(written: &str, start: usize) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut after_escape = 0;
    for (at, _) in written.match_indices('\\') {
        // A backslash behind another is one of the text.
        if at < after_escape {
            continue;
        }
        after_escape = at + 2;
        if !written[at..].starts_with("\\n") {
            continue;
        }
        let range = start + at..start + after_escape;
        match edits.last_mut() {
            Some(last) if last.range.end == range.start => last.range.end = range.end,
            _ => edits.push(Edit { range, replacement: " ".to_owned() }),
        }
    }
    edits
}
