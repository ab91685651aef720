//! Reading a file's front matter into a raw struct: by serde alone where it fits, and otherwise once
//! more through a tree, to say everything that is wrong with it and where.

use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::document::{self, Document};
use super::refusal::{Refusal, RefusalKind};
use super::rules;
use super::tree_reader;
use super::yaml::{self, SyntaxError};
use super::yaml_limits::{self, Excess};
use super::yaml_unwanted::{self, Unwanted};
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
    let excess = yaml_limits::excess(&source.text, &yaml);
    if let Some(problem) = refused_unread(source, &yaml, excess) {
        problems.push(problem);
        return None;
    }
    if yaml_unwanted::may_hold_unwanted(&source.text[yaml.clone()]) {
        match yaml_unwanted::unwanted(&source.text, yaml.clone()) {
            Ok(found) => problems.extend(found.into_iter().map(|it| unwanted(source, it))),
            // What this reader does not see, the other may.
            Err(error) => {
                problems.extend(refused_unread(source, &yaml, Err(error)));
                return None;
            }
        }
    }
    problems.extend(cut_off_texts(source, yaml.clone()));
    let raw = match serde_yaml::from_str(&source.text[yaml.clone()]) {
        Ok(raw) => Some(raw),
        Err(error) => read_what_fits(source, yaml, &error, problems),
    };
    raw.map(|raw| (raw, body))
}

/// What is said of front matter that no reader is given, or that none can make a tree of.
fn refused_unread(
    source: &Arc<SourceText>,
    yaml: &Range<usize>,
    excess: Result<Option<Excess>, SyntaxError>,
) -> Option<Diagnostic> {
    match excess {
        Ok(None) => None,
        Ok(Some(excess)) => Some(too_much(source, excess)),
        Err(error) => Some(syntax(source, yaml_words::mistake(&source.text, yaml, &error))),
    }
}

fn too_much(source: &Arc<SourceText>, excess: Excess) -> Diagnostic {
    match excess {
        Excess::Depth(range) => {
            let message = format!(
                "here begins a group within {} others, and no fact stands so deep",
                yaml_limits::DEPTH_AT_MOST
            );
            rules::YAML_DEPTH
                .at(Place::span(source, range), message)
                .help("look for a bracket or a hyphen too many; put a text with brackets in quotes")
        }
        Excess::Values(range) => {
            let message =
                format!("this front matter has more than {} values", yaml_limits::VALUES_AT_MOST);
            rules::YAML_VALUES
                .at(Place::span(source, range), message)
                .help("a letter has a few hundred: is this the file that was meant?")
        }
    }
}

fn unwanted(source: &Arc<SourceText>, unwanted: Unwanted) -> Diagnostic {
    let message = format!("here is {}", unwanted.what);
    rules::UNWANTED_YAML
        .at(Place::span(source, unwanted.range), message)
        .help("write the value out in full; put a text that begins with a mark in quotes")
}

/// Texts that a ` #` cuts off: only where the value is a sentence or an item of a list of words, as
/// notes are useful elsewhere.
fn cut_off_texts(source: &Arc<SourceText>, yaml: Range<usize>) -> Vec<Diagnostic> {
    if !source.text[yaml.clone()].contains(" #") {
        return Vec::new();
    }
    let ends =
        yaml::tree(&source.text, yaml).map_or_else(|_| Vec::new(), |root| root.ends_of_texts());
    let notes = ends.into_iter().filter_map(|end| {
        let rest = source.text[end..].split('\n').next().unwrap_or("");
        let note = rest.trim_start();
        let is_cut = rest.starts_with(' ') && note.starts_with('#');
        is_cut.then(|| end + rest.len() - note.len()..end + rest.trim_end().len())
    });
    notes
        .map(|range| {
            let message = "this is taken for a note to oneself, and is not part of the text";
            rules::YAML_COMMENT
                .at(Place::span(source, range), message)
                .help("put the whole text in quotes if it is meant to be read")
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
        Err(error) => {
            let excess = match yaml_limits::count(&source.text, &yaml) {
                Ok(Some(excess)) => Ok(Some(excess)),
                _ => Err(error),
            };
            problems.extend(refused_unread(source, &yaml, excess));
            return None;
        }
    };
    let (raw, refusals) = tree_reader::read(&tree);
    let became_text = |refusal: &Refusal| {
        matches!(&refusal.kind, RefusalKind::WrongType { found, .. }
            if found.contains(yaml_words::is_bullet))
    };
    let is_whole = raw.is_some() && !refusals.iter().any(became_text);
    if let Some(mistake) =
        yaml_words::misread(&source.text, &yaml, raw.is_some()).filter(|_| !is_whole)
    {
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
            rules::UNKNOWN_KEY
                .at(place, message)
                .help(near.unwrap_or_else(|| format!("the keys here are {}", known.join(", "))))
        }
        RefusalKind::DuplicateKey => rules::DUPLICATE_KEY
            .at(place, message)
            .help("keep one of the two, with all that belongs to it"),
        RefusalKind::WrongType { found, expected } => {
            let help = type_help(&found, &expected);
            Diagnostic { help, ..rules::WRONG_TYPE.at(place, message) }
        }
        RefusalKind::Other(_) => rules::WRONG_TYPE.at(place, message),
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
            let is_figure = digits != value && value.contains(digits.as_str());
            let number = digits.parse::<f64>().ok().filter(|_| is_figure);
            number.map(|_| format!("write the figure alone: {digits}"))
        }
        "text" if found == "a group of keys" => {
            Some("put a text with a colon in it in quotes".to_owned())
        }
        _ if expected.starts_with("a group of") && value != found => {
            let key = expected.split('`').nth(1)?;
            Some(format!("write a key before it, such as `{key}: {value}`"))
        }
        _ => None,
    }
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
