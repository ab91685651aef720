//! JSON Schema of front matter, made from the raw types and their doc comments.
//!
//! It is for editors that underline mistakes while somebody writes. It says less than `check`, which
//! knows the other files too; but it refuses nothing that `check` lets through, other than texts that
//! are empty.

mod field_type;
pub(super) mod values;
mod words;

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::raw::{RawAuthority, RawLetter, RawPage, RawTopic};
use crate::model::Vocabulary;

pub(crate) use field_type::FieldType;

/// The name of an authority's file.
pub(super) const AUTHORITY: &str = "authority.md";

/// A kind of file in `content/`, by the front matter that it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontMatter {
    /// `authority.md`.
    Authority,
    /// A letter, beside `authority.md`.
    Letter,
    /// A file in `content/topics`.
    Topic,
    /// A file in `content/pages`.
    Page,
}

impl FrontMatter {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Authority, Self::Letter, Self::Topic, Self::Page];

    /// The kind of file that stands at this path from the site's folder; `None` where no content belongs.
    pub fn of_path(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["content", "authorities", _, AUTHORITY] => Some(FrontMatter::Authority),
            ["content", "authorities", _, _] => Some(FrontMatter::Letter),
            ["content", "topics", _] => Some(FrontMatter::Topic),
            ["content", "pages", _] => Some(FrontMatter::Page),
            _ => None,
        }
    }

    /// What the kind is called in commands and in the names of files.
    pub fn word(self) -> &'static str {
        match self {
            FrontMatter::Authority => "authority",
            FrontMatter::Letter => "letter",
            FrontMatter::Topic => "topic",
            FrontMatter::Page => "page",
        }
    }
}

/// The JSON Schema (draft-07) of a kind of front matter, keys in the order that editors write them.
///
/// Beside the standard's keywords it uses those of VS Code (`enumDescriptions`,
/// `patternErrorMessage`) and three of our own: `x-refers-to` names the kind of file that a value is
/// the name of, `x-long` marks a text that may run over several lines, and `x-any-words` one that may be of any words, though
/// it has a pattern.
pub fn schema(kind: FrontMatter, vocabulary: &Vocabulary) -> Value {
    let mut schema = without_words(kind);
    words::put_in(&mut schema, vocabulary);
    if !vocabulary.known_authorities.have_codes()
        && let Some(properties) = schema["properties"].as_object_mut()
    {
        properties.retain(|key, _| !KEYS_OF_TABLE.contains(&key.as_str()));
    }
    schema
}

/// Keys of front matter that only authorities of a table that the program has can have.
pub(super) const KEYS_OF_TABLE: [&str; 5] =
    ["gss_code", "former_gss_codes", "la_code", "ofsted_urn", "statistical_neighbours"];

/// The same, without the words of a vocabulary.
fn without_words(kind: FrontMatter) -> Value {
    match kind {
        FrontMatter::Authority => schema_of::<RawAuthority>(),
        FrontMatter::Letter => schema_of::<RawLetter>(),
        FrontMatter::Topic => schema_of::<RawTopic>(),
        FrontMatter::Page => schema_of::<RawPage>(),
    }
}

/// The same, made once, without the words of a vocabulary: to make one takes as long as to read some files.
pub(crate) fn of(kind: FrontMatter) -> &'static Value {
    static SCHEMAS: LazyLock<[Value; 4]> = LazyLock::new(|| FrontMatter::ALL.map(without_words));
    &SCHEMAS[kind as usize]
}

fn schema_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07()
        .with(|settings| settings.inline_subschemas = true)
        .with_transform(RecursiveTransform(as_the_program_reads));
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    // What it is comes first, for whoever opens the file.
    let mut ordered = Map::new();
    if let Value::Object(members) = &mut schema {
        for key in ["$schema", "title", "description"] {
            ordered.extend(members.shift_remove_entry(key));
        }
        ordered.extend(std::mem::take(members));
    }
    Value::Object(ordered)
}

/// What serde's types do not say of how front matter is read.
fn as_the_program_reads(schema: &mut Schema) {
    // Names of Rust's numbers, which mean nothing to an editor.
    schema.remove("format");
    if let Some(description) = schema.get("description").and_then(Value::as_str) {
        let in_one_line = description.replace('\n', " ");
        schema.insert("description".to_owned(), json!(in_one_line));
    }
    let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for name in required.iter().filter_map(Value::as_str) {
            if let Some(property) = properties.get_mut(name).filter(|it| is_any_text(it)) {
                property["minLength"] = json!(1);
            }
        }
    }
    if is_any_text(schema.as_value()) {
        read_numbers_too(schema);
    }
}

/// Whether a value may be of this type.
pub(super) fn is_of_type(schema: &Value, name: &str) -> bool {
    match &schema["type"] {
        Value::String(own) => own == name,
        Value::Array(names) => names.iter().any(|own| own == name),
        _ => false,
    }
}

/// A text of any words: the values of a closed set and those with a pattern say themselves what they
/// take, but for names beside old addresses.
pub(super) fn is_any_text(schema: &Value) -> bool {
    let has_pattern = schema.get("pattern").is_some() && schema.get("x-any-words").is_none();
    is_of_type(schema, "string") && schema.get("enum").is_none() && !has_pattern
}

/// To YAML `394` is a number; to us it is a text where a text is wanted.
fn read_numbers_too(schema: &mut Schema) {
    let mut types = vec![json!("string"), json!("number")];
    // It may be left out, or be a list.
    let named = schema.get("type").and_then(Value::as_array).into_iter().flatten();
    types.extend(named.filter(|it| *it == "null" || *it == "array").cloned());
    schema.insert("type".to_owned(), Value::Array(types));
}
