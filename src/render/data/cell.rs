//! A value in a table: as it stands in a CSV file, and as it stands in JSON.

use std::borrow::Cow;
use std::iter;

use jiff::civil;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::model::{ClosedSet, Date, TermId};
use crate::render::page_context::Scene;

/// What stands between the items of a list in one cell of a CSV file. No slug, code or name has it,
/// where a comma or a semicolon may stand in any text that is given as printed; and a cell with one
/// needs no quotation marks for it.
pub(super) const BETWEEN_ITEMS: char = '|';

/// A value in a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing is known.
    Empty,
    Text(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
    Integer(i64),
    Number(f64),
    Flag(bool),
}

impl<'a> Cell<'a> {
    /// A text; an empty one is nothing.
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A text, where there is one.
    pub(super) fn some(text: Option<&'a str>) -> Self {
        text.map_or(Cell::Empty, Cell::text)
    }

    /// A word of a closed set, as editors write it.
    pub(super) fn of_set(member: impl ClosedSet) -> Self {
        Cell::text(member.word())
    }

    /// A word of the vocabulary, as editors write it.
    pub(super) fn word(scene: &'a Scene<'_>, member: Option<impl TermId>) -> Self {
        Cell::some(member.map(|member| scene.archive.vocabulary.word(member)))
    }

    /// Texts, in order.
    pub(super) fn list(items: impl IntoIterator<Item = impl Into<Cow<'a, str>>>) -> Self {
        Cell::List(items.into_iter().map(Into::into).collect())
    }

    /// How many there are.
    pub(super) fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Cell::Empty, Cell::Integer)
    }

    /// A date, as exact as it is written and no more so: in EDTF.
    pub(super) fn date(date: Option<&Date>) -> Self {
        date.map_or(Cell::Empty, |date| Cell::Text(date.edtf().into()))
    }

    /// The first day that a date can mean, to sort by.
    pub(super) fn earliest(date: Option<&Date>) -> Self {
        Cell::day(date.map(Date::earliest))
    }

    /// The last day that a date can mean.
    pub(super) fn latest(date: Option<&Date>) -> Self {
        Cell::day(date.map(Date::latest))
    }

    fn day(day: Option<civil::Date>) -> Self {
        day.map_or(Cell::Empty, |day| Cell::Text(day.to_string().into()))
    }

    /// As a CSV file has it, before quotation marks. Only texts can hold what a spreadsheet takes for
    /// a formula: -5 in a column of numbers is a number, and stays one.
    pub(super) fn for_csv(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => "".into(),
            Cell::Text(text) => inert(text),
            Cell::List(items) => {
                let bare = |item: &Cow<'_, str>| item.replace(BETWEEN_ITEMS, "/");
                let items: Vec<String> = items.iter().map(bare).collect();
                inert(&items.join(&BETWEEN_ITEMS.to_string())).into_owned().into()
            }
            Cell::Integer(number) => number.to_string().into(),
            Cell::Number(number) => number.to_string().into(),
            Cell::Flag(flag) => if *flag { "true" } else { "false" }.into(),
        }
    }

    /// As JSON has it.
    pub(super) fn for_json(&self) -> Value {
        json!(self)
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Empty => serializer.serialize_none(),
            Cell::Text(text) => text.serialize(serializer),
            Cell::List(items) => items.serialize(serializer),
            Cell::Integer(number) => number.serialize(serializer),
            Cell::Number(number) => number.serialize(serializer),
            Cell::Flag(flag) => flag.serialize(serializer),
        }
    }
}

/// What begins a cell in some program: the list separator of a spreadsheet in most of Europe, that of tables that are
/// pasted, the sign between the items of a list. An end of line is one where the quotation marks around a text do not
/// stand at the beginning of a cell, as they do not for who takes another separator. A comma is none: whoever parts cells
/// at commas knows the quotation marks that the standard has for them. Nor is a blank, which stands before many a dash.
const SEPARATORS: [char; 5] = [';', BETWEEN_ITEMS, '\t', '\r', '\n'];

/// What a formula begins with, also in the wide letters of East Asia.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a row that holds this must be quoted for programs that take several separators at once.
pub(super) fn has_other_separator(cell: &str) -> bool {
    cell.contains([';', '\t'])
}

/// A text of which no spreadsheet reads a part as a formula: an apostrophe stands before what begins like one, where the
/// text begins or a part of it behind a separator (<https://owasp.org/www-community/attacks/CSV_Injection>). Blanks and
/// quotation marks may stand before the sign, as some programs take them away. What begins with apostrophes and then
/// like a formula gets one more, so that taking the first away always gives back the text.
fn inert(text: &str) -> Cow<'_, str> {
    let is_lead = |letter: char| {
        matches!(letter, '\'' | '"') || letter.is_whitespace() && !SEPARATORS.contains(&letter)
    };
    let begins_with_control = text.trim_start_matches('\'').starts_with(['\t', '\r', '\n']);
    let beginnings = text.match_indices(SEPARATORS).map(|(index, _)| index + 1);
    let mut guarded = String::new();
    let mut done = 0;
    for start in iter::once(0).chain(beginnings) {
        let is_formula = text[start..].trim_start_matches(is_lead).starts_with(SIGNS);
        if is_formula || begins_with_control && start == 0 {
            guarded.push_str(&text[done..start]);
            guarded.push('\'');
            done = start;
        }
    }
    if guarded.is_empty() {
        return text.into();
    }
    guarded.push_str(&text[done..]);
    guarded.into()
}
