//! What is told of front matter: slips, values that do not fit, and what does not belong there.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Schema;

use crate::diagnostics::{Diagnostic, Node, NodeValue, Place, SourceText};
use crate::parse::yaml::explain::{self, Mistake};
use crate::parse::yaml::unwanted::Unwanted;
use crate::parse::yaml::{Unreadable, limits};
use crate::parse::{rules, schema};

/// Why front matter is not read to its end.
pub(super) fn unreadable(
    source: &Arc<SourceText>,
    yaml: &Range<usize>,
    reason: Unreadable,
) -> Diagnostic {
    match reason {
        Unreadable::Depth(range) => {
            let message = format!(
                "here begins a group within {} others, and no fact stands so deep",
                limits::DEPTH_AT_MOST
            );
            rules::YAML_DEPTH
                .at(Place::span(source, range), message)
                .help("look for a bracket or a hyphen too many; put a text with brackets in quotes")
        }
        Unreadable::Values(range) => {
            let message =
                format!("this front matter has more than {} values", limits::VALUES_AT_MOST);
            rules::YAML_VALUES
                .at(Place::span(source, range), message)
                .help("a letter has a few hundred: is this the file that was meant?")
        }
        Unreadable::Syntax(range) => slip(source, explain::unreadable(&source.text, yaml, &range)),
    }
}

/// What YAML allows and front matter does not.
pub(super) fn unwanted(source: &Arc<SourceText>, unwanted: Unwanted) -> Diagnostic {
    let message = format!("here is {}", unwanted.what);
    rules::UNWANTED_YAML
        .at(Place::span(source, unwanted.range), message)
        .help("write the value out in full; put a text that begins with a mark in quotes")
}

/// Texts that a ` #` cuts off: where any words may stand, as notes are useful elsewhere.
pub(super) fn cut_off_texts(
    source: &Arc<SourceText>,
    root: &Node,
    schema: &Schema,
) -> Vec<Diagnostic> {
    let mut ends = Vec::new();
    ends_of_texts(root, schema, &mut ends);
    let notes = ends.into_iter().filter_map(|end| {
        let rest = source.text[end..].split('\n').next().unwrap_or("");
        let note = rest.trim_start();
        let is_cut = rest.starts_with(' ') && note.starts_with('#');
        is_cut.then(|| end + rest.len() - note.len()..end + rest.trim_end().len())
    });
    notes
        .map(|range| {
            let message = "this would be left out, as a note to oneself: the text ends before it";
            rules::YAML_COMMENT
                .at(Place::span(source, range), message)
                .help("put the whole text in quotes; or a note on a line of its own, behind `#`")
        })
        .collect()
}

/// Where the texts end that stand without quotes.
fn ends_of_texts(node: &Node, schema: &Schema, ends: &mut Vec<usize>) {
    match &node.value {
        NodeValue::Scalar { plain: true, .. } if schema::is_any_text(schema) => {
            ends.push(node.range.end);
        }
        NodeValue::Scalar { .. } => {}
        NodeValue::List(items) => {
            items.iter().for_each(|item| ends_of_texts(item, &schema["items"], ends));
        }
        NodeValue::Map(entries) => entries.iter().for_each(|entry| {
            ends_of_texts(&entry.value, &schema["properties"][&entry.key], ends);
        }),
    }
}

/// A slip as a problem.
pub(super) fn slip(source: &Arc<SourceText>, mistake: Mistake) -> Diagnostic {
    let Mistake { rule, range, message, help, suggestion } = mistake;
    let problem = rule.at(Place::span(source, range), message).help(help);
    suggestion.into_iter().fold(problem, Diagnostic::suggest)
}
