//! Why serde refuses a value, and where: in words for people who do not write Rust.

use std::fmt;
use std::ops::Range;

use serde::de::{self, Unexpected};

use crate::diagnostics::{Entry, Node};

/// Why a value does not fit.
#[derive(Debug)]
pub(in crate::parse) struct Refusal {
    pub(in crate::parse) kind: Box<RefusalKind>,
    /// The key whose value is refused.
    pub(in crate::parse) key: Option<String>,
    /// Where it stands.
    pub(in crate::parse) range: Option<Range<usize>>,
    /// The value to leave out, so that the rest can be read.
    pub(in crate::parse) culprit: Option<*const Node>,
}

#[derive(Debug)]
pub(in crate::parse) enum RefusalKind {
    UnknownKey { key: String, known: &'static [&'static str] },
    DuplicateKey,
    WrongType { found: Found, expected: Expected },
    Other(String),
}

/// What stands there, in the place of what should.
#[derive(Debug)]
pub(in crate::parse) enum Found {
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

impl Refusal {
    pub(in crate::parse) fn new(kind: RefusalKind) -> Self {
        Self { kind: Box::new(kind), key: None, range: None, culprit: None }
    }

    /// What serde's own types expect of a value is known by what they ask for.
    pub(in crate::parse) fn expecting(mut self, asked: impl FnOnce(String) -> Expected) -> Self {
        if let RefusalKind::WrongType { expected, .. } = &mut *self.kind
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

    pub(in crate::parse) fn in_value_of(mut self, entry: &Entry) -> Self {
        self.key.get_or_insert_with(|| entry.key.clone());
        self.leaving_out(&entry.value)
    }

    pub(in crate::parse) fn at_key_of(mut self, entry: &Entry) -> Self {
        self.range.get_or_insert_with(|| entry.key_range.clone());
        self.in_value_of(entry)
    }

    fn key_name(&self) -> String {
        self.key.as_ref().map_or_else(|| "the front matter".to_owned(), |key| format!("`{key}`"))
    }
}

impl de::Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Refusal::new(RefusalKind::Other(message.to_string()))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let key = field.to_owned();
        Refusal::new(RefusalKind::UnknownKey { key, known: expected })
    }

    fn duplicate_field(_: &'static str) -> Self {
        Refusal::new(RefusalKind::DuplicateKey)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let expected = Expected::Other(expected.to_string());
        Refusal::new(RefusalKind::WrongType { found: found.into(), expected })
    }

    fn invalid_length(_: usize, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(Unexpected::Seq, expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(found, expected)
    }
}

impl From<Unexpected<'_>> for Found {
    fn from(found: Unexpected<'_>) -> Self {
        match found {
            Unexpected::Unit => Found::Nothing,
            Unexpected::Bool(value) => Found::Value(value.to_string()),
            Unexpected::Unsigned(value) => Found::Value(value.to_string()),
            Unexpected::Signed(value) => Found::Value(value.to_string()),
            Unexpected::Float(value) => Found::Value(value.to_string()),
            Unexpected::Str(value) => Found::Value(value.to_owned()),
            Unexpected::Seq => Found::List,
            Unexpected::Map => Found::Group,
            other => Found::Other(other.to_string()),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Found::Nothing => formatter.write_str("nothing"),
            Found::Value(value) => write!(formatter, "`{value}`"),
            Found::List => formatter.write_str("a list"),
            Found::Group => formatter.write_str("a group of keys"),
            Found::Other(words) => formatter.write_str(words),
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

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.kind {
            RefusalKind::UnknownKey { key, .. } => {
                write!(formatter, "there is no key `{key}` here")
            }
            RefusalKind::DuplicateKey => {
                write!(formatter, "the key {} stands here twice", self.key_name())
            }
            RefusalKind::WrongType { found, expected } => {
                write!(formatter, "{} should be {expected}, not {found}", self.key_name())
            }
            RefusalKind::Other(message) => formatter.write_str(message),
        }
    }
}

impl std::error::Error for Refusal {}
