//! How many findings there are, as numbers and in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::view_value::ViewValue;
use super::word::WordView;
use crate::index::PolarityCounts;
use crate::model::{PolarityId, Vocabulary};
use crate::render::page_context::Scene;

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

impl CountsView {
    pub(super) fn new(scene: &Scene<'_>, counts: PolarityCounts) -> Self {
        let vocabulary = &scene.archive.vocabulary;
        let by_polarity = vocabulary.ids().map(|polarity| {
            let count = counts.get(polarity);
            let noun = noun(vocabulary, polarity, count);
            PolarityCountView {
                polarity: WordView::new(scene, polarity),
                count,
                before: counts.before(polarity),
                words: format!("{count} {noun}"),
                noun,
            }
        });
        CountsView {
            total: counts.total(),
            words: counts_in_words(vocabulary, counts),
            by_polarity: by_polarity.collect(),
        }
    }
}

/// '3 findings: 2 strengths, 1 improving'.
pub(in crate::render) fn counts_in_words(
    vocabulary: &Vocabulary,
    counts: PolarityCounts,
) -> String {
    let findings = if counts.total() == 1 { "finding" } else { "findings" };
    let colon = if counts.total() == 0 { "" } else { ": " };
    format!("{} {findings}{colon}{}", counts.total(), kinds_in_words(vocabulary, counts))
}

/// '2 strengths, 1 improving'.
pub(in crate::render) fn kinds_in_words(vocabulary: &Vocabulary, counts: PolarityCounts) -> String {
    let each = vocabulary.ids().map(|polarity| (polarity, counts.get(polarity)));
    let each: Vec<String> = each
        .filter(|(_, count)| *count > 0)
        .map(|(polarity, count)| format!("{count} {}", noun(vocabulary, polarity, count)))
        .collect();
    each.join(", ")
}

/// 'strengths', 'improving'.
fn noun(vocabulary: &Vocabulary, polarity: PolarityId, count: usize) -> String {
    match &vocabulary[polarity].counted {
        Some(counted) => counted.form(if count == 1 { "one" } else { "other" }).to_owned(),
        None => vocabulary.label(polarity).to_lowercase(),
    }
}
