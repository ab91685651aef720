//! A value of front matter with all its lines.

use std::ops::Range;

use serde_json::Value as Schema;

use super::flow;
use super::lines::YamlLine;
use crate::parse::schema;

/// A value, and what stands around it.
pub(super) struct Value<'a> {
    /// The whole file.
    pub(super) file: &'a str,
    /// The key on its line.
    pub(super) key: Option<&'a str>,
    /// What may stand there.
    pub(super) schema: &'a Schema,
    /// Where it stands: from its first character to its last, without a note behind it.
    pub(super) range: Range<usize>,
    pub(super) form: Form,
    /// Whether a note stands behind it.
    pub(super) has_note: bool,
    /// The column that its lines below the first begin in.
    pub(super) inner_column: usize,
    /// Those of them that begin further to the left, or with a tab.
    pub(super) outside: Vec<YamlLine<'a>>,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// In quotes: where the quotes end, in bytes of the value, where they do.
    Quoted(Option<usize>),
    /// In brackets.
    Flow,
    /// Below `|` or `>`.
    Block,
}

impl<'a> Value<'a> {
    pub(super) fn text(&self) -> &'a str {
        &self.file[self.range.clone()]
    }

    /// Whether any words may stand there.
    pub(super) fn is_text(&self) -> bool {
        schema::is_any_text(self.schema)
    }

    /// Whether it is on one line.
    pub(super) fn is_one_line(&self) -> bool {
        !self.text().contains('\n')
    }

    /// What stands behind the quotes or the brackets, where these end.
    pub(super) fn rest(&self) -> Option<&'a str> {
        let end = match self.form {
            Form::Quoted(end) => end?,
            Form::Flow => flow::flow(self.text()).end?,
            Form::Plain | Form::Block => return None,
        };
        Some(self.text()[end..].trim())
    }

    /// The part of its first line.
    pub(super) fn first_line(&self) -> Range<usize> {
        let line = self.text().split('\n').next().unwrap_or("").trim_end();
        self.range.start..self.range.start + line.len()
    }

    /// `key: ` where there is a key on the line.
    pub(super) fn lead(&self) -> String {
        self.key.map_or_else(String::new, |key| format!("{key}: "))
    }
}

/// How a value is written that begins so.
pub(super) fn form(text: &str) -> Form {
    match text.as_bytes().first() {
        Some(b'"' | b'\'') => Form::Quoted(None),
        Some(b'[' | b'{') => Form::Flow,
        Some(b'|' | b'>') if is_block_header(text) => Form::Block,
        _ => Form::Plain,
    }
}

/// Whether this is `|` or `>`, with what may follow it on its line.
fn is_block_header(line: &str) -> bool {
    let rest = line[1..].trim_start_matches(|it: char| it.is_ascii_digit() || "+-".contains(it));
    let rest_is_note = rest.trim_start().starts_with('#') && rest.starts_with([' ', '\t']);
    rest.trim().is_empty() && line.len() - rest.len() <= 3 || rest_is_note
}
