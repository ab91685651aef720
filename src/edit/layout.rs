//! Where each value of front matter stands, with its key or its hyphen, and in which form it is written.

use std::ops::Range;

use super::lines::{behind_notes, line_end};
use super::value::Step;
use crate::diagnostics::{Node, NodeValue};

/// A value as it is written.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) form: Form,
    /// From its first mark to its last: quotation marks and brackets are in it, a block text's `|` too, notes are not.
    pub(super) range: Range<usize>,
    pub(super) children: Vec<Child>,
}

/// The form of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Nothing is written.
    Nothing,
    Plain,
    SingleQuoted,
    DoubleQuoted,
    /// Below `|` or `>`, from this byte on.
    Block {
        content: usize,
    },
    FlowList,
    FlowGroup,
    List,
    Group,
}

/// An item or an entry.
#[derive(Debug)]
pub(super) struct Child {
    pub(super) key: Option<String>,
    /// Where its key or its hyphen begins; in brackets, where the item does.
    pub(super) start: usize,
    /// Behind the colon or the hyphen; behind a key that has no colon.
    pub(super) head_end: usize,
    pub(super) value: Layout,
}

impl Form {
    pub(super) fn is_flow(self) -> bool {
        matches!(self, Form::FlowList | Form::FlowGroup)
    }
}

impl Child {
    /// Behind the last mark of it.
    pub(super) fn end(&self) -> usize {
        self.head_end.max(self.value.range.end)
    }
}

impl Layout {
    /// The layout of a value that stands behind a byte; `None` where it is written in a way that is not known here.
    pub(super) fn new(text: &str, node: &Node, from: usize) -> Option<Layout> {
        let start = behind_notes(text, from);
        let leaf = |form, range| Some(Layout { form, range, children: Vec::new() });
        match &node.value {
            NodeValue::Scalar { text: words, plain: true } if words.is_empty() => {
                leaf(Form::Nothing, from..from)
            }
            NodeValue::Scalar { plain: true, .. } => {
                let length = text[node.range.clone()].trim_end().len();
                (start == node.range.start).then(|| leaf(Form::Plain, start..start + length))?
            }
            NodeValue::Scalar { plain: false, .. } => match text.as_bytes().get(start)? {
                b'|' | b'>' => {
                    let content = node.range.start;
                    let end = text[..node.range.end].trim_end().len().max(line_end(text, start));
                    leaf(Form::Block { content }, start..end)
                }
                b'\'' => leaf(Form::SingleQuoted, start..node.range.end),
                b'"' => leaf(Form::DoubleQuoted, start..node.range.end),
                _ => None,
            },
            NodeValue::List(items) => match text.as_bytes().get(start)? {
                b'[' => flow_list(text, items, start),
                b'-' => list(text, items, start),
                _ => None,
            },
            NodeValue::Map(entries) => {
                let is_flow = text[start..].starts_with('{');
                let mut at = start + usize::from(is_flow);
                let mut children = Vec::new();
                for entry in entries {
                    at = behind_commas(text, at, is_flow);
                    if at != entry.key_range.start {
                        return None;
                    }
                    let key_end = entry.key_range.end;
                    let colon =
                        key_end + text[key_end..].bytes().take_while(|it| *it == b' ').count();
                    let head_end = match text[colon..].starts_with(':') {
                        true => colon + 1,
                        false if is_flow => key_end,
                        false => return None,
                    };
                    let value = Layout::new(text, &entry.value, head_end)?;
                    let child = Child { key: Some(entry.key.clone()), start: at, head_end, value };
                    at = child.end();
                    children.push(child);
                }
                let form = if is_flow { Form::FlowGroup } else { Form::Group };
                let end = if is_flow { bracket_end(text, at, b'}')? } else { at };
                Some(Layout { form, range: start..end, children })
            }
        }
    }

    /// The child at the end of a step.
    pub(super) fn child(&self, step: &Step) -> Option<usize> {
        match step {
            Step::Key(key) => self.children.iter().position(|it| it.key.as_ref() == Some(key)),
            Step::Index(index) => {
                let is_item = self.children.get(*index)?.key.is_none();
                is_item.then_some(*index)
            }
        }
    }
}

fn list(text: &str, items: &[Node], start: usize) -> Option<Layout> {
    let mut at = start;
    let mut children = Vec::new();
    for item in items {
        at = behind_notes(text, at);
        if !text[at..].starts_with('-') {
            return None;
        }
        let child = Child {
            key: None,
            start: at,
            head_end: at + 1,
            value: Layout::new(text, item, at + 1)?,
        };
        at = child.end();
        children.push(child);
    }
    Some(Layout { form: Form::List, range: start..at, children })
}

fn flow_list(text: &str, items: &[Node], start: usize) -> Option<Layout> {
    let mut at = start + 1;
    let mut children = Vec::new();
    for item in items {
        at = behind_commas(text, at, true);
        // A key without braces is a group that no bracket ends.
        let is_pair = matches!(item.value, NodeValue::Map(_)) && !text[at..].starts_with('{');
        let value = Layout::new(text, item, at).filter(|_| !is_pair)?;
        let child = Child { key: None, start: at, head_end: at, value };
        at = child.end();
        children.push(child);
    }
    Some(Layout { form: Form::FlowList, range: start..bracket_end(text, at, b']')?, children })
}

fn behind_commas(text: &str, from: usize, are_there: bool) -> usize {
    let at = behind_notes(text, from);
    let is_comma = are_there && text[at..].starts_with(',');
    if is_comma { behind_notes(text, at + 1) } else { at }
}

fn bracket_end(text: &str, from: usize, bracket: u8) -> Option<usize> {
    let at = behind_commas(text, from, true);
    (text.as_bytes().get(at) == Some(&bracket)).then_some(at + 1)
}
