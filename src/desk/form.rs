//! The form of a file's facts, made from the schema of its front matter, which is made from the types that read it.

use serde::Serialize;
use serde_json::Value as Schema;

use super::control::Control;
use super::messages::{Message, Messages};
use crate::edit::{Step, Value};
use crate::model::Archive;

/// A value of the form.
#[derive(Debug, Serialize)]
pub(super) struct Field {
    /// The way to it in the front matter: `progress.words`.
    path: String,
    label: String,
    /// What the schema says of it.
    help: String,
    control: &'static str,
    is_needed: bool,
    /// What stands in it.
    value: String,
    /// What is chosen, one after the other, where several are.
    chosen: Vec<String>,
    options: Vec<Choice>,
    /// The values of a group.
    fields: Vec<Field>,
    /// The groups of a list, each with its values.
    groups: Vec<Group>,
    messages: Vec<Message>,
}

impl Field {
    /// The way to it in the front matter.
    pub(super) fn path(&self) -> &str {
        &self.path
    }
}

/// A group of a list.
#[derive(Debug, Serialize)]
struct Group {
    path: String,
    fields: Vec<Field>,
    messages: Vec<Message>,
}

/// A word that can be chosen.
#[derive(Debug, Clone, Serialize)]
struct Choice {
    word: String,
    label: String,
}

/// What a form is made of.
pub(super) struct FormSource<'a> {
    pub(super) archive: &'a Archive,
    pub(super) messages: &'a Messages,
}

impl FormSource<'_> {
    /// The fields of the keys in a schema, in its order, but for these.
    pub(super) fn fields(
        &self,
        schema: &Schema,
        value: Option<&Value>,
        path: &str,
        without: &[&str],
    ) -> Vec<Field> {
        let needed: Vec<&str> = schema["required"]
            .as_array()
            .map(|keys| keys.iter().filter_map(Schema::as_str).collect())
            .unwrap_or_default();
        let keys = schema["properties"].as_object().into_iter().flatten();
        keys.filter(|(key, _)| !without.contains(&key.as_str()))
            .map(|(key, schema)| {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                let value = value.and_then(|value| value.get(&[Step::Key(key.clone())]));
                let mut field = self.field(schema, value, path);
                field.is_needed = needed.contains(&key.as_str());
                field.label = label(key);
                field
            })
            .collect()
    }

    fn field(&self, schema: &Schema, value: Option<&Value>, path: String) -> Field {
        let control = Control::of(schema);
        let is_several = control == Control::Choices;
        let chosen = match value {
            Some(Value::List(items)) if is_several => {
                items.iter().map(|item| Control::Line.shown(item)).collect()
            }
            Some(value) if is_several => vec![Control::Line.shown(value)],
            _ => Vec::new(),
        };
        let groups = match value {
            Some(Value::List(items)) if control == Control::Groups => items
                .iter()
                .enumerate()
                .map(|(index, item)| {
                    let path = format!("{path}.{index}");
                    let fields = self.fields(&schema["items"], Some(item), &path, &[]);
                    Group { fields, messages: self.messages.at(&path), path }
                })
                .collect(),
            _ => Vec::new(),
        };
        let fields = match control {
            Control::Group => self.fields(schema, value, &path, &[]),
            _ => Vec::new(),
        };
        Field {
            label: String::new(),
            help: schema["description"].as_str().unwrap_or_default().replace('`', ""),
            control: control.word(),
            is_needed: false,
            value: value.map(|value| control.shown(value)).unwrap_or_default(),
            chosen,
            options: self.options(if is_several { &schema["items"] } else { schema }, control),
            fields,
            groups,
            messages: self.messages.at(&path),
            path,
        }
    }

    fn options(&self, schema: &Schema, control: Control) -> Vec<Choice> {
        let choice =
            |word: &str, label: &str| Choice { word: word.to_owned(), label: label.to_owned() };
        if control == Control::Flag {
            return vec![choice("true", "yes"), choice("false", "no")];
        }
        if let Some(words) = schema["enum"].as_array() {
            let labels = schema["enumDescriptions"].as_array();
            let words = words.iter().enumerate().filter_map(|(index, word)| {
                let word = word.as_str()?;
                let label = labels.and_then(|labels| labels.get(index)).and_then(Schema::as_str);
                Some(choice(word, label.unwrap_or(word)))
            });
            return words.collect();
        }
        match schema["x-refers-to"].as_str() {
            Some("topic") => {
                let topics = self.archive.topics.iter();
                topics.map(|topic| choice(topic.slug.as_str(), &topic.title)).collect()
            }
            Some("authority") => {
                let authorities = self.archive.authorities.iter();
                authorities.map(|one| choice(one.slug.as_str(), &one.name)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A key as words: `on_site` is 'On site'.
fn label(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
