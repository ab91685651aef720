//! The matrix of topics and polarities, with counts.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use super::counts::CountsView;
use super::parts::LinkView;
use super::word::WordView;
use crate::model::{Polarity, TopicGroup, TopicId, Vocabulary};
use crate::plan::Route;
use crate::render::page_context::Scene;

/// Every topic in its group with its counts. A finding counts once under each of its topics, and once
/// in the totals.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MatrixView {
    polarities: Vec<PolarityColumnView>,
    groups: Vec<TopicGroupView>,
    totals: CountsView,
    /// The findings on the topic that has most: the longest bar.
    largest: usize,
}

/// The topics with most findings.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LargestView {
    topics: Vec<TopicRowView>,
    largest: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PolarityColumnView {
    polarity: WordView,
    path: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TopicGroupView {
    label: &'static str,
    topics: Vec<TopicRowView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TopicRowView {
    topic: LinkView,
    total: usize,
    cells: Vec<TopicCellView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TopicCellView {
    polarity: WordView,
    count: usize,
    /// Where its part of the topic's bar begins.
    before: usize,
    /// The findings counted here, where there are any.
    path: Option<String>,
}

pub(super) fn matrix(scene: &Scene<'_>) -> MatrixView {
    let columns = Polarity::ALL.iter().map(|&polarity| PolarityColumnView {
        polarity: polarity.into(),
        path: Route::findings([polarity.word()], 1).path().to_owned(),
    });
    let groups = TopicGroup::ALL.iter().map(|&group| TopicGroupView {
        label: group.label(),
        topics: in_group(scene, group).into_iter().map(|topic| row(scene, topic)).collect(),
    });
    MatrixView {
        polarities: columns.collect(),
        groups: groups.filter(|group| !group.topics.is_empty()).collect(),
        totals: CountsView::new(scene, scene.indexes.findings.counts(None)),
        largest: topic_totals(scene).max().unwrap_or(0),
    }
}

/// So many topics with most findings, the largest first; of two with as many, by their titles.
pub(super) fn largest(scene: &Scene<'_>, count: usize) -> LargestView {
    let findings = |id: TopicId| scene.indexes.findings.counts(Some(id)).total();
    let mut topics: Vec<_> =
        scene.archive.topic_ids().filter(|(id, _)| findings(*id) > 0).collect();
    topics.sort_by_key(|(id, topic)| (Reverse(findings(*id)), topic.title.to_lowercase()));
    topics.truncate(count);
    LargestView {
        topics: topics.into_iter().map(|(id, _)| row(scene, id)).collect(),
        largest: topic_totals(scene).max().unwrap_or(0),
    }
}

fn topic_totals(scene: &Scene<'_>) -> impl Iterator<Item = usize> {
    scene.archive.topic_ids().map(|(id, _)| scene.indexes.findings.counts(Some(id)).total())
}

/// The topics of a group by their titles.
fn in_group(scene: &Scene<'_>, group: TopicGroup) -> Vec<TopicId> {
    let mut topics: Vec<_> =
        scene.archive.topic_ids().filter(|(_, topic)| topic.group == group).collect();
    topics.sort_by_key(|(_, topic)| topic.title.to_lowercase());
    topics.into_iter().map(|(id, _)| id).collect()
}

fn row(scene: &Scene<'_>, id: TopicId) -> TopicRowView {
    let topic = scene.archive.topic(id);
    let counts = scene.indexes.findings.counts(Some(id));
    let cells = Polarity::ALL.iter().map(|&polarity| {
        let count = counts.get(polarity);
        let route = Route::findings([topic.slug.as_str(), polarity.word()], 1);
        TopicCellView {
            polarity: polarity.into(),
            count,
            before: counts.before(polarity),
            path: (count > 0).then(|| route.path().to_owned()),
        }
    });
    TopicRowView { topic: LinkView::topic(topic), total: counts.total(), cells: cells.collect() }
}
