//! Lists and groups on lines of their own.

use super::layout::{Child, Form};
use super::lines::{
    begins_line, column, end_with_notes, line_end, line_start, next_line, start_with_notes,
};
use super::pieces::{Piece, Pieces, replaced};
use super::sheet::{List, Sheet};
use super::value::Value;
use super::writing::{Care, Head, Written, entry, instead_of_block, item, written};
use crate::parse::FieldType;

/// Another value behind a key or a hyphen, whatever stands there.
pub(super) fn with_value(
    sheet: &Sheet<'_>,
    child: &Child,
    value: &Value,
    field: FieldType,
) -> Vec<Pieces> {
    let head = Head { column: column(sheet.text, child.start), is_item: child.key.is_none() };
    let mut all = Vec::new();
    if let (Value::Text(words), Form::Block { content }) = (value, child.value.form) {
        all.extend(instead_of_block(words, (sheet.text, child), (content, field)));
    }
    let cares = [Care::Usual, Care::Most];
    all.extend(cares.map(|care| written(value, field, head, sheet.manner, care)));
    all.into_iter().filter_map(|it| behind_head(sheet, child, it)).collect()
}

/// What is written behind a key or a hyphen. The note on its line stays there.
fn behind_head(
    sheet: &Sheet<'_>,
    child: &Child,
    Written { head, below }: Written,
) -> Option<Pieces> {
    let text = sheet.text;
    let old = &child.value;
    let at = &old.range;
    let head_line_end = line_end(text, child.head_end);
    let is_on_head_line = at.start < head_line_end;
    let rest = line_end(text, at.end.max(child.head_end));
    // What stays behind the new value, on its line.
    let tail = match old.form {
        Form::List | Form::Group if is_on_head_line => rest..rest,
        Form::Nothing | Form::List | Form::Group => child.head_end..head_line_end,
        Form::Block { .. } if is_on_head_line => {
            let header = text[at.start..].find(char::is_whitespace)?;
            at.start + header..head_line_end
        }
        _ if is_on_head_line => at.end..rest,
        // It stands on a line of its own.
        Form::Block { .. } => return None,
        _ if below.is_empty() => return Some(replaced(text.len(), at.clone(), head)),
        _ => return None,
    };
    let lead = if head.is_empty() { String::new() } else { format!(" {head}") };
    let lines: String = below.iter().flat_map(|line| ["\n", line]).collect();
    Some(vec![
        Piece::Kept(0..child.head_end),
        Piece::New(lead),
        Piece::Kept(tail),
        Piece::New(lines),
        Piece::Kept(rest..text.len()),
    ])
}

/// A new entry of a group.
pub(super) fn with_key(
    sheet: &Sheet<'_>,
    group: &List<'_>,
    key: &str,
    value: &Value,
) -> Option<Vec<Pieces>> {
    let text = sheet.text;
    let lines = |column| {
        [Care::Usual, Care::Most]
            .map(|care| entry(key, value, group.field, column, sheet.manner, care).join("\n"))
    };
    let written = |at: usize, words: String| replaced(text.len(), at..at, words);
    let entries = &group.layout.children;
    let Some(first) = entries.first() else {
        let is_root = group.holder.is_none();
        return is_root
            .then(|| lines(0).map(|it| written(sheet.end, it + "\n")).into_iter().collect());
    };
    let column = column(text, first.start);
    let all = lines(column).map(|lines| match group.entry_before(key) {
        Some(before) => written(end_with_notes(text, entries[before].end(), column), lines + "\n"),
        None => written(first.start, format!("{}\n{:column$}", lines.trim_start(), "")),
    });
    Some(all.into_iter().collect())
}

/// A new item of a list that has some.
pub(super) fn with_item(
    sheet: &Sheet<'_>,
    list: &List<'_>,
    index: usize,
    value: &Value,
) -> Option<Vec<Pieces>> {
    let items = Items::new(sheet, list)?;
    // Where an empty line stands between the items, one does so here.
    let is_spaced = items.count() > 1 && items.is_spaced(0);
    let (at, before, behind) = match index < items.count() {
        true => (items.start(index), "", if is_spaced { "\n" } else { "" }),
        false => (items.end(index.checked_sub(1)?), if is_spaced { "\n" } else { "" }, ""),
    };
    let all = [Care::Usual, Care::Most].map(|care| {
        let lines = item(value, list.field.item(), items.column, sheet.manner, care).join("\n");
        replaced(sheet.text.len(), at..at, format!("{before}{lines}\n{behind}"))
    });
    Some(all.into_iter().collect())
}

/// A list without one of its items.
pub(super) fn without_item(sheet: &Sheet<'_>, list: &List<'_>, index: usize) -> Option<Pieces> {
    let items = Items::new(sheet, list)?;
    if items.count() == 1 {
        return emptied(sheet, list, "[]");
    }
    let (start, end) = (items.start(index), items.end(index));
    // Of two empty lines around it one stays.
    let range = match index {
        0 if items.is_spaced(0) => start..items.start(1),
        0 => start..end,
        _ if items.is_spaced(index - 1) => items.end(index - 1)..end,
        _ => start..end,
    };
    Some(replaced(sheet.text.len(), range, ""))
}

/// A list in which an item stands in another place.
pub(super) fn moved(sheet: &Sheet<'_>, list: &List<'_>, from: usize, to: usize) -> Option<Pieces> {
    let items = Items::new(sheet, list)?;
    let mut order: Vec<usize> = (0..items.count()).collect();
    let item = order.remove(from);
    order.insert(to, item);
    // What stands between two items stays between them.
    let mut pieces = Vec::new();
    let mut at = 0;
    for (place, item) in order.into_iter().enumerate() {
        pieces.push(Piece::Kept(at..items.start(place)));
        pieces.push(Piece::Kept(items.start(item)..items.end(item)));
        at = items.end(place);
    }
    pieces.push(Piece::Kept(at..sheet.text.len()));
    Some(pieces)
}

/// A group without one of its entries. The notes above it stay: they may be of more than this.
pub(super) fn without_entry(sheet: &Sheet<'_>, group: &List<'_>, index: usize) -> Option<Pieces> {
    let text = sheet.text;
    let entries = &group.layout.children;
    let entry = &entries[index];
    if entries.len() == 1 && group.holder.is_some() {
        return emptied(sheet, group, "{}");
    }
    let end = end_with_notes(text, entry.end(), column(text, entry.start));
    if begins_line(text, entry.start) {
        return Some(replaced(text.len(), line_start(text, entry.start)..end, ""));
    }
    // It stands behind a hyphen, which the next one takes; unless notes stand between the two.
    let next = entries.get(index + 1)?.start;
    let has_notes = text[end..line_start(text, next)].contains('#');
    let range = match has_notes {
        true => group.holder?.head_end..end - 1,
        false => entry.start..next,
    };
    Some(replaced(text.len(), range, ""))
}

/// What holds a list or a group in which nothing is left.
fn emptied(sheet: &Sheet<'_>, list: &List<'_>, empty: &str) -> Option<Pieces> {
    behind_head(sheet, list.holder?, Written { head: empty.to_owned(), below: Vec::new() })
}

/// The items of a list, each with its notes.
struct Items<'l> {
    text: &'l str,
    items: &'l [Child],
    column: usize,
    /// Below this no note is one of the first item.
    from: usize,
}

impl<'l> Items<'l> {
    /// `None` where an item begins on the line of something else.
    fn new(sheet: &Sheet<'l>, list: &List<'l>) -> Option<Self> {
        let (text, items) = (sheet.text, &list.layout.children);
        let column = column(text, items.first()?.start);
        let from = next_line(text, list.holder?.head_end);
        items.iter().all(|it| begins_line(text, it.start)).then_some(Items {
            text,
            items,
            column,
            from,
        })
    }

    fn count(&self) -> usize {
        self.items.len()
    }

    fn start(&self, index: usize) -> usize {
        let from = if index == 0 { self.from } else { self.end(index - 1) };
        start_with_notes(self.text, self.items[index].start, from)
    }

    fn end(&self, index: usize) -> usize {
        end_with_notes(self.text, self.items[index].end(), self.column)
    }

    /// Whether empty lines and nothing else stand between an item and the next.
    fn is_spaced(&self, index: usize) -> bool {
        let between = &self.text[self.end(index)..self.start(index + 1)];
        !between.is_empty() && between.trim().is_empty()
    }
}
