//! How much front matter may hold, so that reading it ends soon: how deep it goes, and how many values it has.

use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::{Offsets, SyntaxError};

/// The groups and lists that a value may stand in. A letter needs three.
pub(in crate::parse) const DEPTH_AT_MOST: usize = 16;

/// The values that a file may have, its keys among them. A letter of forty findings has about five hundred.
pub(in crate::parse) const VALUES_AT_MOST: usize = 5_000;

/// Where front matter is more than may be read.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::parse) enum Excess {
    /// Here it goes too deep.
    Depth(Range<usize>),
    /// Here is one value too many.
    Values(Range<usize>),
}

/// Holds front matter against the limits before anything else reads it. What is surely within them, as almost every
/// file is, is only counted; all else is read value by value, as the time that serde's reader takes grows with the
/// square of the depth.
pub(in crate::parse) fn excess(
    text: &str,
    yaml: &Range<usize>,
) -> Result<Option<Excess>, SyntaxError> {
    if is_surely_small(&text[yaml.clone()]) { Ok(None) } else { count(text, yaml) }
}

/// Counts the values, and how deep they stand.
pub(in crate::parse) fn count(
    text: &str,
    yaml: &Range<usize>,
) -> Result<Option<Excess>, SyntaxError> {
    let offsets = Offsets::new(&text[yaml.clone()], yaml.start);
    let mut parser = Parser::new_from_str(&text[yaml.clone()]);
    let (mut depth, mut values) = (0, 0);
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            // The parser looks for the end of a bracket before it tells of its beginning.
            Err(error) => {
                let syntax_error = offsets.syntax_error(&error);
                return deepest_bracket(text, yaml).map(Some).ok_or(syntax_error);
            }
        };
        let range = offsets.range(&span);
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => {
                depth -= 1;
                continue;
            }
            Event::Scalar(..) | Event::Alias(_) => {}
            _ => continue,
        }
        values += 1;
        if depth > DEPTH_AT_MOST {
            return Ok(Some(Excess::Depth(range)));
        }
        if values > VALUES_AT_MOST {
            return Ok(Some(Excess::Values(range)));
        }
    }
    Ok(None)
}

/// Whether front matter cannot go beyond the limits, whatever its marks mean. A value that is not the first has a mark
/// or the end of a line before it, and a mark begins three at most. A level has a column of its own, or a
/// bracket.
fn is_surely_small(yaml: &str) -> bool {
    let separates = |byte: &u8| b"\n,:-?[{".contains(byte);
    let marks = yaml.bytes().filter(|byte| separates(byte)).count();
    let starts_deep =
        |line: &str| line.bytes().take_while(|byte| b" -?:".contains(byte)).count() > DEPTH_AT_MOST;
    3 * marks < VALUES_AT_MOST
        && !yaml.split('\n').any(starts_deep)
        && open_brackets(yaml).all(|(_, open)| open <= DEPTH_AT_MOST)
}

fn deepest_bracket(text: &str, yaml: &Range<usize>) -> Option<Excess> {
    let (at, _) = open_brackets(&text[yaml.clone()]).find(|(_, open)| *open > DEPTH_AT_MOST)?;
    Some(Excess::Depth(yaml.start + at..yaml.start + at + 1))
}

/// Each bracket that opens, with how many are open there: never fewer than there are. Those of a line with quotation
/// marks or a comment are not taken for closed, as what closes them may be a part of a text.
fn open_brackets(yaml: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut left_open = 0;
    let mut start = 0;
    yaml.split_inclusive('\n').flat_map(move |line| {
        let line_start = start;
        start += line.len();
        let may_close = !line.contains(['"', '\'', '#']);
        let mut open = 0;
        let mut found = Vec::new();
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'[' | b'{' => {
                    open += 1;
                    found.push((line_start + at, left_open + open));
                }
                b']' | b'}' if may_close && open > 0 => open -= 1,
                _ => {}
            }
        }
        left_open += open;
        found
    })
}
