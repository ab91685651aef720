//! Values of front matter that serde has no type for: a date, and a map whose keys are data.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date as written: one text, or a list of them. A bare `2018` is a number to YAML.
#[derive(Debug)]
pub(in crate::parse) enum RawDate {
    One(String),
    Several(Vec<String>),
}

impl Serialize for RawDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            RawDate::One(date) => date.serialize(serializer),
            RawDate::Several(dates) => dates.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for RawDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;

        impl<'de> Visitor<'de> for DateVisitor {
            type Value = RawDate;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a date such as 2018-02-15")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<RawDate, E> {
                Ok(RawDate::One(text.to_owned()))
            }

            fn visit_u64<E: Error>(self, year: u64) -> Result<RawDate, E> {
                Ok(RawDate::One(year.to_string()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawDate, A::Error> {
                let mut dates = Vec::new();
                while let Some(date) = items.next_element()? {
                    dates.push(date);
                }
                Ok(RawDate::Several(dates))
            }

            /// EDTF's braces around several days are a map to YAML, of keys without values.
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<RawDate, A::Error> {
                let mut dates: Vec<String> = Vec::new();
                while let Some((date, value)) =
                    entries.next_entry::<String, Option<IgnoredAny>>()?
                {
                    if value.is_some() {
                        return Err(A::Error::invalid_type(Unexpected::Map, &self));
                    }
                    dates.push(date);
                }
                Ok(RawDate::One(format!("{{{}}}", dates.join(", "))))
            }
        }

        deserializer.deserialize_any(DateVisitor)
    }
}

/// A map in the order written, whose keys are data: a date, a judgement area.
#[derive(Debug)]
pub(in crate::parse) struct Pairs<V>(pub(in crate::parse) Vec<(String, V)>);

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<V> {
            type Value = Pairs<V>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("pairs of a name and a value, one a line")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Pairs<V>, A::Error> {
                let mut pairs: Vec<(String, V)> = Vec::new();
                while let Some((key, value)) = entries.next_entry::<String, V>()? {
                    if pairs.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format!("the key `{key}` stands here twice")));
                    }
                    pairs.push((key, value));
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}
