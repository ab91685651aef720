//! What is told of front matter: slips, values that do not fit, and what does not belong there.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Schema;

use crate::diagnostics::{Diagnostic, Node, NodeValue, Place, SourceText, Suggestion};
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

/// A note to oneself that most likely was meant for a value.
struct Note {
    range: Range<usize>,
    /// What stands before it on the line.
    behind: Behind,
}

enum Behind {
    /// A text, which ends there.
    Text,
    /// Nothing, so that there is no value; and whether it may be any text.
    Nothing { is_text: bool },
}

/// Values that a ` #` cuts off: where any words may stand, or no others, as notes are useful elsewhere.
pub(super) fn cut_off_texts(
    source: &Arc<SourceText>,
    root: &Node,
    schema: &Schema,
) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    notes_behind(root, schema, &source.text, &mut notes);
    notes.into_iter().map(|note| cut_off(source, note)).collect()
}

fn cut_off(source: &Arc<SourceText>, Note { range, behind }: Note) -> Diagnostic {
    let note = &source.text[range.clone()];
    let place = Place::span(source, range.clone());
    let Behind::Nothing { is_text } = behind else {
        return rules::YAML_COMMENT
            .at(place, "this would be left out, as a note to oneself: the text ends before it")
            .help("put the whole text in quotes; or a note on a line of its own, behind `#`");
    };
    let (how, value) = match is_text {
        true => ("put it in quotes", explain::quoted(note)),
        false => ("write it without the sign", note[1..].to_owned()),
    };
    rules::YAML_COMMENT
        .at(place, "this would be left out, as a note to oneself: there is no value before it")
        .help(format!("if it is the value, {how}: `{value}`"))
        .suggest(Suggestion::likely(range, value))
}

fn notes_behind(node: &Node, schema: &Schema, text: &str, notes: &mut Vec<Note>) {
    match &node.value {
        NodeValue::Scalar { plain: true, text: value } if !value.is_empty() => {
            let note = note_on_line(text, node.range.end).filter(|_| schema::is_any_text(schema));
            notes.extend(note.map(|range| Note { range, behind: Behind::Text }));
        }
        NodeValue::Scalar { .. } => {}
        NodeValue::List(items) => {
            let mut end = node.range.start;
            for item in items {
                if is_nothing(item) {
                    let hyphen = text[end..].find("- ").map_or(end, |at| end + at + 1);
                    notes.extend(value_behind_hash(text, hyphen, &schema["items"]));
                    end = hyphen;
                } else {
                    notes_behind(item, &schema["items"], text, notes);
                    end = item.range.end;
                }
            }
        }
        NodeValue::Map(entries) => {
            for entry in entries {
                let schema = &schema["properties"][&entry.key];
                if is_nothing(&entry.value) {
                    let colon = text[entry.key_range.end..].find(':').unwrap_or(0);
                    notes.extend(value_behind_hash(text, entry.key_range.end + colon + 1, schema));
                } else {
                    notes_behind(&entry.value, schema, text, notes);
                }
            }
        }
    }
}

fn is_nothing(node: &Node) -> bool {
    matches!(&node.value, NodeValue::Scalar { plain: true, text } if text.is_empty())
}

/// The note that follows on the line, from its `#` on.
fn note_on_line(text: &str, end: usize) -> Option<Range<usize>> {
    let rest = text.get(end..)?.split('\n').next()?;
    let note = rest.trim_start();
    let is_note = rest.starts_with(' ') && note.starts_with('#');
    is_note.then(|| end + rest.len() - note.len()..end + rest.trim_end().len())
}

/// The same where there is no value: `# …` is a note then; what stands right behind `#` was meant for the value.
fn value_behind_hash(text: &str, end: usize, schema: &Schema) -> Option<Note> {
    let range = note_on_line(text, end)?;
    let is_value = text[range.clone()][1..].starts_with(char::is_alphanumeric);
    let behind = Behind::Nothing { is_text: schema::is_any_text(schema) };
    is_value.then_some(Note { range, behind })
}

/// A slip as a problem.
pub(super) fn slip(source: &Arc<SourceText>, mistake: Mistake) -> Diagnostic {
    let Mistake { rule, range, message, help, suggestion, .. } = mistake;
    let problem = rule.at(Place::span(source, range), message).help(help);
    suggestion.into_iter().fold(problem, Diagnostic::suggest)
}
