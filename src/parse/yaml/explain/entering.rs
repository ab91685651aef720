//! Going on with a line in its place: the groups and lists that it ends and begins.

use serde_json::Value as Schema;

use super::levels::{Level, LevelKind, Levels, Opened};
use super::parts::{Parts, Start};
use super::placing::{Cause, Placement, Target};

impl<'a> Levels<'a> {
    /// Goes on with the line in its place; the column that its value belongs to, and what may stand there.
    pub(super) fn enter(
        &mut self,
        parts: &Parts<'a>,
        place: &Placement<'a>,
    ) -> (usize, &'a Schema) {
        let nothing: &'a Schema = &Schema::Null;
        let opened = self.opened.take();
        let is_own_item = !matches!(place.cause, Cause::HyphenTooMany(..));
        match (place.target, opened) {
            (Target::Open(index), _) => self.open.truncate(index + 1),
            (Target::Below(kind), Some(opened)) => {
                self.push(kind, (place.column, parts.typed), opened.schema, opened.name, parts);
            }
            (Target::Below(_), None) | (Target::Nowhere, _) => return (place.column, nothing),
        }
        let Some(level) = self.open.last() else { return (place.column, nothing) };
        let (schema, name) = (level.schema, level.name);
        let Some(key) = &parts.key else { return (place.column, &schema["items"]) };
        if parts.start == Start::Item && is_own_item {
            let columns = (place.column + parts.mended_marker(), parts.typed_key);
            self.push(LevelKind::Group, columns, &schema["items"], name, parts);
        }
        let Some(level) = self.open.last_mut() else { return (place.column, nothing) };
        level.all_hyphens &= parts.is_alone && parts.start == Start::Item;
        if level.has(key.name) && !level.seen.contains(&key.name) {
            level.seen.push(key.name);
        }
        let schema = match level.schema["properties"].get(key.name) {
            Some(schema) => schema,
            None => &level.schema["additionalProperties"],
        };
        (level.column, schema)
    }

    /// The group or the list whose slips of one kind are one: of an item, its list.
    pub(super) fn id_for(&self, parts: &Parts<'a>, place: &Placement<'a>) -> usize {
        let is_item =
            parts.start == Start::Item && !matches!(place.cause, Cause::HyphenTooMany(..));
        let above = usize::from(is_item && parts.key.is_some());
        let level = self.open.len().checked_sub(1 + above).and_then(|index| self.open.get(index));
        level.map_or(0, |level| level.id)
    }

    /// The groups and lists that begin on this line have their column from a slip in it.
    pub(super) fn set_slip(&mut self, parts: &Parts<'a>, slip: Option<usize>) {
        let start = parts.line.start;
        for level in
            self.open.iter_mut().rev().take_while(|it| it.first.start >= start && start > 0)
        {
            level.slip = slip;
        }
    }

    fn push(
        &mut self,
        kind: LevelKind,
        (column, typed): (usize, usize),
        schema: &'a Schema,
        name: &'a str,
        parts: &Parts<'a>,
    ) {
        self.open.push(Level {
            kind,
            column,
            typed,
            schema,
            name,
            seen: Vec::new(),
            all_hyphens: parts.start == Start::Item,
            first: parts.line.range(parts.line.text.trim()),
            is_bare: parts.is_bare(),
            slip: None,
            id: self.next_id,
        });
        self.next_id += 1;
    }

    /// The value of a key stands below it, or is none.
    pub(super) fn open_key(&mut self, name: &'a str, columns: (usize, usize), schema: &'a Schema) {
        let (column, typed) = columns;
        let slip = self.open.last().and_then(|level| level.slip);
        self.opened = Some(Opened { column, typed, schema, name, slip });
    }
}
