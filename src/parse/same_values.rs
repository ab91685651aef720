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
    is_same(&old.root, &new.root, edits)
}

/// Whether the front matter of a file can be read, whatever its values say.
pub fn is_readable(source: &SourceText) -> bool {
    document::split(source).is_some_and(|it| yaml::read(&source.text, &it.yaml).is_ok())
}

fn is_same(old: &Node, new: &Node, edits: &[Edit]) -> bool {
    let is_edited = touches(edits, &old.range);
    match (&old.value, &new.value) {
        (NodeValue::Scalar { text: old, .. }, NodeValue::Scalar { text: new, .. }) => {
            is_edited || old == new
        }
        (NodeValue::List(old), NodeValue::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_same(old, new, edits))
        }
        (NodeValue::Map(old), NodeValue::Map(new)) => {
            old.len() == new.len()
                && old.iter().zip(new).all(|(old, new)| {
                    (old.key == new.key || touches(edits, &old.key_range))
                        && is_same(&old.value, &new.value, edits)
                })
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
    let has_same_words = |edit: &Edit| {
        let words = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).collect::<String>();
        words(&text[edit.range.clone()]) == words(&edit.replacement)
    };
    (!SLIP_RULES.contains(&problem.rule) || suggestion.edits.iter().all(has_same_words))
        && keeps_notes_and_items(text, &applied(text, &suggestion.edits))
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
