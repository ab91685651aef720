//! One step written into a text: in each way that may do, the likeliest first.

use super::Change;
use super::block;
use super::flow;
use super::layout::{Child, Form, Layout};
use super::pieces::{Pieces, replaced};
use super::sheet::{List, Sheet};
use super::value::{Path, Step, Value};
use super::writing::{Care, instead_of};
use crate::parse::FieldType;

/// A value, what it stands behind, and what is known of it.
struct Spot<'l> {
    layout: &'l Layout,
    /// What it stands behind; nothing for the front matter as a whole.
    child: Option<&'l Child>,
    field: FieldType,
    /// Whether it stands in brackets.
    is_in_flow: bool,
}

/// What the text may come to. None where there is no place for it.
pub(super) fn drafts(sheet: &Sheet<'_>, change: &Change) -> Vec<Pieces> {
    let drafts = match change {
        Change::Set { path, value } => set(sheet, path, value),
        Change::Remove { path } => remove(sheet, path).map(|it| vec![it]),
        Change::Insert { list, index, value } => insert(sheet, list, *index, value),
        Change::Move { list, from, to } => find(sheet, list).and_then(|spot| {
            let list = spot.as_list();
            let moved = if is_flow(&spot) { flow::moved } else { block::moved };
            moved(sheet, &list, *from, *to).map(|it| vec![it])
        }),
        Change::Body(_) | Change::RemoveNotes => None,
    };
    drafts.unwrap_or_default()
}

impl<'l> Spot<'l> {
    fn as_list(&self) -> List<'l> {
        List { layout: self.layout, holder: self.child, field: self.field }
    }
}

fn is_flow(spot: &Spot<'_>) -> bool {
    spot.is_in_flow || spot.layout.form.is_flow()
}

fn find<'l>(sheet: &Sheet<'l>, path: &[Step]) -> Option<Spot<'l>> {
    let mut spot = Spot { layout: sheet.root, child: None, field: sheet.field, is_in_flow: false };
    for step in path {
        let child = &spot.layout.children[spot.layout.child(step)?];
        let field = match step {
            Step::Key(key) => spot.field.key(key),
            Step::Index(_) => spot.field.item(),
        };
        let is_in_flow = is_flow(&spot);
        spot = Spot { layout: &child.value, child: Some(child), field, is_in_flow };
    }
    Some(spot)
}

fn set(sheet: &Sheet<'_>, path: &Path, value: &Value) -> Option<Vec<Pieces>> {
    let (last, parent) = path.split_last()?;
    let parent = find(sheet, parent)?;
    let Some(index) = parent.layout.child(last) else {
        let Step::Key(key) = last else { return None };
        let add = if is_flow(&parent) { flow::with_key } else { block::with_key };
        return add(sheet, &parent.as_list(), key, value);
    };
    let spot = find(sheet, path)?;
    let child = &parent.layout.children[index];
    if spot.is_in_flow {
        return Some(flow::with_value(sheet, child, value, spot.field));
    }
    let mut drafts = Vec::new();
    let is_in_lines =
        matches!(child.value.form, Form::Plain | Form::SingleQuoted | Form::DoubleQuoted);
    if let (Value::Text(words), true) = (value, is_in_lines) {
        let forms = instead_of(words, (sheet.text, child), spot.field, false);
        let fits = |form: &String| !words.contains('\n') || form.starts_with('"');
        let all = forms.into_iter().filter(fits);
        drafts.extend(all.map(|it| replaced(sheet.text.len(), child.value.range.clone(), it)));
        // A text of several lines is easier to read on lines of its own.
        if words.contains('\n') && child.value.form == Form::Plain {
            drafts.splice(0..0, block::with_value(sheet, child, value, spot.field));
        }
        return Some(drafts);
    }
    let is_list = matches!(value, Value::List(_)) && child.value.form == Form::FlowList;
    let is_group = matches!(value, Value::Group(_)) && child.value.form == Form::FlowGroup;
    if is_list || is_group {
        drafts.extend(flow::with_value(sheet, child, value, spot.field));
    }
    drafts.extend(block::with_value(sheet, child, value, spot.field));
    Some(drafts)
}

fn remove(sheet: &Sheet<'_>, path: &Path) -> Option<Pieces> {
    let (last, parent) = path.split_last()?;
    let parent = find(sheet, parent)?;
    let index = parent.layout.child(last)?;
    let list = parent.as_list();
    match () {
        () if is_flow(&parent) => flow::without(sheet, &list, index),
        () if parent.layout.form == Form::List => block::without_item(sheet, &list, index),
        () => block::without_entry(sheet, &list, index),
    }
}

fn insert(sheet: &Sheet<'_>, list: &Path, index: usize, value: &Value) -> Option<Vec<Pieces>> {
    let spot = find(sheet, list)?;
    let list = spot.as_list();
    if !is_flow(&spot) {
        return block::with_item(sheet, &list, index, value);
    }
    // A list without items has no form yet.
    let is_free = list.layout.children.is_empty() && !spot.is_in_flow;
    let is_group = matches!(value, Value::Group(_));
    let as_block = || {
        let value = Value::List(vec![value.clone()]);
        list.holder.map(|it| block::with_value(sheet, it, &value, spot.field))
    };
    if is_free && is_group {
        return as_block();
    }
    let cares = [Care::Usual, Care::Most];
    let all = cares.iter().filter_map(|care| flow::with_item(sheet, &list, index, value, *care));
    Some(all.collect())
}
