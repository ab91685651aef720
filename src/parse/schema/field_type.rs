//! What a place of front matter takes, and which keys stand there in which order: the raw types' word, by their schema.

use serde_json::Value;

use super::{FrontMatter, is_of_type, of};

/// The type of a value of front matter; of one that nothing is known of, none.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldType(Option<&'static Value>);

impl FieldType {
    /// The front matter as a whole.
    pub(crate) fn of(kind: FrontMatter) -> Self {
        FieldType(Some(of(kind)))
    }

    /// What stands behind a key of this group.
    pub(crate) fn key(self, key: &str) -> Self {
        let of_key = |schema: &'static Value| {
            schema
                .get("properties")
                .and_then(|it| it.get(key))
                .or_else(|| schema.get("additionalProperties"))
        };
        FieldType(self.0.and_then(of_key))
    }

    /// An item of this list.
    pub(crate) fn item(self) -> Self {
        FieldType(self.0.and_then(|schema| schema.get("items")))
    }

    /// The index of a key among all that this group may have, in the order in which editors write them.
    pub(crate) fn place_of(self, key: &str) -> Option<usize> {
        let keys = self.0?.get("properties")?.as_object()?;
        keys.keys().position(|known| known == key)
    }

    /// Whether a text is read here as the number or the truth value that it is written as, which no quotation mark may
    /// stand around. What takes texts of any words takes no number in their place, as a list of quotations does not.
    pub(crate) fn takes_bare(self, text: &str) -> bool {
        let is = |name| self.0.is_some_and(|schema| is_of_type(schema, name));
        let is_truth_value = ["true", "false"].contains(&text);
        let is_whole = text == "0" || !text.starts_with('0') && is_digits(text);
        let is_number = || {
            let unsigned = text.strip_prefix('-').unwrap_or(text);
            let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
            is_digits(whole) && is_digits(part)
        };
        is_truth_value && is("boolean")
            || is_whole && is("integer")
            || !is("string") && (is("integer") || is("number")) && is_number()
    }

    /// Whether a text can stand here at all.
    pub(crate) fn takes_text(self) -> bool {
        self.0.is_none_or(|schema| schema.get("type").is_none() || is_of_type(schema, "string"))
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
