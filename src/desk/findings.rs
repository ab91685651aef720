//! What an editor does with findings: takes a suggestion over, joins two, splits one, throws one away, or makes one of words
//! in the letter.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::act_error::ActError;
use super::suggest::{Suggested, Suggester};
use super::value_path::{item, items, key, path, text, texts};
use crate::edit::{Change, Path, Value};
use crate::model::{FlatText, Slug};

/// What is done with one finding.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum FindingAct {
    /// Says that it is in the editor's own words now.
    Accept,
    /// Puts the next one's claim into it.
    Join,
    /// Makes two of it, behind these words of the letter; without them, behind its first quotation or sentence.
    Split { behind: Option<String> },
    /// Takes it out.
    Discard,
}

const FINDINGS: &str = "findings";
const SUGGESTED: &str = "suggested";

/// Words that say little in an id.
const LITTLE: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in",
    "is", "it", "its", "of", "on", "or", "that", "the", "their", "them", "they", "this", "to",
    "was", "were", "with",
];

/// How many words an id has.
const ID_WORDS: usize = 5;

/// What an act on a finding changes.
pub(super) fn changes(
    values: &Value,
    index: usize,
    act: &FindingAct,
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
            let (first, rest) = split(finding, behind.as_deref()).ok_or(ActError::OneSentence)?;
            let mut second =
                group_without(finding, &["id", "aliases", "title", "key", "text", "words", "page"]);
            put(&mut second, "text", Value::Text(rest.join(" ")));
            put(&mut second, "words", one_or_more(rest));
            if let Some(page) = text(finding, "page") {
                put(&mut second, "page", Value::Text(page.to_owned()));
            }
            put(&mut second, SUGGESTED, yes());
            let set = |name: &str, value| Change::Set { path: key(&at, name), value };
            let mut changes = Vec::new();
            // What an import wrote is as much of the words as a finding may have; what an editor wrote stays theirs.
            if is_suggested(values, finding) {
                changes.push(set("text", Value::Text(first.join(" "))));
            }
            changes.push(set("words", one_or_more(first)));
            changes.push(Change::Insert { list, index: index + 1, value: second });
            Ok(changes)
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
    let Suggested { words, page, polarity, topics } =
        suggester.suggest(words).ok_or(ActError::NoWords)?;
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
    let mut entries: Vec<(String, Value)> = Vec::new();
    let mut entry = |key: &str, value: Option<Value>| {
        entries.extend(value.map(|value| (key.to_owned(), value)));
    };
    let topics: Vec<Value> = topics.into_iter().map(Value::Text).collect();
    entry("polarity", polarity.map(Value::Text));
    entry("topics", (!topics.is_empty()).then_some(Value::List(topics)));
    entry("text", Some(Value::Text(words.clone())));
    entry("words", Some(Value::Text(words)));
    entry("page", page.map(|page| Value::Text(page.to_string())));
    entry(SUGGESTED, Some(yes()));
    let value = Value::Group(entries);
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

/// What the first of two findings becomes.
fn joined(one: &Value, next: &Value, at: &Path) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut set = |name: &str, value: Value| {
        changes.push(Change::Set { path: key(at, name), value });
    };
    let both = |name: &str| {
        let mut all = texts(one, name);
        all.extend(texts(next, name));
        all.into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    let distinct = |name: &str| {
        let mut seen = BTreeSet::new();
        let mut all = both(name);
        all.retain(|text| seen.insert(text.clone()));
        all
    };
    set("text", Value::Text(both("text").join(" ")));
    let words = both("words");
    if !words.is_empty() {
        let (first, second) = (texts(one, "page"), texts(next, "page"));
        let counts = (texts(one, "words").len(), texts(next, "words").len());
        set("words", one_or_more(words));
        if let Some(pages) = pages((&first, counts.0), (&second, counts.1)) {
            set("page", one_or_more(pages));
        }
    }
    for name in ["topics", "national_framework"] {
        let all = distinct(name);
        if all.len() > texts(one, name).len() {
            set(name, Value::List(all.into_iter().map(Value::Text).collect()));
        }
    }
    // What led to the second leads to both.
    let mut aliases = distinct("aliases");
    aliases.extend(text(next, "id").map(str::to_owned));
    if aliases.len() > texts(one, "aliases").len() {
        set("aliases", Value::List(aliases.into_iter().map(Value::Text).collect()));
    }
    if text(next, SUGGESTED) == Some("true") && text(one, SUGGESTED) != Some("true") {
        set(SUGGESTED, yes());
    }
    changes
}

/// The pages of all quotations, one for all where they are the same.
fn pages(one: (&[&str], usize), next: (&[&str], usize)) -> Option<Vec<String>> {
    let each = |(pages, count): (&[&str], usize)| match pages {
        [only] => Some(vec![(*only).to_owned(); count]),
        [] => None,
        several => Some(several.iter().map(|page| (*page).to_owned()).collect()),
    };
    let mut all = each(one)?;
    all.extend(each(next)?);
    let is_same = all.iter().all(|page| *page == all[0]);
    if is_same {
        all.truncate(1)
    }
    Some(all)
}

/// The words of both halves.
fn split(finding: &Value, behind: Option<&str>) -> Option<(Vec<String>, Vec<String>)> {
    let own = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<String>>();
    let words = texts(finding, "words");
    if let (Some(behind), [only]) = (behind, &words[..]) {
        // Lines and quotation marks are the letter's, and mean nothing here.
        let flat = FlatText::new(only);
        let place = flat.find(&FlatText::new(behind), 0)?;
        let at = flat.original(only, &place).end;
        let (first, rest) = (only[..at].trim(), only[at..].trim());
        return (!rest.is_empty()).then(|| (own(&[first]), own(&[rest])));
    }
    if let [first, rest @ ..] = &words[..]
        && !rest.is_empty()
    {
        return Some((own(&[first]), own(rest)));
    }
    let only = words.first()?;
    let at = only.find(". ")? + 1;
    Some((own(&[only[..at].trim()]), own(&[only[at..].trim()])))
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

fn one_or_more(mut texts: Vec<String>) -> Value {
    match texts.len() {
        1 => Value::Text(texts.remove(0)),
        _ => Value::List(texts.into_iter().map(Value::Text).collect()),
    }
}

fn group_without(group: &Value, keys: &[&str]) -> Value {
    match group {
        Value::Group(entries) => {
            let kept = entries.iter().filter(|(key, _)| !keys.contains(&key.as_str()));
            Value::Group(kept.cloned().collect())
        }
        other => other.clone(),
    }
}

fn put(group: &mut Value, key: &str, value: Value) {
    if let Value::Group(entries) = group {
        entries.retain(|(known, _)| known != key);
        entries.push((key.to_owned(), value));
    }
}

fn yes() -> Value {
    Value::Text("true".to_owned())
}
