//! `unknown-topic`: a finding or a measure is about a topic that has no file.

use super::known_name::suggest_known;
use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::{Archive, Letter, Slug};
use crate::parse::{At, place_of};

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
    let named = by_another_name(archive, topic);
    let known = archive.topics.iter().map(|topic| &topic.slug);
    let help = "use the name of a file in `content/topics/`, or add one there for a new topic";
    suggest_known(problem, (at, topic), named, known, help)
}

/// The topics that have this title, or go by this name too.
fn by_another_name<'a>(archive: &'a Archive, topic: &'a Slug) -> impl Iterator<Item = &'a Slug> {
    let is_meant = |name: &String| Slug::from_text(name).as_ref() == Some(topic);
    let topics = archive.topics.iter();
    topics
        .filter(move |it| is_meant(&it.title) || it.other_names.iter().any(is_meant))
        .map(|it| &it.slug)
}
