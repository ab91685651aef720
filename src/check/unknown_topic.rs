//! `unknown-topic`: a finding or a measure is about a topic that has no file.

use super::joined_items::suggest_items;
use super::known_name::suggest_known;
use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::{Archive, Letter, Slug};
use crate::parse::{At, place_of, suggest_near};

rules! {
    Error RULE = "unknown-topic" {
        about: "Topics are named by their file in `content/topics/`. So a finding is never lost under a name that nobody looks for.",
        example: "topics: [threshold]",
        fix: "topics: [thresholds]",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let is_told = |topic: &Slug| {
        topic.is_placeholder() || archive.unread.contains(&format!("content/topics/{topic}.md"))
    };
    let is_unknown = |topic: &Slug| indexes.topic_id(topic).is_none() && !is_told(topic);
    let mut problems = Vec::new();
    for (id, letter) in archive.letter_ids() {
        let findings = At::Root.key("findings");
        let all_are_known = !indexes.topics_of(id).has_unknown;
        for (index, finding) in letter.findings.iter().enumerate().filter(|_| !all_are_known) {
            for (topic_place, topic) in finding.topics.iter().enumerate() {
                if is_unknown(topic) {
                    let at = findings.item(index);
                    let at = at.key("topics");
                    problems.push(problem(archive, letter, at.item(topic_place), topic));
                }
            }
        }
        let measures = At::Root.key("measures");
        for (index, measure) in letter.measures.iter().enumerate() {
            if let Some(topic) = measure.topic.as_ref().filter(|topic| is_unknown(topic)) {
                problems.push(problem(archive, letter, measures.item(index).key("topic"), topic));
            }
        }
    }
    problems
}

fn problem(archive: &Archive, letter: &Letter, at: At<'_>, topic: &Slug) -> Diagnostic {
    let message = format!("there is no topic `{topic}`");
    let problem = RULE.at(place_of(&letter.source, at), message);
    let several = several(archive, topic.as_str());
    if several.len() > 1 && matches!(at, At::Item(..)) {
        let problem = problem.help(format!("write each topic by itself: `{}`", several.join(", ")));
        return suggest_items(problem, &several);
    }
    let named = by_another_name(archive, topic);
    let known = archive.topics.iter().map(|topic| &topic.slug);
    let help = "use the name of a file in `content/topics/`, or add one there for a new topic";
    if let Some(meant) = by_one_word(archive, topic).filter(|_| named.clone().next().is_none()) {
        return suggest_near(problem, at, meant);
    }
    suggest_known(problem, (at, topic), named, known, help)
}

/// The topics whose names make up this one, with or without 'and' between them; none where anything else is in it.
fn several<'a>(archive: &'a Archive, name: &str) -> Vec<&'a str> {
    let slugs = archive.topics.iter().map(|topic| topic.slug.as_str());
    let known = slugs.filter(|slug| {
        name.strip_prefix(slug).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    });
    let Some(first) = known.max_by_key(|slug| slug.len()) else { return Vec::new() };
    let rest = name[first.len()..].trim_start_matches('-');
    let rest = rest.strip_prefix("and-").unwrap_or(rest);
    if rest.is_empty() {
        return vec![first];
    }
    let mut all = several(archive, rest);
    if !all.is_empty() {
        all.insert(0, first);
    }
    all
}

/// The one topic that has a name of one word in its own: `pathway-plans` for `pathways`.
fn by_one_word<'a>(archive: &'a Archive, name: &Slug) -> Option<&'a str> {
    fn stem(word: &str) -> &str {
        word.strip_suffix('s').unwrap_or(word)
    }
    let name = stem(name.as_str());
    let slugs = archive.topics.iter().map(|topic| topic.slug.as_str());
    let mut meant =
        slugs.filter(|slug| slug.contains('-') && slug.split('-').any(|it| stem(it) == name));
    meant.next().filter(|_| meant.next().is_none())
}

/// The topics that have this title, or go by this name too.
fn by_another_name<'a>(
    archive: &'a Archive,
    topic: &'a Slug,
) -> impl Iterator<Item = &'a Slug> + Clone {
    let is_meant = |name: &String| Slug::from_text(name).as_ref() == Some(topic);
    let topics = archive.topics.iter();
    topics
        .filter(move |it| is_meant(&it.title) || it.other_names.iter().any(is_meant))
        .map(|it| &it.slug)
}
