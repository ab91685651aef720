//! The groups and lists that a line of front matter can belong to, by their columns and by the keys that they know.

use std::ops::Range;

use serde_json::Value as Schema;

use super::parts::{Parts, Start};
use crate::parse::yaml::limits::DEPTH_AT_MOST;

/// A tab is as wide as no indentation that anybody types: lines with the same tabs are in the same column, and in that
/// of no others.
const TAB: usize = 1_000;

/// A group or a list that is open.
pub(super) struct Level<'a> {
    pub(super) kind: LevelKind,
    /// The column that its lines begin in once they are mended, from 0.
    pub(super) column: usize,
    /// The column that they were typed in.
    typed: usize,
    /// What may stand in it.
    schema: &'a Schema,
    /// The key that it is the value of, or whose list it is an item of.
    name: &'a str,
    /// Keys of the schema that were there.
    seen: Vec<&'a str>,
    /// Whether each of its keys had a hyphen.
    all_hyphens: bool,
    /// Its first line.
    first: Range<usize>,
    /// Whether its items were typed without any mark.
    is_bare: bool,
    /// The slip in its column, which its other lines are a part of.
    pub(super) slip: Option<usize>,
    pub(super) id: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LevelKind {
    Group,
    List,
}

/// A key without a value on its line, below which its value may stand.
#[derive(Clone, Copy)]
struct Opened<'a> {
    column: usize,
    typed: usize,
    schema: &'a Schema,
    name: &'a str,
    /// The slip in the column of the key.
    slip: Option<usize>,
}

/// Where a line belongs, and why it does not stand there.
pub(super) struct Placement<'a> {
    /// The column that it should begin in.
    pub(super) column: usize,
    pub(super) cause: Cause<'a>,
    /// Whether it can belong nowhere else.
    pub(super) is_sure: bool,
    target: Target,
}

pub(super) enum Cause<'a> {
    /// It stands where it belongs.
    Right,
    /// It stands in a column of no group.
    Column,
    /// It stands below the group's first line, which is in the wrong column too.
    Shifted(usize),
    /// It belongs into the group of this key, and stands in the column of another.
    NotIndented(&'a str),
    /// It is a key of an item that has begun, and was given a hyphen of its own: the list, and the item's first line.
    HyphenTooMany(&'a str, Range<usize>),
}

#[derive(Clone, Copy)]
enum Target {
    Open(usize),
    Below(LevelKind),
    Nowhere,
}

pub(super) struct Levels<'a> {
    open: Vec<Level<'a>>,
    opened: Option<Opened<'a>>,
    next_id: usize,
}

/// How far to the right a line was typed.
pub(super) fn typed_column(indentation: &str) -> usize {
    indentation.chars().map(|letter| if letter == '\t' { TAB } else { 1 }).sum()
}

fn has_key(schema: &Schema, key: &str) -> bool {
    schema["properties"].get(key).is_some()
}

fn is_list(schema: &Schema) -> bool {
    schema["type"] == "array"
        || schema["type"].as_array().is_some_and(|types| types.iter().any(|it| it == "array"))
}

fn is_only_list(schema: &Schema) -> bool {
    let is_value = |name: &Schema| name == "string" || name == "number" || name == "integer";
    is_list(schema) && !schema["type"].as_array().is_some_and(|types| types.iter().any(is_value))
}

impl<'a> Levels<'a> {
    pub(super) fn new(schema: &'a Schema) -> Self {
        let root = Level {
            kind: LevelKind::Group,
            column: 0,
            typed: 0,
            schema,
            name: "",
            seen: Vec::new(),
            all_hyphens: false,
            first: 0..0,
            is_bare: false,
            slip: None,
            id: 0,
        };
        Levels { open: vec![root], opened: None, next_id: 1 }
    }

    /// Whether this goes deeper than front matter may.
    pub(super) fn is_too_deep(&self) -> bool {
        self.open.len() > DEPTH_AT_MOST
    }

    /// Whether a line in this column can be an item of a list.
    pub(super) fn expects_item(&self, typed: usize) -> bool {
        self.opened.is_some_and(|it| is_list(it.schema) && it.may_hold_item(typed))
            || self.list_at(typed).is_some()
    }

    /// Whether a line in this column, which begins with no mark, is an item all the same: below a key whose value can only
    /// be a list, or beside another such item.
    pub(super) fn expects_bare_item(&self, typed: usize, rest: &str) -> bool {
        let is_begun = rest.starts_with(['[', '{', '"', '\'', '|', '>', '&', '*', '!', '#']);
        let key = rest.split(':').next().unwrap_or("");
        if let Some(opened) = self.opened.filter(|it| it.may_hold(typed)) {
            let has_keys = opened.schema["items"]["properties"].is_object();
            let is_item = !has_keys || has_key(&opened.schema["items"], key);
            return is_only_list(opened.schema) && is_item && !is_begun;
        }
        let beside = self.open.iter().position(|it| it.is_bare && it.kind == LevelKind::List && it.is_at(typed));
        beside.is_some_and(|list| match self.open.get(list + 1) {
            Some(item) => item.seen.contains(&key),
            None => !is_begun,
        })
    }

    /// Whether the items of the list that has one in this column are texts, in which a colon is no key's.
    pub(super) fn has_texts(&self, typed: usize) -> bool {
        let is_below = self.opened.filter(|it| is_list(it.schema) && it.may_hold_item(typed));
        let schema = is_below.map(|it| it.schema).or_else(|| Some(self.list_at(typed)?.schema));
        schema.is_some_and(|it| it["items"].is_object() && it["items"].get("properties").is_none())
    }

    /// Whether a key is one of a group that is open, or that may begin here, and has not been there.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.opened.is_some_and(|it| has_key(it.schema, key) || has_key(&it.schema["items"], key))
            || self.open.iter().any(|level| level.awaits(key))
    }

    /// Whether a key without its colon can begin a line in this column.
    pub(super) fn knows_at(&self, typed: usize, key: &str) -> bool {
        self.open.iter().any(|level| level.is_at(typed) && level.awaits(key))
            || self.opened.is_some_and(|it| it.may_hold(typed) && has_key(it.schema, key))
    }

    /// Whether a group stands in this column, so that what looks like a key there is one.
    pub(super) fn has_group_at(&self, typed: usize) -> bool {
        self.open.iter().any(|level| level.kind == LevelKind::Group && level.is_at(typed))
    }

    /// Whether a list has items in this column.
    pub(super) fn has_list_at(&self, typed: usize) -> bool {
        self.list_at(typed).is_some()
    }

    /// Whether the keys of the group in this column may be any words, such as dates.
    pub(super) fn has_any_keys(&self, typed: usize) -> bool {
        let is_any = |schema: &Schema| schema["additionalProperties"].is_object();
        self.opened.is_some_and(|it| it.may_hold(typed) && is_any(it.schema))
            || self.open.iter().any(|level| level.is_at(typed) && is_any(level.schema))
    }

    /// The key whose value may begin on this line, in which column it stands, and what may stand there.
    pub(super) fn value_below(&self, typed: usize) -> Option<(&'a str, usize, &'a Schema)> {
        let opened = self.opened.filter(|it| it.may_hold(typed))?;
        Some((opened.name, opened.column, opened.schema))
    }

    fn list_at(&self, typed: usize) -> Option<&Level<'a>> {
        self.open.iter().rev().find(|level| level.kind == LevelKind::List && level.is_at(typed))
    }

    /// Where a line belongs that begins an item or has a key.
    pub(super) fn place(&self, parts: &Parts<'a>) -> Placement<'a> {
        match parts.start {
            Start::Plain => Placement::right(parts.typed, Target::Nowhere),
            Start::Item => self.place_item(parts),
            Start::Key => self.place_key(parts),
        }
    }

    fn place_item(&self, parts: &Parts<'a>) -> Placement<'a> {
        if let Some(opened) = self.opened.filter(|it| it.may_hold_item(parts.typed)) {
            let target = Target::Below(LevelKind::List);
            return opened.placement(parts.typed, parts.typed >= opened.column, target);
        }
        let lists = || {
            let open = self.open.iter().enumerate().rev();
            open.filter(|(_, level)| level.kind == LevelKind::List)
        };
        if let Some((index, list)) = lists().find(|(_, level)| level.is_at(parts.typed)) {
            return match self.item_that_goes_on(parts, index) {
                Some(item) => item,
                None => list.placement(parts.typed, index),
            };
        }
        let key = parts.key.as_ref().map(|key| key.name);
        let takes = |level: &Level<'_>| {
            key.is_none_or(|key| has_key(&level.schema["items"], key))
        };
        let known = || lists().filter(|(_, level)| takes(level));
        let nearest = known()
            .min_by_key(|(_, level)| level.column.abs_diff(parts.typed))
            .or_else(|| lists().next());
        match nearest {
            Some((index, level)) => Placement {
                is_sure: key.is_some() && known().count() == 1,
                ..Placement::moved(level.column, Target::Open(index))
            },
            None => Placement::right(parts.typed, Target::Nowhere),
        }
    }

    /// The placement of a key that has a hyphen, though it is one of the item above.
    fn item_that_goes_on(&self, parts: &Parts<'a>, list: usize) -> Option<Placement<'a>> {
        let item = self.open.get(list + 1).filter(|it| it.kind == LevelKind::Group)?;
        let key = parts.key.as_ref()?.name;
        let required = item.schema["required"].as_array()?;
        let goes_on = item.all_hyphens
            && parts.is_alone
            && item.awaits(key)
            && required.iter().any(|it| it != key);
        goes_on.then(|| Placement {
            column: item.column,
            cause: Cause::HyphenTooMany(item.name, item.first.clone()),
            is_sure: false,
            target: Target::Open(list + 1),
        })
    }

    fn place_key(&self, parts: &Parts<'a>) -> Placement<'a> {
        let key = parts.key.as_ref().map_or("", |key| key.name);
        if let Some(opened) = self.opened {
            let is_known = has_key(opened.schema, key);
            let target = Target::Below(LevelKind::Group);
            if opened.may_hold(parts.typed) {
                let is_sure = is_known || opened.schema["additionalProperties"].is_object();
                let place = opened.placement(parts.typed, parts.typed > opened.column, target);
                return Placement { is_sure, ..place };
            }
            let is_elsewhere = self.open.iter().any(|it| it.is_at(parts.typed) && it.has(key));
            if is_known && !is_elsewhere {
                let cause = Cause::NotIndented(opened.name);
                return Placement { cause, ..Placement::moved(opened.column + 2, target) };
            }
        }
        let groups = || {
            let open = self.open.iter().enumerate().rev();
            open.filter(|(_, level)| level.kind == LevelKind::Group)
        };
        let at = || groups().filter(|(_, level)| level.is_at(parts.typed));
        let awaiting = || groups().filter(|(index, level)| {
            level.awaits(key) && (parts.typed < TAB || *index > 0)
        });
        if let Some((index, level)) = at().find(|(_, it)| it.has(key)).or_else(|| at().next()) {
            let deeper = awaiting().find(|(other, _)| *other > index && !level.has(key));
            return match deeper.filter(|_| level.schema["properties"].is_object()) {
                Some((index, level)) => Placement {
                    cause: Cause::NotIndented(level.name),
                    ..Placement::moved(level.column, Target::Open(index))
                },
                None => level.placement(parts.typed, index),
            };
        }
        let nearest = awaiting()
            .min_by_key(|(_, level)| level.column.abs_diff(parts.typed.min(TAB)))
            .or_else(|| groups().min_by_key(|(_, level)| level.column.abs_diff(parts.typed)));
        match nearest {
            Some((index, level)) => Placement {
                is_sure: awaiting().count() == 1,
                ..Placement::moved(level.column, Target::Open(index))
            },
            None => Placement::right(parts.typed, Target::Nowhere),
        }
    }

    /// Goes on with the line in its place; the column that its value belongs to, and what may stand there.
    pub(super) fn enter(&mut self, parts: &Parts<'a>, place: &Placement<'a>) -> (usize, &'a Schema) {
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
        let is_item = parts.start == Start::Item && !matches!(place.cause, Cause::HyphenTooMany(..));
        let above = usize::from(is_item && parts.key.is_some());
        let level = self.open.len().checked_sub(1 + above).and_then(|index| self.open.get(index));
        level.map_or(0, |level| level.id)
    }

    /// The groups and lists that begin on this line have their column from a slip in it.
    pub(super) fn set_slip(&mut self, parts: &Parts<'a>, slip: Option<usize>) {
        let start = parts.line.start;
        for level in self.open.iter_mut().rev().take_while(|it| it.first.start >= start && start > 0) {
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

impl<'a> Opened<'a> {
    /// Whether a line that was typed in this column can be below the key.
    fn may_hold(&self, typed: usize) -> bool {
        if self.typed >= TAB && typed < TAB { typed > self.column } else { typed > self.typed }
    }

    /// Whether it can be an item of the key's list, which may begin in the key's own column.
    fn may_hold_item(&self, typed: usize) -> bool {
        self.may_hold(typed) || typed == self.typed
    }

    /// The placement of the first line below the key.
    fn placement(&self, typed: usize, is_below: bool, target: Target) -> Placement<'a> {
        match self.slip {
            _ if typed < TAB && is_below => Placement::right(typed, target),
            Some(slip) if typed < TAB => Placement {
                cause: Cause::Shifted(slip),
                ..Placement::moved(typed + self.column - self.typed.min(typed), target)
            },
            _ => Placement::moved(self.column + 2, target),
        }
    }
}

impl<'a> Level<'a> {
    fn is_at(&self, typed: usize) -> bool {
        typed == self.typed || typed == self.column
    }

    fn has(&self, key: &str) -> bool {
        has_key(self.schema, key)
    }

    fn awaits(&self, key: &str) -> bool {
        self.kind == LevelKind::Group && self.has(key) && !self.seen.contains(&key)
    }

    /// The placement of a line that was typed in a column of this level.
    fn placement(&self, typed: usize, index: usize) -> Placement<'a> {
        let target = Target::Open(index);
        match self.slip {
            _ if typed == self.column => Placement::right(self.column, target),
            Some(slip) => {
                Placement { cause: Cause::Shifted(slip), ..Placement::moved(self.column, target) }
            }
            None => Placement::right(self.column, target),
        }
    }
}

impl Placement<'_> {
    fn right(column: usize, target: Target) -> Self {
        Placement { column, cause: Cause::Right, is_sure: true, target }
    }

    fn moved(column: usize, target: Target) -> Self {
        Placement { column, cause: Cause::Column, is_sure: true, target }
    }
}
