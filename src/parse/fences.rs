//! Front matter whose lines of three hyphens are missing, or nearly there.

use std::ops::Range;
use std::sync::Arc;

use super::rules;
use super::schema::FrontMatter;
use super::written_keys::{WrittenLine, is_key_of, lines};
use crate::diagnostics::{Diagnostic, Place, SourceText, Suggestion};

/// What front matter begins and ends with.
const FENCE: &str = "---\n";

/// What is wrong with a file that does not have both lines.
pub(super) fn missing(source: &Arc<SourceText>, kind: FrontMatter) -> Diagnostic {
    let text: &str = &source.text;
    let mut all = lines(text, 0..text.len());
    let Some(first) = all.find(|line| !line.is_empty()) else {
        return rules::MISSING_FRONT_MATTER
            .at(Place::start_of(source), "this file is empty")
            .help("begin it with a line of three hyphens, `---`, then the keys, then `---` again; or delete it");
    };
    let is_key = |line: WrittenLine<'_>| line.key().is_some_and(|key| is_key_of(kind, key));
    if is_fence(first.text) {
        if first.start > 0 {
            let message = "nothing may stand before the front matter";
            return rules::MISSING_FRONT_MATTER
                .at(Place::span(source, first.range()), message)
                .help("begin the file with this line: `---`")
                .suggest(Suggestion::sure(0..first.start, ""));
        }
        let start = first.start + first.text.len();
        return without_end(source, start..text.len(), kind);
    }
    if is_nearly_fence(first.text) {
        return rules::MISSING_FRONT_MATTER
            .at(Place::span(source, first.range()), "this line does not begin the front matter")
            .help("write three hyphens and nothing else: `---`")
            .suggest(Suggestion::sure(whole(first), FENCE));
    }
    if is_key(first) {
        return rules::MISSING_FRONT_MATTER
            .at(Place::span(source, first.range()), "the line `---` before this is missing")
            .help("begin the file with a line of three hyphens, `---`, above the first key")
            .suggest(Suggestion::sure(0..0, FENCE));
    }
    if let Some(fence) = all.find(|line| is_fence(line.text)) {
        return rules::MISSING_FRONT_MATTER
            .at(Place::span(source, fence.range()), "nothing may stand before the front matter")
            .help("begin the file with this line: `---`");
    }
    rules::MISSING_FRONT_MATTER
        .at(Place::start_of(source), "the front matter is missing")
        .help("begin the file with a line of three hyphens, `---`, then the keys, then `---` again")
}

/// The end is missing of front matter that is in this part of a file.
fn without_end(source: &Arc<SourceText>, part: Range<usize>, kind: FrontMatter) -> Diagnostic {
    let Some(line) = first_of_text(&source.text, part.clone(), kind) else {
        let last = lines(&source.text, part).filter(|line| !line.is_empty()).last();
        let place = match last {
            Some(line) => Place::span(source, line.range()),
            None => Place::start_of(source),
        };
        let end = source.text.len();
        let is_ended = source.text.ends_with('\n');
        let fence = if is_ended { FENCE.to_owned() } else { format!("\n{FENCE}") };
        return rules::MISSING_FRONT_MATTER
            .at(place, "the front matter has no end")
            .help("put a line of three hyphens, `---`, below the last key")
            .suggest(Suggestion::sure(end..end, fence));
    };
    ends_before(source, line)
}

/// The line that the text begins with, or one that was meant to end the front matter.
pub(super) fn ends_before(source: &Arc<SourceText>, line: WrittenLine<'_>) -> Diagnostic {
    let place = Place::span(source, line.range());
    if is_nearly_fence(line.text) {
        return rules::MISSING_FRONT_MATTER
            .at(place, "this line does not end the front matter")
            .help("write three hyphens and nothing else: `---`")
            .suggest(Suggestion::sure(whole(line), FENCE));
    }
    rules::MISSING_FRONT_MATTER
        .at(place, "this is no key: the front matter has no end before it")
        .help("put a line of three hyphens, `---`, between the front matter and the text")
        .suggest(Suggestion::likely(line.start..line.start, FENCE))
}

/// The line that the text begins with, where front matter goes on into it, to a rule or a second `---` there.
pub(super) fn first_of_text_within<'t>(
    text: &'t str,
    yaml: &Range<usize>,
    kind: FrontMatter,
) -> Option<WrittenLine<'t>> {
    let line = first_of_text(text, yaml.clone(), kind)?;
    // Behind an empty line too this may be a note to oneself, where there is an end.
    if line.text.starts_with("# ") {
        return None;
    }
    let (before, rest) = (&text[yaml.start..line.start], &text[line.start..yaml.end]);
    // A line of text without an empty one around it is more likely a value's second line.
    let is_below_empty = lines(before, 0..before.len()).last().is_some_and(WrittenLine::is_empty);
    (is_nearly_fence(line.text) || rest.contains("\n\n") || is_below_empty).then_some(line)
}

/// The first line behind the last key that cannot be part of that key's value.
fn first_of_text(text: &str, part: Range<usize>, kind: FrontMatter) -> Option<WrittenLine<'_>> {
    let all: Vec<WrittenLine<'_>> = lines(text, part).collect();
    let is_key = |line: &WrittenLine<'_>| line.key().is_some_and(|key| is_key_of(kind, key));
    let last_key = all.iter().rposition(is_key)?;
    let is_list = all[last_key].text.trim_end().ends_with(':');
    let mut is_apart = false;
    for line in &all[last_key + 1..] {
        let content = line.text.trim_end();
        let is_note = content.starts_with('#') && !content.starts_with("##") && !is_apart;
        let is_item = is_list && !is_apart && content.starts_with("- ");
        let is_of_value = is_note || is_item || content.starts_with([']', '}']);
        if is_nearly_fence(line.text) || line.is_at_margin() && !is_of_value {
            return Some(*line);
        }
        is_apart = line.is_empty();
    }
    None
}

fn whole(line: WrittenLine<'_>) -> Range<usize> {
    line.start..line.start + line.text.len()
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE.trim_end()
}

/// Whether a line was meant for three hyphens: others, or dashes, or what ends a document elsewhere.
pub(super) fn is_nearly_fence(line: &str) -> bool {
    let is_mark = |it: &char| !it.is_whitespace() && *it != '\\';
    let marks: String = line.chars().filter(is_mark).collect();
    let is_dash = |it: char| "-‐‑‒–—―−".contains(it);
    let is_dashes = marks.chars().all(is_dash) && (marks.len() > 1);
    !is_fence(line) && (is_dashes || ["...", "***", "___", "+++"].contains(&&*marks))
}
