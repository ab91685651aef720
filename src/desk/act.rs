//! What an editor does on the desk, as it arrives from a page, and what that changes in the front matter.

use serde::Deserialize;

use super::act_error::ActError;
use super::control::Control;
use super::findings::{self, FindingAct};
use super::list_changes::list_changes;
use super::schema_at::schema_at;
use super::suggest::Suggester;
use super::value_path::{self, path};
use crate::edit::{Change, Value};
use crate::parse::FrontMatter;

/// One step of an editor.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Act {
    /// Writes what stands in a control.
    Write {
        /// The way to the value: `progress.words`.
        path: String,
        value: String,
    },
    /// A new group at the end of a list.
    Add { list: String },
    /// Takes a group out of a list.
    Remove { list: String, index: usize },
    /// Puts a group elsewhere in its list.
    Move { list: String, from: usize, to: usize },
    /// Works on a finding.
    Finding {
        index: usize,
        #[serde(rename = "do")]
        act: FindingAct,
    },
    /// A new finding that these words of the letter carry, in front of the one at this index.
    Claim { words: String, index: usize },
    /// The Markdown below the front matter.
    Body { text: String },
    /// The whole file.
    File { text: String },
    /// Takes the last step back.
    Undo,
    /// Takes `draft` out, and the notes that an import has left.
    Publish,
}

/// What an act on single values changes; `None` for those on a file as a whole.
pub(super) fn changes(
    act: &Act,
    kind: FrontMatter,
    values: &Value,
    suggester: &Suggester<'_>,
) -> Result<Option<Vec<Change>>, ActError> {
    let changes = match act {
        Act::Write { path, value } => written(kind, values, path, value)?,
        Act::Add { list } => {
            is_groups(kind, list)?;
            let at = path(list);
            let index = value_path::items(values, &at).len();
            vec![Change::Insert { list: at, index, value: first_value(kind, list) }]
        }
        Act::Remove { list, index } => {
            let at = path(list);
            match value_path::items(values, &at).len() {
                count if *index >= count => return Err(ActError::NoField),
                1 => vec![Change::Remove { path: at }],
                _ => vec![Change::Remove { path: value_path::item(&at, *index) }],
            }
        }
        Act::Move { list, from, to } => {
            let at = path(list);
            let count = value_path::items(values, &at).len();
            if *from >= count || *to >= count {
                return Err(ActError::NoField);
            }
            vec![Change::Move { list: at, from: *from, to: *to }]
        }
        Act::Finding { index, act } => findings::changes(values, *index, act, suggester)?,
        Act::Claim { words, index } => findings::claim(values, words, *index, suggester)?,
        Act::Body { text } => vec![Change::Body(text.clone())],
        Act::Publish => vec![Change::Remove { path: path("draft") }, Change::RemoveNotes],
        Act::File { .. } | Act::Undo => return Ok(None),
    };
    Ok(Some(changes))
}

/// What is to be written for what stands in a control. A group that has nothing left in it goes.
fn written(
    kind: FrontMatter,
    values: &Value,
    text: &str,
    written: &str,
) -> Result<Vec<Change>, ActError> {
    let schema = schema_at(kind, text).ok_or(ActError::NoField)?;
    let control = Control::of(schema);
    if matches!(control, Control::Group | Control::Groups) {
        return Err(ActError::NoField);
    }
    let at = path(text);
    let old = values.get(&at);
    let changes = match (old, control.read(written)) {
        (None, None) => Vec::new(),
        (Some(old), new) if control.shown(old) == written && new.is_some() => Vec::new(),
        (Some(_), None) => vec![Change::Remove { path: value_path::emptied(values, at) }],
        (Some(Value::List(old)), Some(Value::List(new))) => list_changes(&at, old, &new),
        (Some(Value::Group(old)), Some(Value::Group(new))) if control == Control::Pairs => {
            value_path::group_changes(&at, old, new)
        }
        (_, Some(new)) => vec![value_path::set(values, at, new)],
    };
    Ok(changes)
}

fn is_groups(kind: FrontMatter, list: &str) -> Result<(), ActError> {
    let schema = schema_at(kind, list).ok_or(ActError::NoField)?;
    if Control::of(schema) == Control::Groups { Ok(()) } else { Err(ActError::NoField) }
}

/// A new group with the first of its keys, empty: for the editor to fill in.
fn first_value(kind: FrontMatter, list: &str) -> Value {
    let schema = schema_at(kind, &format!("{list}.0"));
    let keys = schema.and_then(|schema| schema["properties"].as_object());
    let first = keys.and_then(|keys| keys.keys().next().cloned());
    Value::Group(first.into_iter().map(|key| (key, Value::Text(String::new()))).collect())
}
