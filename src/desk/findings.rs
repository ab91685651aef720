//! What an editor does with findings: takes a suggestion over, joins two, splits one, throws one away, or makes one of words
//! in the letter.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::act_error::ActError;
use super::join::{joined, with_words};
use super::split::split;
use super::suggest::Suggester;
use super::value_path::{self, item, items, key, path, text, texts};
use crate::edit::{Change, Path, Value};
use crate::model::Slug;

/// What is done with one finding.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum FindingAct {
    /// Says that it is in the editor's own words now.
    Accept,
    /// Puts the next one's claim into it.
    Join,
    /// Makes two of it, behind these words of the letter; without them, behind its first quotation, or where its sentences
    /// turn from what is good to what is not.
    Split { behind: Option<String> },
    /// Gives it these words of the letter, in place of those that it has or beside them.
    Words { words: String, is_more: bool },
    /// Takes it out.
    Discard,
}

const FINDINGS: &str = "findings";
const SUGGESTED: &str = value_path::SUGGESTED;

/// Words that say little in an id.
const LITTLE: &[&str] = &[
    "a", "all", "also", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "has",
    "have", "in", "is", "it", "its", "last", "more", "most", "not", "now", "of", "often", "on",
    "or", "s", "so", "some", "that", "the", "their", "them", "they", "this", "to", "used", "very",
    "was", "well", "were", "with",
];

/// How many words an id has.
const ID_WORDS: usize = 5;

/// What an act on a finding changes.
pub(super) fn changes(
    values: &Value,
    index: usize,
    act: &FindingAct,
    suggester: &Suggester<'_>,
) -> Result<Vec<Change>, ActError> {
    let list = path(FINDINGS);
    let all = items(values, &list);
    let finding = all.get(index).ok_or(ActError::NoFinding)?;
    let at = item(&list, index);
    match act {
        FindingAct::Accept => Ok(accepted(values, all, index, &at)),
        FindingAct::Join => {
            let next = all.get(index + 1).ok_or(ActError::NoNext)?;
            let mut changes = joined(finding, next, &at);
            changes.push(Change::Remove { path: item(&list, index + 1) });
            Ok(changes)
        }
        FindingAct::Split { behind } => {
            let is_suggested = is_suggested(values, finding);
            let behind = behind.as_deref();
            let (first, second) =
                split(finding, behind, is_suggested, suggester).ok_or(ActError::OneSentence)?;
            let set = |(name, value): (&str, Value)| Change::Set { path: key(&at, name), value };
            let mut changes: Vec<Change> = first.into_iter().map(set).collect();
            changes.push(Change::Insert { list, index: index + 1, value: second });
            Ok(changes)
        }
        FindingAct::Words { words, is_more } => {
            let marked = suggester.suggest(words).ok_or(ActError::NoWords)?;
            Ok(with_words(finding, &marked, *is_more, &at))
        }
        FindingAct::Discard if all.len() == 1 => Ok(vec![Change::Remove { path: list }]),
        FindingAct::Discard => Ok(vec![Change::Remove { path: at }]),
    }
}

/// A new finding of words in the letter, where it comes in the letter's order.
pub(super) fn claim(
    values: &Value,
    words: &str,
    near: usize,
    suggester: &Suggester<'_>,
) -> Result<Vec<Change>, ActError> {
    let suggested = suggester.suggest(words).ok_or(ActError::NoWords)?;
    let words = suggested.words.clone();
    let list = path(FINDINGS);
    let all = items(values, &list);
    let first_words = |finding: &Value| texts(finding, "words").first().map(|it| (*it).to_owned());
    let place = suggester.place(&words);
    let is_behind = |finding: &Value| {
        let other = first_words(finding).and_then(|words| suggester.place(&words));
        matches!((place, other), (Some(own), Some(other)) if other > own)
    };
    let index = match place {
        Some(_) => all.iter().position(is_behind).unwrap_or(all.len()),
        None => near.min(all.len()),
    };
    let page = suggested.page().map(|page| ("page", page));
    let texts = [("text", Value::Text(words.clone())), ("words", Value::Text(words))];
    let claim = suggested.claim().into_iter().chain(texts).chain(page);
    let entries = claim.chain([(SUGGESTED, value_path::yes())]);
    let value = Value::Group(entries.map(|(key, value)| (key.to_owned(), value)).collect());
    Ok(vec![match all {
        [] => Change::Set { path: list, value: Value::List(vec![value]) },
        _ => Change::Insert { list, index, value },
    }])
}

/// Whether a finding of a letter is a suggestion still.
pub(super) fn is_suggested(values: &Value, finding: &Value) -> bool {
    text(finding, SUGGESTED).or_else(|| text(values, SUGGESTED)) == Some("true")
}

fn accepted(values: &Value, all: &[Value], index: usize, at: &Path) -> Vec<Change> {
    let finding = &all[index];
    let mut changes = Vec::new();
    if text(finding, "id").is_none()
        && let Some(id) = new_id(all, finding)
    {
        changes.push(Change::Set { path: key(at, "id"), value: Value::Text(id) });
    }
    let is_of_letter = text(values, SUGGESTED) == Some("true");
    let is_left =
        |(other, finding): (usize, &Value)| other != index && is_suggested(values, finding);
    if all.iter().enumerate().any(is_left) {
        match (text(finding, SUGGESTED), is_of_letter) {
            (_, true) => {
                let value = Value::Text("false".to_owned());
                changes.push(Change::Set { path: key(at, SUGGESTED), value });
            }
            (Some(_), false) => changes.push(Change::Remove { path: key(at, SUGGESTED) }),
            (None, false) => {}
        }
        return changes;
    }
    // Nothing is left to be rewritten: nobody has to say so any more.
    let list = path(FINDINGS);
    let marked = all.iter().enumerate().filter(|(_, finding)| text(finding, SUGGESTED).is_some());
    changes.extend(
        marked.map(|(index, _)| Change::Remove { path: key(&item(&list, index), SUGGESTED) }),
    );
    if text(values, SUGGESTED).is_some() {
        changes.push(Change::Remove { path: path(SUGGESTED) });
    }
    changes
}

/// An id of the first words of a finding's text that say something, unlike all others of the letter.
fn new_id(all: &[Value], finding: &Value) -> Option<String> {
    let words = text(finding, "title").or_else(|| text(finding, "text"))?.to_lowercase();
    let telling = words
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !LITTLE.contains(word))
        .take(ID_WORDS)
        .collect::<Vec<_>>()
        .join(" ");
    let id = Slug::from_text(&telling)?.to_string();
    let taken: BTreeSet<&str> =
        all.iter().flat_map(|it| text(it, "id").into_iter().chain(texts(it, "aliases"))).collect();
    let mut numbered = (2..).map(|number| format!("{id}-{number}"));
    if taken.contains(id.as_str()) {
        return numbered.find(|id| !taken.contains(id.as_str()));
    }
    Some(id)
}
