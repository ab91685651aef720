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

/// One value as written, or a list of them.
#[derive(Debug)]
pub(in crate::parse) enum OneOrMore<T> {
    One(T),
    Several(Vec<T>),
}

/// What [`OneOrMore`] can hold, and how a message says it.
pub(in crate::parse) trait Single: Sized {
    /// 'a text, or a list of texts'.
    const EXPECTED: &'static str;

    /// A text in its place.
    fn from_text(text: &str) -> Option<Self>;

    /// A whole number in its place.
    fn from_number(number: u64) -> Option<Self>;
}

impl Single for String {
    const EXPECTED: &'static str = "a text, or a list of texts";

    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn from_number(_: u64) -> Option<Self> {
        None
    }
}

impl Single for u32 {
    const EXPECTED: &'static str = "a number, or a list of numbers";

    fn from_text(_: &str) -> Option<Self> {
        None
    }

    fn from_number(number: u64) -> Option<Self> {
        number.try_into().ok()
    }
}

impl<T> OneOrMore<T> {
    pub(in crate::parse) fn into_vec(self) -> Vec<T> {
        match self {
            OneOrMore::One(value) => vec![value],
            OneOrMore::Several(values) => values,
        }
    }
}

impl<T: Serialize> Serialize for OneOrMore<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            OneOrMore::One(value) => value.serialize(serializer),
            OneOrMore::Several(values) => values.serialize(serializer),
        }
    }
}

impl<'de, T: Single + Deserialize<'de>> Deserialize<'de> for OneOrMore<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMoreVisitor<T>(PhantomData<T>);

        impl<'de, T: Single + Deserialize<'de>> Visitor<'de> for OneOrMoreVisitor<T> {
            type Value = OneOrMore<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(T::EXPECTED)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<OneOrMore<T>, E> {
                let wrong = || E::invalid_type(Unexpected::Str(text), &self);
                T::from_text(text).map(OneOrMore::One).ok_or_else(wrong)
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<OneOrMore<T>, E> {
                let wrong = || E::invalid_type(Unexpected::Unsigned(number), &self);
                T::from_number(number).map(OneOrMore::One).ok_or_else(wrong)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = items.next_element()? {
                    values.push(value);
                }
                Ok(OneOrMore::Several(values))
            }
        }

        deserializer.deserialize_any(OneOrMoreVisitor(PhantomData))
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
