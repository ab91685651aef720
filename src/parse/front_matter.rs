//! Reading a file's front matter into a raw struct: by serde alone where it fits, and otherwise once
//! more through a tree, to say everything that is wrong with it and where.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::document::{self, Document};
use super::refusal::{Refusal, RefusalKind};
use super::tree_reader;
use super::yaml::{self, SyntaxError};
use super::yaml_words::{self, Mistake};
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
    problems.extend(cut_off_texts(source, yaml.clone()));
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

/// Texts that a ` #` cuts off: only where the key's value is a sentence, as notes are useful elsewhere.
fn cut_off_texts(source: &Arc<SourceText>, yaml: Range<usize>) -> Vec<Diagnostic> {
    const SENTENCES: [&str; 5] = ["text: ", "words: ", "note: ", "label: ", "subject: "];
    let mut start = yaml.start;
    let mut problems = Vec::new();
    for line in source.text[yaml].split_inclusive('\n') {
        let content = line.trim_start().trim_start_matches("- ");
        let value = SENTENCES.iter().find_map(|key| content.strip_prefix(key));
        let cut_at =
            value.filter(|value| !value.starts_with(['"', '\''])).and_then(|_| line.find(" #"));
        if let Some(at) = cut_at {
            let place = Place::span(source, start + at + 1..start + line.trim_end().len());
            let message = "this is taken for a note to oneself, and is not part of the text";
            problems.push(
                Diagnostic::warning("yaml-comment", place, message)
                    .help("put the whole text in quotes if it is meant to be read"),
            );
        }
        start += line.len();
    }
    problems
}

fn read_what_fits<T: DeserializeOwned>(
    source: &Arc<SourceText>,
    yaml: Range<usize>,
    error: &serde_yaml::Error,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    let tree = match yaml::tree(&source.text, yaml.clone()) {
        Ok(tree) => tree,
        Err(error) => {
            problems.push(syntax(source, yaml_words::mistake(&source.text, &yaml, &error)));
            return None;
        }
    };
    let (raw, refusals) = tree_reader::read(&tree);
    if let Some(mistake) = yaml_words::misread(&source.text, &yaml, raw.is_some()) {
        problems.push(syntax(source, mistake));
        return None;
    }
    if refusals.is_empty() {
        // The two readers of YAML disagree. The first one's word counts, as it reads clean files.
        let error = SyntaxError { range: location(source, &yaml, error) };
        problems.push(syntax(source, yaml_words::mistake(&source.text, &yaml, &error)));
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
        RefusalKind::WrongType { found, expected } => {
            let help = type_help(&found, &expected);
            Diagnostic { help, ..Diagnostic::error("wrong-type", place, message) }
        }
        RefusalKind::Other(_) => Diagnostic::error("wrong-value", place, message),
    }
}

/// How to write a value of another kind, from what is there.
fn type_help(found: &str, expected: &str) -> Option<String> {
    let value = found.trim_matches('`');
    match expected {
        "a list" if value != found => Some(format!("write it in brackets: `[{value}]`")),
        "`true` or `false`" => match value.to_lowercase().as_str() {
            "yes" | "y" | "on" => Some("write `true`".to_owned()),
            "no" | "n" | "off" => Some("write `false`".to_owned()),
            _ => None,
        },
        "a number" | "a whole number" => {
            let is_part = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == '-';
            let digits: String = value.chars().filter(|&letter| is_part(letter)).collect();
            digits.parse::<f64>().ok().map(|_| format!("write the figure alone: {digits}"))
        }
        _ if expected.starts_with("a group of") && value != found => {
            let key = expected.split('`').nth(1)?;
            Some(format!("write a key before it, such as `{key}: {value}`"))
        }
        _ => None,
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

fn syntax(source: &Arc<SourceText>, mistake: Mistake) -> Diagnostic {
    let Mistake { code, range, message, help } = mistake;
    Diagnostic::error(code, Place::span(source, range), message).help(help)
}

fn location(source: &SourceText, yaml: &Range<usize>, error: &serde_yaml::Error) -> Range<usize> {
    let lines_before = source.text[..yaml.start].matches('\n').count();
    let at = error.location().map_or(yaml.start, |location| {
        source.offset(Position { line: lines_before + location.line(), column: location.column() })
    });
    at..at
}
