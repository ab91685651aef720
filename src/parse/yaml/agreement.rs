//! Whether serde's reader of YAML reads the same as the one that knows where values stand.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::diagnostics::{MapEntry, Node, NodeValue};

/// Whether serde reads front matter as this tree, value by value, each as it is written.
pub(in crate::parse) fn is_read_alike(yaml: &str, root: &Node) -> bool {
    let is_empty = matches!(&root.value, NodeValue::Map(entries) if entries.is_empty());
    is_empty || Alike(root).deserialize(serde_yaml::Deserializer::from_str(yaml)).is_ok()
}

/// Reads a value, and refuses another than this one.
struct Alike<'n>(&'n Node);

/// Reads a text, and refuses another than this one.
struct SameText<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for Alike<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match &self.0.value {
            NodeValue::Scalar { text, .. } => SameText(text).deserialize(deserializer),
            NodeValue::List(_) => deserializer.deserialize_seq(self),
            NodeValue::Map(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Alike<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("what the other reader read")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let NodeValue::List(expected) = &self.0.value else {
            return Err(A::Error::custom("no list"));
        };
        for item in expected {
            items.next_element_seed(Alike(item))?.ok_or_else(|| A::Error::custom("too short"))?;
        }
        match items.next_element::<serde::de::IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("too long")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let NodeValue::Map(expected) = &self.0.value else {
            return Err(A::Error::custom("no group"));
        };
        for MapEntry { key, value, .. } in expected {
            entries
                .next_key_seed(SameText(key))?
                .ok_or_else(|| A::Error::custom("too few keys"))?;
            entries.next_value_seed(Alike(value))?;
        }
        match entries.next_key::<serde::de::IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::custom("too many keys")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for SameText<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for SameText<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the text that the other reader read")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if text == self.0 { Ok(()) } else { Err(E::custom("another text")) }
    }
}
