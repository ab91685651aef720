//! Councils.

use std::collections::BTreeSet;

use super::{path, whole, words};
use crate::model::{AuthorityId, Message, Region};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, Table};
use crate::render::page_context::Scene;

pub(in crate::render::data) static AUTHORITIES: Table<AuthorityId> = Table {
    table: DataTable::Authorities,
    title: Message::table_authorities,
    about: Message::table_authorities_about,
    columns: &[
        Column::new("authority", ColumnKind::Slug, Message::column_slug, |scene, id| {
            Cell::text(scene.archive.authority(id).slug.as_str())
        }),
        Column::new("name", ColumnKind::Text, Message::column_authorities_name, |scene, id| {
            Cell::text(&*scene.archive.authority(id).name)
        }),
        Column::or_empty(
            "formal_name",
            ColumnKind::Text,
            Message::column_authorities_formal_name,
            |scene, id| Cell::some(scene.archive.authority(id).formal_name.as_deref()),
        ),
        Column::or_empty(
            "other_names",
            ColumnKind::Texts,
            Message::column_authorities_other_names,
            |scene, id| {
                Cell::list(scene.archive.authority(id).other_names.iter().map(String::as_str))
            },
        ),
        Column::or_empty(
            "gss_code",
            ColumnKind::Text,
            Message::column_authorities_gss_code,
            |scene, id| Cell::some(scene.archive.authority(id).gss_code.as_deref()),
        ),
        Column::or_empty(
            "former_gss_codes",
            ColumnKind::Texts,
            Message::column_authorities_former_gss_codes,
            |scene, id| {
                Cell::list(scene.archive.authority(id).former_gss_codes.iter().map(String::as_str))
            },
        ),
        Column::or_empty(
            "la_code",
            ColumnKind::Text,
            Message::column_authorities_la_code,
            |scene, id| Cell::some(scene.archive.authority(id).la_code.as_deref()),
        ),
        Column::or_empty(
            "region",
            ColumnKind::Word(words::<Region>),
            Message::column_authorities_region,
            |scene, id| Cell::word(scene.archive.authority(id).region),
        ),
        Column::or_empty(
            "delivered_by",
            ColumnKind::Texts,
            Message::column_authorities_delivered_by,
            |scene, id| {
                Cell::list(scene.archive.authority(id).delivery.iter().map(|it| it.name.as_str()))
            },
        ),
        Column::or_empty(
            "predecessors",
            ColumnKind::Slugs,
            Message::column_authorities_predecessors,
            |scene, id| slugs(scene, &scene.indexes.authority(id).predecessors),
        ),
        Column::or_empty(
            "successors",
            ColumnKind::Slugs,
            Message::column_authorities_successors,
            |scene, id| slugs(scene, &scene.indexes.authority(id).successors),
        ),
        Column::new(
            "letters",
            ColumnKind::Integer(0),
            Message::column_authorities_letters,
            |scene, id| Cell::count(scene.indexes.authority(id).letters.len()),
        ),
        Column::new(
            "findings",
            ColumnKind::Integer(0),
            Message::column_authorities_findings,
            |scene, id| Cell::count(scene.indexes.counts_of_authority(scene.archive, id).total()),
        ),
        Column::new("path", ColumnKind::Text, Message::column_path, |scene, id| {
            Cell::text(path(&Route::authority(scene.archive.authority(id))))
        }),
        Column::new("url", ColumnKind::Address, Message::column_page_url, |scene, id| {
            Cell::text(whole(scene, &path(&Route::authority(scene.archive.authority(id)))))
        }),
    ],
    key: &["authority"],
    links: &[],
    rows: |scene| scene.archive.authority_ids().map(|(id, _)| id).collect(),
};

fn slugs<'s>(scene: &'s Scene<'s>, ids: &BTreeSet<AuthorityId>) -> Cell<'s> {
    Cell::list(ids.iter().map(|&id| scene.archive.authority(id).slug.as_str()))
}
