//! The matrix of topics and polarities, with counts.

use serde::Serialize;

use super::parts::{CountsView, LinkView, WordView};
use crate::model::{Polarity, TopicGroup, TopicId, Vocabulary};
use crate::plan::Route;
use crate::render::scene::Scene;

/// Every topic in its group with its counts. A finding counts once under each of its topics, and once
/// in the totals.
#[derive(Debug, Serialize)]
pub(super) struct MatrixView {
    polarities: Vec<ColumnView>,
    groups: Vec<GroupView>,
    totals: CountsView,
}

#[derive(Debug, Serialize)]
struct ColumnView {
    polarity: WordView,
    path: String,
}

#[derive(Debug, Serialize)]
struct GroupView {
    label: &'static str,
    topics: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    topic: LinkView,
    total: usize,
    cells: Vec<CellView>,
}

#[derive(Debug, Serialize)]
struct CellView {
    polarity: WordView,
    count: usize,
    /// The findings counted here, where there are any.
    path: Option<String>,
}

pub(super) fn matrix(scene: &Scene<'_>) -> MatrixView {
    let columns = Polarity::ALL.iter().map(|&polarity| ColumnView {
        polarity: polarity.into(),
        path: Route::findings([polarity.word()], 1).path().to_owned(),
    });
    let groups = TopicGroup::ALL.iter().map(|&group| GroupView {
        label: group.label(),
        topics: in_group(scene, group).into_iter().map(|topic| row(scene, topic)).collect(),
    });
    MatrixView {
        polarities: columns.collect(),
        groups: groups.filter(|group| !group.topics.is_empty()).collect(),
        totals: scene.indexes.findings.counts(None).into(),
    }
}

/// The topics of a group by their titles.
fn in_group(scene: &Scene<'_>, group: TopicGroup) -> Vec<TopicId> {
    let mut topics: Vec<_> =
        scene.archive.topic_ids().filter(|(_, topic)| topic.group == group).collect();
    topics.sort_by_key(|(_, topic)| topic.title.to_lowercase());
    topics.into_iter().map(|(id, _)| id).collect()
}

fn row(scene: &Scene<'_>, id: TopicId) -> RowView {
    let topic = scene.archive.topic(id);
    let counts = scene.indexes.findings.counts(Some(id));
    let cells = Polarity::ALL.iter().map(|&polarity| {
        let count = counts.get(polarity);
        let route = Route::findings([topic.slug.as_str(), polarity.word()], 1);
        CellView {
            polarity: polarity.into(),
            count,
            path: (count > 0).then(|| route.path().to_owned()),
        }
    });
    RowView { topic: LinkView::topic(topic), total: counts.total(), cells: cells.collect() }
}
