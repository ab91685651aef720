//! Two findings that become one, and words of the letter that a finding gets: its quotations and their pages.

use std::collections::BTreeSet;

use super::suggest::Suggested;
use super::value_path::{SUGGESTED, key, one_or_more, text, texts, yes};
use crate::edit::{Change, Path, Value};

/// What the first of two findings becomes.
pub(super) fn joined(one: &Value, next: &Value, at: &Path) -> Vec<Change> {
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

/// What gives a finding words of the letter, in place of those that it has or beside them.
pub(super) fn with_words(
    finding: &Value,
    marked: &Suggested,
    is_more: bool,
    at: &Path,
) -> Vec<Change> {
    let known = |name: &str| if is_more { texts(finding, name) } else { Vec::new() };
    let (old, old_pages) = (known("words"), known("page"));
    let page = marked.page.map(|page| page.to_string());
    let words = old.iter().copied().chain([marked.words.as_str()]).map(str::to_owned).collect();
    let pages = pages((&old_pages, old.len()), (page.as_deref().as_slice(), 1));
    let mut changes = vec![Change::Set { path: key(at, "words"), value: one_or_more(words) }];
    let path = key(at, "page");
    match pages.or(page.map(|page| vec![page])) {
        Some(pages) => changes.push(Change::Set { path, value: one_or_more(pages) }),
        None if !is_more && text(finding, "page").is_some() => {
            changes.push(Change::Remove { path });
        }
        None => {}
    }
    changes
}
