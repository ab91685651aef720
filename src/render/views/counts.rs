//! How many findings there are, as numbers and in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::view_value::ViewValue;
use super::word::WordView;
use crate::index::PolarityCounts;
use crate::model::{Message, PolarityId};
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
        let by_polarity = scene.archive.vocabulary.ids().map(|polarity| {
            let count = counts.get(polarity);
            let noun = noun(scene, polarity, count);
            PolarityCountView {
                polarity: WordView::new(scene, polarity),
                count,
                before: counts.before(polarity),
                words: counted(scene, count, &noun),
                noun,
            }
        });
        CountsView {
            total: counts.total(),
            words: counts_in_words(scene, counts),
            by_polarity: by_polarity.collect(),
        }
    }
}

/// '3 findings: 2 strengths, 1 improving'.
pub(in crate::render) fn counts_in_words(scene: &Scene<'_>, counts: PolarityCounts) -> String {
    let total = counts.total();
    let findings = scene.say(Message::count_of_findings, &[("count", total.into())]);
    if total == 0 {
        return findings;
    }
    let kinds = kinds_in_words(scene, counts);
    let arguments = [("findings", (&findings).into()), ("kinds", (&kinds).into())];
    scene.say(Message::findings_by_kind, &arguments)
}

/// '2 strengths, 1 improving'.
pub(in crate::render) fn kinds_in_words(scene: &Scene<'_>, counts: PolarityCounts) -> String {
    let each = scene.archive.vocabulary.ids().map(|polarity| (polarity, counts.get(polarity)));
    let each: Vec<String> = each
        .filter(|(_, count)| *count > 0)
        .map(|(polarity, count)| counted(scene, count, &noun(scene, polarity, count)))
        .collect();
    each.join(scene.text(Message::separator))
}

fn counted(scene: &Scene<'_>, count: usize, noun: &str) -> String {
    scene.say(Message::counted, &[("count", count.into()), ("noun", noun.into())])
}

/// 'strengths', 'improving'.
fn noun(scene: &Scene<'_>, polarity: PolarityId, count: usize) -> String {
    match &scene.archive.vocabulary[polarity].counted {
        Some(counted) => counted.form(scene.messages.plural(count)).to_owned(),
        None => scene.label(polarity).to_lowercase(),
    }
}
