//! Slips of YAML in front matter, in words for people who do not know YAML.
//!
//! A reader of YAML says where it gave up, seldom what the mistake is, and nothing of what follows. So the lines
//! themselves are looked at, with what the schema knows of keys: each recogniser of the table below knows one kind of
//! slip, and what to write so that it is mended.

mod ends;
mod entering;
mod flow;
mod levels;
mod list_slips;
mod mended_text;
mod merge;
mod parts;
mod placing;
mod quoting;
mod starts;
mod unreadable;
mod value;
mod value_slips;
mod walk;

use std::ops::Range;

use crate::diagnostics::{Applicability, Edit, Rule, Suggestion};
use crate::parse::rules;

pub(in crate::parse) use mended_text::Mended;
pub(in crate::parse) use quoting::quoted;
pub(in crate::parse) use unreadable::unreadable;
pub(in crate::parse) use walk::{may_be_misread, slips};

/// The rules of slips that leave it to a guess what a line says.
pub(in crate::parse) const SLIP_RULES: [&Rule; 9] = [
    rules::MISSING_FRONT_MATTER,
    rules::YAML_TAB,
    rules::YAML_SPACE,
    rules::YAML_COLON,
    rules::YAML_QUOTE,
    rules::YAML_BRACKET,
    rules::YAML_MARK,
    rules::YAML_INDENT,
    rules::YAML_SYNTAX,
];

/// What is wrong with front matter, what to do, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parse) struct Mistake {
    pub(in crate::parse) rule: &'static Rule,
    pub(in crate::parse) range: Range<usize>,
    pub(in crate::parse) message: String,
    pub(in crate::parse) help: String,
    pub(in crate::parse) suggestion: Option<Suggestion>,
    /// In how many more lines the same is to be done.
    more: usize,
}

/// Why lines are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::parse) enum Reading {
    /// They cannot be read.
    Refused,
    /// They can be read, but do not fit: perhaps they say something else than was meant.
    Misfit,
}

/// A kind of slip.
struct Recogniser {
    looks: Look,
    /// Whether lines with it can be read, and then say something else.
    may_be_read: bool,
    joins: Joins,
}

/// What a recogniser looks at.
enum Look {
    /// What a line begins with, its key and its column.
    AtStart(fn(&starts::LineStart<'_, '_>) -> Option<Mistake>),
    /// A value, with all its lines.
    AtValue(fn(&value::Value<'_>) -> Option<Mistake>),
}

/// With which slips of the same kind a slip is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joins {
    /// With those of the same group or list, of all of which the message speaks.
    Level,
    /// With those of the same group or list; the first is told, and how many more there are.
    LevelCounted,
    /// With that of the line above; the first is told, and how many more there are.
    LineAbove,
    /// With none.
    None,
}

/// In the order in which they are asked. Of those that look at the column of a line, only the first that knows what is
/// wrong with it is heard.
const RECOGNISERS: &[Recogniser] = &[
    at_start(starts::tab, true, Joins::LineAbove),
    at_start(starts::odd_space, true, Joins::LineAbove),
    at_start(starts::item_as_key, true, Joins::Level),
    at_start(starts::missing_key, true, Joins::None),
    at_start(starts::key_as_item, true, Joins::LevelCounted),
    at_start(starts::missing_hyphen, true, Joins::None),
    at_start(starts::not_indented, true, Joins::LevelCounted),
    at_start(starts::column, false, Joins::None),
    at_start(starts::bullet, true, Joins::Level),
    at_start(starts::joined_hyphen, true, Joins::LevelCounted),
    at_start(starts::joined_colon, false, Joins::None),
    at_start(starts::missing_colon, false, Joins::None),
    at_value(value_slips::goes_on, false),
    at_value(list_slips::item_in_text, true),
    at_value(value_slips::percent, false),
    at_value(list_slips::list_on_line, false),
    at_value(value_slips::quote, false),
    at_value(list_slips::bracket, false),
    at_value(list_slips::semicolon, true),
    at_value(list_slips::joined_in_braces, true),
    at_value(value_slips::thousands, true),
    at_value(value_slips::mark, false),
    at_value(value_slips::colon, false),
    at_value(value_slips::colon_in_item, true),
];

const fn at_start(
    looks: fn(&starts::LineStart<'_, '_>) -> Option<Mistake>,
    may_be_read: bool,
    joins: Joins,
) -> Recogniser {
    Recogniser { looks: Look::AtStart(looks), may_be_read, joins }
}

const fn at_value(
    looks: fn(&value::Value<'_>) -> Option<Mistake>,
    may_be_read: bool,
) -> Recogniser {
    Recogniser { looks: Look::AtValue(looks), may_be_read, joins: Joins::None }
}

impl Mistake {
    fn new(
        rule: &'static Rule,
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Mistake {
            rule,
            range,
            message: message.into(),
            help: help.into(),
            suggestion: None,
            more: 0,
        }
    }

    /// Adds what to write; `is_sure` where that cannot mean anything else than was typed.
    fn writing(mut self, edits: Vec<Edit>, is_sure: bool) -> Self {
        let applicability = match is_sure {
            true => Applicability::MachineApplicable,
            false => Applicability::MaybeIncorrect,
        };
        self.suggestion = Some(Suggestion { edits, applicability });
        self
    }

    /// Takes the edits of a slip that is a part of this one.
    fn join(&mut self, other: Mistake) {
        let (Some(own), Some(other)) = (&mut self.suggestion, other.suggestion) else { return };
        own.edits.extend(other.edits);
        if other.applicability == Applicability::MaybeIncorrect {
            own.applicability = Applicability::MaybeIncorrect;
        }
    }

    /// Says how many lines are like it.
    fn tell_more(&mut self) {
        match std::mem::take(&mut self.more) {
            0 => {}
            1 => self.help.push_str("; and the same in 1 more line below"),
            more => self.help.push_str(&format!("; and the same in {more} more lines below")),
        }
    }

    /// What would be there no more once it is mended, so that nothing else need be said of it: each up to its last byte.
    pub(in crate::parse) fn replaced(&self) -> impl Iterator<Item = Range<usize>> {
        let edits = self.suggestion.iter().flat_map(|it| &it.edits);
        let of_yaml = edits.filter(|_| SLIP_RULES.contains(&self.rule));
        of_yaml
            .map(|it| it.range.start..it.range.end.saturating_sub(1))
            .filter(|it| it.start <= it.end)
    }

    /// Whether what to write is a guess, or not known.
    pub(in crate::parse) fn is_guess(&self) -> bool {
        self.suggestion.as_ref().is_none_or(|it| it.applicability == Applicability::MaybeIncorrect)
    }
}
