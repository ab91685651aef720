//! Front matter whose lines of three hyphens are missing, or nearly there.

use std::ops::Range;
use std::sync::Arc;

use super::known_keys::{is_first_key_of, is_key_of};
use super::lines::{Line, lines};
use super::rules;
use super::schema::FrontMatter;
use crate::diagnostics::{Diagnostic, Place, SourceText, Suggestion};

/// What front matter begins and ends with.
const FENCE: &str = "---";

/// Front matter that lacks one of its fences.
pub(super) struct Unfenced {
    /// Where it is.
    pub(super) yaml: Range<usize>,
    /// Where the text below it is.
    pub(super) body: Range<usize>,
    /// What to say of it.
    pub(super) problem: Diagnostic,
}

/// The front matter of a file that does not have both fences, where it is clear where it is; or else only what to say.
pub(super) fn unfenced(
    source: &Arc<SourceText>,
    kind: FrontMatter,
) -> Result<Unfenced, Box<Diagnostic>> {
    let text: &str = &source.text;
    let problem = |place, message| rules::MISSING_FRONT_MATTER.at(place, message);
    let all: Vec<Line<'_>> = lines(text, 0..text.len()).collect();
    let Some(first) = all.iter().find(|line| !line.is_blank()) else {
        return Err(Box::new(problem(Place::start_of(source), "this file is empty").help(
            "begin it with a line of three hyphens, `---`, then the keys, then `---` again; or delete it",
        )));
    };
    let place = Place::span(source, first.content());
    if is_fence(first.text) && first.start > 0 {
        let problem = problem(place, "nothing may stand before the front matter")
            .help("begin the file with this line: `---`")
            .suggest(Suggestion::sure(0..first.start, ""));
        return Err(Box::new(problem));
    }
    let below = (first.start + first.text.len() + 1).min(text.len());
    if is_fence(first.text) {
        let part = below..text.len();
        return Ok(ends_in(source, &part, kind).unwrap_or_else(|| without_end(source, part)));
    }
    let last = all.iter().find(|line| line.start > first.start && is_fence(line.text));
    let after_first = || all.iter().filter(|line| line.start >= below && !line.is_blank());
    let is_rule = is_nearly_fence(first.text);
    if let Some(next) = after_first().next().filter(|next| is_rule && is_fence(next.text)) {
        let problem = problem(place, "nothing may stand before the front matter")
            .help("delete this line: the file begins with the next, `---`")
            .suggest(Suggestion::sure(0..next.start, ""));
        return Err(Box::new(problem));
    }
    let rest: Vec<Line<'_>> = after_first().copied().collect();
    let (problem, start) = if is_rule && begins_with_key(&rest, kind) {
        let problem = problem(place, "this line does not begin the front matter")
            .help("write three hyphens and nothing else: `---`")
            .suggest(Suggestion::sure(0..below, format!("{FENCE}\n")));
        (problem, below)
    } else if begins_with_key(&all, kind) {
        let problem = problem(place, "the line `---` before this is missing")
            .help("begin the file with this line: `---`")
            .suggest(Suggestion::sure(0..0, format!("{FENCE}\n")));
        (problem, 0)
    } else {
        let problem = match last {
            Some(_) => problem(place, "this stands before the front matter")
                .help("delete it, or move it below the second line of three hyphens, to the text"),
            None => problem(Place::start_of(source), "the front matter is missing").help(
                "begin the file with a line of three hyphens, `---`, then the keys, then `---` again",
            ),
        };
        return Err(Box::new(problem));
    };
    match last {
        Some(last) => {
            let body = (last.start + last.text.len() + 1).min(text.len());
            Ok(Unfenced { yaml: start..last.start, body: body..text.len(), problem })
        }
        None => Err(Box::new(problem)),
    }
}

/// Front matter that goes on into the text, to a line like its end further below.
pub(super) fn end_within(
    source: &Arc<SourceText>,
    yaml: &Range<usize>,
    kind: FrontMatter,
) -> Option<Unfenced> {
    let all: Vec<Line<'_>> = lines(&source.text, yaml.clone()).collect();
    let line = behind_last_key(&all, kind)?;
    // Behind an empty line too this may be a note to oneself, where there is an end.
    if line.text.starts_with("# ") {
        return None;
    }
    let rest = &source.text[line.start..yaml.end];
    // A line of text without an empty one around it is more likely a value's second line.
    let above = all.iter().take_while(|it| it.start < line.start).last();
    let is_below_blank = above.is_some_and(|it| it.is_blank());
    (is_nearly_fence(line.text) || rest.contains("\n\n") || is_below_blank)
        .then(|| ends_before(source, yaml.start, line))
}

/// Front matter in a part of a file that ends before the first line that is none of it.
fn ends_in(source: &Arc<SourceText>, part: &Range<usize>, kind: FrontMatter) -> Option<Unfenced> {
    let all: Vec<Line<'_>> = lines(&source.text, part.clone()).collect();
    if let Some(line) = all.iter().find(|line| goes_on(line.text)) {
        return Some(ends_at_hyphens(source, part.start, *line));
    }
    let is_meant = |line: &&Line<'_>| line.is_at_margin() && is_nearly_fence(line.text);
    // Below it may be a text with a rule in it.
    let meant = all.iter().find(is_meant).copied();
    let line =
        [meant, behind_last_key(&all, kind)].into_iter().flatten().min_by_key(|it| it.start)?;
    Some(ends_before(source, part.start, line))
}

/// Front matter that ends before the line that the text begins with, or at one that was meant to end it.
fn ends_before(source: &Arc<SourceText>, start: usize, line: Line<'_>) -> Unfenced {
    let yaml = start..line.start;
    let place = Place::span(source, line.content());
    let length = source.text.len();
    if is_nearly_fence(line.text) {
        let end = line.start + line.text.len();
        let problem = rules::MISSING_FRONT_MATTER
            .at(place, "this line does not end the front matter")
            .help("write three hyphens and nothing else: `---`")
            .suggest(Suggestion::likely(line.start..end, FENCE));
        return Unfenced { yaml, body: (end + 1).min(length)..length, problem };
    }
    let problem = rules::MISSING_FRONT_MATTER
        .at(place, "this is no key: the front matter has no end before it")
        .help("put a line of three hyphens, `---`, between the front matter and the text")
        .suggest(Suggestion::likely(line.start..line.start, format!("{FENCE}\n\n")));
    Unfenced { yaml, body: line.start..length, problem }
}

/// Front matter that ends at three hyphens behind which the text begins, on the same line.
fn ends_at_hyphens(source: &Arc<SourceText>, start: usize, line: Line<'_>) -> Unfenced {
    let end = line.start + FENCE.len();
    let problem = rules::MISSING_FRONT_MATTER
        .at(Place::span(source, line.content()), "behind the three hyphens this line goes on")
        .help("begin a new line behind `---`")
        .suggest(Suggestion::likely(end..end, "\n"));
    Unfenced { yaml: start..line.start, body: end..source.text.len(), problem }
}

/// Whether words stand right behind three hyphens.
fn goes_on(line: &str) -> bool {
    let rest = line.strip_prefix(FENCE).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(|it: char| it.is_alphabetic() || it == '#'))
}

/// Front matter that is all of the file.
fn without_end(source: &Arc<SourceText>, yaml: Range<usize>) -> Unfenced {
    let end = source.text.len();
    let last = lines(&source.text, yaml.clone()).filter(|line| !line.is_blank()).last();
    let place =
        last.map_or_else(|| Place::start_of(source), |line| Place::span(source, line.content()));
    let line_end = if source.text.ends_with('\n') { "" } else { "\n" };
    let problem = rules::MISSING_FRONT_MATTER
        .at(place, "the front matter has no end")
        .help("put a line of three hyphens, `---`, below the last key")
        .suggest(Suggestion::sure(end..end, format!("{line_end}{FENCE}\n")));
    Unfenced { yaml, body: end..end, problem }
}

/// Whether the first line that is no note has a key of the whole file.
fn begins_with_key(all: &[Line<'_>], kind: FrontMatter) -> bool {
    let first = all.iter().find(|line| !line.is_blank() && !line.is_comment());
    let key = |line: &Line<'_>| line.text.split_once(':').map(|(key, _)| key.trim_end().to_owned());
    first.and_then(key).is_some_and(|key| is_first_key_of(kind, &key))
}

/// The first line behind the last key that cannot be part of that key's value.
fn behind_last_key<'t>(all: &[Line<'t>], kind: FrontMatter) -> Option<Line<'t>> {
    let is_key = |line: &Line<'_>| line.key().is_some_and(|key| is_key_of(kind, key));
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
        is_apart = line.is_blank();
    }
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE
}

/// Whether a line was meant for three hyphens: others, or dashes, or what ends a document elsewhere.
pub(super) fn is_nearly_fence(line: &str) -> bool {
    let is_mark = |it: &char| !it.is_whitespace() && *it != '\\';
    let marks: String = line.chars().filter(is_mark).collect();
    let is_dash = |it: char| "-‐‑‒–—―−".contains(it);
    let is_dashes = marks.chars().all(is_dash) && (marks.chars().count() > 1 || marks == "—");
    !is_fence(line) && (is_dashes || ["...", "***", "___", "+++"].contains(&&*marks))
}
