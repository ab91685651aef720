//! Why serde refuses a value, and where: in words for people who do not write Rust.

use std::fmt;
use std::ops::Range;

use serde::de::{self, Unexpected};

use crate::diagnostics::{MapEntry, Node};

/// Why a value does not fit.
#[derive(Debug)]
pub(in crate::parse) struct ValueRefusal {
    pub(in crate::parse) kind: Box<ValueRefusalKind>,
    /// The key whose value is refused.
    pub(in crate::parse) key: Option<String>,
    /// Where it stands.
    pub(in crate::parse) range: Option<Range<usize>>,
    /// The value to leave out, so that the rest can be read.
    pub(in crate::parse) culprit: Option<*const Node>,
}

#[derive(Debug)]
pub(in crate::parse) enum ValueRefusalKind {
    UnknownKey { key: String, known: &'static [&'static str] },
    DuplicateKey,
    WrongType { found: FoundValue, expected: Expected },
    Other(String),
}

/// What stands there, in the place of what should.
#[derive(Debug)]
pub(in crate::parse) enum FoundValue {
    Nothing,
    /// A single value, as it is written.
    Value(String),
    List,
    Group,
    /// What front matter cannot hold, in serde's words.
    Other(String),
}

/// What should stand there.
#[derive(Debug)]
pub(in crate::parse) enum Expected {
    Text,
    List,
    Flag,
    Number {
        is_whole: bool,
    },
    /// A group of these keys, and what the raw type says of it.
    Group {
        keys: &'static [&'static str],
        words: String,
    },
    /// What a raw type says itself.
    Other(String),
}

impl ValueRefusal {
    pub(in crate::parse) fn new(kind: ValueRefusalKind) -> Self {
        Self { kind: Box::new(kind), key: None, range: None, culprit: None }
    }

    /// What serde's own types expect of a value is known by what they ask for.
    pub(in crate::parse) fn expecting(mut self, asked: impl FnOnce(String) -> Expected) -> Self {
        if let ValueRefusalKind::WrongType { expected, .. } = &mut *self.kind
            && let (None, Expected::Other(words)) = (&self.range, &mut *expected)
        {
            *expected = asked(std::mem::take(words));
        }
        self
    }

    /// What is set first is the innermost, and stays.
    pub(in crate::parse) fn at(mut self, node: &Node) -> Self {
        self.range.get_or_insert_with(|| node.range.clone());
        self
    }

    pub(in crate::parse) fn leaving_out(mut self, node: &Node) -> Self {
        self.culprit.get_or_insert(node);
        self.at(node)
    }

    pub(in crate::parse) fn in_value_of(mut self, entry: &MapEntry) -> Self {
        self.key.get_or_insert_with(|| entry.key.clone());
        self.leaving_out(&entry.value)
    }

    pub(in crate::parse) fn at_key_of(mut self, entry: &MapEntry) -> Self {
        self.range.get_or_insert_with(|| entry.key_range.clone());
        self.in_value_of(entry)
    }

    fn key_name(&self) -> String {
        self.key.as_ref().map_or_else(|| "the front matter".to_owned(), |key| format!("`{key}`"))
    }
}

impl de::Error for ValueRefusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        ValueRefusal::new(ValueRefusalKind::Other(message.to_string()))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let key = field.to_owned();
        ValueRefusal::new(ValueRefusalKind::UnknownKey { key, known: expected })
    }

    fn duplicate_field(_: &'static str) -> Self {
        ValueRefusal::new(ValueRefusalKind::DuplicateKey)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let expected = Expected::Other(expected.to_string());
        ValueRefusal::new(ValueRefusalKind::WrongType { found: found.into(), expected })
    }

    fn invalid_length(_: usize, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(Unexpected::Seq, expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(found, expected)
    }
}

impl From<Unexpected<'_>> for FoundValue {
    fn from(found: Unexpected<'_>) -> Self {
        match found {
            Unexpected::Unit => FoundValue::Nothing,
            Unexpected::Bool(value) => FoundValue::Value(value.to_string()),
            Unexpected::Unsigned(value) => FoundValue::Value(value.to_string()),
            Unexpected::Signed(value) => FoundValue::Value(value.to_string()),
            Unexpected::Float(value) => FoundValue::Value(value.to_string()),
            Unexpected::Str(value) => FoundValue::Value(value.to_owned()),
            Unexpected::Seq => FoundValue::List,
            Unexpected::Map => FoundValue::Group,
            other => FoundValue::Other(other.to_string()),
        }
    }
}

impl fmt::Display for FoundValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FoundValue::Nothing => formatter.write_str("nothing"),
            FoundValue::Value(value) => write!(formatter, "`{value}`"),
            FoundValue::List => formatter.write_str("a list"),
            FoundValue::Group => formatter.write_str("a group of keys"),
            FoundValue::Other(words) => formatter.write_str(words),
        }
    }
}

/// For people who do not write Rust.
impl fmt::Display for Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Expected::Text => "text",
            Expected::List => "a list",
            Expected::Flag => "`true` or `false`",
            Expected::Number { is_whole: true } => "a whole number",
            Expected::Number { is_whole: false } => "a number",
            Expected::Group { words, .. } | Expected::Other(words) => words,
        })
    }
}

impl fmt::Display for ValueRefusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.kind {
            ValueRefusalKind::UnknownKey { key, .. } => {
                write!(formatter, "there is no key `{key}` here")
            }
            ValueRefusalKind::DuplicateKey => {
                write!(formatter, "the key {} stands here twice", self.key_name())
            }
            ValueRefusalKind::WrongType { found, expected } => {
                write!(formatter, "{} should be {expected}, not {found}", self.key_name())
            }
            ValueRefusalKind::Other(message) => formatter.write_str(message),
        }
    }
}

impl std::error::Error for ValueRefusal {}
