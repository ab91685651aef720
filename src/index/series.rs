//! Measures of one authority with the same id, joined over its letters.

use std::collections::{BTreeMap, HashSet};

use crate::model::{Archive, Better, Date, LetterId, Slug, Unit};

/// A measure over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The id that its letters give it.
    pub id: Slug,
    /// What is counted, in the words of the latest letter.
    pub label: String,
    /// The topic, as the latest letter that names one has it.
    pub topic: Option<Slug>,
    /// What the values are.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// The values in time order. Two letters that differ on one date are both here.
    pub points: Vec<SeriesPoint>,
}

/// A value, with the letter that states it.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesPoint {
    /// When it was so.
    pub date: Date,
    /// In the series' unit.
    pub value: f64,
    /// The first letter that states it.
    pub letter: LetterId,
}

/// Joins the measures of an authority's letters, given oldest first.
pub(super) fn series(archive: &Archive, oldest_first: &[LetterId]) -> Vec<Series> {
    let mut by_id: BTreeMap<Slug, Series> = BTreeMap::new();
    let mut known: HashSet<(&Slug, &Date, u64)> = HashSet::new();
    for &letter in oldest_first {
        for measure in &archive.letter(letter).measures {
            let series = by_id.entry(measure.id.clone()).or_insert_with(|| Series {
                id: measure.id.clone(),
                label: String::new(),
                topic: None,
                unit: measure.unit,
                better: measure.better,
                points: Vec::new(),
            });
            series.label.clone_from(&measure.label);
            series.topic = measure.topic.clone().or(series.topic.take());
            series.unit = measure.unit;
            series.better = measure.better;
            for point in &measure.points {
                let (date, value) = (point.date.clone(), point.value);
                // A value that an earlier letter already stated for the same date is the same point.
                if known.insert((&measure.id, &point.date, value.to_bits())) {
                    series.points.push(SeriesPoint { date, value, letter });
                }
            }
        }
    }
    let mut all: Vec<Series> = by_id.into_values().collect();
    for series in &mut all {
        // Stable: of two values for one date, the older letter's comes first.
        series.points.sort_by_key(|point| point.date.sort_key());
        series.points.shrink_to_fit();
    }
    all.sort_by_key(|series| series.points.first().map(|point| point.date.sort_key()));
    all
}

impl Series {
    /// The dates for which letters state different values, in order.
    pub fn conflicts(&self) -> Vec<&Date> {
        let mut dates: Vec<&Date> = Vec::new();
        // Only dates that are sorted alike can be the same.
        let alike =
            |one: &SeriesPoint, next: &SeriesPoint| one.date.sort_key() == next.date.sort_key();
        for points in self.points.chunk_by(alike) {
            let first = dates.len();
            for (index, point) in points.iter().enumerate() {
                let is_stated_before = points[..index].iter().any(|known| known.date == point.date);
                if is_stated_before && !dates[first..].contains(&&point.date) {
                    dates.push(&point.date);
                }
            }
        }
        dates
    }
}
