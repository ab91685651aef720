//! A value in a table: as it stands in a CSV file, and as it stands in JSON.

use std::borrow::Cow;

use jiff::civil;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::model::{Date, Vocabulary};

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
    pub(super) fn word(member: Option<impl Vocabulary>) -> Self {
        Cell::some(member.map(Vocabulary::word))
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
        date.map_or(Cell::Empty, |date| Cell::Text(date.to_string().into()))
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

/// A text that no spreadsheet reads as a formula: an apostrophe before what begins like one, also after
/// blanks, and in the wide letters of East Asia (<https://owasp.org/www-community/attacks/CSV_Injection>).
/// What begins with apostrophes and then like a formula gets one more, so that taking the first away
/// always gives back the text.
fn inert(text: &str) -> Cow<'_, str> {
    let begins_with_control = text.starts_with(['\t', '\r', '\n']);
    let bare = text.trim_start_matches(|letter: char| letter == '\'' || letter.is_whitespace());
    if begins_with_control || bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}
