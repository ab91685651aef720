//! Lists in brackets and groups in braces.

use std::ops::Range;

use super::layout::{Child, Form};
use super::lines::{begins_line, behind_notes, column, line_end, line_start};
use super::pieces::{Piece, Pieces, replaced};
use super::sheet::{List, Sheet};
use super::value::Value;
use super::writing::{Care, entry_in_flow, in_flow, instead_of};
use crate::parse::FieldType;

/// Another value of an item or an entry.
pub(super) fn with_value(
    sheet: &Sheet<'_>,
    child: &Child,
    value: &Value,
    field: FieldType,
) -> Vec<Pieces> {
    let forms = match (value, child.value.form) {
        (Value::Text(words), Form::Plain | Form::SingleQuoted | Form::DoubleQuoted) => {
            instead_of(words, (sheet.text, child), field, true)
        }
        _ => [Care::Usual, Care::Most].map(|care| in_flow(value, field, care)).into(),
    };
    let has_colon = sheet.text[..child.head_end].ends_with(':');
    let lead = match child.value.form {
        Form::Nothing if has_colon => " ",
        Form::Nothing => ": ",
        _ => "",
    };
    let draft =
        |form| replaced(sheet.text.len(), child.value.range.clone(), format!("{lead}{form}"));
    forms.into_iter().map(draft).collect()
}

/// A new entry of a group.
pub(super) fn with_key(
    sheet: &Sheet<'_>,
    group: &List<'_>,
    key: &str,
    value: &Value,
) -> Option<Vec<Pieces>> {
    let index = group.entry_before(key).map_or(0, |before| before + 1);
    let all = [Care::Usual, Care::Most]
        .map(|care| with_child(sheet, group, index, &entry_in_flow(key, value, group.field, care)));
    Some(all.into_iter().collect())
}

/// A new item of a list.
pub(super) fn with_item(
    sheet: &Sheet<'_>,
    list: &List<'_>,
    index: usize,
    value: &Value,
    care: Care,
) -> Option<Pieces> {
    let is_place = index <= list.layout.children.len();
    is_place.then(|| with_child(sheet, list, index, &in_flow(value, list.field.item(), care)))
}

fn with_child(sheet: &Sheet<'_>, list: &List<'_>, index: usize, words: &str) -> Pieces {
    let text = sheet.text;
    let children = &list.layout.children;
    let written = |at: usize, words: String| replaced(text.len(), at..at, words);
    let Some(before) = index.checked_sub(1).map(|it| children[it].end()) else {
        let start = list.layout.range.start + 1;
        return match children.first() {
            Some(first) if begins_line(text, first.start) => {
                let at = line_start(text, first.start);
                written(at, format!("{:1$}{words},\n", "", column(text, first.start)))
            }
            Some(first) => written(first.start, format!("{words}, ")),
            None => written(start, words.to_owned()),
        };
    };
    // Behind the one before, on a line of its own where that has one.
    let last = &children[index - 1];
    if !begins_line(text, last.start) {
        return written(before, format!(", {words}"));
    }
    let column = column(text, last.start);
    let comma = comma(text, before);
    let end = line_end(text, comma.as_ref().map_or(before, |it| it.end));
    let is_last = index == children.len();
    let mark = if is_last && comma.is_none() { "" } else { "," };
    vec![
        Piece::Kept(0..before),
        Piece::New(if comma.is_none() { ",".to_owned() } else { String::new() }),
        Piece::Kept(before..end),
        Piece::New(format!("\n{:column$}{words}{mark}", "")),
        Piece::Kept(end..text.len()),
    ]
}

/// A list or a group without an item or an entry. Notes stay.
pub(super) fn without(sheet: &Sheet<'_>, list: &List<'_>, index: usize) -> Option<Pieces> {
    let text = sheet.text;
    let children = &list.layout.children;
    let own = children[index].start..children[index].end();
    let comma = comma(text, own.end);
    let with_comma = own.start..comma.as_ref().map_or(own.end, |it| it.end);
    let range = match (index.checked_sub(1), children.get(index + 1)) {
        (_, Some(next)) if !text[own.end..next.start].contains('#') => own.start..next.start,
        (Some(before), None) => {
            let before = children[before].end();
            let has_notes = text[before..own.start].contains('#');
            if has_notes { with_comma } else { before..own.end }
        }
        _ => with_comma,
    };
    Some(replaced(text.len(), range, ""))
}

/// A list in which an item stands in another place. Where notes stand between items, it is not clear whose they are.
pub(super) fn moved(sheet: &Sheet<'_>, list: &List<'_>, from: usize, to: usize) -> Option<Pieces> {
    let text = sheet.text;
    let children = &list.layout.children;
    let mut order: Vec<&Child> = children.iter().collect();
    let item = order.remove(from);
    order.insert(to, item);
    let mut pieces = Vec::new();
    let mut at = 0;
    for (place, item) in children.iter().zip(order) {
        let between = at.max(list.layout.range.start)..place.start;
        if text[between].contains('#') {
            return None;
        }
        pieces.push(Piece::Kept(at..place.start));
        pieces.push(Piece::Kept(item.start..item.end()));
        at = place.end();
    }
    let has_note_behind = text[at..list.layout.range.end].contains('#');
    pieces.push(Piece::Kept(at..text.len()));
    (!has_note_behind).then_some(pieces)
}

/// The comma behind an item.
fn comma(text: &str, end: usize) -> Option<Range<usize>> {
    let at = behind_notes(text, end);
    text[at..].starts_with(',').then_some(at..at + 1)
}
