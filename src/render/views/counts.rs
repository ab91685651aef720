//! How many findings there are, as numbers and in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::view_value::ViewValue;
use super::word::{WordView, polarity_view};
use crate::index::PolarityCounts;
use crate::model::{Polarity, Vocabulary};

/// How many findings there are, whole and of each polarity.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CountsView {
    total: usize,
    /// '3 findings: 2 strengths, 1 improving'.
    words: String,
    by_polarity: Vec<PolarityCountView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PolarityCountView {
    polarity: ViewValue<WordView>,
    count: usize,
    /// How many findings the polarities before it have: where its part of a bar begins.
    before: usize,
    /// 'strengths', 'improving'.
    noun: String,
    /// '2 strengths', '1 improving'.
    words: String,
}

impl From<PolarityCounts> for CountsView {
    fn from(counts: PolarityCounts) -> Self {
        let by_polarity = Polarity::ALL.iter().map(|&polarity| {
            let (count, noun) = (counts.get(polarity), noun(polarity, counts.get(polarity)));
            PolarityCountView {
                polarity: polarity_view(polarity),
                count,
                before: counts.before(polarity),
                words: format!("{count} {noun}"),
                noun,
            }
        });
        CountsView {
            total: counts.total(),
            words: counts_in_words(counts),
            by_polarity: by_polarity.collect(),
        }
    }
}

/// '3 findings: 2 strengths, 1 improving'.
pub(in crate::render) fn counts_in_words(counts: PolarityCounts) -> String {
    let findings = if counts.total() == 1 { "finding" } else { "findings" };
    let colon = if counts.total() == 0 { "" } else { ": " };
    format!("{} {findings}{colon}{}", counts.total(), kinds_in_words(counts))
}

/// '2 strengths, 1 improving'.
pub(in crate::render) fn kinds_in_words(counts: PolarityCounts) -> String {
    let each = Polarity::ALL.iter().map(|&polarity| (polarity, counts.get(polarity)));
    let each: Vec<String> = each
        .filter(|(_, count)| *count > 0)
        .map(|(polarity, count)| format!("{count} {}", noun(polarity, count)))
        .collect();
    each.join(", ")
}

/// 'strengths', 'improving'.
fn noun(polarity: Polarity, count: usize) -> String {
    let label = polarity.label().to_lowercase();
    match (polarity, count) {
        (Polarity::Strength, 0 | 2..) => format!("{label}s"),
        _ => label,
    }
}
