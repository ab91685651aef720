//! A form to fill in, from the schema of a kind of front matter: what both editors need to know.

use letterpress::model::Vocabulary;
use letterpress::parse::{FrontMatter, schema};
use serde_json::{Map, Value};

/// A field of a form.
pub(super) struct FormField {
    /// The key in front matter.
    pub(super) name: String,
    /// What the form calls it.
    pub(super) label: String,
    /// What it is for. Empty for the items of a list.
    pub(super) hint: String,
    pub(super) required: bool,
    pub(super) input: Input,
}

/// What is put into a field.
pub(super) enum Input {
    /// A line of text.
    Line(Option<Pattern>),
    /// A text of several lines.
    Long,
    /// Yes or no.
    Flag,
    /// A whole number.
    Number { least: Option<i64>, most: Option<i64> },
    /// One of some words, each with what readers see for it.
    Choice(Vec<(String, String)>),
    /// The name of another file, of this kind: 'topic'.
    Reference(String),
    /// Several fields under one key.
    Group(Vec<FormField>),
    /// Any number of something, the least number first.
    List(u64, Box<FormField>),
}

/// What a text must look like, and what to say where it does not.
pub(super) struct Pattern {
    pub(super) regex: String,
    pub(super) message: String,
}

/// The fields of a kind of front matter, in the order that editors write them.
///
/// What holds a map with keys of its own, such as the points of a measure, is left out: neither editor
/// has a field for it that keeps numbers.
pub(super) fn fields(kind: FrontMatter, vocabulary: &Vocabulary) -> Vec<FormField> {
    fields_of(&schema(kind, vocabulary))
}

fn fields_of(object: &Value) -> Vec<FormField> {
    let no_properties = Map::new();
    let required: Vec<&str> =
        object["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = object["properties"].as_object().unwrap_or(&no_properties);
    properties
        .iter()
        .filter(|(_, schema)| !has_free_keys(schema))
        .map(|(name, schema)| field(name, required.contains(&name.as_str()), schema))
        .collect()
}

fn field(name: &str, required: bool, schema: &Value) -> FormField {
    FormField {
        name: name.to_owned(),
        label: schema["title"].as_str().map_or_else(|| label(name), str::to_owned),
        // No form shows code as such.
        hint: text(&schema["description"]).replace('`', ""),
        required,
        input: input(name, schema),
    }
}

/// The key as words: `on_site` is 'On site'.
fn label(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn input(name: &str, schema: &Value) -> Input {
    let is = |kind: &str| has_type(schema, kind);
    if schema["enum"].is_array() {
        Input::Choice(choices(schema))
    } else if let Some(kind) = schema["x-refers-to"].as_str() {
        Input::Reference(kind.to_owned())
    } else if is("string") {
        // A date may be a list too; in a form it is a text, which can say all that a list can.
        match schema["pattern"].as_str() {
            Some(regex) => Input::Line(Some(Pattern {
                regex: regex.to_owned(),
                message: text(&schema["patternErrorMessage"]),
            })),
            None if schema["x-long"] == true => Input::Long,
            None => Input::Line(None),
        }
    } else if is("integer") {
        // Pages may be a list too.
        Input::Number { least: schema["minimum"].as_i64(), most: schema["maximum"].as_i64() }
    } else if is("array") {
        let least = schema["minItems"].as_u64().unwrap_or(0);
        Input::List(least, Box::new(field(name, true, &schema["items"])))
    } else if is("boolean") {
        Input::Flag
    } else {
        Input::Group(fields_of(schema))
    }
}

fn choices(schema: &Value) -> Vec<(String, String)> {
    let words = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let labels = schema["enumDescriptions"].as_array().into_iter().flatten().map(text);
    words.map(str::to_owned).zip(labels).collect()
}

/// Whether it, or a part of it, can only be a group whose keys are data.
fn has_free_keys(schema: &Value) -> bool {
    schema["additionalProperties"].is_object() && !has_type(schema, "string")
        || schema["properties"].as_object().is_some_and(|it| it.values().any(has_free_keys))
        || schema["items"].is_object() && has_free_keys(&schema["items"])
}

fn has_type(schema: &Value, kind: &str) -> bool {
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().any(|it| it == kind),
        one => one == kind,
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
