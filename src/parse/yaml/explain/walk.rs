//! Going through the lines of front matter with all recognisers.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::Value as Schema;

use super::ends::{Beginning, End};
use super::levels::Levels;
use super::lines::{YamlLine, lines};
use super::parts::{Parts, Start, is_bullet, is_odd_space, list_mark};
use super::placing::{Cause, Placement};
use super::starts::{LineStart, column_help};
use super::value::{Form, Value, form};
use super::{Joins, Look, Mistake, RECOGNISERS, Reading};
use crate::diagnostics::{Edit, TOLD_AT_MOST};
use crate::parse::{rules, schema};

/// Beyond so many, a file is not front matter with slips but something else.
const SLIPS_AT_MOST: usize = 2 * TOLD_AT_MOST;

/// All slips in front matter, from the top.
pub(in crate::parse) fn slips(
    text: &str,
    yaml: &Range<usize>,
    schema: &Schema,
    reading: Reading,
) -> Vec<Mistake> {
    let mut walk = Walk {
        file: text,
        lines: lines(text, yaml),
        levels: Levels::new(schema),
        reading,
        slips: Vec::new(),
        joined: HashMap::new(),
    };
    let mut at = 0;
    while at < walk.lines.len() && !walk.levels.is_too_deep() && walk.slips.len() < SLIPS_AT_MOST {
        at = walk.line(at);
    }
    let mut slips = walk.slips;
    slips.sort_by_key(|slip| slip.range.start);
    slips
}

/// Whether front matter that can be read may say something else than was meant, so that it is worth a look: keys of one
/// item may each have a hyphen, and what was meant for a list may be one text.
pub(in crate::parse) fn may_be_misread(yaml: &str) -> bool {
    let mut above = "";
    yaml.split('\n').any(|line| {
        let is_doubtful = match (key_of_item(above), key_of_item(line)) {
            (Some(above), Some(key)) => key != above,
            _ => above.ends_with(':') && begins_with_mark(line.trim_start()),
        };
        above = line.trim_end();
        is_doubtful
    })
}

fn key_of_item(line: &str) -> Option<&str> {
    Some(line.trim_start_matches(' ').strip_prefix("- ")?.split_once(": ")?.0)
}

/// Whether a line may begin an item with another mark than a hyphen and a space.
fn begins_with_mark(line: &str) -> bool {
    let rest = line.strip_prefix('-').map(|rest| !rest.starts_with(' ') && !rest.is_empty());
    rest.unwrap_or_else(|| line.starts_with(is_bullet) || list_mark(line).is_some())
}

struct Walk<'a> {
    file: &'a str,
    lines: Vec<YamlLine<'a>>,
    levels: Levels<'a>,
    reading: Reading,
    slips: Vec<Mistake>,
    /// The slip that the next of a kind is a part of: by the recogniser, and the level or the line that they share.
    joined: HashMap<(usize, usize), usize>,
}

impl<'a> Walk<'a> {
    /// Looks at a line, and at the value that begins on it; the index of the line to go on with.
    fn line(&mut self, at: usize) -> usize {
        let line = self.lines[at];
        if line.is_blank() || line.is_comment() {
            self.odd_indentation(line, 0);
            return at + 1;
        }
        let mut parts = Parts::of(line, &self.levels);
        parts.is_alone = !self.goes_on_with_key(at, parts.typed_key);
        let place = self.levels.place(&parts);
        if parts.start == Start::Plain {
            return self.plain_line(at, &parts);
        }
        let (column, schema) = self.levels.enter(&parts, &place);
        self.start(at, &parts, &place);
        let is_note = parts.value.starts_with('#');
        if parts.value.is_empty() || is_note {
            let typed = if parts.key.is_some() { parts.typed_key } else { parts.typed };
            self.levels.open_key(parts.key.map_or("", |key| key.name), (column, typed), schema);
            return at + 1;
        }
        self.value(at, &parts, (column, schema))
    }

    /// A line that has no key and begins no item: the value of a key above it, or what nobody knows.
    fn plain_line(&mut self, at: usize, parts: &Parts<'a>) -> usize {
        match self.levels.value_below(parts.typed) {
            Some((column, schema)) => {
                self.odd_indentation(parts.line, column + 2);
                self.value(at, parts, (column, schema))
            }
            None => at + 1,
        }
    }

    /// A tab, or a space that does not break, before nothing, a note, or a text below its key: YAML takes none for empty.
    fn odd_indentation(&mut self, line: YamlLine<'a>, column: usize) {
        let indentation = line.indentation();
        let (rule, message) = if indentation.contains('\t') {
            (rules::YAML_TAB, "this line begins with a tab")
        } else if indentation.contains(is_odd_space) {
            (rules::YAML_SPACE, "this line begins with a space that does not break")
        } else {
            return;
        };
        if self.reading == Reading::Refused {
            let range = line.range(indentation);
            let edit = Edit { range: range.clone(), replacement: " ".repeat(column) };
            let mistake = Mistake::new(rule, range, message, column_help(column));
            self.slips.push(mistake.writing(vec![edit], true));
        }
    }

    /// Whether the next line has a key in this column.
    fn goes_on_with_key(&self, at: usize, column: usize) -> bool {
        let next = self.lines[at + 1..].iter().find(|line| !line.is_blank() && !line.is_comment());
        next.is_some_and(|line| {
            let parts = Parts::of(*line, &self.levels);
            parts.start == Start::Key && parts.typed == column
        })
    }

    fn start(&mut self, at: usize, parts: &Parts<'a>, place: &Placement<'a>) {
        if let Cause::Shifted(slip) = place.cause {
            let range = parts.line.range(parts.indentation);
            let edit = Edit { range, replacement: " ".repeat(place.column) };
            if let Some(suggestion) = self.slips.get_mut(slip).and_then(|it| it.suggestion.as_mut())
            {
                suggestion.edits.push(edit);
            }
        }
        let mut is_column_told = matches!(place.cause, Cause::Shifted(_));
        let mut told = None;
        for (number, recogniser) in RECOGNISERS.iter().enumerate() {
            let Look::AtStart(look) = recogniser.looks else { continue };
            let start = LineStart { parts, place, is_column_told };
            let Some(mistake) = look(&start).filter(|_| self.is_asked(recogniser.may_be_read))
            else {
                continue;
            };
            let edits = mistake.suggestion.iter().flat_map(|it| &it.edits);
            let indentation = parts.line.range(parts.indentation);
            is_column_told |= edits.clone().any(|edit| {
                edit.range.start == indentation.start
                    && edit.range.end >= indentation.end
                    && (!indentation.is_empty() || !edit.replacement.starts_with('-'))
            });
            let key = match recogniser.joins {
                Joins::Level => Some((number, self.levels.id_for(parts, place))),
                Joins::LineAbove => Some((number, at)),
                Joins::None => None,
            };
            let joined = key.and_then(|key| self.joined.remove(&key));
            let slip = match joined.and_then(|slip| Some((slip, self.slips.get_mut(slip)?))) {
                Some((slip, whole)) => {
                    whole.join(mistake);
                    slip
                }
                None => {
                    self.slips.push(mistake);
                    self.slips.len() - 1
                }
            };
            told = Some(slip);
            match recogniser.joins {
                Joins::Level => {
                    _ = self.joined.insert((number, self.levels.id_for(parts, place)), slip)
                }
                Joins::LineAbove => _ = self.joined.insert((number, at + 1), slip),
                Joins::None => {}
            }
        }
        if let Cause::Shifted(slip) = place.cause {
            told.get_or_insert(slip);
        }
        self.levels.set_slip(parts, told);
    }

    fn is_asked(&self, may_be_read: bool) -> bool {
        self.reading == Reading::Refused || may_be_read
    }

    /// Looks at a value; the index of the line below its last.
    fn value(&mut self, at: usize, parts: &Parts<'a>, level: (usize, &'a Schema)) -> usize {
        let (column, schema) = level;
        let line = parts.line;
        let start = line.range(parts.value).start;
        let beginning = Beginning {
            file: self.file,
            lines: &self.lines,
            levels: &self.levels,
            line: at,
            text: parts.value,
            start,
            column,
            is_text: schema::is_any_text(schema),
            is_bare: parts.is_bare(),
        };
        let End { line: end, at: end_at, form, has_note } = beginning.end(form(parts.value));
        let below = &self.lines[at + 1..end];
        let is_left = |line: &&YamlLine<'_>| {
            let indentation = line.indentation();
            let is_tabbed = indentation.contains('\t');
            !line.is_blank() && (is_tabbed || indentation.len() <= column)
        };
        let is_whole = matches!(form, Form::Quoted(Some(_)) | Form::Flow);
        let outside = match is_whole {
            true => Vec::new(),
            false => below.iter().filter(is_left).copied().collect(),
        };
        let first_inside = below.iter().find(|line| !line.is_blank() && !is_left(line));
        let value = Value {
            file: self.file,
            key: parts.key.map(|key| key.name),
            schema,
            range: start..end_at.max(start),
            form,
            has_note,
            inner_column: first_inside.map_or(column + 2, |line| line.indentation().len()),
            outside,
        };
        let found: Vec<Mistake> = RECOGNISERS
            .iter()
            .filter(|it| self.is_asked(it.may_be_read))
            .filter_map(|it| match it.looks {
                Look::AtValue(look) => look(&value),
                Look::AtStart(_) => None,
            })
            .collect();
        self.slips.extend(found);
        end
    }
}
