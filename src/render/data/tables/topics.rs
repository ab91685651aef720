//! What findings are about.

use super::{path, whole, words};
use crate::model::{Message, TopicGroupId, TopicId, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, Table};

pub(super) fn topics(vocabulary: &Vocabulary) -> Table<TopicId> {
    Table {
        table: DataTable::Topics,
        title: Message::table_topics,
        about: Message::table_topics_about,
        columns: vec![
            Column::new("topic", ColumnKind::Slug, Message::column_slug, |scene, id: TopicId| {
                Cell::text(scene.archive.topic(id).slug.as_str())
            }),
            Column::new(
                "title",
                ColumnKind::Text,
                Message::column_topics_title,
                |scene, id: TopicId| Cell::text(&*scene.archive.topic(id).title),
            ),
            Column::new(
                "group",
                ColumnKind::Word(words::<TopicGroupId>(vocabulary)),
                Message::column_topics_group,
                |scene, id: TopicId| Cell::word(scene, Some(scene.archive.topic(id).group)),
            ),
            Column::or_empty(
                "other_names",
                ColumnKind::Texts,
                Message::column_topics_other_names,
                |scene, id: TopicId| {
                    Cell::list(scene.archive.topic(id).other_names.iter().map(String::as_str))
                },
            ),
            Column::new(
                "findings",
                ColumnKind::Integer(0),
                Message::column_topics_findings,
                |scene, id: TopicId| Cell::count(scene.indexes.findings.counts(Some(id)).total()),
            ),
            Column::new("path", ColumnKind::Text, Message::column_path, |scene, id: TopicId| {
                Cell::text(path(&Route::topic(scene.archive.topic(id))))
            }),
            Column::new(
                "url",
                ColumnKind::Address,
                Message::column_page_url,
                |scene, id: TopicId| {
                    Cell::text(whole(scene, &path(&Route::topic(scene.archive.topic(id)))))
                },
            ),
        ],
        key: &["topic"],
        links: &[],
        rows: |scene| scene.archive.topic_ids().map(|(id, _)| id).collect(),
    }
}
