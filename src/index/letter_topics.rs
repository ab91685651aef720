//! The topics that each letter's findings are about; of a letter that stays as it was, looked up once.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{Archive, Letter, Slug, TopicId, to_u32};

/// The topics of all letters, in the archive's order.
#[derive(Debug, Clone, Default)]
pub(crate) struct LetterTopics {
    /// The topics that there were to be found.
    topics: Vec<Slug>,
    letters: Vec<Arc<Letter>>,
    of_letters: Vec<Arc<NamedTopics>>,
}

/// The topics that a letter names.
#[derive(Debug, Default)]
pub(crate) struct NamedTopics {
    /// Those that have a file, in the findings' order.
    pub(crate) known: Vec<FindingTopic>,
    /// Whether there are others.
    pub(crate) has_unknown: bool,
}

/// That a finding of a letter, given by its index in it, is about a topic. There are very many, so these are small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FindingTopic {
    index: u32,
    topic: u32,
}

impl FindingTopic {
    /// The finding's place in its letter.
    pub(crate) fn place(self) -> usize {
        self.index as usize
    }

    /// The topic.
    pub(crate) fn topic(self) -> TopicId {
        TopicId(self.topic as usize)
    }
}

impl LetterTopics {
    /// Looks up the topics of the letters that are not `before`'s; all of them where the topics are not.
    pub(super) fn new(
        archive: &Archive,
        topic_ids: &HashMap<Slug, TopicId>,
        before: &LetterTopics,
    ) -> Self {
        let topics: Vec<Slug> = archive.topics.iter().map(|topic| topic.slug.clone()).collect();
        let kept = if topics == before.topics { before.kept(archive) } else { Vec::new() };
        let of_letters = archive.letters.par_iter().enumerate().map(|(index, letter)| {
            let kept = kept.get(index).copied().flatten();
            kept.map_or_else(|| Arc::new(named(letter, topic_ids)), Arc::clone)
        });
        LetterTopics { topics, of_letters: of_letters.collect(), letters: archive.letters.clone() }
    }

    /// What is known of each letter that has stayed. Both lists are in the order of the files' paths.
    fn kept(&self, archive: &Archive) -> Vec<Option<&Arc<NamedTopics>>> {
        let mut old = self.letters.iter().zip(&self.of_letters).peekable();
        let kept = archive.letters.iter().map(|letter| {
            // A letter's path is looked at only where the lists part: most letters are far from the cache.
            let is_before = |other: &Arc<Letter>| {
                !Arc::ptr_eq(other, letter) && other.source.path < letter.source.path
            };
            while old.next_if(|(other, _)| is_before(other)).is_some() {}
            old.next_if(|(other, _)| Arc::ptr_eq(other, letter)).map(|(_, named)| named)
        });
        kept.collect()
    }

    /// The topics that the letter at this place names.
    pub(super) fn of(&self, index: usize) -> &NamedTopics {
        &self.of_letters[index]
    }
}

fn named(letter: &Letter, topic_ids: &HashMap<Slug, TopicId>) -> NamedTopics {
    let topics = letter.findings.iter().map(|finding| finding.topics.len()).sum();
    let mut named = NamedTopics { known: Vec::with_capacity(topics), has_unknown: false };
    for (index, finding) in letter.findings.iter().enumerate() {
        for slug in &finding.topics {
            match topic_ids.get(slug) {
                Some(&topic) => {
                    let (index, topic) = (to_u32(index), to_u32(topic.0));
                    named.known.push(FindingTopic { index, topic });
                }
                None => named.has_unknown = true,
            }
        }
    }
    named
}
