//! Front matter as a tree that knows where each value stands, so that a problem can be told at its place.

use std::ops::Range;

/// A value and where it stands in the file, in bytes.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) range: Range<usize>,
    pub(crate) value: NodeValue,
}

/// What stands there.
#[derive(Debug)]
pub(crate) enum NodeValue {
    /// A single value; `plain` where it stands without quotes.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<MapEntry>),
}

/// A key and its value.
#[derive(Debug)]
pub(crate) struct MapEntry {
    pub(crate) key: String,
    pub(crate) key_range: Range<usize>,
    pub(crate) value: Node,
}

/// The way to a value: `findings`, its fourth item, `topics`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At<'a> {
    /// The front matter as a whole.
    Root,
    /// The value of a key.
    Key(&'a At<'a>, &'a str),
    /// The key itself.
    Name(&'a At<'a>, &'a str),
    /// An item of a list, from 0.
    Item(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    /// The value of a key of this map.
    pub(crate) fn key(&'a self, key: &'a str) -> At<'a> {
        At::Key(self, key)
    }

    /// An item of this list, from 0.
    pub(crate) fn item(&'a self, index: usize) -> At<'a> {
        At::Item(self, index)
    }
}

impl Node {
    /// Where a value stands, in bytes of `text`. A value that is not there is where the one around it begins; a list or
    /// a map is its first line.
    pub(crate) fn locate(&self, text: &str, at: At<'_>) -> Option<Range<usize>> {
        let range = self.find(at)?;
        let first_line = text[range.clone()].split('\n').next().unwrap_or("").trim_end();
        Some(range.start..range.start + first_line.len())
    }

    /// A value below this one; `None` where it is not there.
    pub(crate) fn get(&self, at: At<'_>) -> Option<&Node> {
        match at {
            At::Root => Some(self),
            At::Key(parent, key) | At::Name(parent, key) => {
                self.get(*parent)?.entry(key).map(|entry| &entry.value)
            }
            At::Item(parent, index) => match &self.get(*parent)?.value {
                NodeValue::List(items) => items.get(index),
                NodeValue::Scalar { .. } | NodeValue::Map(_) => None,
            },
        }
    }

    fn find(&self, at: At<'_>) -> Option<Range<usize>> {
        match at {
            At::Root => None,
            At::Name(parent, key) => {
                self.get(*parent)?.entry(key).map(|entry| entry.key_range.clone())
            }
            At::Key(parent, _) | At::Item(parent, _) => match self.get(at) {
                Some(node) => Some(node.range.clone()),
                None => self.find(*parent),
            },
        }
    }

    fn entry(&self, key: &str) -> Option<&MapEntry> {
        match &self.value {
            NodeValue::Map(entries) => entries.iter().find(|entry| entry.key == key),
            NodeValue::Scalar { .. } | NodeValue::List(_) => None,
        }
    }
}
