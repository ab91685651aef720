//! How much front matter may hold, so that reading it ends soon: how deep it goes, and how many values it has.

use std::ops::Range;

/// The groups and lists that a value may stand in. A letter needs three.
pub(in crate::parse) const DEPTH_AT_MOST: usize = 16;

/// The values that a file may have, its keys among them. A letter of forty findings has about five hundred.
pub(in crate::parse) const VALUES_AT_MOST: usize = 5_000;

/// Whether front matter cannot go beyond the limits, whatever its marks mean, as almost every file is. All else is walked
/// through before serde's reader sees it, whose time grows with the square of the depth.
///
/// A value that is not the first has a mark or the end of a line before it, and a mark begins three at most. A level has
/// a column of its own, or a bracket.
pub(in crate::parse) fn is_surely_small(yaml: &str) -> bool {
    let separates = |byte: &u8| b"\n,:-?[{".contains(byte);
    let marks = yaml.bytes().filter(|byte| separates(byte)).count();
    let starts_deep =
        |line: &str| line.bytes().take_while(|byte| b" -?:".contains(byte)).count() > DEPTH_AT_MOST;
    3 * marks < VALUES_AT_MOST
        && !yaml.split('\n').any(starts_deep)
        && open_brackets(yaml).all(|(_, open)| open <= DEPTH_AT_MOST)
}

/// Where a bracket opens that goes too deep.
pub(super) fn deepest_bracket(text: &str, yaml: &Range<usize>) -> Option<Range<usize>> {
    let (at, _) = open_brackets(&text[yaml.clone()]).find(|(_, open)| *open > DEPTH_AT_MOST)?;
    Some(yaml.start + at..yaml.start + at + 1)
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
