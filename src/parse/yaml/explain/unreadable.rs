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
    let near = lines.iter().take_while(|line| line.start <= stopped_at.start);
    let line = near.filter(|line| !line.is_blank() && !line.is_comment()).last();
    Mistake::new(
        rules::YAML_SYNTAX,
        line.map_or(stopped_at.clone(), |line| line.range(line.text.trim())),
        "this line of the front matter cannot be read",
        "write a key, a colon, a space and a value; put the value in quotes if in doubt; there may be more below",
    )
}
