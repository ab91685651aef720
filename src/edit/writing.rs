//! Values as lines of front matter.

use super::folding::{folded, folded_block, literal_block};
use super::layout::{Child, Form, Layout};
use super::lines::column;
use super::value::Value;
use crate::parse::FieldType;
use crate::parse::written::{in_double_quotes, in_single_quotes, yaml_line, yaml_text};

/// A value behind a key or a hyphen.
#[derive(Debug)]
pub(super) struct Written {
    /// On the line of the key or the hyphen.
    pub(super) head: String,
    /// The lines below that one.
    pub(super) below: Vec<String>,
}

/// What a value stands behind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    /// The column of the key or the hyphen.
    pub(super) column: usize,
    pub(super) is_item: bool,
}

/// How a file is set in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// The columns from a key to the hyphens below it.
    list: usize,
    /// The columns from a key to the keys below it.
    group: usize,
}

/// Whether a text is written in the simplest way, or in one that is never misread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    Usual,
    Most,
}

/// As most files here are set in.
const USUAL: Manner = Manner { list: 2, group: 2 };

impl Manner {
    /// As the first list and the first group of a file are.
    pub(super) fn new(text: &str, root: &Layout) -> Self {
        let first = |form| first_step(text, root, form);
        Manner {
            list: first(Form::List).unwrap_or(USUAL.list),
            group: first(Form::Group).filter(|it| *it > 0).unwrap_or(USUAL.group),
        }
    }
}

/// The columns from a key to what stands below it in this form.
fn first_step(text: &str, layout: &Layout, form: Form) -> Option<usize> {
    layout.children.iter().find_map(|child| {
        let own = || {
            let below = child.value.children.first().filter(|_| child.value.form == form)?;
            child.key.as_ref()?;
            column(text, below.start).checked_sub(column(text, child.start))
        };
        own().or_else(|| first_step(text, &child.value, form))
    })
}

/// A value on lines of its own, as far as it needs them.
pub(super) fn written(
    value: &Value,
    field: FieldType,
    head: Head,
    manner: Manner,
    care: Care,
) -> Written {
    let inner = |step: usize| head.column + if head.is_item { 2 } else { step };
    let below = |below| Written { head: String::new(), below };
    match value {
        Value::Text(words) if words.contains('\n') && care == Care::Usual => {
            let below = literal_block(words, inner(manner.group));
            Written { head: "|-".to_owned(), below }
        }
        Value::List(items) if !items.is_empty() && !is_short(items) => {
            let column = inner(manner.list);
            let item = |it| item(it, field.item(), column, manner, care);
            below(items.iter().flat_map(item).collect())
        }
        Value::Group(entries) if !entries.is_empty() => {
            let column = inner(manner.group);
            let entry = |(key, it): &(String, Value)| entry(key, it, field, column, manner, care);
            let mut lines: Vec<String> = entries.iter().flat_map(entry).collect();
            match head.is_item {
                true => Written { head: lines.remove(0).trim_start().to_owned(), below: lines },
                false => below(lines),
            }
        }
        Value::Text(words) => {
            let head = scalar(words, field, yaml_line, care);
            Written { head, below: Vec::new() }
        }
        _ => Written { head: in_flow(value, field, care), below: Vec::new() },
    }
}

/// An item of a list whose hyphens stand in a column, as lines.
pub(super) fn item(
    value: &Value,
    field: FieldType,
    column: usize,
    manner: Manner,
    care: Care,
) -> Vec<String> {
    let head = Head { column, is_item: true };
    lines("-", written(value, field, head, manner, care), column)
}

/// An entry of a group of this type, as lines.
pub(super) fn entry(
    key: &str,
    value: &Value,
    group: FieldType,
    column: usize,
    manner: Manner,
    care: Care,
) -> Vec<String> {
    let head = Head { column, is_item: false };
    let key_written = format!("{}:", bare_key(key));
    lines(&key_written, written(value, group.key(key), head, manner, care), column)
}

fn lines(begins: &str, Written { head, below }: Written, column: usize) -> Vec<String> {
    let space = if head.is_empty() { "" } else { " " };
    let first = format!("{:column$}{begins}{space}{head}", "");
    std::iter::once(first).chain(below).collect()
}

/// A value in one line, as brackets can hold it.
pub(super) fn in_flow(value: &Value, field: FieldType, care: Care) -> String {
    match value {
        Value::Text(words) => scalar(words, field, yaml_text, care),
        Value::List(items) => {
            let items: Vec<String> =
                items.iter().map(|it| in_flow(it, field.item(), care)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Group(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, it)| entry_in_flow(key, it, field, care)).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// An entry of a group of this type in one line.
pub(super) fn entry_in_flow(key: &str, value: &Value, group: FieldType, care: Care) -> String {
    let value = in_flow(value, group.key(key), care);
    format!("{}: {value}", bare_key(key)).trim_end().to_owned()
}

/// A key, which is a text whatever it looks like.
fn bare_key(key: &str) -> String {
    let is_number = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { key.to_owned() } else { yaml_text(key) }
}

fn scalar(words: &str, field: FieldType, usual: fn(&str) -> String, care: Care) -> String {
    match care {
        _ if words.is_empty() && !field.takes_text() => String::new(),
        _ if field.takes_bare(words) => words.to_owned(),
        Care::Usual => usual(words),
        Care::Most => in_double_quotes(words),
    }
}

/// Names and numbers stand in brackets, words on lines of their own.
fn is_short(items: &[Value]) -> bool {
    items.iter().all(|item| match item {
        Value::Text(words) => !words.is_empty() && !words.contains(char::is_whitespace),
        Value::List(_) | Value::Group(_) => false,
    })
}

/// A text in the place of one that stands in a line, or in several: in the same quotation marks where they can hold it, and
/// folded where that was.
pub(super) fn instead_of(
    words: &str,
    (text, old): (&str, &Child),
    field: FieldType,
    is_in_flow: bool,
) -> Vec<String> {
    let usual = if is_in_flow { yaml_text } else { yaml_line };
    let safe = in_double_quotes(words);
    let first = match old.value.form {
        _ if field.takes_bare(words) || words.is_empty() => {
            scalar(words, field, usual, Care::Usual)
        }
        Form::SingleQuoted => in_single_quotes(words).unwrap_or_else(|| safe.clone()),
        Form::DoubleQuoted => safe.clone(),
        _ => usual(words),
    };
    let range = &old.value.range;
    let before = &text[range.clone()];
    let second = before.find('\n').map(|end| &before[end + 1..]).map(str::trim_start);
    let folds = second.filter(|second| !second.is_empty()).map(|second| {
        let start = range.end - second.len();
        let width = widest(text, range.start, range.end);
        folded(&first, column(text, range.start), column(text, start), width)
    });
    folds.into_iter().chain([first, safe]).collect()
}

/// A text in the place of one below `|` or `>`: in the same way where that can hold it, or else in another.
pub(super) fn instead_of_block(
    words: &str,
    (text, old): (&str, &Child),
    (content, field): (usize, FieldType),
) -> Vec<Written> {
    let range = &old.value.range;
    let inside = |head: String| Written { head, below: Vec::new() };
    let mut all = Vec::new();
    if !words.is_empty() {
        let header: String =
            text[range.clone()].chars().take_while(|it| !it.is_whitespace()).collect();
        let indent = match column(text, content) {
            // Nothing stood in it.
            _ if content >= range.end => column(text, old.start) + USUAL.group,
            own => own,
        };
        let width = widest(text, content, range.end.max(content));
        let below = match header.starts_with('>') {
            true => folded_block(words, indent, width),
            false => literal_block(words, indent),
        };
        all.push(Written { head: header, below });
        all.push(Written { head: "|-".to_owned(), below: literal_block(words, indent) });
    }
    all.push(inside(scalar(words, field, yaml_line, Care::Usual)));
    all.push(inside(in_double_quotes(words)));
    all
}

/// The width of the widest line of a part of the text, in characters.
fn widest(text: &str, start: usize, end: usize) -> usize {
    let first = super::lines::line_start(text, start);
    text[first..end].lines().map(|line| line.chars().count()).max().unwrap_or(0)
}
