//! The groups and lists that a line of front matter can belong to, by their columns and by the keys that they know.

use std::ops::Range;

use serde_json::{Map, Value as Schema};

use crate::parse::yaml::limits::DEPTH_AT_MOST;

/// A tab is as wide as no indentation that anybody types: lines with the same tabs are in the same column, and in that
/// of no others.
pub(super) const TAB: usize = 1_000;

/// A group or a list that is open.
pub(super) struct Level<'a> {
    pub(super) kind: LevelKind,
    /// The column that its lines begin in once they are mended, from 0.
    pub(super) column: usize,
    /// The column that they were typed in.
    pub(super) typed: usize,
    /// What may stand in it.
    pub(super) schema: &'a Schema,
    /// The key that it is the value of, or whose list it is an item of.
    pub(super) name: &'a str,
    /// Keys of the schema that were there.
    pub(super) seen: Vec<&'a str>,
    /// Whether each of its keys had a hyphen.
    pub(super) all_hyphens: bool,
    /// Its first line.
    pub(super) first: Range<usize>,
    /// Whether its items were typed without any mark.
    pub(super) is_bare: bool,
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
pub(super) struct Opened<'a> {
    pub(super) column: usize,
    pub(super) typed: usize,
    pub(super) schema: &'a Schema,
    pub(super) name: &'a str,
    /// The slip in the column of the key.
    pub(super) slip: Option<usize>,
}

pub(super) struct Levels<'a> {
    pub(super) open: Vec<Level<'a>>,
    pub(super) opened: Option<Opened<'a>>,
    pub(super) next_id: usize,
}

/// How far to the right a line was typed.
pub(super) fn typed_column(indentation: &str) -> usize {
    indentation.chars().map(|letter| if letter == '\t' { TAB } else { 1 }).sum()
}

pub(super) fn has_key(schema: &Schema, key: &str) -> bool {
    schema["properties"].get(key).is_some()
}

/// Whether it is a group whose keys the schema does not name.
pub(super) fn has_any_keys(schema: &Schema) -> bool {
    let is_closed = schema["properties"].is_object() || schema["additionalProperties"] == false;
    schema["additionalProperties"].is_object() || has_type(schema, "object") && !is_closed
}

fn is_list(schema: &Schema) -> bool {
    has_type(schema, "array")
}

fn has_type(schema: &Schema, name: &str) -> bool {
    schema["type"] == name
        || schema["type"].as_array().is_some_and(|types| types.iter().any(|it| it == name))
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
        let beside = self
            .open
            .iter()
            .position(|it| it.is_bare && it.kind == LevelKind::List && it.is_at(typed));
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

    /// Whether the items of the list that has one in this column, or that may begin there, have such a key.
    pub(super) fn items_have(&self, typed: usize, key: &str) -> bool {
        let opened = self.opened.filter(|it| it.may_hold_item(typed)).map(|it| it.schema);
        let list = opened.or_else(|| Some(self.list_at(typed)?.schema));
        list.is_some_and(|schema| has_key(&schema["items"], key))
    }

    /// The innermost group that is open and has no such key yet.
    pub(super) fn awaiting(&self, key: &str) -> Option<usize> {
        self.open.iter().rposition(|level| level.awaits(key))
    }

    /// Whether a key can begin a line in this column, below which a list or a group is its value.
    pub(super) fn opens_at(&self, typed: usize, key: &str) -> bool {
        let holds_more = |schema: &Schema| is_list(schema) || has_type(schema, "object");
        self.knows_at(typed, key)
            && self.open.iter().rev().find(|level| level.awaits(key)).is_some_and(|level| {
                level.is_at(typed) && holds_more(&level.schema["properties"][key])
            })
    }

    /// The group around the list that has an item in this column, and the keys that it may have.
    fn around_list(&self, typed: usize) -> Option<(usize, &'a Map<String, Schema>)> {
        let is_there = |level: &Level<'_>| level.kind == LevelKind::List && level.is_at(typed);
        let group = self.open.iter().rposition(is_there)?.checked_sub(1)?;
        let level = self.open.get(group).filter(|it| it.kind == LevelKind::Group)?;
        Some((group, level.schema["properties"].as_object()?))
    }

    /// The one list beside that in this column which is still missing, and whose items have these keys.
    pub(super) fn list_with(
        &self,
        typed: usize,
        key: &str,
        next_key: Option<&str>,
    ) -> Option<(usize, &'a str)> {
        let (group, properties) = self.around_list(typed)?;
        let fits = |schema: &Schema| {
            let has = |key: &str| has_key(&schema["items"], key);
            is_list(schema) && has(key) && next_key.is_none_or(has)
        };
        let is_missing = |name: &str| !self.open[group].seen.contains(&name);
        let mut lists = properties.iter().filter(|(name, schema)| fits(schema) && is_missing(name));
        let (name, _) = lists.next().filter(|_| lists.next().is_none())?;
        Some((group, name.as_str()))
    }

    /// Whether the items of any list beside that in this column have such a key.
    pub(super) fn has_list_with(&self, typed: usize, key: &str) -> bool {
        let around = self.around_list(typed);
        around.is_some_and(|(_, lists)| lists.values().any(|it| has_key(&it["items"], key)))
    }

    /// Whether the items of a list that is open have such a key.
    pub(super) fn has_list_of(&self, key: &str) -> bool {
        let is_list = |level: &&Level<'_>| level.kind == LevelKind::List;
        self.open.iter().filter(is_list).any(|level| has_key(&level.schema["items"], key))
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

    /// Whether an item in this column is one of a list that is open; behind a tab, of any.
    pub(super) fn has_item_at(&self, typed: usize) -> bool {
        let is_tabbed = typed >= TAB;
        self.list_at(typed).is_some()
            || is_tabbed && self.open.iter().any(|level| level.kind == LevelKind::List)
    }

    /// Whether the keys of the group in this column may be any words, such as dates.
    pub(super) fn has_any_keys(&self, typed: usize) -> bool {
        let is_any = |schema: &Schema| schema["additionalProperties"].is_object();
        self.opened.is_some_and(|it| it.may_hold(typed) && is_any(it.schema))
            || self.open.iter().any(|level| level.is_at(typed) && is_any(level.schema))
    }

    /// The column of the key whose value may begin on this line, and what may stand there.
    pub(super) fn value_below(&self, typed: usize) -> Option<(usize, &'a Schema)> {
        let opened = self.opened.filter(|it| it.may_hold(typed))?;
        Some((opened.column, opened.schema))
    }

    pub(super) fn list_at(&self, typed: usize) -> Option<&Level<'a>> {
        self.open.iter().rev().find(|level| level.kind == LevelKind::List && level.is_at(typed))
    }
}

impl<'a> Opened<'a> {
    /// Whether a line that was typed in this column can be below the key.
    pub(super) fn may_hold(&self, typed: usize) -> bool {
        if self.typed >= TAB && typed < TAB { typed > self.column } else { typed > self.typed }
    }

    /// Whether it can be an item of the key's list, which may begin in the key's own column.
    pub(super) fn may_hold_item(&self, typed: usize) -> bool {
        self.may_hold(typed) || typed == self.typed
    }
}

impl<'a> Level<'a> {
    pub(super) fn is_at(&self, typed: usize) -> bool {
        typed == self.typed || typed == self.column
    }

    pub(super) fn has(&self, key: &str) -> bool {
        has_key(self.schema, key)
    }

    pub(super) fn awaits(&self, key: &str) -> bool {
        self.kind == LevelKind::Group && self.has(key) && !self.seen.contains(&key)
    }
}
