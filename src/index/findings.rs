//! The findings of all letters, newest first, whole and by topic and polarity.

use std::collections::HashMap;

use crate::model::{Archive, FindingId, LetterId, Polarity, Slug, TopicId, Vocabulary};

/// The findings index.
#[derive(Debug, Clone, Default)]
pub struct FindingsIndex {
    /// Every finding once, newest letter first, in the letter's own order.
    pub all: Vec<FindingId>,
    /// The same by topic, in the archive's order of topics; a finding stands under each of its topics.
    by_topic: Vec<Vec<FindingId>>,
}

/// How many findings there are of each polarity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PolarityCounts {
    counts: [usize; Polarity::ALL.len()],
}

impl FindingsIndex {
    pub(super) fn new(
        archive: &Archive,
        newest_first: &[LetterId],
        topic_ids: &HashMap<Slug, TopicId>,
    ) -> Self {
        let mut index =
            FindingsIndex { all: Vec::new(), by_topic: vec![Vec::new(); archive.topics.len()] };
        for &letter in newest_first {
            for (place, finding) in archive.letter(letter).findings.iter().enumerate() {
                let id = FindingId { letter, place };
                index.all.push(id);
                for topic in finding.topics.iter().filter_map(|slug| topic_ids.get(slug)) {
                    index.by_topic[topic.0].push(id);
                }
            }
        }
        index
    }

    /// The findings of a topic, newest first.
    pub fn of_topic(&self, topic: TopicId) -> &[FindingId] {
        &self.by_topic[topic.0]
    }

    /// The findings of a topic and a polarity, where each is asked for; newest first.
    pub fn selected(
        &self,
        archive: &Archive,
        topic: Option<TopicId>,
        polarity: Option<Polarity>,
    ) -> Vec<FindingId> {
        let findings = topic.map_or(self.all.as_slice(), |topic| self.of_topic(topic));
        let is_meant = |id: &FindingId| {
            polarity.is_none_or(|polarity| archive.finding(*id).polarity == polarity)
        };
        findings.iter().copied().filter(is_meant).collect()
    }

    /// How many findings a topic has, by polarity.
    pub fn counts(&self, archive: &Archive, topic: Option<TopicId>) -> PolarityCounts {
        let findings = topic.map_or(self.all.as_slice(), |topic| self.of_topic(topic));
        PolarityCounts::of(findings.iter().map(|id| archive.finding(*id).polarity))
    }
}

impl PolarityCounts {
    /// Counts polarities.
    pub fn of(polarities: impl Iterator<Item = Polarity>) -> Self {
        let mut counts = PolarityCounts::default();
        for polarity in polarities {
            counts.counts[polarity as usize] += 1;
        }
        counts
    }

    /// How many there are of one polarity.
    pub fn get(&self, polarity: Polarity) -> usize {
        self.counts[polarity as usize]
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}
