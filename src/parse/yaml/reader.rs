//! Reading a tree into a type, one mistake after another.
//!
//! Serde stops at the first value that does not fit. Here that value is reported and left out, and
//! serde is asked again, until the rest fits. So the types stay the only description of the format,
//! and an editor still sees all mistakes at once.

use std::collections::HashSet;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};

use super::refusal::{Expected, ValueRefusal, ValueRefusalKind};
use crate::diagnostics::{MapEntry, Node, NodeValue};

/// Beyond so many, a file is not a letter with mistakes but something else.
const REFUSALS_AT_MOST: usize = 100;

/// Reads a tree, and says what had to be left out. `None` where nothing is left.
pub(in crate::parse) fn read<T: DeserializeOwned>(root: &Node) -> (Option<T>, Vec<ValueRefusal>) {
    let mut refusals = Vec::new();
    let mut left_out = HashSet::new();
    loop {
        match T::deserialize(NodeReader { node: root, left_out: &left_out }) {
            Ok(value) => return (Some(value), refusals),
            Err(refusal) => {
                let culprit = refusal.culprit;
                refusals.push(refusal);
                // Each turn leaves out one value more, so this ends; but not soon in a file of mistakes.
                if refusals.len() == REFUSALS_AT_MOST {
                    return (None, refusals);
                }
                if !culprit.is_some_and(|culprit| left_out.insert(culprit)) {
                    return (None, refusals);
                }
            }
        }
    }
}

/// Whether there is a text in quotation marks with nothing in it, which is as good as left out.
pub(in crate::parse) fn has_empty_text(node: &Node) -> bool {
    match &node.value {
        NodeValue::Scalar { text, plain } => !plain && text.trim().is_empty(),
        NodeValue::List(items) => items.iter().any(has_empty_text),
        NodeValue::Map(entries) => entries.iter().any(|entry| has_empty_text(&entry.value)),
    }
}

#[derive(Clone, Copy)]
struct NodeReader<'t> {
    node: &'t Node,
    left_out: &'t HashSet<*const Node>,
}

impl<'t> NodeReader<'t> {
    fn scalar(self) -> Option<(&'t str, bool)> {
        match &self.node.value {
            NodeValue::Scalar { text, plain } => Some((text, *plain)),
            NodeValue::List(_) | NodeValue::Map(_) => None,
        }
    }

    /// Gives the visitor what is there, and says what was expected where that does not fit.
    fn expect<'de, V: Visitor<'de>>(
        self,
        visitor: V,
        expected: impl FnOnce(String) -> Expected,
    ) -> Result<V::Value, ValueRefusal> {
        self.visit(visitor).map_err(|refusal| refusal.expecting(expected).at(self.node))
    }

    fn visit<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        match &self.node.value {
            NodeValue::List(items) => {
                visitor.visit_seq(Items { rest: items.iter(), left_out: self.left_out })
            }
            NodeValue::Map(entries) => visitor.visit_map(Entries {
                rest: entries.iter(),
                current: None,
                seen: HashSet::new(),
                left_out: self.left_out,
            }),
            NodeValue::Scalar { text, plain: false } => visitor.visit_str(text),
            NodeValue::Scalar { text, plain: true } => visit_plain(text, visitor),
        }
    }
}

/// A plain scalar is what YAML's core schema says: nothing, a truth value, a number, or text.
fn visit_plain<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, ValueRefusal> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => visitor.visit_unit(),
        "true" | "True" | "TRUE" => visitor.visit_bool(true),
        "false" | "False" | "FALSE" => visitor.visit_bool(false),
        _ => {
            let is_padded = text.len() > 1 && text.starts_with('0') && !text.contains('.');
            if is_padded {
                visitor.visit_str(text)
            } else if let Ok(number) = text.parse::<u64>() {
                visitor.visit_u64(number)
            } else if let Ok(number) = text.parse::<i64>() {
                visitor.visit_i64(number)
            } else if let Some(number) = float(text) {
                visitor.visit_f64(number)
            } else {
                visitor.visit_str(text)
            }
        }
    }
}

/// Rust also reads 'infinity' and 'nan' as numbers; YAML does not.
fn float(text: &str) -> Option<f64> {
    let starts_as_number =
        text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first));
    if starts_as_number {
        text.parse().ok().filter(|number: &f64| number.is_finite())
    } else {
        None
    }
}

impl<'de> Deserializer<'de> for NodeReader<'_> {
    type Error = ValueRefusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        self.expect(visitor, Expected::Other)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        self.expect(visitor, |_| Expected::Flag)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        self.expect(visitor, |_| Expected::Number { is_whole: true })
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        self.expect(visitor, |_| Expected::Number { is_whole: true })
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        self.expect(visitor, |_| Expected::Number { is_whole: false })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        self.expect(visitor, |_| Expected::List)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        match self.scalar() {
            Some(("" | "~" | "null" | "Null" | "NULL", true)) => visitor.visit_none(),
            // What a form has not filled in is left out, whatever it is to be.
            Some((text, false)) if text.trim().is_empty() => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        match self.scalar() {
            Some((text, _)) => {
                visitor.visit_str(text).map_err(|refusal: ValueRefusal| refusal.at(self.node))
            }
            None => self.expect(visitor, |_| Expected::Text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        self.deserialize_str(visitor)
    }

    /// Serde would take a list for a struct, value by value; no editor means that.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueRefusal> {
        let group = |words| Expected::Group { keys, words };
        match &self.node.value {
            NodeValue::List(_) => {
                let refusal: ValueRefusal = de::Error::invalid_type(de::Unexpected::Seq, &visitor);
                Err(refusal.expecting(group).at(self.node))
            }
            _ => self.expect(visitor, group),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map enum identifier ignored_any
    }
}

/// What stands in for an item that is left out: a group without keys, a list without items, no text.
struct Nothing;

impl<'de> Deserializer<'de> for Nothing {
    type Error = ValueRefusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        visitor.visit_map(de::value::MapDeserializer::new(std::iter::empty::<((), ())>()))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        visitor.visit_str("")
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueRefusal> {
        visitor.visit_str("")
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any option
    }
}

struct Items<'t> {
    rest: std::slice::Iter<'t, Node>,
    left_out: &'t HashSet<*const Node>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = ValueRefusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ValueRefusal> {
        let Some(node) = self.rest.next() else {
            return Ok(None);
        };
        let left_out = self.left_out;
        // An item that is left out still has its place, so that those after it keep theirs.
        if left_out.contains(&std::ptr::from_ref(node)) {
            return seed.deserialize(Nothing).map(Some);
        }
        seed.deserialize(NodeReader { node, left_out })
            .map(Some)
            .map_err(|refusal| refusal.leaving_out(node))
    }
}

struct Entries<'t> {
    rest: std::slice::Iter<'t, MapEntry>,
    current: Option<&'t MapEntry>,
    seen: HashSet<&'t str>,
    left_out: &'t HashSet<*const Node>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = ValueRefusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ValueRefusal> {
        let left_out = self.left_out;
        let is_in = |entry: &&MapEntry| !left_out.contains(&std::ptr::from_ref(&entry.value));
        let Some(entry) = self.rest.find(is_in) else {
            return Ok(None);
        };
        self.current = Some(entry);
        if !self.seen.insert(&entry.key) {
            return Err(ValueRefusal::new(ValueRefusalKind::DuplicateKey).at_key_of(entry));
        }
        let key: de::value::StrDeserializer<'_, ValueRefusal> =
            entry.key.as_str().into_deserializer();
        seed.deserialize(key).map(Some).map_err(|refusal| refusal.at_key_of(entry))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, ValueRefusal> {
        let Some(entry) = self.current.take() else {
            return Err(de::Error::custom("a value without a key"));
        };
        let reader = NodeReader { node: &entry.value, left_out: self.left_out };
        seed.deserialize(reader).map_err(|refusal| refusal.in_value_of(entry))
    }
}
