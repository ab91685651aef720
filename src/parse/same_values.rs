//! Whether two texts of one file say the same, but for what was written anew.

use std::ops::Range;

use super::document::{self, Document};
use super::yaml;
use crate::diagnostics::{Edit, Node, NodeValue, SourceText};

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
