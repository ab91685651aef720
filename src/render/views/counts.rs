//! How many findings there are, as numbers and in words.

use std::borrow::Borrow;

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
                words: counted(scene, count, noun),
                noun: noun.to_owned(),
            }
        });
        let by_polarity: Vec<PolarityCountView> = by_polarity.collect();
        let kinds = by_polarity.iter().filter(|it| it.count > 0).map(|it| it.words.as_str());
        let kinds: Vec<&str> = kinds.collect();
        CountsView {
            total: counts.total(),
            words: with_kinds(scene, counts.total(), &joined(scene, &kinds)),
            by_polarity,
        }
    }
}

/// '3 findings: 2 strengths, 1 improving'.
pub(in crate::render) fn counts_in_words(scene: &Scene<'_>, counts: PolarityCounts) -> String {
    with_kinds(scene, counts.total(), &kinds_in_words(scene, counts))
}

/// '2 strengths, 1 improving'.
pub(in crate::render) fn kinds_in_words(scene: &Scene<'_>, counts: PolarityCounts) -> String {
    let each = scene.archive.vocabulary.ids().map(|polarity| (polarity, counts.get(polarity)));
    let each: Vec<String> = each
        .filter(|(_, count)| *count > 0)
        .map(|(polarity, count)| counted(scene, count, noun(scene, polarity, count)))
        .collect();
    joined(scene, &each)
}

fn joined(scene: &Scene<'_>, kinds: &[impl Borrow<str>]) -> String {
    kinds.join(scene.text(Message::separator))
}

fn with_kinds(scene: &Scene<'_>, total: usize, kinds: &str) -> String {
    let findings = scene.say(Message::count_of_findings, &[("count", total.into())]);
    if total == 0 {
        return findings;
    }
    let arguments = [("findings", (&findings).into()), ("kinds", kinds.into())];
    scene.say(Message::findings_by_kind, &arguments)
}

fn counted(scene: &Scene<'_>, count: usize, noun: &str) -> String {
    scene.say(Message::counted, &[("count", count.into()), ("noun", noun.into())])
}

/// 'strengths', 'improving'.
fn noun<'s>(scene: &'s Scene<'_>, polarity: PolarityId, count: usize) -> &'s str {
    scene.archive.vocabulary[polarity].counted.form(scene.messages.plural(count))
}
