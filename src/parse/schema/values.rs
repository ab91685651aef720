//! Schemas of single values: words of a closed set, dates, names, addresses, points of a measure.
//!
//! A type here stands in for the text that serde reads (`#[schemars(with = "…")]`). What it says
//! follows `parse/fields.rs`, which has the last word; `tests/suite/schemas.rs` compares the two.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use super::words::{JUDGEMENTS, LIST};
use crate::model::{ClosedSet, Letter, PublicCopy, TermId};
use crate::parse::raw::RawDate;

/// A word of a closed set, with the words that readers see.
pub(in crate::parse) struct OfSet<S>(PhantomData<S>);

impl<S: ClosedSet> JsonSchema for OfSet<S> {
    fn schema_name() -> Cow<'static, str> {
        S::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = S::ALL.iter().map(|member| member.word()).collect();
        let labels: Vec<&str> = S::ALL.iter().map(|member| member.label()).collect();
        json_schema!({"type": "string", "enum": words, "enumDescriptions": labels})
    }
}

/// A word of a list of the vocabulary.
pub(in crate::parse) struct Word<I>(PhantomData<I>);

impl<I: TermId> JsonSchema for Word<I> {
    fn schema_name() -> Cow<'static, str> {
        I::LIST.member().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "enum": [], "enumDescriptions": [], LIST: I::LIST.key()})
    }
}

impl JsonSchema for RawDate {
    fn schema_name() -> Cow<'static, str> {
        "date".into()
    }

    /// A text, a bare year, a list of either; or several in braces, which to YAML are keys without values. Each keyword
    /// counts for one of these only.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer", "array", "object"],
            "pattern": date_pattern(),
            "patternErrorMessage": DATE_HELP,
            "minimum": 1000,
            "maximum": 9998,
            "items": {
                "type": ["string", "integer"],
                "pattern": format!("^{NO_SUCH_DAY}{POINT}$"),
                "patternErrorMessage": DATE_HELP,
                "minimum": 1000,
                "maximum": 9998,
            },
            "minItems": 1,
            "propertyNames": {
                "pattern": format!("^{NO_SUCH_DAY}{POINT}$"),
                "patternErrorMessage": DATE_HELP,
            },
            "additionalProperties": {"type": "null"},
            "minProperties": 1,
            "examples": ["2018-02-15", "2018-02", "2017-23", "2018-01-23/2018-01-24"],
        })
    }
}

/// Declares a type for the schema of a value.
macro_rules! value {
    ($(#[$meta:meta])* $name:ident, $schema:expr) => {
        $(#[$meta])*
        pub(in crate::parse) enum $name {}

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

value!(
    /// A name that can stand in a web address.
    SlugText,
    slug(&format!("^{SLUG}$"), SLUG_HELP)
);

value!(
    /// The name of a topic's file.
    TopicSlug,
    slug_of("topic")
);

value!(
    /// The name of an authority's folder.
    AuthoritySlug,
    slug_of("authority")
);

value!(
    /// A name that can stand in a web address, and that no part of the page takes for itself.
    FindingId,
    slug(
        &format!("^(?!main$|section-|measure-){SLUG}$"),
        "use small letters, digits and hyphens; not `main`, nor `section-` or `measure-` first",
    )
);

value!(
    /// A letter of the same authority, and a finding of it.
    FindingOfLetter,
    text(
        &format!("^{SLUG}#{SLUG}$"),
        "write the end of the letter's address, # and the finding's id, such as 2016-09-02-visit-1#plans-late",
    )
);

value!(
    /// A letter's own words: a quotation, or several.
    Quotations,
    json_schema!({"type": ["string", "array"], "items": {"type": "string"}, "x-long": true})
);

value!(
    /// Pages of a letter: one, or as many as there are quotations.
    PageNumbers,
    json_schema!({
        "type": ["integer", "array"],
        "minimum": 1,
        "maximum": Letter::MOST_PAGES,
        "items": {"type": "integer", "minimum": 1, "maximum": Letter::MOST_PAGES},
    })
);

value!(
    /// The address of a page elsewhere.
    WebAddress,
    text(r"^https?://\S*$", "copy the whole address, from https:// on")
);

value!(
    /// Where a letter's own copy is.
    LetterSource,
    text(
        &format!(r"^(?:https?://\S*|{})$", PublicCopy::NONE),
        "copy the whole address, from https:// on; or write none where no public copy is known",
    )
);

value!(
    /// An old address on this site.
    OldUrl,
    text(
        &format!("^{OLD_URL}$"),
        "write the old address from its first slash on, such as /sunderland/visit-6/",
    )
);

value!(
    /// Another name, or an old address on this site.
    NameOrOldUrl,
    {
        let pattern = format!("^(?:[^/]|$|{OLD_URL}$)");
        let mut schema = text(&pattern, "what begins with a slash must be an address on this site");
        schema.insert("type".to_owned(), json!(["string", "number"]));
        schema.insert("x-any-words".to_owned(), json!(true));
        schema
    }
);

value!(
    /// A code of the Office for National Statistics.
    GssCode,
    text("^[A-Z][0-9]{8}$", "write a capital letter and eight digits, such as E08000024")
);

value!(
    /// The number that the Department for Education gives an authority: to YAML it is a number.
    LaCode,
    json_schema!({
        "type": ["string", "integer"],
        "pattern": "^[1-9][0-9]{2}$",
        "patternErrorMessage": "write three digits, such as 394",
        "minimum": 100,
        "maximum": 999,
    })
);

value!(
    /// The number that Ofsted gives an authority: to YAML it is a number.
    OfstedUrn,
    json_schema!({
        "type": ["string", "integer"],
        "pattern": "^[1-9][0-9]{4,6}$",
        "patternErrorMessage": "write five to seven digits, such as 80557",
        "minimum": 10_000,
        "maximum": 9_999_999,
    })
);

value!(
    /// The grade of each area judged.
    Judgements,
    json_schema!({"type": "object", LIST: JUDGEMENTS})
);

value!(
    /// The values of a measure by their dates.
    Points,
    json_schema!({
        "type": "object",
        "propertyNames": {"pattern": date_pattern(), "patternErrorMessage": DATE_HELP},
        "additionalProperties": {
            "type": "number",
            "exclusiveMinimum": -1e12,
            "exclusiveMaximum": 1e12,
        },
    })
);

/// As `model::Slug` has it: a hundred characters at most.
const SLUG: &str = "[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?";

const SLUG_HELP: &str = "use small letters, digits and hyphens, such as thresholds-understood";

/// Parts of plain characters, none that begins with a dot.
const OLD_URL: &str = "/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99})*/?";

const DATE_HELP: &str = "write 2018-02-15; or less exactly 2018-02, 2018, 2017-23 (autumn 2017), 2018-01~ (about); \
     or 2018-01-23/2018-01-24 (from and to)";

fn slug_of(kind: &str) -> Schema {
    let mut schema = slug(&format!("^{SLUG}$"), SLUG_HELP);
    schema.insert("x-refers-to".to_owned(), json!(kind));
    schema
}

/// To YAML a name of digits is a number.
fn slug(pattern: &str, help: &str) -> Schema {
    let mut schema = text(pattern, help);
    schema.insert("type".to_owned(), json!(["string", "integer"]));
    schema
}

fn text(pattern: &str, help: &str) -> Schema {
    json_schema!({"type": "string", "pattern": pattern, "patternErrorMessage": help})
}

/// A point, two with a slash between them, or several in brackets or braces.
fn date_pattern() -> String {
    let points = format!("{POINT}(?:,{POINT})*");
    format!(r"^{NO_SUCH_DAY}(?:{POINT}(?:/{POINT})?|\s*\[{points}\]\s*|\s*\{{{points}\}}\s*)$")
}

/// A year, a season, a month or a day, with spaces around it.
const POINT: &str =
    r"\s*[1-9][0-9]{3}(?:-(?:2[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?))?~?\s*";

/// Looks ahead for a day that no year has, and for the one year that is too late. That February has 29
/// days only in some years is left to the program, as is an interval that runs backwards, and dates that overlap.
const NO_SUCH_DAY: &str = "(?!.*(?:-02-3|-(?:0[469]|11)-31|9999))";
