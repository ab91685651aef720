//! `unknown-topic`: a finding or a measure is about a topic that has no file.

use crate::diagnostics::{Diagnostic, did_you_mean, rules};
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
    let known = archive.topics.iter().map(|topic| topic.slug.as_str());
    let help = by_another_name(archive, topic)
        .or_else(|| did_you_mean(topic.as_str(), known))
        .unwrap_or_else(|| {
            "use the name of a file in `content/topics/`, or add one there for a new topic"
                .to_owned()
        });
    let message = format!("there is no topic `{topic}`");
    RULE.at(place_of(&letter.source, at), message).help(help)
}

/// The topic that has this title, or goes by this name too.
fn by_another_name(archive: &Archive, topic: &Slug) -> Option<String> {
    let is_meant = |name: &String| Slug::from_text(name).as_ref() == Some(topic);
    let mut topics = archive.topics.iter();
    let meant = topics.find(|it| is_meant(&it.title) || it.other_names.iter().any(is_meant))?;
    Some(format!("did you mean `{}`, which goes by this name too?", meant.slug))
}
