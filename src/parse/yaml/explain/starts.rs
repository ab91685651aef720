//! Slips in what a line begins with: its column, the mark of an item, the colon after its key.

use super::Mistake;
use super::parts::{Colon, Parts, Start, is_odd_space};
use super::placing::{Cause, Group, Placement};
use crate::diagnostics::Edit;
use crate::parse::rules;

/// What a line begins with, and where it belongs.
pub(super) struct LineStart<'p, 'a> {
    pub(super) parts: &'p Parts<'a>,
    pub(super) place: &'p Placement<'a>,
    /// Whether what is wrong with its column is known already.
    pub(super) is_column_told: bool,
}

impl LineStart<'_, '_> {
    /// Whether the line should begin in another column.
    fn is_moved(&self) -> bool {
        self.parts.start != Start::Plain
            && self.parts.indentation.len() != self.place.column
            && !matches!(self.place.cause, Cause::HyphenTooMany(..))
    }

    /// The edit that begins the line in its column.
    fn indent(&self) -> Edit {
        let replacement = " ".repeat(self.place.column);
        Edit { range: self.parts.line.range(self.parts.indentation), replacement }
    }
}

/// In which column a line should begin, in words.
pub(super) fn column_help(column: usize) -> String {
    match column {
        0 => "begin it without any space".to_owned(),
        1 => "begin it with 1 space".to_owned(),
        _ => format!("begin it with {column} spaces"),
    }
}

pub(super) fn tab(start: &LineStart<'_, '_>) -> Option<Mistake> {
    let Parts { line, indentation, marker, .. } = start.parts;
    let is_open = !start.is_column_told && start.parts.start != Start::Plain;
    if indentation.contains('\t') && is_open {
        let message = "this line begins with a tab";
        let mistake = Mistake::new(
            rules::YAML_TAB,
            line.range(indentation),
            message,
            column_help(start.place.column),
        );
        return Some(mistake.writing(vec![start.indent()], start.place.is_sure));
    }
    let marker = marker.filter(|it| it.is_hyphen && it.space.contains('\t'))?;
    let range = line.range(marker.space);
    let edit = Edit { range: range.clone(), replacement: " ".to_owned() };
    let mistake = Mistake::new(
        rules::YAML_TAB,
        range,
        "behind the hyphen is a tab",
        "type a space in its place",
    );
    Some(mistake.writing(vec![edit], true))
}

/// A space that word processors write, where YAML wants one of its own.
pub(super) fn odd_space(start: &LineStart<'_, '_>) -> Option<Mistake> {
    let Parts { line, indentation, marker, key, .. } = start.parts;
    if start.parts.start == Start::Plain {
        return None;
    }
    let hyphen = marker.filter(|it| it.is_hyphen).map_or("", |it| it.space);
    let colon = key.filter(|key| key.form == Colon::Right).map_or("", |key| key.colon);
    let indentation = if start.is_column_told { "" } else { *indentation };
    let odd: Vec<&str> = [indentation, hyphen, colon]
        .into_iter()
        .filter(|part| part.contains(is_odd_space))
        .collect();
    let first = odd.first()?;
    let edits = odd.iter().map(|part| {
        let is_indentation = !indentation.is_empty() && part.as_ptr() == indentation.as_ptr();
        let replacement = match is_indentation {
            true => " ".repeat(start.place.column),
            false => part.replace(is_odd_space, " "),
        };
        Edit { range: line.range(part), replacement }
    });
    let edits = edits.collect();
    let at = first.find(is_odd_space)?;
    let length = first[at..].chars().next().map_or(0, char::len_utf8);
    let message = "here is a space that does not break, as word processors write them";
    let range = line.range(&first[at..at + length]);
    let help = "type an ordinary space in its place";
    Some(Mistake::new(rules::YAML_SPACE, range, message, help).writing(edits, start.place.is_sure))
}

/// A key of an item that has a hyphen of its own.
pub(super) fn item_as_key(start: &LineStart<'_, '_>) -> Option<Mistake> {
    let Cause::HyphenTooMany(name, first) = &start.place.cause else { return None };
    let Parts { line, indentation, .. } = start.parts;
    let marker = start.parts.marker_range()?;
    let begin = line.range(indentation).start;
    let replacement = " ".repeat(start.place.column);
    let edit = Edit { range: begin..marker.end, replacement };
    let one = name.strip_suffix('s').unwrap_or(name);
    let message = format!("these lines are one {one}: only the first has a hyphen");
    let help = format!(
        "keep the first hyphen, and begin each line below it with {} spaces in place of the hyphen",
        start.place.column
    );
    Some(Mistake::new(rules::YAML_MARK, first.clone(), message, help).writing(vec![edit], false))
}

/// A key that stands in the column of the group around its own.
pub(super) fn not_indented(start: &LineStart<'_, '_>) -> Option<Mistake> {
    let Cause::NotIndented(name, group) = start.place.cause else { return None };
    let Parts { line, key, .. } = start.parts;
    let key = key.as_ref()?.name;
    let message = match group {
        Group::Value => format!("`{key}` is a key of `{name}`"),
        Group::Item => format!("`{key}` is a key of the item of `{name}` above"),
    };
    let range = line.range(key);
    let mistake = Mistake::new(rules::YAML_INDENT, range, message, column_help(start.place.column));
    Some(mistake.writing(vec![start.indent()], start.place.is_sure))
}

/// A line that begins in another column than those that it can belong to.
pub(super) fn column(start: &LineStart<'_, '_>) -> Option<Mistake> {
    if start.is_column_told || !start.is_moved() {
        return None;
    }
    let line = start.parts.line;
    let message = "this line does not begin in the column of those that it belongs with";
    let range = line.range(line.text.trim());
    let mistake = Mistake::new(rules::YAML_INDENT, range, message, column_help(start.place.column));
    Some(mistake.writing(vec![start.indent()], start.place.is_sure))
}

/// An item that begins with the mark of a word processor, with a number, or with none.
pub(super) fn bullet(start: &LineStart<'_, '_>) -> Option<Mistake> {
    let Parts { line, .. } = start.parts;
    let marker = start.parts.marker.filter(|it| !it.is_hyphen)?;
    let range = start.parts.marker_range()?;
    let rest = &line.text[range.end - line.start..];
    let message = match marker.mark {
        "" => "this item of a list begins with no hyphen".to_owned(),
        // The bullets of Word's own fonts, which other programs show as a box or not at all.
        mark if mark.starts_with(|it| matches!(it, '\u{e000}'..='\u{f8ff}')) => {
            "this line begins with a bullet of a word processor".to_owned()
        }
        mark => format!("this line begins with `{mark}`"),
    };
    let help = format!("begin each item of a list with a hyphen and a space: `- {}`", rest.trim());
    let told = match marker.mark {
        "" => line.range(line.text.trim()),
        mark => line.range(mark),
    };
    let edit = Edit { range, replacement: "- ".to_owned() };
    Some(
        Mistake::new(rules::YAML_MARK, told, message, help)
            .writing(vec![edit], !marker.mark.is_empty()),
    )
}

/// `-id: a`: a hyphen that begins an item, and no space after it.
pub(super) fn joined_hyphen(start: &LineStart<'_, '_>) -> Option<Mistake> {
    let Parts { line, .. } = start.parts;
    let marker = start.parts.marker.filter(|it| it.is_hyphen && it.space.is_empty())?;
    let range = start.parts.marker_range()?;
    let rest = line.text[range.end - line.start..].trim();
    if rest.is_empty() || marker.mark.is_empty() {
        return None;
    }
    let message = "after the hyphen a space is missing";
    let help = format!("write `- {rest}`");
    let edit = Edit { range: range.end..range.end, replacement: " ".to_owned() };
    let told = line.range(line.text.trim());
    Some(Mistake::new(rules::YAML_MARK, told, message, help).writing(vec![edit], true))
}

/// `kind:monitoring-visit`.
pub(super) fn joined_colon(start: &LineStart<'_, '_>) -> Option<Mistake> {
    let Parts { line, key, value, .. } = start.parts;
    let key = key.filter(|key| key.form == Colon::Joined)?;
    let name = key.name;
    let end = line.range(key.colon).end;
    let edit = Edit { range: end..end, replacement: " ".to_owned() };
    let told = line.range(name).start..line.range(line.text.trim()).end;
    let message = format!("after `{name}:` a space is missing");
    let mistake =
        Mistake::new(rules::YAML_COLON, told, message, format!("write `{name}: {value}`"));
    Some(mistake.writing(vec![edit], key.is_known))
}

/// A line of words, of which the first was meant for a key.
pub(super) fn missing_colon(start: &LineStart<'_, '_>) -> Option<Mistake> {
    let Parts { line, key, value, .. } = start.parts;
    let key = key.filter(|key| key.form == Colon::Missing)?;
    let edit = Edit { range: line.range(key.colon), replacement: ": ".to_owned() };
    let told = line.range(line.text.trim());
    let message = "this line has no colon after its key";
    let help = format!("write `{}: {value}`", key.name);
    Some(Mistake::new(rules::YAML_SYNTAX, told, message, help).writing(vec![edit], false))
}
