//! Values of front matter that serde refused: what is told of them, and what was meant.

use std::ops::Range;
use std::sync::Arc;

use super::positions::tree;
use super::rules;
use super::schema::{self, FrontMatter};
use super::wrong_type::WrongType;
use super::yaml::refusal::{FoundValue, ValueRefusal, ValueRefusalKind};
use crate::diagnostics::{
    Applicability, Diagnostic, Edit, Node, NodeValue, Place, SourceText, Suggestion, nearest,
    question,
};

/// What of front matter did not fit, and so is not missing.
#[derive(Default)]
pub(super) struct Refused {
    /// Keys that were most likely meant by others.
    pub(super) misspelt: Vec<&'static str>,
    /// Where values begin that are of another type.
    pub(super) wrong_types: Vec<usize>,
}

/// What is told of a refused value.
pub(super) fn problem(
    source: &Arc<SourceText>,
    yaml: &Range<usize>,
    kind: FrontMatter,
    mut refusal: ValueRefusal,
    refused: &mut Refused,
) -> Diagnostic {
    let range = refusal.range.clone().unwrap_or(yaml.start..yaml.start);
    let first_line = source.text[range.clone()].split('\n').next().unwrap_or("").trim_end();
    let first_line = range.start..range.start + first_line.len();
    let place = Place::span(source, first_line.clone());
    let is_one_line = source.text[range].trim_end().len() == first_line.len();
    let suggest = |problem: Diagnostic, words: String, applicability| {
        let edit = Edit { range: first_line.clone(), replacement: words };
        problem.suggest(Suggestion::new([edit], applicability))
    };
    match &mut *refusal.kind {
        ValueRefusalKind::UnknownKey { key, known } => {
            let near = nearest(key, known.iter().copied());
            refused.misspelt.extend(near);
            let help =
                near.map_or_else(|| format!("the keys here are {}", known.join(", ")), question);
            let is_there_too = near.is_some_and(|near| has_beside(source, first_line.start, near));
            let as_it_is = near.filter(|_| !is_there_too).map(|near| {
                let is_same = letters(near) == letters(key);
                (
                    near,
                    if is_same {
                        Applicability::MachineApplicable
                    } else {
                        Applicability::MaybeIncorrect
                    },
                )
            });
            let problem = rules::UNKNOWN_KEY.at(place, refusal.to_string()).help(help);
            match as_it_is {
                Some((near, applicability)) => suggest(problem, near.to_owned(), applicability),
                None => problem,
            }
        }
        ValueRefusalKind::DuplicateKey => rules::DUPLICATE_KEY
            .at(place, refusal.to_string())
            .help("keep one of the two, with all that belongs to it"),
        ValueRefusalKind::WrongType { found, expected } => {
            refused.wrong_types.push(first_line.start);
            let line_start = source.text[..first_line.start].rfind('\n').map_or(0, |end| end + 1);
            let written = Some(&source.text[first_line.clone()]);
            let written = written.filter(|it| is_one_line && !it.is_empty());
            let advice = WrongType {
                found,
                expected,
                key: refusal.key.as_deref().unwrap_or(""),
                written,
                before: &source.text[line_start..first_line.start],
                schema: schema::of(kind),
            }
            .advice();
            // As it was typed: `06`, `"6"`.
            if let (FoundValue::Value(value), Some(written)) = (found, written) {
                written.clone_into(value);
            }
            let problem = rules::WRONG_TYPE.at(place, refusal.to_string());
            let Some(advice) = advice else { return problem };
            let problem = problem.help(advice.help);
            match advice.instead.filter(|_| is_one_line) {
                Some((words, applicability)) => suggest(problem, words, applicability),
                None => problem,
            }
        }
        ValueRefusalKind::Other(_) => {
            refused.wrong_types.push(first_line.start);
            rules::WRONG_TYPE.at(place, refusal.to_string())
        }
    }
}

/// A key without what only its form adds: `On-Site` for `on_site`.
fn letters(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphanumeric).map(|it| it.to_ascii_lowercase()).collect()
}

/// Whether the group that a key stands in has another key too.
fn has_beside(source: &SourceText, key_start: usize, other: &str) -> bool {
    fn look(node: &Node, key_start: usize, other: &str) -> bool {
        match &node.value {
            NodeValue::Scalar { .. } => false,
            NodeValue::List(items) => items.iter().any(|item| look(item, key_start, other)),
            NodeValue::Map(entries) => {
                let is_here = entries.iter().any(|entry| entry.key_range.start == key_start);
                is_here && entries.iter().any(|entry| entry.key == other)
                    || entries.iter().any(|entry| look(&entry.value, key_start, other))
            }
        }
    }
    tree(source).is_some_and(|root| look(root, key_start, other))
}
