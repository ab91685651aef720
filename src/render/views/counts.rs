//! How many findings there are, as numbers and in words.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::view_value::ViewValue;
use super::word::WordView;
use crate::index::PolarityCounts;
use crate::model::{Archive, Message, Messages, PolarityId};
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
    noun: ViewValue<str>,
    /// '2 strengths', '1 improving'.
    words: ViewValue<str>,
}

/// So many findings of a polarity in words, and the same as templates see it.
#[derive(Clone)]
pub(super) struct CountedWords {
    words: Arc<str>,
    words_view: ViewValue<str>,
    noun_view: ViewValue<str>,
}

impl CountedWords {
    pub(super) fn new(
        archive: &Archive,
        messages: &Messages,
        of: PolarityId,
        count: usize,
    ) -> Self {
        let noun = archive.vocabulary[of].counted.form(messages.plural(count));
        let counted = [("count", count.into()), ("noun", noun.into())];
        let words = messages.with(Message::counted, &counted);
        CountedWords {
            words_view: words.as_str().into(),
            noun_view: noun.into(),
            words: words.into(),
        }
    }
}

impl CountsView {
    pub(super) fn new(scene: &Scene<'_>, counts: PolarityCounts) -> Self {
        let mut kinds: Vec<Arc<str>> = Vec::new();
        let by_polarity = scene.archive.vocabulary.ids().map(|polarity| {
            let count = counts.get(polarity);
            let CountedWords { words, words_view, noun_view } =
                scene.shared.counted(scene, polarity, count);
            if count > 0 {
                kinds.push(words);
            }
            PolarityCountView {
                polarity: WordView::new(scene, polarity),
                count,
                before: counts.before(polarity),
                noun: noun_view,
                words: words_view,
            }
        });
        let by_polarity: Vec<PolarityCountView> = by_polarity.collect();
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
    let each: Vec<Arc<str>> = each
        .filter(|(_, count)| *count > 0)
        .map(|(polarity, count)| scene.shared.counted(scene, polarity, count).words)
        .collect();
    joined(scene, &each)
}

fn joined(scene: &Scene<'_>, kinds: &[Arc<str>]) -> String {
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
