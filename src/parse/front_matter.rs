//! Reading a file's front matter into a raw struct: by serde alone where it fits, and otherwise once
//! more through a tree, to say everything that is wrong with it and where.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::document::{self, Document};
use super::refusal::{Refusal, RefusalKind};
use super::tree_reader;
use super::yaml::{self, SyntaxError};
use crate::diagnostics::{Diagnostic, Place, Position, SourceText, did_you_mean};

/// Reads the front matter, and says where the body is. `None` where there is nothing to go on with.
pub(super) fn read<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    problems: &mut Vec<Diagnostic>,
) -> Option<(T, Range<usize>)> {
    let Some(Document { yaml, body }) = document::split(source) else {
        problems.push(missing(source));
        return None;
    };
    if yaml::may_hold_unwanted(&source.text[yaml.clone()]) {
        problems.extend(unwanted(source, yaml.clone()));
    }
    let raw = match serde_yaml::from_str(&source.text[yaml.clone()]) {
        Ok(raw) => Some(raw),
        Err(error) => read_what_fits(source, yaml, &error, problems),
    };
    raw.map(|raw| (raw, body))
}

fn unwanted(source: &Arc<SourceText>, yaml: Range<usize>) -> Vec<Diagnostic> {
    let found = yaml::unwanted(&source.text, yaml).into_iter();
    found
        .map(|unwanted| {
            let place = Place::span(source, unwanted.range);
            let message = format!("here is {}", unwanted.what);
            Diagnostic::error("unwanted-yaml", place, message)
                .help("write the value out in full; put a text that begins with a mark in quotes")
        })
        .collect()
}

fn read_what_fits<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    yaml: Range<usize>,
    error: &serde_yaml::Error,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    let tree = match yaml::tree(&source.text, yaml.clone()) {
        Ok(tree) => tree,
        Err(SyntaxError { message, range }) => {
            problems.push(syntax(Place::span(source, range), &message));
            return None;
        }
    };
    let (raw, refusals) = tree_reader::read(&tree);
    if refusals.is_empty() {
        // The two readers of YAML disagree. The first one's word counts, as it reads clean files.
        let range = location(source, &yaml, error);
        problems.push(syntax(Place::span(source, range), &error.to_string()));
        return None;
    }
    problems.extend(refusals.into_iter().map(|refusal| as_diagnostic(source, &yaml, refusal)));
    raw
}

fn as_diagnostic(source: &Arc<SourceText>, yaml: &Range<usize>, refusal: Refusal) -> Diagnostic {
    let range = refusal.range.clone().unwrap_or(yaml.start..yaml.start);
    let first_line = source.text[range.clone()].split('\n').next().unwrap_or("").trim_end();
    let place = Place::span(source, range.start..range.start + first_line.len());
    let message = refusal.to_string();
    match refusal.kind {
        RefusalKind::UnknownKey { key, known } => {
            let near = did_you_mean(&key, known.iter().copied());
            Diagnostic::error("unknown-key", place, message)
                .help(near.unwrap_or_else(|| format!("the keys here are {}", known.join(", "))))
        }
        RefusalKind::DuplicateKey => Diagnostic::error("duplicate-key", place, message)
            .help("keep one of the two, with all that belongs to it"),
        RefusalKind::WrongType { .. } => Diagnostic::error("wrong-type", place, message),
        RefusalKind::Other(_) => Diagnostic::error("wrong-value", place, message),
    }
}

fn missing(source: &Arc<SourceText>) -> Diagnostic {
    let (message, help) = if source.text.starts_with("---") {
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
    Diagnostic::error("missing-front-matter", Place::start_of(source), message).help(help)
}

fn syntax(place: Place, message: &str) -> Diagnostic {
    Diagnostic::error("yaml-syntax", place, format!("the front matter cannot be read: {message}")).help(
        "often a text with a colon, a `#` or a quotation mark in it: put the whole of it in quotes",
    )
}

fn location(source: &SourceText, yaml: &Range<usize>, error: &serde_yaml::Error) -> Range<usize> {
    let lines_before = source.text[..yaml.start].matches('\n').count();
    let at = error.location().map_or(yaml.start, |location| {
        source.offset(Position { line: lines_before + location.line(), column: location.column() })
    });
    at..at
}
