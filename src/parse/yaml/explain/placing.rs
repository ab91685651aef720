//! Where a line belongs, by its column and its key, whatever column it was typed in.

use std::ops::Range;

use super::levels::{Level, LevelKind, Levels, Opened, TAB, has_any_keys, has_key};
use super::parts::{Parts, Start};

/// Where a line belongs, and why it does not stand there.
pub(super) struct Placement<'a> {
    /// The column that it should begin in.
    pub(super) column: usize,
    pub(super) cause: Cause<'a>,
    /// Whether it can belong nowhere else.
    pub(super) is_sure: bool,
    pub(super) target: Target,
}

pub(super) enum Cause<'a> {
    /// It stands where it belongs.
    Right,
    /// It stands in a column of no group.
    Column,
    /// It stands below the group's first line, which is in the wrong column too.
    Shifted(usize),
    /// It belongs into the group of this key, and stands in the column of another.
    NotIndented(&'a str, Group),
    /// It is a key of an item that has begun, and was given a hyphen of its own: the list, and the item's first line.
    HyphenTooMany(&'a str, Range<usize>),
    /// It is an item of another list than the one above, whose key is missing.
    KeyMissing(&'a str),
    /// It is a key of a group, and was given a hyphen as if it were an item of a list.
    HyphenOutside,
    /// It is the first key of an item, which is in the item above already, and has no hyphen: the list.
    HyphenMissing(&'a str),
}

/// What a group is to the key that it has its name from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Value,
    Item,
}

#[derive(Clone, Copy)]
pub(super) enum Target {
    Open(usize),
    Below(LevelKind),
    /// A list of the open group of this number, whose key is missing.
    Missing(usize),
    Nowhere,
}

impl<'a> Levels<'a> {
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
            let agreed = parts.agreed.filter(|it| *it >= opened.column && *it != parts.typed);
            if let Some(column) = agreed {
                let cause = match parts.is_bare() {
                    true => Cause::HyphenMissing(opened.name),
                    false => Cause::Column,
                };
                return Placement { cause, ..Placement::moved(column, target) };
            }
            return opened.placement(parts.typed, parts.typed >= opened.column, target);
        }
        let lists = || {
            let open = self.open.iter().enumerate().rev();
            open.filter(|(_, level)| level.kind == LevelKind::List)
        };
        if let Some((index, list)) = lists().find(|(_, level)| level.is_at(parts.typed)) {
            return self
                .key_beside_texts(parts, list)
                .or_else(|| self.item_of_another_list(parts, list))
                .or_else(|| self.item_that_goes_on(parts, index))
                .unwrap_or_else(|| list.placement(parts.typed, index));
        }
        let key = parts.key.as_ref().map(|key| key.name);
        let group = self.open.iter().rposition(|level| {
            level.is_at(parts.typed) && key.is_some_and(|key| level.awaits(key))
        });
        if let Some(index) = group {
            return Placement {
                cause: Cause::HyphenOutside,
                ..Placement::moved(parts.typed, Target::Open(index))
            };
        }
        let takes = |level: &Level<'_>| key.is_none_or(|key| has_key(&level.schema["items"], key));
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

    /// The placement of a key that stands among the items of a list of texts, which have none.
    fn key_beside_texts(&self, parts: &Parts<'a>, list: &Level<'_>) -> Option<Placement<'a>> {
        let key = parts.key.as_ref().filter(|_| !list.schema["items"]["properties"].is_object())?;
        let index = self.awaiting(key.name)?;
        let group = self.open.get(index)?;
        Some(Placement {
            cause: Cause::HyphenOutside,
            is_sure: false,
            ..Placement::moved(group.column, Target::Open(index))
        })
    }

    /// The placement of an item whose keys are those of another list, which has not been there.
    fn item_of_another_list(&self, parts: &Parts<'a>, list: &Level<'_>) -> Option<Placement<'a>> {
        let key = parts.key.as_ref().filter(|it| !has_key(&list.schema["items"], it.name))?;
        let (group, name) = self.list_with(parts.typed, key.name, parts.next_key)?;
        Some(Placement {
            cause: Cause::KeyMissing(name),
            is_sure: false,
            ..Placement::right(list.column, Target::Missing(group))
        })
    }

    /// The placement of a key that has a hyphen, though it is one of the item above.
    fn item_that_goes_on(&self, parts: &Parts<'a>, list: usize) -> Option<Placement<'a>> {
        let item = self.open.get(list + 1).filter(|it| it.kind == LevelKind::Group)?;
        let key = parts.key.as_ref()?.name;
        let required = item.schema["required"].as_array().map(Vec::as_slice);
        let may_be_alone = required.is_some_and(|keys| keys.iter().all(|it| it == key));
        // The item above would lack it, and this one all others.
        let is_lacking = parts.next_key.is_none()
            && required.is_some_and(|keys| keys.iter().any(|it| it == key));
        let goes_on = (item.all_hyphens || is_lacking) && item.awaits(key) && !may_be_alone;
        goes_on.then(|| Placement {
            column: item.column,
            cause: Cause::HyphenTooMany(item.name, item.first.clone()),
            is_sure: false,
            target: Target::Open(list + 1),
        })
    }

    fn place_key(&self, parts: &Parts<'a>) -> Placement<'a> {
        let key = parts.key.as_ref().map_or("", |key| key.name);
        if let Some(item) = self.next_item(parts, key) {
            return item;
        }
        if let Some(opened) = self.opened {
            let is_known = has_key(opened.schema, key);
            let target = Target::Below(LevelKind::Group);
            if opened.may_hold(parts.typed) {
                let is_sure = is_known || opened.schema["additionalProperties"].is_object();
                let place = opened.placement(parts.typed, parts.typed > opened.column, target);
                return Placement { is_sure, ..place };
            }
            let is_elsewhere = self.open.iter().any(|it| it.is_at(parts.typed) && it.has(key));
            let is_of_item = has_key(&opened.schema["items"], key);
            let is_awaited = self.open.iter().any(|it| it.awaits(key));
            if is_of_item && !is_awaited {
                return Placement {
                    cause: Cause::HyphenMissing(opened.name),
                    is_sure: false,
                    ..Placement::moved(opened.column + 2, Target::Below(LevelKind::List))
                };
            }
            let may_be_any = has_any_keys(opened.schema) && !self.open.iter().any(|it| it.has(key));
            if may_be_any || is_known && !is_elsewhere {
                let cause = Cause::NotIndented(opened.name, Group::Value);
                return Placement { cause, ..Placement::moved(opened.column + 2, target) };
            }
        }
        let groups = || {
            let open = self.open.iter().enumerate().rev();
            open.filter(|(_, level)| level.kind == LevelKind::Group)
        };
        let at = || groups().filter(|(_, level)| level.is_at(parts.typed));
        let awaiting = || {
            groups().filter(|(index, level)| level.awaits(key) && (parts.typed < TAB || *index > 0))
        };
        if let Some((index, level)) = at().find(|(_, it)| it.has(key)).or_else(|| at().next()) {
            let deeper = awaiting().find(|(other, _)| *other > index && !level.has(key));
            return match deeper.filter(|_| level.schema["properties"].is_object()) {
                Some((index, level)) => Placement {
                    cause: Cause::NotIndented(level.name, self.group(index)),
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

    /// The placement of the key that each item of a list begins with, where a hyphen is missing before it.
    fn next_item(&self, parts: &Parts<'a>, key: &str) -> Option<Placement<'a>> {
        let (index, list) = self.open.iter().enumerate().rev().find(|(index, level)| {
            let item = self.open.get(index + 1);
            level.kind == LevelKind::List
                && item.is_some_and(|it| it.is_at(parts.typed) || level.is_at(parts.typed))
        })?;
        let item = self.open.get(index + 1).filter(|it| it.kind == LevelKind::Group)?;
        let required = item.schema["required"].as_array().map_or(&[][..], Vec::as_slice);
        let is_whole = item.seen.len() > 1
            || required.iter().all(|it| item.seen.iter().any(|seen| it == *seen));
        let is_first = item.seen.first().is_some_and(|it| it.eq_ignore_ascii_case(key));
        let is_seen = |key: &str| item.seen.contains(&key);
        let are_two_seen = is_seen(key) && parts.next_key.is_some_and(is_seen);
        let is_next = is_whole && (is_first || are_two_seen);
        is_next.then(|| Placement {
            cause: Cause::HyphenMissing(list.name),
            is_sure: false,
            ..Placement::moved(list.column, Target::Open(index))
        })
    }

    fn group(&self, index: usize) -> Group {
        let around = index.checked_sub(1).and_then(|index| self.open.get(index));
        match around.is_some_and(|level| level.kind == LevelKind::List) {
            true => Group::Item,
            false => Group::Value,
        }
    }
}

impl<'a> Opened<'a> {
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
    /// Whether the line begins an item, once it is mended.
    pub(super) fn is_item(&self, start: Start) -> bool {
        match self.cause {
            Cause::HyphenTooMany(..) | Cause::HyphenOutside => false,
            Cause::HyphenMissing(_) => true,
            _ => start == Start::Item,
        }
    }

    fn right(column: usize, target: Target) -> Self {
        Placement { column, cause: Cause::Right, is_sure: true, target }
    }

    fn moved(column: usize, target: Target) -> Self {
        Placement { column, cause: Cause::Column, is_sure: true, target }
    }
}
