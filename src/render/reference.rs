//! What templates see, for authors of themes: Markdown made from the views and their doc comments.

use schemars::JsonSchema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value};

use super::template_list::{SchemaOf, TEMPLATES};
use super::views::shell::Shell;
use super::views::site::SiteView;

/// What each template sees, and every kind of view, as tables in Markdown.
pub fn template_reference() -> String {
    let mut reference = Reference {
        schemas: SchemaSettings::default().for_serialize().into_generator(),
        text: String::new(),
    };
    reference.common::<SiteView>("site", "The same on all pages.");
    reference.common::<Shell>("page", "What every page has around its own part.");
    for (name, schema_of) in TEMPLATES {
        reference.template(name, *schema_of);
    }
    reference.views()
}

struct Reference {
    schemas: SchemaGenerator,
    text: String,
}

impl Reference {
    /// What all templates see under one name.
    fn common<T: JsonSchema>(&mut self, name: &str, about: &str) {
        let schema = T::json_schema(&mut self.schemas);
        self.section(&format!("### `{name}`"), about, schema.as_value());
    }

    fn template(&mut self, name: &str, schema_of: SchemaOf) {
        let schema = schema_of(&mut self.schemas);
        let about = description(schema.as_value());
        self.section(&format!("### `{name}`"), &about, schema.as_value());
    }

    /// Adds all views that were named, by name.
    fn views(mut self) -> String {
        self.text.push_str("\n## Views\n");
        let views: Map<String, Value> = self.schemas.take_definitions(true);
        let mut views: Vec<(&str, &Value)> =
            views.iter().map(|(name, schema)| (shown_name(name), schema)).collect();
        views.sort_by_key(|(name, _)| *name);
        for (name, schema) in views {
            self.section(&format!("### {name}"), &description(schema), schema);
        }
        self.text
    }

    fn section(&mut self, heading: &str, about: &str, schema: &Value) {
        let fields = table("Name", schema["properties"].as_object().into_iter().flatten());
        let parts = [about.to_owned(), fields, variants(schema)];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let parts: String = parts.map(|part| format!("\n{part}\n")).collect();
        self.text.push_str(&format!("\n{heading}\n{parts}"));
    }
}

fn table<'a>(heading: &str, fields: impl Iterator<Item = (&'a String, &'a Value)>) -> String {
    let row = |(name, schema): (&String, &Value)| {
        let about = description(schema).replace('\n', " ");
        format!("\n| `{name}` | {} | {about} |", kind(schema))
    };
    let rows: String = fields.map(row).collect();
    if rows.is_empty() { rows } else { format!("| {heading} | Value | |\n|---|---|---|{rows}") }
}

/// The words of a closed set, or the views that a field `kind` tells apart.
fn variants(schema: &Value) -> String {
    let words = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    let variants = schema["oneOf"].as_array().into_iter().flatten();
    let variants: Vec<String> = variants
        .map(|it| format!("- `kind` is {}: {}", kind(&it["properties"]["kind"]), kind(it)))
        .collect();
    [words.join(", "), variants.join("\n")].concat()
}

fn description(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().to_owned()
}

/// The name of a view without what all have.
fn shown_name(name: &str) -> &str {
    name.strip_suffix("View").unwrap_or(name)
}

/// What kind of value a field has, in words.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|it| it.rsplit('/').next()) {
        let name = shown_name(name);
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(either) = schema["anyOf"].as_array() {
        let kinds: Vec<String> = either.iter().map(kind).collect();
        return kinds.join(" or ");
    }
    if let Some(word) = schema["const"].as_str() {
        return format!("`{word}`");
    }
    match &schema["type"] {
        Value::String(name) => named(name, schema),
        Value::Array(names) => {
            let names = names.iter().filter_map(Value::as_str);
            names.map(|name| named(name, schema)).collect::<Vec<String>>().join(" or ")
        }
        _ => String::new(),
    }
}

fn named(name: &str, schema: &Value) -> String {
    match name {
        "string" => "text".to_owned(),
        "integer" | "number" => "number".to_owned(),
        "boolean" => "true or false".to_owned(),
        "null" => "none".to_owned(),
        "array" => format!("list: {}", kind(&schema["items"])),
        _ => format!("{}, by name", kind(&schema["additionalProperties"])),
    }
}
