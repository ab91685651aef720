//! Reads tables of TOML key by key, and goes on where one is wrong: so that all mistakes are told at once.

use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::diagnostics::{Diagnostic, Place, Rule, SourceText, did_you_mean, first_forbidden};
use crate::model::Date;
use crate::parse::rules;

/// A table, and where it stands.
#[derive(Clone)]
pub(super) struct Table<'t> {
    pub(super) entries: &'t DeTable<'t>,
    pub(super) range: Range<usize>,
}

/// A value, and where it stands.
#[derive(Clone)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) range: Range<usize>,
}

/// The file that is read, and what was found wrong in it.
pub(super) struct Reader<'a> {
    pub(super) source: &'a Arc<SourceText>,
    pub(super) problems: Vec<Diagnostic>,
}

/// In characters: longer than any label that fits its place.
const LONGEST_TEXT: usize = 120;

impl Reader<'_> {
    /// Adds a problem with what stands there.
    pub(super) fn problem(
        &mut self,
        rule: &'static Rule,
        range: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = Place::span(self.source, range.clone());
        self.problems.push(rule.at(place, message).help(help));
    }

    /// Reports the keys that a table has beside those that it may have.
    pub(super) fn refuse_other_keys(&mut self, table: &Table<'_>, known: &[&str]) {
        for key in table.entries.keys().filter(|key| !known.contains(&&**key.get_ref())) {
            let name = key.get_ref();
            let help = did_you_mean(name, known.iter().copied())
                .unwrap_or_else(|| format!("use one of {}", known.join(", ")));
            let message = format!("there is no key `{name}` here");
            self.problem(rules::BAD_VOCABULARY, &key.span(), message, help);
        }
    }

    /// A text of one line that says something.
    pub(super) fn text(&mut self, table: &Table<'_>, key: &str) -> Option<Located<String>> {
        let value = table.entries.get(key)?;
        let range = value.span();
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(&range, key, "a text", value.get_ref());
            return None;
        };
        let hidden = first_forbidden(text).is_some();
        let length = text.chars().count();
        let wrong = if text.trim().is_empty() {
            Some(("is empty", "write what it is called"))
        } else if text.trim() != text {
            Some(("begins or ends with a space", "take the space away"))
        } else if text.contains(['\n', '\t']) || hidden {
            Some(("has more than one line", "write it in one line"))
        } else if length > LONGEST_TEXT {
            Some(("is too long for its place", "write 120 characters at most"))
        } else {
            None
        };
        match wrong {
            Some((what, help)) => {
                let message = format!("`{key}` {what}");
                self.problem(rules::BAD_VOCABULARY, &range, message, help);
                None
            }
            None => Some(Located { value: text.to_owned(), range }),
        }
    }

    /// A text that must be there.
    pub(super) fn required_text(
        &mut self,
        table: &Table<'_>,
        key: &str,
    ) -> Option<Located<String>> {
        if !table.entries.contains_key(key) {
            self.missing(table, key);
        }
        self.text(table, key)
    }

    /// Yes or no; no where nothing is said.
    pub(super) fn flag(&mut self, table: &Table<'_>, key: &str) -> bool {
        let Some(value) = table.entries.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(&value.span(), key, "true or false, without quotes", value.get_ref());
            false
        })
    }

    /// A day, a month or a year, where there is one.
    pub(super) fn point_in_time(&mut self, table: &Table<'_>, key: &str) -> Option<Date> {
        let Located { value, range } = self.text(table, key)?;
        let date = value.parse().ok().filter(|date: &Date| date.iso().is_some());
        if date.is_none() {
            let message = format!("`{key}` is not a day, a month or a year");
            let help = "write it as `2026-04-01`, `2026-04` or `2026`";
            self.problem(rules::BAD_VOCABULARY, &range, message, help);
        }
        date
    }

    /// A small number that must be there.
    pub(super) fn required_number(&mut self, table: &Table<'_>, key: &str) -> Option<Located<u8>> {
        let Some(value) = table.entries.get(key) else {
            self.missing(table, key);
            return None;
        };
        let number = match value.get_ref() {
            DeValue::Integer(number) => {
                number.as_str().parse().ok().filter(|_| number.radix() == 10)
            }
            _ => None,
        };
        if number.is_none() {
            let wanted = "a whole number from 1 to 255, without quotes";
            self.wrong_type(&value.span(), key, wanted, value.get_ref());
        }
        number.map(|value_of| Located { value: value_of, range: value.span() })
    }

    /// A table, where there is one.
    pub(super) fn table<'t>(&mut self, table: &Table<'t>, key: &str) -> Option<Table<'t>> {
        let value = table.entries.get(key)?;
        match value.get_ref() {
            DeValue::Table(entries) => Some(Table { entries, range: value.span() }),
            other => {
                self.wrong_type(&value.span(), key, "a table", other);
                None
            }
        }
    }

    /// The tables of a list; `None` where there is no such list.
    pub(super) fn tables<'t>(&mut self, table: &Table<'t>, key: &str) -> Option<Vec<Table<'t>>> {
        let value = table.entries.get(key)?;
        let Some(items) = value.get_ref().as_array() else {
            let wanted = format!("a list: write `[[{key}]]` above each of its tables");
            self.wrong_type(&value.span(), key, &wanted, value.get_ref());
            return None;
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(entries) => tables.push(Table { entries, range: item.span() }),
                other => {
                    let wanted = "a table such as `{ word = \"…\", label = \"…\" }`";
                    self.wrong_type(&item.span(), key, wanted, other);
                }
            }
        }
        Some(tables)
    }

    /// Reports a key that must be there.
    pub(super) fn missing(&mut self, table: &Table<'_>, key: &str) {
        let message = format!("`{key}` is missing");
        let help = format!("add `{key} = …`");
        self.problem(rules::BAD_VOCABULARY, &table.range, message, help);
    }

    fn wrong_type(&mut self, range: &Range<usize>, key: &str, wanted: &str, value: &DeValue<'_>) {
        let message = format!("`{key}` should not be of the type {}", value.type_str());
        self.problem(rules::BAD_VOCABULARY, range, message, format!("it is {wanted}"));
    }
}
