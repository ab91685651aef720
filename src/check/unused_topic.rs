//! `unused-topic`: no finding is about a topic.

use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::Archive;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "unused-topic" {
        about: "A topic without findings is an empty page in the index.",
        example: "content/topics/thresholds.md   # and no finding has `topics: [thresholds]`",
        fix: "topics: [thresholds]   # in a finding; or delete the file",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let is_used = |id| indexes.findings.counts(Some(id)).total() > 0;
    let unused: Vec<_> = archive.topic_ids().filter(|(id, _)| !is_used(*id)).collect();
    // A young site has topics before it has findings on them; and what could not be read may have some.
    if unused.len() * 2 > archive.topics.len() || !archive.unread.is_empty() {
        return Vec::new();
    }
    unused
        .into_iter()
        .map(|(_, topic)| {
            let place = place_of(&topic.source, At::Root.key("title"));
            let message = format!("no finding is about `{}`", topic.slug);
            RULE.at(place, message).help("delete the file if the topic is not needed")
        })
        .collect()
}
