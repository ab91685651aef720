//! What findings are about.

use super::{path, whole, words};
use crate::model::{TopicGroupId, TopicId, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, Table};

pub(super) fn topics(vocabulary: &Vocabulary) -> Table<TopicId> {
    Table {
        table: DataTable::Topics,
        title: "Topics",
        about: "What findings are about, in six groups.",
        columns: vec![
            Column::new(
                "topic",
                ColumnKind::Slug,
                "The name in addresses, which other tables use.",
                |scene, id| Cell::text(scene.archive.topic(id).slug.as_str()),
            ),
            Column::new("title", ColumnKind::Text, "The name for people.", |scene, id| {
                Cell::text(&*scene.archive.topic(id).title)
            }),
            Column::new(
                "group",
                ColumnKind::Word(words::<TopicGroupId>(vocabulary)),
                "The group that it belongs to.",
                |scene, id| Cell::word(scene, Some(scene.archive.topic(id).group)),
            ),
            Column::or_empty(
                "other_names",
                ColumnKind::Texts,
                "Words that letters use for it.",
                |scene, id| {
                    Cell::list(scene.archive.topic(id).other_names.iter().map(String::as_str))
                },
            ),
            Column::new(
                "findings",
                ColumnKind::Integer(0),
                "How many findings are on it; a finding counts under each of its topics.",
                |scene, id| Cell::count(scene.indexes.findings.counts(Some(id)).total()),
            ),
            Column::new(
                "path",
                ColumnKind::Text,
                "Its page, from the root of the site.",
                |scene, id| Cell::text(path(&Route::topic(scene.archive.topic(id)))),
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                "Its page, as a whole address.",
                |scene, id| Cell::text(whole(scene, &path(&Route::topic(scene.archive.topic(id))))),
            ),
        ],
        key: &["topic"],
        links: &[],
        rows: |scene| scene.archive.topic_ids().map(|(id, _)| id).collect(),
    }
}
