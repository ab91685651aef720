//! Where values of front matter stand: found only when asked for, so that a file without problems does
//! not pay for it.

use std::ops::Range;
use std::sync::Arc;

use super::{document, yaml};
use crate::diagnostics::{
    Applicability, At, Diagnostic, Edit, Node, NodeValue, Place, SourceText, Suggestion, question,
};

/// Where a value of the front matter stands; the first line of the file where it cannot be found.
pub(crate) fn place_of(source: &Arc<SourceText>, at: At<'_>) -> Place {
    tree(source)
        .and_then(|root| root.locate(&source.text, at))
        .map_or_else(|| Place::start_of(source), |range| Place::span(source, range))
}

/// The whole of a value of the front matter, in bytes of the file; `None` where it is not there.
pub(crate) fn range_of(source: &SourceText, at: At<'_>) -> Option<Range<usize>> {
    tree(source)?.get(at).map(|node| node.range.clone())
}

/// The way to the value that stands at a byte of the file, its keys and indexes joined by dots: `findings.3.text`; `body` below the
/// front matter, and nothing where neither is known.
#[cfg(feature = "preview")]
pub(crate) fn key_path_at(source: &SourceText, at: usize) -> String {
    if document::split(source).is_some_and(|document| at >= document.body.start) {
        return "body".to_owned();
    }
    let mut path = Vec::new();
    let mut node = tree(source);
    while let Some(here) = node {
        node = match &here.value {
            NodeValue::Scalar { .. } => None,
            NodeValue::List(items) => {
                let found = items.iter().enumerate().rfind(|(_, item)| item.range.start <= at);
                found.map(|(index, item)| {
                    path.push(index.to_string());
                    item
                })
            }
            NodeValue::Map(entries) => {
                let found = entries.iter().rfind(|entry| entry.key_range.start <= at);
                found.map(|entry| {
                    path.push(entry.key.clone());
                    &entry.value
                })
            }
        };
    }
    path.join(".")
}

/// What stands behind the value of a key on its line, in each item of a list of groups.
#[cfg(feature = "preview")]
pub(crate) fn comments_behind(source: &SourceText, list: &str, key: &str) -> Vec<String> {
    let root = tree(source);
    let items = match root.as_ref().and_then(|root| root.get(At::Root.key(list))) {
        Some(Node { value: NodeValue::List(items), .. }) => items.as_slice(),
        _ => &[],
    };
    let behind = |item: &Node| {
        let end = item.get(At::Root.key(key))?.range.end;
        source.text[end..].lines().next().map(|rest| rest.trim().to_owned())
    };
    items.iter().map(|item| behind(item).unwrap_or_default()).collect()
}

/// How many values are written here, whether they can be read or not: those of a list or a group, or one.
pub(crate) fn count_written(source: &SourceText, at: At<'_>) -> usize {
    let node = tree(source).and_then(|root| root.get(at));
    node.map_or(0, |node| match &node.value {
        NodeValue::Scalar { text, .. } => {
            usize::from(!["", "~", "null"].contains(&text.trim().to_lowercase().as_str()))
        }
        NodeValue::List(items) => items.len(),
        NodeValue::Map(entries) => entries.len(),
    })
}

/// What writes something else in the place of a value, or of a key; `None` where that is not one word or text in one line.
pub(crate) fn edit(
    source: &SourceText,
    at: At<'_>,
    replacement: impl Into<String>,
) -> Option<Edit> {
    let root = tree(source)?;
    let range = match at {
        At::Name(..) => root.locate(&source.text, at)?,
        at => one_line(&source.text, root.get(at)?)?,
    };
    Some(Edit { range, replacement: replacement.into() })
}

/// Where a single value stands, its quotation marks with it; `None` for one on several lines, and for none.
pub(super) fn one_line(text: &str, node: &Node) -> Option<Range<usize>> {
    let NodeValue::Scalar { plain, .. } = &node.value else { return None };
    let written = text[node.range.clone()].trim_end();
    // A text on lines of its own, below `|`, has no quotation marks.
    let is_whole = *plain || written.starts_with(['"', '\'']);
    let is_there = !written.is_empty() && is_whole && !written.contains('\n');
    is_there.then(|| node.range.start..node.range.start + written.len())
}

/// A problem of a value, with what to write in its place.
pub(crate) fn suggest_instead(
    problem: Diagnostic,
    at: At<'_>,
    (words, applicability): (impl Into<String>, Applicability),
) -> Diagnostic {
    let Place::Span(source, _) = &problem.place else { return problem };
    match edit(source, at, words) {
        Some(edit) => problem.suggest(Suggestion::new([edit], applicability)),
        None => problem,
    }
}

/// A problem of a value that is nearly another one, which may be meant.
pub(crate) fn suggest_near(problem: Diagnostic, at: At<'_>, near: &str) -> Diagnostic {
    suggest_instead(problem.help(question(near)), at, (near, Applicability::MaybeIncorrect))
}

pub(super) fn tree(source: &SourceText) -> Option<&Node> {
    source.values(|| {
        let document = document::split(source)?;
        yaml::read(&source.text, &document.yaml).ok().map(|document| document.root)
    })
}
