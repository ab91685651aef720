//! A file whose front matter has lost one of its two lines of hyphens.

use std::ops::Range;

use serde_json::Value as Schema;

use super::Mistake;
use super::lines::{YamlLine, lines};
use crate::diagnostics::Edit;
use crate::parse::fences::is_nearly_fence;
use crate::parse::rules;

/// Front matter without one of its fences: where it is, where the body is, and what to say.
pub(in crate::parse) fn without_fence(
    text: &str,
    schema: &Schema,
) -> Option<(Range<usize>, Range<usize>, Mistake)> {
    let lines = lines(text, &(0..text.len()));
    let is_fence = |line: &&YamlLine<'_>| line.text.trim_end() == "---";
    if lines.first().filter(is_fence).is_some() {
        return without_last(text, &lines[1..], schema);
    }
    without_first(text, &lines, schema)
}

/// It begins with a key that the format has, and ends with a fence.
fn without_first(
    text: &str,
    lines: &[YamlLine<'_>],
    schema: &Schema,
) -> Option<(Range<usize>, Range<usize>, Mistake)> {
    let first = lines.iter().find(|line| !line.is_blank() && !line.is_comment())?;
    let last = lines.iter().find(|line| line.text.trim_end() == "---")?;
    let is_front_matter = has_key(*first, schema) && last.start > first.start;
    is_front_matter.then(|| {
        let edit = Edit { range: 0..0, replacement: "---\n".to_owned() };
        let line = first.range(first.text);
        let message = "the line `---` before this is missing";
        let help = "begin the file with this line: `---`";
        let mistake = Mistake::new(rules::MISSING_FRONT_MATTER, line, message, help);
        let body = (last.start + last.text.len() + 1).min(text.len());
        (0..last.start, body..text.len(), mistake.writing(vec![edit], true))
    })
}

/// It ends before the first line in column 1 that is none of front matter.
fn without_last(
    text: &str,
    lines: &[YamlLine<'_>],
    schema: &Schema,
) -> Option<(Range<usize>, Range<usize>, Mistake)> {
    let start = lines.first()?.start;
    if let Some(fence) = lines.iter().find(|line| is_nearly_fence(line.text)) {
        let range = fence.range(fence.text);
        let edit = Edit { range: range.clone(), replacement: "---".to_owned() };
        let message = "this line does not end the front matter";
        let help = "write three hyphens and nothing else: `---`";
        let mistake = Mistake::new(rules::MISSING_FRONT_MATTER, range.clone(), message, help);
        let body = (range.end + 1).min(text.len());
        return Some((start..range.start, body..text.len(), mistake.writing(vec![edit], true)));
    }
    let is_first_key =
        lines.iter().find(|line| !line.is_blank()).is_some_and(|line| has_key(*line, schema));
    let last_blank = lines.windows(2).find(|pair| pair[0].is_blank() && is_of_body(pair[1]));
    let first = || lines.iter().find(|line| is_of_body(**line));
    let body = last_blank.map(|pair| &pair[1]).or_else(first).filter(|_| is_first_key)?;
    let edit = Edit { range: body.start..body.start, replacement: "---\n\n".to_owned() };
    let message = "this is no key: the front matter has no end before it";
    let help = "put a line of three hyphens, `---`, between the front matter and the text";
    let range = body.range(body.text.trim());
    let mistake = Mistake::new(rules::MISSING_FRONT_MATTER, range, message, help);
    Some((start..body.start, body.start..text.len(), mistake.writing(vec![edit], false)))
}

/// Front matter without an end, though a line like its end stands further below: a line in column 1 below an empty one,
/// which is none of front matter.
pub(in crate::parse) fn without_end(
    text: &str,
    yaml: &Range<usize>,
    schema: &Schema,
) -> Option<(Range<usize>, Range<usize>, Mistake)> {
    let lines = lines(text, yaml);
    let below_blank = lines.windows(2).find(|pair| pair[0].is_blank() && is_of_body(pair[1]))?;
    let above = lines.iter().take_while(|line| line.start < below_blank[1].start).copied();
    let mut up_to: Vec<YamlLine<'_>> = above.collect();
    up_to.push(below_blank[1]);
    without_last(text, &up_to, schema)
}

/// Whether a line stands in column 1 and is none of front matter.
fn is_of_body(line: YamlLine<'_>) -> bool {
    let is_marked = line.text.starts_with(['-', '[', '{', ']', '}']);
    let is_heading =
        line.text.trim_start_matches('#').starts_with(' ') && line.text.starts_with("##");
    let is_in_column_1 = line.text.starts_with(|it: char| !it.is_whitespace());
    is_heading || is_in_column_1 && !line.is_comment() && !is_marked && !looks_like_key(line.text)
}

fn looks_like_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| {
        !key.is_empty()
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
    })
}

fn has_key(line: YamlLine<'_>, schema: &Schema) -> bool {
    let key = line.text.split(':').next().unwrap_or("");
    line.text.contains(':') && schema["properties"].get(key.trim_end()).is_some()
}
