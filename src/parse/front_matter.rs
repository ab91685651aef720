//! Reading a file's front matter into a raw struct: by serde alone where it fits, and otherwise once
//! more through a tree, to say everything that is wrong with it and where.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value as Schema;

use super::document::{self, Document};
pub(super) use super::refused::Refused;
use super::schema::{self, FrontMatter};
use super::yaml::explain::{self, Mistake};
use super::yaml::refusal::{FoundValue, ValueRefusal, ValueRefusalKind};
use super::yaml::unwanted::Unwanted;
use super::yaml::{self, Unreadable, Yaml, limits, reader, unwanted};
use super::{refused, rules};
use crate::diagnostics::{Diagnostic, Node, NodeValue, Place, Position, SourceText};

/// A file whose front matter was read, all of it or what fits.
pub(super) struct Read<T> {
    pub(super) raw: T,
    /// Where the body is.
    pub(super) body: Range<usize>,
    pub(super) refused: Refused,
}

/// Reads the front matter of a kind of file. `None` where there is nothing to go on with.
pub(super) fn read<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    kind: FrontMatter,
    problems: &mut Vec<Diagnostic>,
) -> Option<Read<T>> {
    let Some(Document { yaml, body }) = document::split(source) else {
        problems.push(missing(source));
        return None;
    };
    let text = &source.text[yaml.clone()];
    let mut root = None;
    let has_to_be_good = !limits::is_surely_small(text) || unwanted::may_be_in(text);
    if has_to_be_good || may_cut_off(text) {
        match read_values(source, &yaml) {
            Ok((values, found)) => {
                problems.extend(found.into_iter().map(|it| unwanted(source, it)));
                problems.extend(cut_off_texts(source, values, schema::of(kind)));
                root = Some(values);
            }
            // What this reader does not see, the other may.
            Err(Unreadable::Syntax(_)) if !has_to_be_good => {}
            Err(reason) => {
                problems.push(unreadable(source, &yaml, reason));
                return None;
            }
        }
    }
    match serde_yaml::from_str(text) {
        Ok(raw) => Some(Read { raw, body, refused: Refused::default() }),
        Err(error) => {
            let (raw, refused) = read_what_fits(source, (yaml, kind), root, &error, problems)?;
            Some(Read { raw, body, refused })
        }
    }
}

/// The values of front matter, and what does not belong there.
fn read_values<'s>(
    source: &'s SourceText,
    yaml: &Range<usize>,
) -> Result<(&'s Node, Vec<Unwanted>), Unreadable> {
    let Yaml { root, unwanted } = yaml::read(&source.text, yaml)?;
    let root = source.values(|| Some(root));
    root.map(|root| (root, unwanted)).ok_or(Unreadable::Syntax(yaml.start..yaml.start))
}

fn unreadable(source: &Arc<SourceText>, yaml: &Range<usize>, reason: Unreadable) -> Diagnostic {
    match reason {
        Unreadable::Depth(range) => {
            let message = format!(
                "here begins a group within {} others, and no fact stands so deep",
                limits::DEPTH_AT_MOST
            );
            rules::YAML_DEPTH
                .at(Place::span(source, range), message)
                .help("look for a bracket or a hyphen too many; put a text with brackets in quotes")
        }
        Unreadable::Values(range) => {
            let message =
                format!("this front matter has more than {} values", limits::VALUES_AT_MOST);
            rules::YAML_VALUES
                .at(Place::span(source, range), message)
                .help("a letter has a few hundred: is this the file that was meant?")
        }
        Unreadable::Syntax(range) => syntax(source, explain::mistake(&source.text, yaml, &range)),
    }
}

fn unwanted(source: &Arc<SourceText>, unwanted: Unwanted) -> Diagnostic {
    let message = format!("here is {}", unwanted.what);
    rules::UNWANTED_YAML
        .at(Place::span(source, unwanted.range), message)
        .help("write the value out in full; put a text that begins with a mark in quotes")
}

/// Whether a ` #` may cut a text off.
fn may_cut_off(yaml: &str) -> bool {
    yaml.contains(" #")
}

/// Texts that a ` #` cuts off: where any words may stand, as notes are useful elsewhere.
fn cut_off_texts(source: &Arc<SourceText>, root: &Node, schema: &Schema) -> Vec<Diagnostic> {
    let mut ends = Vec::new();
    ends_of_texts(root, schema, &mut ends);
    let notes = ends.into_iter().filter_map(|end| {
        let rest = source.text[end..].split('\n').next().unwrap_or("");
        let note = rest.trim_start();
        let is_cut = rest.starts_with(' ') && note.starts_with('#');
        is_cut.then(|| end + rest.len() - note.len()..end + rest.trim_end().len())
    });
    notes
        .map(|range| {
            let message = "this would be left out, as a note to oneself: the text ends before it";
            rules::YAML_COMMENT
                .at(Place::span(source, range), message)
                .help("put the whole text in quotes; or a note on a line of its own, behind `#`")
        })
        .collect()
}

/// Where the texts end that stand without quotes.
fn ends_of_texts(node: &Node, schema: &Schema, ends: &mut Vec<usize>) {
    match &node.value {
        NodeValue::Scalar { plain: true, .. } if schema::is_any_text(schema) => {
            ends.push(node.range.end);
        }
        NodeValue::Scalar { .. } => {}
        NodeValue::List(items) => {
            items.iter().for_each(|item| ends_of_texts(item, &schema["items"], ends));
        }
        NodeValue::Map(entries) => entries.iter().for_each(|entry| {
            ends_of_texts(&entry.value, &schema["properties"][&entry.key], ends);
        }),
    }
}

fn read_what_fits<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    (yaml, kind): (Range<usize>, FrontMatter),
    root: Option<&Node>,
    error: &serde_yaml::Error,
    problems: &mut Vec<Diagnostic>,
) -> Option<(T, Refused)> {
    let read = || read_values(source, &yaml).map(|(root, _)| root);
    let root = match root.map_or_else(read, Ok) {
        Ok(root) => root,
        Err(reason) => {
            problems.push(unreadable(source, &yaml, reason));
            return None;
        }
    };
    let (raw, refusals) = reader::read(root);
    let became_text = |refusal: &ValueRefusal| {
        matches!(&*refusal.kind, ValueRefusalKind::WrongType { found: FoundValue::Value(text), .. }
            if text.contains(explain::is_bullet))
    };
    let is_whole = raw.is_some() && !refusals.iter().any(became_text);
    if let Some(mistake) =
        explain::misread(&source.text, &yaml, raw.is_some()).filter(|_| !is_whole)
    {
        problems.push(syntax(source, mistake));
        return None;
    }
    if refusals.is_empty() && raw.is_some() && reader::has_empty_text(root) {
        return raw.map(|raw| (raw, Refused::default()));
    }
    if refusals.is_empty() {
        // The two readers of YAML disagree. The first one's word counts, as it reads clean files.
        let stopped_at = location(source, &yaml, error);
        problems.push(unreadable(source, &yaml, Unreadable::Syntax(stopped_at)));
        return None;
    }
    let mut refused = Refused::default();
    for refusal in refusals {
        problems.push(refused::problem(source, &yaml, kind, refusal, &mut refused));
    }
    raw.map(|raw| (raw, refused))
}

fn missing(source: &Arc<SourceText>) -> Diagnostic {
    let lines = source.text.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((*end - line.len(), line))
    });
    let begins = source.text.starts_with("---");
    // What is nearly a line of three hyphens was meant for one.
    let is_nearly =
        |line: &str| ["---", "----", "-----", "--", "...", "—", "–-"].contains(&line.trim());
    let mut nearly = lines.skip(usize::from(begins)).filter(|(_, line)| is_nearly(line));
    if let Some((start, line)) = nearly.next().filter(|(start, _)| begins || *start > 0) {
        let place = Place::span(source, start..start + line.len());
        let (message, help) = if begins {
            (
                "this line does not end the front matter",
                "write three hyphens and nothing else: `---`",
            )
        } else {
            ("nothing may stand before the front matter", "begin the file with this line: `---`")
        };
        return rules::MISSING_FRONT_MATTER.at(place, message).help(help);
    }
    let (message, help) = if begins {
        (
            "the front matter has no end",
            "put a line of three hyphens, `---`, between the front matter and the text",
        )
    } else {
        (
            "the front matter is missing",
            "begin the file with a line of three hyphens, `---`, then the keys, then `---` again",
        )
    };
    rules::MISSING_FRONT_MATTER.at(Place::start_of(source), message).help(help)
}

fn syntax(source: &Arc<SourceText>, mistake: Mistake) -> Diagnostic {
    let Mistake { rule, range, message, help } = mistake;
    rule.at(Place::span(source, range), message).help(help)
}

fn location(source: &SourceText, yaml: &Range<usize>, error: &serde_yaml::Error) -> Range<usize> {
    let lines_before = source.text[..yaml.start].matches('\n').count();
    let at = error.location().map_or(yaml.start, |location| {
        source.offset(Position { line: lines_before + location.line(), column: location.column() })
    });
    at..at
}
