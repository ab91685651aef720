//! A change as the smallest steps that come to the same, so that of a value that stays in part all else stays as it is.

use super::Change;
use super::value::{Path, Step, Value};

/// The steps, each of which is made on what the one before left. A value that is set in one of them is written whole.
pub(super) fn steps(values: &Value, change: &Change) -> Vec<Change> {
    let mut steps = Vec::new();
    match change {
        Change::Set { path, value } => match values.get(path) {
            Some(old) => add(old, &value.as_read(), path, &mut steps),
            None => steps.push(change.clone()),
        },
        Change::Insert { list, value, .. } if !matches!(values.get(list), Some(Value::List(_))) => {
            let value = Value::List(vec![value.clone()]);
            steps.push(Change::Set { path: list.clone(), value });
        }
        Change::Move { from, to, .. } if from == to => {}
        _ => steps.push(change.clone()),
    }
    steps
}

fn add(old: &Value, new: &Value, path: &Path, steps: &mut Vec<Change>) {
    match (old, new) {
        _ if old.is_same(new) => {}
        (Value::Group(old), Value::Group(new)) if !old.is_empty() && !new.is_empty() => {
            let below = |key: &str| with(path, Step::Key(key.to_owned()));
            let has =
                |entries: &[(String, Value)], key: &str| entries.iter().any(|(own, _)| own == key);
            // What is new comes first: a group without keys would have to be written in another way.
            for (key, value) in new {
                match old.iter().find(|(own, _)| own == key) {
                    Some((_, old)) => add(old, value, &below(key), steps),
                    None => steps.push(Change::Set { path: below(key), value: value.clone() }),
                }
            }
            let gone = old.iter().filter(|(key, _)| !has(new, key));
            steps.extend(gone.map(|(key, _)| Change::Remove { path: below(key) }));
        }
        (Value::List(old), Value::List(new)) if !old.is_empty() && !new.is_empty() => {
            add_items(old, new, path, steps);
        }
        _ => steps.push(Change::Set { path: path.clone(), value: new.clone() }),
    }
}

/// Items that both lists begin or end with stay; of the others as many as both have are changed in their places.
fn add_items(old: &[Value], new: &[Value], path: &Path, steps: &mut Vec<Change>) {
    let shorter = old.len().min(new.len());
    let start = old.iter().zip(new).take_while(|(old, new)| old.is_same(new)).count();
    let at_end = old.iter().rev().zip(new.iter().rev());
    let end = at_end.take(shorter - start).take_while(|(old, new)| old.is_same(new)).count();
    let changed = shorter - start - end;
    for index in start..start + changed {
        add(&old[index], &new[index], &with(path, Step::Index(index)), steps);
    }
    let rest = start + changed;
    for index in (rest..old.len() - end).rev() {
        steps.push(Change::Remove { path: with(path, Step::Index(index)) });
    }
    for (index, value) in new.iter().enumerate().take(new.len() - end).skip(rest) {
        steps.push(Change::Insert { list: path.clone(), index, value: value.clone() });
    }
}

fn with(path: &Path, step: Step) -> Path {
    path.iter().cloned().chain([step]).collect()
}
