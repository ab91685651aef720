//! One authority's story in time: inspections, letters, known visits, gaps, events, in cycles.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Archive, Authority, Date, Inspection, LetterId, Vocabulary};

/// From one inspection to the next; or what came before the first one known.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// The inspection that it starts with, by its index in [`Authority::inspections`].
    pub inspection: Option<usize>,
    /// The number of the monitoring cycle, counted from the authority's first, where that inspection
    /// opened one.
    pub cycle: Option<usize>,
    /// What happened, newest first. The inspection that it starts with comes last.
    pub entries: Vec<TimelineEntry>,
}

/// One thing on a timeline.
#[derive(Debug, Clone, PartialEq)]
pub enum TimelineEntry {
    /// By its index in [`Authority::inspections`].
    Inspection(usize),
    /// A letter.
    Letter(LetterId),
    /// By its index in [`Authority::visits`].
    KnownVisit(usize),
    /// By its index in [`Authority::events`].
    Event(usize),
    /// Visits that must have happened, of which nothing else is known.
    Gap(Gap),
}

/// Visit numbers that are missing below the highest known in their cycle.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The first missing number.
    pub first: u32,
    /// The last missing number; the same for a single visit.
    pub last: u32,
    /// When the visit before it was, or else the inspection that opened the cycle.
    pub after: Option<Date>,
    /// When the visit after it was.
    pub before: Date,
}

/// A monitoring visit that has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedVisit {
    /// Its number in its cycle.
    pub number: u32,
    /// Its letter, where that is here.
    pub letter: Option<LetterId>,
    /// Otherwise its index in [`Authority::visits`].
    pub index: usize,
}

impl Period {
    /// The visits with numbers, newest first.
    pub fn numbered_visits(&self, archive: &Archive, authority: &Authority) -> Vec<NumberedVisit> {
        let visit = |entry: &TimelineEntry| match *entry {
            TimelineEntry::Letter(id) => archive
                .letter(id)
                .number_in_cycle(&archive.vocabulary)
                .map(|number| NumberedVisit { number, letter: Some(id), index: 0 }),
            TimelineEntry::KnownVisit(index) => authority.visits[index]
                .visit
                .map(|number| NumberedVisit { number, letter: None, index }),
            TimelineEntry::Inspection(_) | TimelineEntry::Event(_) | TimelineEntry::Gap(_) => None,
        };
        self.entries.iter().filter_map(visit).collect()
    }
}

/// An entry with what it is sorted by.
struct Dated {
    date: Date,
    visit: Option<u32>,
    entry: TimelineEntry,
}

/// An authority's periods, newest first.
pub(super) fn periods(
    archive: &Archive,
    authority: &Authority,
    letters: &[LetterId],
) -> Vec<Period> {
    let mut inspections: Vec<usize> = (0..authority.inspections.len()).collect();
    inspections.sort_by_key(|&index| authority.inspections[index].date.sort_key());

    let mut boxes: Vec<Vec<Dated>> = Vec::new();
    boxes.resize_with(inspections.len() + 1, Vec::new);
    for dated in everything(archive, authority, letters) {
        let is_open = |&&index: &&usize| {
            authority.inspections[index].date.earliest() <= dated.date.earliest()
        };
        boxes[inspections.iter().take_while(is_open).count()].push(dated);
    }

    let mut cycles = 0;
    let openings = std::iter::once(None).chain(inspections.into_iter().map(Some));
    let mut periods: Vec<Period> = openings
        .zip(boxes)
        .map(|(opening, dated)| {
            let inspection = opening.map(|index| (index, &authority.inspections[index]));
            period(&archive.vocabulary, inspection, dated, &mut cycles)
        })
        .filter(|period| !period.entries.is_empty())
        .collect();
    periods.reverse();
    periods
}

fn everything(archive: &Archive, authority: &Authority, letters: &[LetterId]) -> Vec<Dated> {
    let letters = letters.iter().map(|&id| {
        let letter = archive.letter(id);
        (
            letter.on_site.clone(),
            letter.number_in_cycle(&archive.vocabulary),
            TimelineEntry::Letter(id),
        )
    });
    let visits =
        authority.visits.iter().enumerate().map(|(index, visit)| {
            (visit.date.clone(), visit.visit, TimelineEntry::KnownVisit(index))
        });
    let events = authority
        .events
        .iter()
        .enumerate()
        .map(|(index, event)| (event.date.clone(), None, TimelineEntry::Event(index)));
    letters
        .chain(visits)
        .chain(events)
        .map(|(date, visit, entry)| Dated { date, visit, entry })
        .collect()
}

fn period(
    vocabulary: &Vocabulary,
    opening: Option<(usize, &Inspection)>,
    mut dated: Vec<Dated>,
    cycles: &mut usize,
) -> Period {
    let opens_a_cycle = opening.is_some_and(|(_, inspection)| inspection.opens_a_cycle(vocabulary));
    let cycle = opens_a_cycle.then(|| {
        *cycles += 1;
        *cycles
    });
    // Events stand below a visit of the same day, in the order written.
    dated.sort_by_key(|dated| {
        let rank = match dated.entry {
            TimelineEntry::Event(index) => (1, index),
            _ => (0, 0),
        };
        (Reverse(dated.date.sort_key()), Reverse(dated.visit), rank)
    });
    let mut entries = match cycle {
        Some(_) => with_gaps(dated, opening.map(|(_, inspection)| &inspection.date)),
        None => dated.into_iter().map(|dated| dated.entry).collect(),
    };
    entries.extend(opening.map(|(index, _)| TimelineEntry::Inspection(index)));
    Period { inspection: opening.map(|(index, _)| index), cycle, entries }
}

/// Puts a gap below each visit whose number does not follow on from those before it. Of several with
/// one number, below the oldest.
fn with_gaps(newest_first: Vec<Dated>, opened: Option<&Date>) -> Vec<TimelineEntry> {
    let mut oldest: BTreeMap<u32, (usize, &Date)> = BTreeMap::new();
    for (index, dated) in newest_first.iter().enumerate() {
        oldest.extend(dated.visit.map(|number| (number, (index, &dated.date))));
    }
    let mut gaps: BTreeMap<usize, Gap> = BTreeMap::new();
    let mut lower = (0, opened);
    for (&number, &(index, date)) in &oldest {
        if lower.0 + 1 < number {
            let (first, last) = (lower.0 + 1, number - 1);
            let gap = Gap { first, last, after: lower.1.cloned(), before: date.clone() };
            gaps.insert(index, gap);
        }
        lower = (number, Some(date));
    }

    let mut entries = Vec::with_capacity(newest_first.len() + gaps.len());
    for (index, dated) in newest_first.into_iter().enumerate() {
        entries.push(dated.entry);
        entries.extend(gaps.remove(&index).map(TimelineEntry::Gap));
    }
    entries
}
