//! Keys of TOML that nothing asks for: which of the known ones was meant.

use std::fmt;
use std::ops::Range;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use toml::de::{DeTable, DeValue};

use crate::diagnostics::did_you_mean;

/// The keys that a table may have, by the keys that lead to it.
pub(super) type KnownKeys = fn(&[&str]) -> &'static [&'static str];

/// The known key that may have been meant by the one that stands here. None where here is no key, or one that is known.
pub(super) fn meant_key(text: &str, range: &Range<usize>, known: KnownKeys) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let mut path = Vec::new();
    let key = key_at(table.get_ref(), range, &mut path)?;
    let known = known(&path);
    if known.contains(&key) { None } else { did_you_mean(key, known.iter().copied()) }
}

/// The key that stands here; `path` leads to its table then.
fn key_at<'t>(
    table: &'t DeTable<'_>,
    range: &Range<usize>,
    path: &mut Vec<&'t str>,
) -> Option<&'t str> {
    for (key, value) in table {
        if key.span() == *range {
            return Some(key.get_ref());
        }
        path.push(key.get_ref());
        let found = match value.get_ref() {
            DeValue::Table(inner) => key_at(inner, range, path),
            DeValue::Array(items) => items.iter().find_map(|item| match item.get_ref() {
                DeValue::Table(inner) => key_at(inner, range, path),
                _ => None,
            }),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
        path.pop();
    }
    None
}

/// The keys of a type that is read from a table: those that its own reader asks for.
pub(super) fn keys_of<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    match T::deserialize(KeyReader) {
        Err(AskedFor(keys)) => keys,
        Ok(_) => &[],
    }
}

/// Has no values; tells only which were asked for.
struct KeyReader;

/// The keys that were asked for.
#[derive(Debug)]
struct AskedFor(&'static [&'static str]);

impl fmt::Display for AskedFor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "one of the keys {}", self.0.join(", "))
    }
}

impl std::error::Error for AskedFor {}

impl de::Error for AskedFor {
    fn custom<T: fmt::Display>(_: T) -> Self {
        AskedFor(&[])
    }
}

impl<'de> Deserializer<'de> for KeyReader {
    type Error = AskedFor;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, AskedFor> {
        Err(AskedFor(keys))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, AskedFor> {
        Err(AskedFor(&[]))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
