//! What to write for a value of another type than is wanted: a number in quotation marks, a text in the place of a list.

use serde_json::Value as Schema;

use super::figures::{number_in_words, plain_number, thousands};
use super::schema;
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
    fn write(words: impl Into<String>, applicability: Applicability) -> Self {
        let words = words.into();
        Advice { help: format!("write {words}"), instead: Some((words, applicability)) }
    }

    fn with_help(self, help: impl Into<String>) -> Self {
        Advice { help: help.into(), ..self }
    }

    fn only(help: impl Into<String>) -> Self {
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
            _ => None,
        }
    }

    fn is_quoted(&self) -> bool {
        self.written.is_some_and(|written| written.starts_with(['"', '\'']))
    }

    /// `[strength]`, where one value is wanted.
    fn without_brackets(&self) -> Option<Advice> {
        let inside = self.written?.strip_prefix('[')?.strip_suffix(']')?.trim();
        let is_one = inside.starts_with(char::is_alphanumeric)
            && !inside.contains([',', '[', '{', '"', '\'', '#'])
            && !inside.contains(": ");
        let help = format!("write {inside}, without brackets");
        is_one.then(|| Advice::write(inside, MachineApplicable).with_help(help))
    }

    fn list_of(&self, value: &str) -> Advice {
        if let Some(advice) = self.list_of_groups(value) {
            return advice;
        }
        let in_brackets = format!("[{value}]");
        let help = format!("write it in brackets: `{in_brackets}`");
        let Some(written) = self.written.filter(|_| self.lists_texts()) else {
            return Advice::only(help);
        };
        // A hyphen that is no item's, and what word processors write for one.
        if value.starts_with(|it: char| !it.is_alphanumeric()) && !self.is_quoted() {
            return Advice::only(help);
        }
        let may_be_several = value.contains([',', ';', '•', '·']) || value.contains(" and ");
        let applicability = if may_be_several { MaybeIncorrect } else { MachineApplicable };
        let words = if self.is_quoted() {
            format!("[{written}]")
        } else if written.contains(['[', ']', '{', '}', '#', '"']) {
            format!("[{}]", yaml_text(value))
        } else {
            in_brackets
        };
        Advice::write(&words, applicability).with_help(format!("write it in brackets: `{words}`"))
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

    /// '2, 3', '2 and 3', where a list of numbers may stand.
    fn list_of_numbers(&self, typed: &str) -> Option<Advice> {
        let separated = typed.replace(" and ", ",").replace(['&', ';'], ",");
        let numbers: Vec<&str> = separated.split(',').map(str::trim).collect();
        let are_whole =
            numbers.iter().all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
        let is_list = numbers.len() > 1 && are_whole && self.may_be("array");
        is_list.then(|| Advice::write(format!("[{}]", numbers.join(", ")), MachineApplicable))
    }

    fn number(&self, value: &str, is_whole: bool) -> Option<Advice> {
        let typed = if self.is_quoted() { value } else { self.written.unwrap_or(value) }.trim();
        if let Some(number) = plain_number(typed, is_whole) {
            let advice = Advice::write(&number, MachineApplicable);
            let help = format!("write {number}, without quotes");
            return Some(if self.is_quoted() { advice.with_help(help) } else { advice });
        }
        if let Some(advice) = self.list_of_numbers(typed) {
            return Some(advice);
        }
        if let Some((number, mark)) = thousands(typed) {
            let advice = Advice::write(&number, MachineApplicable);
            return Some(advice.with_help(format!("write {number}, without the {mark}")));
        }
        if let Some(number) = number_in_words(typed) {
            return Some(Advice::write(number.to_string(), MachineApplicable));
        }
        let is_part = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == '-';
        let digits: String = typed.chars().filter(|&letter| is_part(letter)).collect();
        let small = typed.to_lowercase();
        let is_many =
            ["hundred", "thousand", "million", "billion"].iter().any(|it| small.contains(it))
                || small.ends_with(['k', 'm']);
        let is_figure = digits != typed && typed.contains(digits.as_str()) && !is_many;
        if is_figure && digits.parse::<f64>().is_ok() {
            let is_fit = !is_whole || digits.bytes().all(|it| it.is_ascii_digit());
            let advice = Advice::write(&digits, MaybeIncorrect);
            let help = format!("write the figure alone: {digits}");
            return Some(if is_fit { advice.with_help(help) } else { Advice::only(help) });
        }
        let is_flag = ["yes", "no", "true", "false", "on", "off"];
        is_flag.contains(&typed.to_lowercase().as_str()).then(|| {
            Advice::only(match self.key {
                "menu" => "write a number: its place in the menu; `1` comes first",
                _ => "write a number",
            })
        })
    }

    fn text_with_colon(&self) -> Advice {
        let help = "put a text with a colon in it in quotes";
        match self.written.filter(|text| !text.contains(['"', '\\', '{', '['])) {
            Some(text) => Advice::write(format!("\"{text}\""), MachineApplicable)
                .with_help(format!("{help}: `\"{text}\"`")),
            None => Advice::only(help),
        }
    }

    fn group(&self, value: &str, keys: &[&'static str]) -> Option<Advice> {
        // What stands there alone is most likely what the group is about.
        let is_subject = |key: &&&str| ["text", "words", "name", "label"].contains(*key);
        let subject = keys.iter().find(is_subject).or_else(|| keys.first())?;
        let is_item = self.before.trim_end().ends_with('-');
        let words = if self.is_quoted() { self.written? } else { value };
        let (words, help) = if is_item {
            let words = format!("{subject}: {words}");
            let help = format!("write a key before it, such as `{words}`");
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

    fn lists_texts(&self) -> bool {
        let items = self.of_key().into_iter().map(|schema| &schema["items"]);
        items.into_iter().any(|items| schema::is_of_type(items, "string"))
    }

    fn may_be(&self, name: &str) -> bool {
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
        "1" => ("true", MaybeIncorrect),
        "0" => ("false", MaybeIncorrect),
        _ => return None,
    };
    let help = match value.trim() {
        "true" | "false" => format!("write `{word}`, without quotes"),
        _ => format!("write `{word}`"),
    };
    Some(Advice::write(word, applicability).with_help(help))
}
