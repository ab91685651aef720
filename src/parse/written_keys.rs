//! The keys that a text seems to begin with, line by line: what is known of a file that cannot be read as it should be.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use serde_json::Value;

use super::schema::{self, FrontMatter};

/// A line of a text, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct WrittenLine<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
}

impl<'t> WrittenLine<'t> {
    /// The bytes that it has, without the line's end.
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.start + self.text.trim_end().len()
    }

    /// What stands before a colon, where that may be a key; behind the hyphen of an item too.
    pub(super) fn key(self) -> Option<&'t str> {
        let content = self.text.trim_start();
        let content = content.strip_prefix("- ").unwrap_or(content).trim_start();
        let (key, rest) = content.split_once(':')?;
        let is_key = !key.is_empty() && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
        (is_key && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
    }

    pub(super) fn is_empty(self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether it begins in the first column.
    pub(super) fn is_at_margin(self) -> bool {
        !self.text.starts_with([' ', '\t']) && !self.is_empty()
    }
}

/// The lines of a part of a text.
pub(super) fn lines(text: &str, part: Range<usize>) -> impl Iterator<Item = WrittenLine<'_>> {
    let mut start = part.start;
    text[part].split_inclusive('\n').map(move |text| {
        start += text.len();
        WrittenLine { text, start: start - text.len() }
    })
}

/// Whether a kind of front matter has a key, in whatever group.
pub(super) fn is_key_of(kind: FrontMatter, key: &str) -> bool {
    static KEYS: LazyLock<[BTreeSet<String>; 4]> = LazyLock::new(|| {
        FrontMatter::ALL.map(|kind| {
            let mut keys = BTreeSet::new();
            add_keys(schema::of(kind), &mut keys);
            keys
        })
    });
    KEYS[kind as usize].contains(key)
}

fn add_keys(schema: &Value, keys: &mut BTreeSet<String>) {
    match schema {
        Value::Object(parts) => {
            if let Some(Value::Object(properties)) = parts.get("properties") {
                keys.extend(properties.keys().cloned());
            }
            parts.values().for_each(|part| add_keys(part, keys));
        }
        Value::Array(parts) => parts.iter().for_each(|part| add_keys(part, keys)),
        _ => {}
    }
}

/// Whether a kind of front matter has a key that stands in no group.
pub(super) fn is_first_key_of(kind: FrontMatter, key: &str) -> bool {
    schema::of(kind)["properties"].get(key).is_some()
}
