//! `unknown-topic`: a finding or a measure is about a topic that has no file.

use crate::diagnostics::{Diagnostic, did_you_mean};
use crate::index::Indexes;
use crate::model::{Archive, Letter, Slug};
use crate::parse::{At, place_of};

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let is_unknown = |topic: &Slug| indexes.topic_id(topic).is_none();
    let mut problems = Vec::new();
    for letter in &archive.letters {
        let findings = At::Root.key("findings");
        for (place, finding) in letter.findings.iter().enumerate() {
            for (topic_place, topic) in finding.topics.iter().enumerate() {
                if is_unknown(topic) {
                    let at = findings.item(place);
                    let at = at.key("topics");
                    problems.push(problem(archive, letter, at.item(topic_place), topic));
                }
            }
        }
        let measures = At::Root.key("measures");
        for (place, measure) in letter.measures.iter().enumerate() {
            if let Some(topic) = measure.topic.as_ref().filter(|topic| is_unknown(topic)) {
                problems.push(problem(archive, letter, measures.item(place).key("topic"), topic));
            }
        }
    }
    problems
}

fn problem(archive: &Archive, letter: &Letter, at: At<'_>, topic: &Slug) -> Diagnostic {
    let known = archive.topics.iter().map(|topic| topic.slug.as_str());
    let help = did_you_mean(topic.as_str(), known).unwrap_or_else(|| {
        format!("use the name of a file in `content/topics/`, or add `content/topics/{topic}.md`")
    });
    let message = format!("there is no topic `{topic}`");
    Diagnostic::error("unknown-topic", place_of(&letter.source, at), message).help(help)
}
