//! Ways to values of front matter, and what has to be changed there.

use crate::edit::{Change, Path, Step, Value};

/// The key that says that a finding, or all of a letter, is a suggestion still.
pub(super) const SUGGESTED: &str = "suggested";

/// A way that is written with dots: `findings.3.text`.
pub(super) fn path(text: &str) -> Path {
    let step = |part: &str| match part.parse() {
        Ok(index) => Step::Index(index),
        Err(_) => Step::Key(part.to_owned()),
    };
    text.split('.').map(step).collect()
}

/// The way to an item of a list.
pub(super) fn item(list: &Path, index: usize) -> Path {
    list.iter().cloned().chain([Step::Index(index)]).collect()
}

/// The way to a value of a group.
pub(super) fn key(group: &Path, key: &str) -> Path {
    group.iter().cloned().chain([Step::Key(key.to_owned())]).collect()
}

/// The items of a list; none where there is none.
pub(super) fn items<'v>(values: &'v Value, path: &[Step]) -> &'v [Value] {
    match values.get(path) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

/// The text of a key of a group.
pub(super) fn text<'v>(group: &'v Value, name: &str) -> Option<&'v str> {
    match group.get(&[Step::Key(name.to_owned())]) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// The texts of a key that has one or a list of them.
pub(super) fn texts<'v>(group: &'v Value, name: &str) -> Vec<&'v str> {
    let of_item = |item: &'v Value| match item {
        Value::Text(text) => Some(text.as_str()),
        Value::List(_) | Value::Group(_) => None,
    };
    match group.get(&[Step::Key(name.to_owned())]) {
        Some(Value::List(items)) => items.iter().filter_map(of_item).collect(),
        Some(one) => of_item(one).into_iter().collect(),
        None => Vec::new(),
    }
}

/// Gives the value there, with the groups around it that are missing.
pub(super) fn set(values: &Value, path: Path, mut value: Value) -> Change {
    let mut at = path;
    while at.len() > 1 && values.get(&at[..at.len() - 1]).is_none() {
        match at.pop() {
            Some(Step::Key(key)) => value = Value::Group(vec![(key, value)]),
            Some(Step::Index(_)) => value = Value::List(vec![value]),
            None => break,
        }
    }
    Change::Set { path: at, value }
}

/// The way to what has to go with a value that goes: a group around it of which nothing would be left, unless that is an item
/// of a list, which an editor takes out.
pub(super) fn emptied(values: &Value, mut path: Path) -> Path {
    while path.len() > 1 {
        let around = &path[..path.len() - 1];
        let is_only =
            matches!(values.get(around), Some(Value::Group(entries)) if entries.len() == 1);
        if !is_only || matches!(around.last(), Some(Step::Index(_))) {
            break;
        }
        path.pop();
    }
    path
}

/// From the keys of a group to others.
pub(super) fn group_changes(
    group: &Path,
    old: &[(String, Value)],
    new: Vec<(String, Value)>,
) -> Vec<Change> {
    let is_gone = |(name, _): &&(String, Value)| new.iter().all(|(known, _)| known != name);
    let gone =
        old.iter().filter(is_gone).map(|(name, _)| Change::Remove { path: key(group, name) });
    let mut changes: Vec<Change> = gone.collect();
    // What is set first is there while the rest goes.
    let set = new.into_iter().filter(|entry| !old.contains(entry));
    let set = set.map(|(name, value)| Change::Set { path: key(group, &name), value });
    changes.splice(0..0, set);
    changes
}

/// One text, or a list of several.
pub(super) fn one_or_more(mut texts: Vec<String>) -> Value {
    match texts.len() {
        1 => Value::Text(texts.remove(0)),
        _ => Value::List(texts.into_iter().map(Value::Text).collect()),
    }
}

/// A group but for these keys.
pub(super) fn group_without(group: &Value, keys: &[&str]) -> Value {
    match group {
        Value::Group(entries) => {
            let kept = entries.iter().filter(|(key, _)| !keys.contains(&key.as_str()));
            Value::Group(kept.cloned().collect())
        }
        other => other.clone(),
    }
}

/// Gives a group's key a value, in its place where it has one.
pub(super) fn put(group: &mut Value, key: &str, value: Value) {
    if let Value::Group(entries) = group {
        match entries.iter_mut().find(|(known, _)| known == key) {
            Some((_, old)) => *old = value,
            None => entries.push((key.to_owned(), value)),
        }
    }
}

/// The value of a flag that is set.
pub(super) fn yes() -> Value {
    Value::Text("true".to_owned())
}
