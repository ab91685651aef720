//! Whether two texts of one file say the same, but for what was written anew. What a program may write by itself is held
//! against this, however sure whoever suggested it was.

use std::ops::Range;

use super::document::{self, Document};
use super::yaml::explain::SLIP_RULES;
use super::{rules, yaml};
use crate::diagnostics::{Diagnostic, Edit, Node, NodeValue, Place, SourceText, applied};

/// Whether the front matter of a file says the same as before, but for values that these edits were made to, and the text below it
/// is the same. Where either cannot be read there is nothing to compare.
pub fn keeps_values(before: &SourceText, after: &SourceText, edits: &[Edit]) -> bool {
    let (Some(old), Some(new)) = (document::split(before), document::split(after)) else {
        return true;
    };
    let is_above = |edit: &Edit| edit.range.end <= old.yaml.end;
    if edits.iter().all(is_above) && before.text[old.body.clone()] != after.text[new.body.clone()] {
        return false;
    }
    let root = |source: &SourceText, Document { yaml, .. }| yaml::read(&source.text, &yaml).ok();
    let (Some(old), Some(new)) = (root(before, old), root(after, new)) else { return true };
    is_same(&old.root, &new.root, (&before.text, edits))
}

/// Whether a value is the same, but for edits that were made to the text that it is in.
fn is_same(old: &Node, new: &Node, edited: (&str, &[Edit])) -> bool {
    let (text, edits) = edited;
    let is_edited = touches(edits, &old.range);
    // What stands in brackets may be read in another way when a mark in it is mended, and no word.
    let is_marked_anew = || {
        let mut inside = edits.iter().filter(|it| touches(std::slice::from_ref(*it), &old.range));
        is_edited
            && !text[old.range.clone()].trim_end().contains('\n')
            && inside.all(|edit| has_same_words(text, edit))
    };
    match (&old.value, &new.value) {
        (NodeValue::Scalar { text: old, .. }, NodeValue::Scalar { text: new, .. }) => {
            is_edited || old == new
        }
        (NodeValue::List(old), NodeValue::List(new)) => {
            let mut pairs = old.iter().zip(new);
            let are_same = pairs.all(|(old, new)| is_same(old, new, edited));
            old.len() == new.len() && are_same || is_marked_anew()
        }
        (NodeValue::Map(old), NodeValue::Map(new)) => {
            let are_same = old.iter().zip(new).all(|(old, new)| {
                (old.key == new.key || touches(edits, &old.key_range))
                    && is_same(&old.value, &new.value, edited)
            });
            old.len() == new.len() && are_same || is_marked_anew()
        }
        _ => is_edited,
    }
}

fn touches(edits: &[Edit], range: &Range<usize>) -> bool {
    edits.iter().any(|edit| edit.range.start <= range.end && range.start <= edit.range.end)
}

/// Whether what is suggested for a problem leaves notes and items as they are; and each word, where only marks are wrong.
pub fn keeps_words(problem: &Diagnostic) -> bool {
    let (Place::Span(source, _), Some(suggestion)) = (&problem.place, &problem.suggestion) else {
        return true;
    };
    let text: &str = &source.text;
    (!is_slip(problem) || suggestion.edits.iter().all(|edit| has_same_words(text, edit)))
        && around(text, &suggestion.edits)
            .is_none_or(|(part, edits)| keeps_notes_and_items(part, &applied(part, &edits)))
}

/// Whether an edit changes marks and spaces alone.
fn has_same_words(text: &str, edit: &Edit) -> bool {
    let words = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).collect::<String>();
    words(&text[edit.range.clone()]) == words(&edit.replacement)
}

/// The lines that edits are made to, with those above and below them, and the edits in them.
fn around<'t>(text: &'t str, edits: &[Edit]) -> Option<(&'t str, Vec<Edit>)> {
    let (first, last) = (edits.first()?.range.start, edits.iter().map(|it| it.range.end).max()?);
    let above = |at: usize| text[..at].rfind('\n').unwrap_or(0);
    let below = |at: usize| text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    let (start, end) = (above(above(first)), below(below(last)));
    let shifted = |edit: &Edit| Edit {
        range: edit.range.start - start..edit.range.end - start,
        replacement: edit.replacement.clone(),
    };
    Some((&text[start..end], edits.iter().map(shifted).collect()))
}

/// Whether a problem is a slip of YAML, for which nothing else of the front matter may be readable.
pub fn is_slip(problem: &Diagnostic) -> bool {
    SLIP_RULES.contains(&problem.rule)
}

/// Whether no note to oneself is gone or has become a part of a text, and no item has become a part of the one above.
pub fn keeps_notes_and_items(before: &str, after: &str) -> bool {
    notes(before).eq(notes(after)) && joined_items(after) <= joined_items(before)
}

/// Whether a problem is a key that nothing knows, so that its mended name brings its value to light.
pub fn renames_key(problem: &Diagnostic) -> bool {
    problem.rule == rules::UNKNOWN_KEY
}

/// Whether a problem is a key that stands there twice.
pub fn repeats_key(problem: &Diagnostic) -> bool {
    problem.rule == rules::DUPLICATE_KEY
}

/// What stands behind `#` in lines.
fn notes(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.find('#').map(|at| line[at..].trim_end()))
}

/// How many items stand further right than a text above, so that they are a part of it.
fn joined_items(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let column = |line: &str| line.len() - line.trim_start().len();
    let is_item = |line: &str| line.trim_start().starts_with("- ");
    let is_text = |line: &str| is_item(line) && !line.contains(':');
    // In a column that a tab makes nothing can be read.
    let has_tab = |line: &str| line[..column(line)].contains('\t');
    let joins = |pair: &&[&str]| {
        let [above, below] = [pair[0], pair[1]];
        is_text(above) && is_item(below) && !has_tab(above) && column(below) > column(above)
    };
    lines.windows(2).filter(joins).count()
}
