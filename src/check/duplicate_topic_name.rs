//! `duplicate-topic-name`: a topic goes by the name of another.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::{Archive, Slug, Topic};
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "duplicate-topic-name" {
        about: "Readers and editors find a topic by its title and its other names. A name of two topics leads to one of them.",
        example: "title: Thresholds\naliases: [Early help]   # another topic has this title",
        fix: "title: Thresholds",
    }
}

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let mut first: BTreeMap<Slug, &Topic> = BTreeMap::new();
    for topic in &archive.topics {
        first.insert(topic.slug.clone(), topic);
    }
    let mut problems = Vec::new();
    for topic in &archive.topics {
        let others = topic.other_names.iter();
        for (name, is_title) in
            [(&topic.title, true)].into_iter().chain(others.map(|it| (it, false)))
        {
            let Some(key) = Slug::from_text(name) else { continue };
            let holder = *first.entry(key).or_insert(topic);
            if holder.slug == topic.slug {
                continue;
            }
            let key = if is_title { "title" } else { "aliases" };
            let message = format!("`{name}` is a name of the topic `{}` too", holder.slug);
            let help = "keep it in one of the two";
            problems.push(RULE.at(place_of(&topic.source, At::Root.key(key)), message).help(help));
        }
    }
    problems
}
