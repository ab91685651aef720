//! What follows from the content: timelines, cycles, gaps, threads, series, the findings by topic.
//!
//! Nothing here is written by an editor. A reference that leads nowhere is left out: it is for `check`
//! to report.

mod findings;
mod key_findings;
mod letter_topics;
mod series;
mod timeline;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{
    Archive, Authority, AuthorityId, Finding, FindingId, FollowedFinding, LetterId, Slug, TopicId,
};

pub use findings::{FindingsIndex, PolarityCounts};
pub use key_findings::{KEY_FINDINGS, key_findings};
pub(crate) use letter_topics::{LetterTopics, NamedTopics};
pub use series::{Series, SeriesPoint};
pub use timeline::{Gap, NumberedVisit, Period, TimelineEntry};

/// All that follows from an archive. Lists of authorities, letters and topics are in the archive's order.
#[derive(Debug, Clone, Default)]
pub struct Indexes {
    /// What follows for each authority.
    pub authorities: Vec<AuthorityIndex>,
    /// Letters, newest first.
    pub letters: Vec<LetterId>,
    /// Where in that list the letters of each year stand.
    pub years: BTreeMap<i16, Range<usize>>,
    /// Authorities of whom letters state figures, by name.
    pub measured: Vec<AuthorityId>,
    /// The authorities that each letter was sent to.
    pub sent_to: Vec<Vec<AuthorityId>>,
    /// Findings, newest first, whole and by topic and polarity.
    pub findings: FindingsIndex,
    /// The topics that each letter's findings are about, in the findings' order.
    topics: Arc<LetterTopics>,
    topic_ids: HashMap<Slug, TopicId>,
    authority_ids: HashMap<Slug, AuthorityId>,
}

/// What follows for one authority.
#[derive(Debug, Clone, Default)]
pub struct AuthorityIndex {
    /// Letters sent to it, oldest first.
    pub letters: Vec<LetterId>,
    /// Its timeline in periods from one inspection to the next, newest first.
    pub periods: Vec<Period>,
    /// Its findings by topic, in the order of the letters; topics in the archive's order.
    pub threads: BTreeMap<TopicId, Vec<FindingId>>,
    /// Its measures, in the order of their first values.
    pub series: Vec<Series>,
    /// Authorities that it replaced, by its own word or by theirs.
    pub predecessors: BTreeSet<AuthorityId>,
    /// Authorities that replaced it, by its own word or by theirs.
    pub successors: BTreeSet<AuthorityId>,
}

impl Indexes {
    /// Derives everything. What was looked up of letters that are in `before` too is taken from there.
    pub(crate) fn new(archive: &Archive, before: &LetterTopics) -> Self {
        let authority_ids: HashMap<Slug, AuthorityId> =
            archive.authority_ids().map(|(id, authority)| (authority.slug.clone(), id)).collect();
        let topic_ids: HashMap<Slug, TopicId> =
            archive.topic_ids().map(|(id, topic)| (topic.slug.clone(), id)).collect();
        let sent_to: Vec<Vec<AuthorityId>> = archive
            .letters
            .par_iter()
            .map(|letter| {
                letter
                    .authorities
                    .iter()
                    .filter_map(|slug| authority_ids.get(slug).copied())
                    .collect()
            })
            .collect();
        let letters = newest_first(archive);
        let topics = LetterTopics::new(archive, &topic_ids, before);

        let mut indexes = Indexes {
            authorities: Vec::new(),
            years: years(archive, &letters),
            measured: Vec::new(),
            findings: FindingsIndex::new(archive, &letters, &topics),
            letters,
            sent_to,
            topics: Arc::new(topics),
            topic_ids,
            authority_ids,
        };
        indexes.authorities = indexes.each_authority(archive);
        indexes.measured = indexes.with_measures(archive);
        indexes.join_changed_authorities(archive);
        indexes
    }

    /// All letters, or those dated in a year, newest first.
    pub fn letters_of(&self, year: Option<i16>) -> &[LetterId] {
        match year {
            None => &self.letters,
            Some(year) => self.years.get(&year).map_or(&[], |range| &self.letters[range.clone()]),
        }
    }

    /// What follows for an authority.
    pub fn authority(&self, id: AuthorityId) -> &AuthorityIndex {
        &self.authorities[id.0]
    }

    /// The authority of this slug.
    pub fn authority_id(&self, slug: &Slug) -> Option<AuthorityId> {
        self.authority_ids.get(slug).copied()
    }

    /// The topic of this slug.
    pub fn topic_id(&self, slug: &Slug) -> Option<TopicId> {
        self.topic_ids.get(slug).copied()
    }

    /// The finding of an earlier letter that one of this letter's takes up, by its id or by one that it had before.
    pub fn followed(
        &self,
        archive: &Archive,
        by: LetterId,
        followed: &FollowedFinding,
    ) -> Option<FindingId> {
        let authorities = self.sent_to[by.0].iter();
        let mut letters = authorities.flat_map(|&id| &self.authority(id).letters);
        let id = *letters.find(|&&id| archive.letter(id).slug == followed.letter)?;
        let findings = &archive.letter(id).findings;
        let is_it = |finding: &Finding| finding.anchors().any(|it| *it == followed.finding);
        Some(FindingId::new(id, findings.iter().position(is_it)?))
    }

    /// The authorities whose last inspection opened a monitoring cycle, by name. One that was replaced is monitored no more.
    pub fn monitored(&self, archive: &Archive) -> Vec<AuthorityId> {
        let is_monitored = |id: &AuthorityId| {
            let index = self.authority(*id);
            let last = index.periods.first();
            last.is_some_and(|period| period.cycle.is_some()) && index.successors.is_empty()
        };
        let ids = archive.authority_ids().map(|(id, _)| id);
        let mut monitored: Vec<AuthorityId> = ids.filter(is_monitored).collect();
        monitored.sort_by_cached_key(|&id| archive.authority(id).name.to_lowercase());
        monitored
    }

    /// How many findings an authority has, by polarity.
    pub fn counts_of_authority(&self, archive: &Archive, id: AuthorityId) -> PolarityCounts {
        let letters = self.authority(id).letters.iter();
        let findings = letters.flat_map(|&letter| &archive.letter(letter).findings);
        PolarityCounts::of(findings.map(|finding| finding.polarity))
    }

    /// The topics that a letter's findings are about.
    pub(crate) fn topics_of(&self, letter: LetterId) -> &NamedTopics {
        self.topics.of(letter.0)
    }

    /// The topics of all letters, for the next time.
    pub(crate) fn letter_topics(&self) -> Arc<LetterTopics> {
        Arc::clone(&self.topics)
    }

    fn each_authority(&self, archive: &Archive) -> Vec<AuthorityIndex> {
        let mut letters: Vec<Vec<LetterId>> = vec![Vec::new(); archive.authorities.len()];
        for &letter in self.letters.iter().rev() {
            for &authority in &self.sent_to[letter.0] {
                letters[authority.0].push(letter);
            }
        }
        let authorities = archive.authorities.par_iter().zip(letters);
        authorities
            .map(|(authority, letters)| self.of_authority(archive, authority, letters))
            .collect()
    }

    fn of_authority(
        &self,
        archive: &Archive,
        authority: &Authority,
        letters: Vec<LetterId>,
    ) -> AuthorityIndex {
        let mut threads: BTreeMap<TopicId, Vec<FindingId>> = BTreeMap::new();
        for &letter in &letters {
            for named in &self.topics_of(letter).known {
                let finding = FindingId::new(letter, named.place());
                threads.entry(named.topic()).or_default().push(finding);
            }
        }
        threads.values_mut().for_each(Vec::shrink_to_fit);
        AuthorityIndex {
            periods: timeline::periods(archive, authority, &letters),
            series: series::series(archive, &letters),
            letters,
            threads,
            ..AuthorityIndex::default()
        }
    }

    fn with_measures(&self, archive: &Archive) -> Vec<AuthorityId> {
        let ids = archive.authority_ids().map(|(id, _)| id);
        let mut measured: Vec<AuthorityId> =
            ids.filter(|&id| !self.authority(id).series.is_empty()).collect();
        measured.sort_by_cached_key(|&id| archive.authority(id).name.to_lowercase());
        measured
    }

    /// One of two authorities need only say that it replaced the other.
    fn join_changed_authorities(&mut self, archive: &Archive) {
        for (id, authority) in archive.authority_ids() {
            for other in
                authority.predecessors.iter().filter_map(|slug| self.authority_ids.get(slug))
            {
                self.authorities[id.0].predecessors.insert(*other);
                self.authorities[other.0].successors.insert(id);
            }
            for other in authority.successors.iter().filter_map(|slug| self.authority_ids.get(slug))
            {
                self.authorities[id.0].successors.insert(*other);
                self.authorities[other.0].predecessors.insert(id);
            }
        }
    }
}

impl AuthorityIndex {
    /// How many visits are known of without their letter: by a source, or by a gap in the numbers.
    pub fn visits_without_letter(&self) -> usize {
        let entries = self.periods.iter().flat_map(|period| &period.entries);
        let visits = entries.map(|entry| match entry {
            TimelineEntry::KnownVisit(_) => 1,
            TimelineEntry::Gap(gap) => (gap.last - gap.first + 1) as usize,
            TimelineEntry::Inspection(_) | TimelineEntry::Letter(_) | TimelineEntry::Event(_) => 0,
        });
        visits.sum()
    }
}

/// Letters by the date printed on them, newest first; of one date in the order of their paths.
fn newest_first(archive: &Archive) -> Vec<LetterId> {
    let mut letters: Vec<LetterId> = archive.letter_ids().map(|(id, _)| id).collect();
    letters.sort_by_cached_key(|&id| {
        let letter = archive.letter(id);
        (std::cmp::Reverse(letter.dated.sort_key()), id)
    });
    letters
}

/// Where the letters of each year stand. A letter's year is that of the day it is sorted by, so they stand together.
fn years(archive: &Archive, newest_first: &[LetterId]) -> BTreeMap<i16, Range<usize>> {
    let year_of = |id: &LetterId| archive.letter(*id).dated.year();
    let mut years = BTreeMap::new();
    let mut start = 0;
    for letters in newest_first.chunk_by(|one, next| year_of(one) == year_of(next)) {
        let end = start + letters.len();
        years.insert(year_of(&letters[0]), start..end);
        start = end;
    }
    years
}
