//! What to write for a value of another type than is wanted: a number in quotation marks, a text in the place of a list.

use serde_json::Value as Schema;

use super::schema;
use super::separated::separated;
use super::written::yaml_text;
use super::yaml::refusal::{Expected, FoundValue};
use crate::diagnostics::Applicability::{self, MachineApplicable, MaybeIncorrect};

/// A value of another type than is wanted.
pub(super) struct WrongType<'a> {
    pub(super) found: &'a FoundValue,
    pub(super) expected: &'a Expected,
    /// The key that it is the value of, or is in the list of.
    pub(super) key: &'a str,
    /// As it stands there, where it stands in one line.
    pub(super) written: Option<&'a str>,
    /// What stands before it in its line.
    pub(super) before: &'a str,
    /// The front matter's.
    pub(super) schema: &'a Schema,
}

/// What to do about it.
pub(super) struct Advice {
    pub(super) help: String,
    /// What to write in its place.
    pub(super) instead: Option<(String, Applicability)>,
}

impl Advice {
    pub(super) fn write(words: impl Into<String>, applicability: Applicability) -> Self {
        let words = words.into();
        Advice { help: format!("write {words}"), instead: Some((words, applicability)) }
    }

    pub(super) fn with_help(self, help: impl Into<String>) -> Self {
        Advice { help: help.into(), ..self }
    }

    pub(super) fn only(help: impl Into<String>) -> Self {
        Advice { help: help.into(), instead: None }
    }
}

impl WrongType<'_> {
    /// What to do about it, where that is known.
    pub(super) fn advice(&self) -> Option<Advice> {
        match (self.found, self.expected) {
            (FoundValue::Value(value), Expected::List) => Some(self.list_of(value)),
            (FoundValue::Value(value), Expected::Flag) => flag(value),
            (FoundValue::Value(value), Expected::Number { is_whole }) => {
                self.number(value, *is_whole)
            }
            (FoundValue::Value(value), Expected::Other(_)) if self.may_be("integer") => {
                self.number(value, true)
            }
            (FoundValue::Group, Expected::Text) => Some(self.text_with_colon()),
            (FoundValue::List, Expected::Text | Expected::Number { .. } | Expected::Flag) => {
                self.without_brackets()
            }
            (FoundValue::Value(value), Expected::Group { keys, .. }) => self.group(value, keys),
            (FoundValue::Group, Expected::List) => self.list_in_braces(),
            (found, Expected::Other(_)) if self.may_be("object") => self.pairs(found),
            (FoundValue::Nothing, Expected::Number { .. }) if self.key.contains('=') => {
                Some(Advice::only("put a colon and a space in the place of `=`"))
            }
            _ => None,
        }
    }

    pub(super) fn is_quoted(&self) -> bool {
        self.written.is_some_and(|written| written.starts_with(['"', '\'']))
    }

    /// `[strength]`, where one value is wanted.
    fn without_brackets(&self) -> Option<Advice> {
        let inside = self.written?.strip_prefix('[')?.strip_suffix(']')?.trim();
        let is_one = inside.starts_with(char::is_alphanumeric)
            && !inside.contains([',', '[', '{', '"', '\'', '#'])
            && !inside.contains(": ");
        let help = format!("write {inside}, without brackets");
        // In a text the brackets may be the letter's own.
        let may_be_any = self.of_key().into_iter().any(schema::is_any_text);
        let applicability = if may_be_any { MaybeIncorrect } else { MachineApplicable };
        is_one.then(|| Advice::write(inside, applicability).with_help(help))
    }

    fn list_of(&self, value: &str) -> Advice {
        if let Some(advice) = self.list_of_groups(value) {
            return advice;
        }
        // One of two brackets.
        let value = match (value.strip_prefix('['), value.strip_suffix(']')) {
            (Some(rest), None) | (None, Some(rest)) => rest.trim(),
            _ => value,
        };
        let in_brackets = format!("[{value}]");
        let help = format!("write it in brackets: `{in_brackets}`");
        let Some(written) = self.written.filter(|_| self.lists_texts()) else {
            return Advice::only(help);
        };
        // A hyphen that is no item's, and what word processors write for one.
        let is_odd = value.starts_with(|it: char| !it.is_alphanumeric() && it != '(');
        if is_odd && !self.is_quoted() {
            return Advice::only(help);
        }
        if let Some(items) = separated(value, self.lists_names()) {
            let items: Vec<String> = items.into_iter().map(yaml_text).collect();
            let words = format!("[{}]", items.join(", "));
            let help = format!("write it in brackets, with commas: `{words}`");
            return Advice::write(words, MaybeIncorrect).with_help(help);
        }
        if is_none(value) {
            return Advice::only("where there is none, take the line out");
        }
        let applicability = if is_one_phrase(value) { MachineApplicable } else { MaybeIncorrect };
        let words = if self.is_quoted() {
            format!("[{written}]")
        } else if written.contains(['[', ']', '{', '}', '#', '"']) {
            format!("[{}]", yaml_text(value))
        } else {
            in_brackets
        };
        Advice::write(&words, applicability).with_help(format!("write it in brackets: `{words}`"))
    }

    /// `{thresholds, leadership}`, whose keys have no values.
    fn list_in_braces(&self) -> Option<Advice> {
        let inside = self.written?.strip_prefix('{')?.strip_suffix('}')?.trim();
        let is_list = self.lists_texts() && !inside.contains([':', '{', '[', '"', '\'']);
        let words = format!("[{inside}]");
        let help = format!("write it in square brackets: `{words}`");
        is_list.then(|| Advice::write(words, MaybeIncorrect).with_help(help))
    }

    /// A list of which each item is a group of keys.
    fn list_of_groups(&self, value: &str) -> Option<Advice> {
        let mut items = self.of_key().into_iter().map(|schema| &schema["items"]);
        let item = items.find(|item| item["properties"].is_object())?;
        // One fact is enough for some.
        let subject = match item["required"].as_array().map(Vec::as_slice) {
            Some([Schema::String(only)]) => Some(only),
            _ => None,
        };
        let words = subject.map(|key| format!("[{{{key}: {}}}]", yaml_text(value)));
        Some(match words.filter(|_| self.written.is_some()) {
            Some(words) => {
                let help = format!("write it as a list, with its key: `{words}`");
                Advice::write(words, MaybeIncorrect).with_help(help)
            }
            None => {
                Advice::only("begin each on a line of its own, with a hyphen, a space and a key")
            }
        })
    }

    fn text_with_colon(&self) -> Advice {
        let help = "put a text with a colon in it in quotes";
        let Some(text) = self.written.filter(|text| !text.contains(['"', '\\', '{', '['])) else {
            return Advice::only(help);
        };
        let quoted = format!("\"{text}\"");
        // It may be a key in the wrong column.
        let word = text.split(':').next().unwrap_or("");
        if word.bytes().all(|it| it.is_ascii_lowercase() || it == b'_') {
            let help = format!(
                "if `{word}` is a key, begin it in the column of the key above; if not, put the text in quotes: `{quoted}`"
            );
            return Advice::write(quoted, MaybeIncorrect).with_help(help);
        }
        let help = format!("{help}: `{quoted}`");
        Advice::write(quoted, MachineApplicable).with_help(help)
    }

    fn group(&self, value: &str, keys: &[&'static str]) -> Option<Advice> {
        // What stands there alone is most likely what the group is about.
        let is_subject = |key: &&&str| ["text", "words", "name", "label"].contains(*key);
        let subject = keys.iter().find(is_subject).or_else(|| keys.first())?;
        let is_item = self.before.trim_end().ends_with('-');
        let words = if self.is_quoted() { self.written? } else { value };
        let (words, help) = if is_item {
            let words = format!("{subject}: {words}");
            let help = format!(
                "write a key before it, such as `{words}`; if it belongs to another list, that one's key is missing above"
            );
            (words, help)
        } else {
            let text = if self.is_quoted() { words.to_owned() } else { yaml_text(value) };
            let words = format!("{{{subject}: {text}}}");
            let help = format!("write its key too: `{words}`");
            (words, help)
        };
        // Any other group needs more than one fact.
        let is_enough = ["words", "name"].contains(subject)
            && self.written.is_some()
            && (self.is_quoted() || !value.contains(": "));
        Some(if is_enough {
            Advice::write(words, MaybeIncorrect).with_help(help)
        } else {
            Advice::only(help)
        })
    }

    /// Whether it lists names of topics or authorities, or other words of a fixed form.
    fn lists_names(&self) -> bool {
        let mut items = self.of_key().into_iter().map(|schema| &schema["items"]);
        items.any(|items| items["pattern"].is_string())
    }

    fn lists_texts(&self) -> bool {
        let items = self.of_key().into_iter().map(|schema| &schema["items"]);
        items.into_iter().any(|items| schema::is_of_type(items, "string"))
    }

    pub(super) fn may_be(&self, name: &str) -> bool {
        self.of_key().into_iter().any(|schema| schema::is_of_type(schema, name))
    }

    /// What the schema says of the values of this key, wherever it may stand.
    fn of_key(&self) -> Vec<&Schema> {
        let mut found = Vec::new();
        let mut left = vec![self.schema];
        while let Some(schema) = left.pop() {
            match schema {
                Schema::Object(members) => {
                    let property = schema.get("properties").and_then(|it| it.get(self.key));
                    found.extend(property);
                    left.extend(members.values());
                }
                Schema::Array(items) => left.extend(items),
                _ => {}
            }
        }
        found
    }
}

fn flag(value: &str) -> Option<Advice> {
    let (word, applicability) = match value.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" => ("true", MachineApplicable),
        "false" | "no" | "n" | "off" => ("false", MachineApplicable),
        "1" | "x" | "✓" | "✔" | "t" => ("true", MaybeIncorrect),
        "0" | "f" => ("false", MaybeIncorrect),
        _ => return Some(Advice::only("it is either `true` or `false`")),
    };
    let help = match value.trim() {
        "true" | "false" => format!("write `{word}`, without quotes"),
        _ => format!("write `{word}`"),
    };
    Some(Advice::write(word, applicability).with_help(help))
}

/// Whether a text says that there is nothing.
fn is_none(text: &str) -> bool {
    ["none", "no", "nil", "n/a", "na", "null", "-"].contains(&&*text.trim().to_lowercase())
}

/// Whether a text is one item and no more: words with spaces between them.
fn is_one_phrase(text: &str) -> bool {
    let is_of_word = |it: char| it.is_alphabetic() || "'’-".contains(it);
    let is_word = |word: &str| {
        word.starts_with(char::is_alphabetic) && word.chars().all(is_of_word) && word != "and"
    };
    text.split(' ').all(is_word)
}
