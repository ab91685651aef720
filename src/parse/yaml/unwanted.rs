//! What YAML allows and front matter does not: anchors, aliases, merge keys, tags, hidden characters.

use std::ops::Range;

use saphyr_parser::{Event, ScalarStyle};

use crate::diagnostics::first_forbidden;

/// What YAML allows and front matter does not, for it hides what is there.
#[derive(Debug)]
pub(in crate::parse) struct Unwanted {
    pub(in crate::parse) what: &'static str,
    pub(in crate::parse) range: Range<usize>,
}

/// Whether front matter may hold something unwanted, so that it is worth a closer look.
pub(in crate::parse) fn may_be_in(yaml: &str) -> bool {
    let starts_a_value = |before: &str| {
        let before = before.trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with(['\n', ':', '-', '[', '{', ',', '?'])
    };
    yaml.contains('\\')
        || yaml.contains("<<")
        || yaml.match_indices(['&', '*', '!']).any(|(at, _)| starts_a_value(&yaml[..at]))
}

/// What an event of the parser brings that is unwanted.
pub(super) fn in_event(event: &Event<'_>, range: &Range<usize>) -> Option<Unwanted> {
    what_is_unwanted(event).map(|what| Unwanted { what, range: range.clone() })
}

fn what_is_unwanted(event: &Event<'_>) -> Option<&'static str> {
    let (anchor, tag) = match event {
        Event::Alias(_) => return Some("a reference to another value"),
        Event::Scalar(words, style, anchor, tag) => {
            if first_forbidden(words).is_some() {
                return Some("a character that cannot be seen");
            }
            if words == "<<" && *style == ScalarStyle::Plain {
                return Some("a group of keys merged into another");
            }
            (*anchor, tag.is_some())
        }
        Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
            (*anchor, tag.is_some())
        }
        _ => return None,
    };
    match (anchor, tag) {
        (_, true) => Some("a type for a value, which begins with `!`"),
        (1.., _) => Some("a name for a value, which begins with `&`"),
        _ => None,
    }
}
