//! Values of front matter as an editor's desk shows and gives them, and what a change makes of them: worked out on values
//! alone, so that what was written into a text can be held against it.

use super::Change;
use crate::diagnostics::{Node, NodeValue};

/// A value: numbers, dates and truth values are texts too, as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text; an empty one is as good as none. Ends of lines at its end are none of it.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys with their values, in the order in which they stand. Two groups with the same keys in another order are the
    /// same to an edit.
    Group(Vec<(String, Value)>),
}

/// The way to a value: `findings`, its fourth item, `topics`.
pub type Path = Vec<Step>;

/// A part of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list, from 0.
    Index(usize),
}

impl From<&Node> for Value {
    fn from(node: &Node) -> Self {
        match &node.value {
            NodeValue::Scalar { text, plain: true } if is_nothing(text) => {
                Value::Text(String::new())
            }
            NodeValue::Scalar { text, .. } => Value::text(text),
            NodeValue::List(items) => Value::List(items.iter().map(Value::from).collect()),
            NodeValue::Map(entries) => {
                let entries = entries.iter().map(|it| (it.key.clone(), Value::from(&it.value)));
                Value::Group(entries.collect())
            }
        }
    }
}

fn is_nothing(text: &str) -> bool {
    ["", "~", "null", "Null", "NULL"].contains(&text)
}

impl Value {
    /// A text, in whatever way its lines end.
    pub fn text(text: &str) -> Self {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        Value::Text(text.trim_end_matches('\n').to_owned())
    }

    /// The value at the end of a way; `None` where there is none.
    pub fn get(&self, path: &[Step]) -> Option<&Value> {
        let Some((step, rest)) = path.split_first() else { return Some(self) };
        let next = match (self, step) {
            (Value::Group(entries), Step::Key(key)) => {
                entries.iter().find(|(own, _)| own == key).map(|(_, value)| value)
            }
            (Value::List(items), Step::Index(index)) => items.get(*index),
            _ => None,
        };
        next?.get(rest)
    }

    /// Whether both say the same.
    pub fn is_same(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Text(own), Value::Text(other)) => own == other,
            (Value::List(own), Value::List(other)) => {
                own.len() == other.len() && own.iter().zip(other).all(|(own, it)| own.is_same(it))
            }
            (Value::Group(own), Value::Group(others)) => {
                let has_same = |(key, value): &(String, Value)| {
                    others.iter().any(|(other, it)| other == key && value.is_same(it))
                };
                own.len() == others.len() && own.iter().all(has_same)
            }
            _ => false,
        }
    }

    /// Makes a change; `None` where there is no place for it. The body is no value.
    pub(super) fn change(&mut self, change: &Change) -> Option<()> {
        match change {
            Change::Set { path, value } => self.set(path, value.as_read()),
            Change::Remove { path } => {
                let (last, parent) = path.split_last()?;
                match (self.get_mut(parent)?, last) {
                    (Value::Group(entries), Step::Key(key)) => {
                        let index = entries.iter().position(|(own, _)| own == key)?;
                        entries.remove(index);
                    }
                    (Value::List(items), Step::Index(index)) if *index < items.len() => {
                        items.remove(*index);
                    }
                    _ => return None,
                }
                Some(())
            }
            Change::Insert { list, index, value } => {
                let is_empty = |it: &Value| matches!(it, Value::Text(text) if text.is_empty());
                if self.get(list).is_none_or(is_empty) {
                    return (*index == 0)
                        .then(|| self.set(list, Value::List(vec![value.as_read()])))?;
                }
                match self.get_mut(list)? {
                    Value::List(items) if *index <= items.len() => {
                        items.insert(*index, value.as_read());
                        Some(())
                    }
                    _ => None,
                }
            }
            Change::Move { list, from, to } => match self.get_mut(list)? {
                Value::List(items) if *from < items.len() && *to < items.len() => {
                    let item = items.remove(*from);
                    items.insert(*to, item);
                    Some(())
                }
                _ => None,
            },
            Change::Body(_) | Change::RemoveNotes => Some(()),
        }
    }

    fn set(&mut self, path: &[Step], value: Value) -> Option<()> {
        let Some((last, parent)) = path.split_last() else {
            // The front matter is a group.
            *self = Some(value).filter(|it| matches!(it, Value::Group(_)))?;
            return Some(());
        };
        match (self.get_mut(parent)?, last) {
            (Value::Group(entries), Step::Key(key)) => {
                match entries.iter_mut().find(|(own, _)| own == key) {
                    Some((_, old)) => *old = value,
                    None => entries.push((key.clone(), value)),
                }
            }
            (Value::List(items), Step::Index(index)) => *items.get_mut(*index)? = value,
            _ => return None,
        }
        Some(())
    }

    fn get_mut(&mut self, path: &[Step]) -> Option<&mut Value> {
        let Some((step, rest)) = path.split_first() else { return Some(self) };
        let next = match (self, step) {
            (Value::Group(entries), Step::Key(key)) => {
                entries.iter_mut().find(|(own, _)| own == key).map(|(_, value)| value)
            }
            (Value::List(items), Step::Index(index)) => items.get_mut(*index),
            _ => None,
        };
        next?.get_mut(rest)
    }

    /// The value as it is read, once it is written.
    pub(super) fn as_read(&self) -> Value {
        match self {
            Value::Text(text) => Value::text(text),
            Value::List(items) => Value::List(items.iter().map(Value::as_read).collect()),
            Value::Group(entries) => {
                let entries = entries.iter().map(|(key, it)| (key.clone(), it.as_read()));
                Value::Group(entries.collect())
            }
        }
    }
}
