//! A file as a program may edit it: its parts, and the values of its front matter with where each stands, as both readers
//! of YAML find them.

use std::collections::HashSet;
use std::ops::Range;

use super::document::{self, Document};
use super::schema::{self, FrontMatter};
use super::yaml::agreement::is_read_alike;
use super::yaml::explain::{self, Reading};
use super::yaml::{self, Unreadable, Yaml};
use crate::diagnostics::{Node, NodeValue, SourceText};
use crate::read::normalise;

/// A file whose front matter can be read, and says nothing in a way that is not taken.
pub(crate) struct Editable {
    /// Without a byte order mark, and with `\n` ends of lines.
    pub(crate) source: SourceText,
    /// Where the front matter is.
    pub(crate) yaml: Range<usize>,
    /// Where the text below it is.
    pub(crate) body: Range<usize>,
    pub(crate) root: Node,
}

/// Why nothing is to be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Uneditable {
    /// There is no front matter, or no end of it.
    NoFrontMatter,
    /// It is no YAML.
    Syntax,
    /// It goes too deep, or has too many values.
    TooMuch,
    /// It has an anchor, an alias, a tag or a character that cannot be seen.
    Unwanted,
    /// A key stands twice in one group.
    RepeatedKey,
}

/// A file's text as it is kept in memory: without a byte order mark, and with `\n` ends of lines.
pub(crate) fn in_memory(file: &str) -> String {
    normalise(file.to_owned())
}

/// Reads a file's text, as it is kept in memory.
pub(crate) fn editable(text: String) -> Result<Editable, Uneditable> {
    let source = SourceText::new("", text);
    let Document { yaml, body } = document::split(&source).ok_or(Uneditable::NoFrontMatter)?;
    let Yaml { root, unwanted } =
        yaml::read(&source.text, &yaml).map_err(|reason| match reason {
            Unreadable::Syntax(_) => Uneditable::Syntax,
            Unreadable::Depth(_) | Unreadable::Values(_) => Uneditable::TooMuch,
        })?;
    if !unwanted.is_empty() {
        return Err(Uneditable::Unwanted);
    }
    if repeats_key(&root) {
        return Err(Uneditable::RepeatedKey);
    }
    if !is_read_alike(&source.text[yaml.clone()], &root) {
        return Err(Uneditable::Syntax);
    }
    Ok(Editable { source, yaml, body, root })
}

impl Editable {
    /// How many lines of the front matter look as if they were to say something else.
    pub(crate) fn doubtful_lines(&self, kind: FrontMatter) -> usize {
        let text: &str = &self.source.text;
        let slips = || explain::slips(text, &self.yaml, schema::of(kind), Reading::Misfit).len();
        if explain::may_be_misread(&text[self.yaml.clone()]) { slips() } else { 0 }
    }
}

fn repeats_key(node: &Node) -> bool {
    match &node.value {
        NodeValue::Scalar { .. } => false,
        NodeValue::List(items) => items.iter().any(repeats_key),
        NodeValue::Map(entries) => {
            let mut known = HashSet::new();
            entries.iter().any(|entry| !known.insert(&entry.key) || repeats_key(&entry.value))
        }
    }
}
