//! The findings of all letters, newest first, whole and by topic and polarity.

use super::LetterTopics;
use crate::model::{Archive, FindingId, LetterId, PolarityId, TermId, TopicId};

/// The findings index: every list in it has the newest letter first, and a letter's own order within.
#[derive(Debug, Clone, Default)]
pub struct FindingsIndex {
    whole: Lists,
    /// In the archive's order of topics; a finding stands under each of its topics.
    by_topic: Vec<Lists>,
}

/// Findings, and the same by polarity.
#[derive(Debug, Clone, Default)]
struct Lists {
    all: Vec<FindingId>,
    by_polarity: [Vec<FindingId>; PolarityId::MOST],
}

/// How many findings there are of each polarity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PolarityCounts {
    counts: [usize; PolarityId::MOST],
}

impl FindingsIndex {
    pub(super) fn new(archive: &Archive, newest_first: &[LetterId], topics: &LetterTopics) -> Self {
        let (whole, by_topic) = rayon::join(
            || whole(archive, newest_first),
            || by_topic(archive, newest_first, topics),
        );
        let mut index = FindingsIndex { whole, by_topic };
        index.whole.shrink();
        index.by_topic.iter_mut().for_each(Lists::shrink);
        index
    }

    /// Every finding once.
    pub fn all(&self) -> &[FindingId] {
        &self.whole.all
    }

    /// The findings of a topic and a polarity, where each is asked for.
    pub fn selected(&self, topic: Option<TopicId>, polarity: Option<PolarityId>) -> &[FindingId] {
        let lists = self.lists(topic);
        polarity.map_or(&lists.all, |polarity| &lists.by_polarity[polarity.index()])
    }

    /// How many findings there are by polarity, of a topic or in all.
    pub fn counts(&self, topic: Option<TopicId>) -> PolarityCounts {
        PolarityCounts { counts: self.lists(topic).by_polarity.each_ref().map(Vec::len) }
    }

    /// Those of a topic that letters refer to a part of the national framework.
    pub fn referred<'a>(
        &'a self,
        archive: &'a Archive,
        topic: TopicId,
    ) -> impl Iterator<Item = FindingId> + 'a {
        let all = self.by_topic[topic.0].all.iter().copied();
        all.filter(|&id| !archive.finding(id).national_framework.is_empty())
    }

    fn lists(&self, topic: Option<TopicId>) -> &Lists {
        topic.map_or(&self.whole, |topic| &self.by_topic[topic.0])
    }
}

fn whole(archive: &Archive, newest_first: &[LetterId]) -> Lists {
    let mut lists = Lists::default();
    for &letter in newest_first {
        for (index, finding) in archive.letter(letter).findings.iter().enumerate() {
            lists.push(FindingId::new(letter, index), finding.polarity);
        }
    }
    lists
}

fn by_topic(archive: &Archive, newest_first: &[LetterId], topics: &LetterTopics) -> Vec<Lists> {
    let mut by_topic = vec![Lists::default(); archive.topics.len()];
    for &letter in newest_first {
        let findings = &archive.letter(letter).findings;
        for named in &topics.of(letter.0).known {
            let finding = FindingId::new(letter, named.place());
            by_topic[named.topic().0].push(finding, findings[named.place()].polarity);
        }
    }
    by_topic
}

impl Lists {
    fn push(&mut self, id: FindingId, polarity: PolarityId) {
        self.all.push(id);
        self.by_polarity[polarity.index()].push(id);
    }

    /// Gives back the room that was kept for more.
    fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.by_polarity.iter_mut().for_each(Vec::shrink_to_fit);
    }
}

impl PolarityCounts {
    /// Counts polarities.
    pub fn of(polarities: impl Iterator<Item = PolarityId>) -> Self {
        let mut counts = PolarityCounts::default();
        for polarity in polarities {
            counts.counts[polarity.index()] += 1;
        }
        counts
    }

    /// How many there are of one polarity.
    pub fn get(&self, polarity: PolarityId) -> usize {
        self.counts[polarity.index()]
    }

    /// How many there are of the polarities that pages show before this one.
    pub fn before(&self, polarity: PolarityId) -> usize {
        self.counts[..polarity.index()].iter().sum()
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}
