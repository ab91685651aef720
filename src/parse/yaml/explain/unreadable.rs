//! What is said of a line that cannot be read, where nothing better is known.

use std::ops::Range;

use super::Mistake;
use super::lines::lines;
use crate::parse::rules;

/// The line where the reader of YAML stopped.
pub(in crate::parse) fn unreadable(
    text: &str,
    yaml: &Range<usize>,
    stopped_at: &Range<usize>,
) -> Mistake {
    let lines = lines(text, yaml);
    let near = lines
        .iter()
        .filter(|line| line.start <= stopped_at.start && !line.is_blank() && !line.is_comment());
    let mut near = near.rev();
    // The reader may see only at the next key that a line of words was none.
    let line = match (near.next(), near.next()) {
        (Some(line), Some(above)) if begins_value(line.text) && !begins_value(above.text) => above,
        (Some(line), _) => line,
        (None, _) => return told(stopped_at.clone()),
    };
    told(line.range(line.text.trim()))
}

fn told(range: Range<usize>) -> Mistake {
    Mistake::new(
        rules::YAML_SYNTAX,
        range,
        "this line of the front matter cannot be read",
        "write a key, a colon, a space and a value; put the value in quotes if in doubt; there may be more below",
    )
}

/// Whether a line has a key, or begins an item.
fn begins_value(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("- ") || line.ends_with(':') || line.contains(": ")
}
