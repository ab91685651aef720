//! What a value of front matter is written with: a control for each kind of value that the schema of its file names.

use serde_json::Value as Schema;

use crate::edit::Value;

/// How a value is shown and read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    /// A text, a number or a date in one line.
    Line,
    /// A text on several lines.
    Text,
    /// One word of a list.
    Choice,
    /// Yes or no.
    Flag,
    /// A list of texts, one a line.
    Lines,
    /// A list of words, each chosen.
    Choices,
    /// One text or several, with an empty line between them.
    Paragraphs,
    /// One number or several, with commas between them.
    Numbers,
    /// Keys with their values, with commas between them.
    Pairs,
    /// A group of values.
    Group,
    /// A list of groups.
    Groups,
}

impl Control {
    /// That of a value with this schema.
    pub(super) fn of(schema: &Schema) -> Self {
        let may_be = |kind: &str| match &schema["type"] {
            Schema::String(only) => only == kind,
            Schema::Array(all) => all.iter().any(|one| one == kind),
            _ => false,
        };
        let items = &schema["items"];
        let is_long = schema["x-long"] == true;
        let is_chosen =
            |schema: &Schema| schema["enum"].is_array() || schema["x-refers-to"].is_string();
        match () {
            () if may_be("boolean") => Control::Flag,
            () if may_be("array") && may_be("string") && is_long => Control::Paragraphs,
            () if may_be("array") && may_be("integer") && !may_be("string") => Control::Numbers,
            () if may_be("string") && is_chosen(schema) => Control::Choice,
            () if may_be("string") && is_long => Control::Text,
            () if may_be("string") || may_be("integer") => Control::Line,
            () if may_be("array") && items["properties"].is_object() => Control::Groups,
            () if may_be("array") && is_chosen(items) => Control::Choices,
            () if may_be("array") => Control::Lines,
            () if schema["properties"].is_object() => Control::Group,
            () => Control::Pairs,
        }
    }

    /// The word that templates know it by.
    pub(super) fn word(self) -> &'static str {
        match self {
            Control::Line => "line",
            Control::Text => "text",
            Control::Choice => "choice",
            Control::Flag => "flag",
            Control::Lines => "lines",
            Control::Choices => "choices",
            Control::Paragraphs => "paragraphs",
            Control::Numbers => "numbers",
            Control::Pairs => "pairs",
            Control::Group => "group",
            Control::Groups => "groups",
        }
    }

    /// What stands in the control for a value.
    pub(super) fn shown(self, value: &Value) -> String {
        match (self, value) {
            (_, Value::Text(text)) => text.clone(),
            // Days apart are a list in brackets, or a group of keys without values in braces.
            (Control::Line, Value::List(items)) => format!("[{}]", texts(items).join(", ")),
            (Control::Line, Value::Group(entries)) => {
                let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
                format!("{{{}}}", keys.join(", "))
            }
            (Control::Paragraphs, Value::List(items)) => texts(items).join("\n\n"),
            (Control::Numbers, Value::List(items)) => texts(items).join(", "),
            (_, Value::List(items)) => texts(items).join("\n"),
            (_, Value::Group(entries)) => {
                let pair = |(key, value): &(String, Value)| match value {
                    Value::Text(text) => format!("{key}: {text}"),
                    Value::List(_) | Value::Group(_) => key.clone(),
                };
                entries.iter().map(pair).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// The value that is written in the control; `None` where it is left empty.
    pub(super) fn read(self, written: &str) -> Option<Value> {
        let text = |text: &str| Value::Text(text.to_owned());
        let several = |parts: Vec<&str>| match parts[..] {
            [] => None,
            [only] => Some(text(only)),
            _ => Some(Value::List(parts.into_iter().map(text).collect())),
        };
        let filled = |part: &&str| !part.is_empty();
        match self {
            Control::Lines | Control::Choices => {
                let lines: Vec<&str> = written.lines().map(str::trim).filter(filled).collect();
                (!lines.is_empty()).then(|| Value::List(lines.into_iter().map(text).collect()))
            }
            Control::Paragraphs => several(paragraphs(written)),
            Control::Numbers => several(written.split(',').map(str::trim).filter(filled).collect()),
            Control::Pairs => {
                let pairs = written.split([',', '\n']).map(str::trim).filter(filled);
                let pair = |pair: &str| {
                    let (key, value) = pair.rsplit_once(':').unwrap_or((pair, ""));
                    (key.trim().to_owned(), text(value.trim()))
                };
                let entries: Vec<(String, Value)> = pairs.map(pair).collect();
                (!entries.is_empty()).then_some(Value::Group(entries))
            }
            Control::Text => Some(text(written.trim())).filter(|_| !written.trim().is_empty()),
            Control::Line | Control::Choice | Control::Flag | Control::Group | Control::Groups => {
                let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
                (!line.is_empty()).then_some(Value::Text(line))
            }
        }
    }
}

fn texts(items: &[Value]) -> Vec<&str> {
    items
        .iter()
        .map(|item| match item {
            Value::Text(text) => text.as_str(),
            Value::List(_) | Value::Group(_) => "",
        })
        .collect()
}

/// What empty lines part, each in one line.
fn paragraphs(written: &str) -> Vec<&str> {
    written.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect()
}
