//! The keys that each kind of front matter has, for files that cannot be read as they should be.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use super::schema::{self, FrontMatter};

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
