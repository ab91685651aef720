//! Why serde refuses a value, and where: in words for people who do not write Rust.

use std::fmt;
use std::ops::Range;

use serde::de::{self, Expected, Unexpected};

use super::{Entry, Node};

/// Why a value does not fit.
#[derive(Debug)]
pub(in crate::parse) struct Refusal {
    pub(in crate::parse) kind: RefusalKind,
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
    WrongType { found: String, expected: String },
    Other(String),
}

impl Refusal {
    pub(in crate::parse) fn new(kind: RefusalKind) -> Self {
        Self { kind, key: None, range: None, culprit: None }
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

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Refusal::new(RefusalKind::WrongType {
            found: in_words(found),
            expected: expected_in_words(&expected.to_string()),
        })
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::invalid_type(Unexpected::Seq, expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }
}

fn in_words(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Unit => "nothing".to_owned(),
        Unexpected::Bool(value) => format!("`{value}`"),
        Unexpected::Unsigned(value) => format!("`{value}`"),
        Unexpected::Signed(value) => format!("`{value}`"),
        Unexpected::Float(value) => format!("`{value}`"),
        Unexpected::Str(value) => format!("`{value}`"),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "a group of keys".to_owned(),
        other => other.to_string(),
    }
}

/// What serde's own types say they expect, for people who do not write Rust. The raw structs say it
/// well themselves.
fn expected_in_words(expected: &str) -> String {
    match expected {
        "a string" => "text",
        "a sequence" => "a list",
        "a boolean" => "`true` or `false`",
        "u32" | "i64" => "a whole number",
        "f64" => "a number",
        other => other,
    }
    .to_owned()
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
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
