//! Visits whose letter is not here.

use super::{AUTHORITY, Listed, listed, path, whole, words};
use crate::model::{KnownVisit, Level, Message};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(in crate::render::data) static VISITS: Table<Listed> = Table {
    table: DataTable::Visits,
    title: Message::table_visits,
    about: Message::table_visits_about,
    columns: &[
        AUTHORITY,
        Column::new("number", ColumnKind::Integer(1), Message::column_visits_number, |_, key| {
            Cell::count(key.1 + 1)
        }),
        Column::or_empty(
            "visit",
            ColumnKind::Integer(1),
            Message::column_visits_visit,
            |scene, key| visit(scene, key).visit.map_or(Cell::Empty, |it| Cell::Integer(it.into())),
        ),
        Column::or_empty("on_site", ColumnKind::Edtf, Message::column_on_site, |scene, key| {
            Cell::date(visit(scene, key).on_site.as_ref())
        }),
        Column::or_empty(
            "on_site_earliest",
            ColumnKind::Day,
            Message::column_on_site_earliest,
            |scene, key| Cell::earliest(visit(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "on_site_latest",
            ColumnKind::Day,
            Message::column_on_site_latest,
            |scene, key| Cell::latest(visit(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "published",
            ColumnKind::Edtf,
            Message::column_visits_published,
            |scene, key| Cell::date(visit(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "published_earliest",
            ColumnKind::Day,
            Message::column_published_earliest,
            |scene, key| Cell::earliest(visit(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "published_latest",
            ColumnKind::Day,
            Message::column_published_latest,
            |scene, key| Cell::latest(visit(scene, key).published.as_ref()),
        ),
        Column::or_empty("areas", ColumnKind::Texts, Message::column_visits_areas, |scene, key| {
            Cell::list(visit(scene, key).areas.iter().map(String::as_str))
        }),
        Column::or_empty(
            "progress",
            ColumnKind::Text,
            Message::column_visits_progress,
            |scene, key| {
                Cell::some(visit(scene, key).progress.as_ref().map(|it| it.words.as_str()))
            },
        ),
        Column::or_empty(
            "level",
            ColumnKind::Word(words::<Level>),
            Message::column_visits_level,
            |scene, key| Cell::word(visit(scene, key).progress.as_ref().and_then(|it| it.level)),
        ),
        Column::or_empty("note", ColumnKind::Text, Message::column_visits_note, note),
        Column::or_empty(
            "source",
            ColumnKind::Address,
            Message::column_visits_source,
            |scene, key| Cell::some(visit(scene, key).url.as_deref()),
        ),
        Column::new("path", ColumnKind::Text, Message::column_visits_path, |scene, key| {
            Cell::text(address(scene, key))
        }),
        Column::new("url", ColumnKind::Address, Message::column_place_url, |scene, key| {
            Cell::text(whole(scene, &address(scene, key)))
        }),
    ],
    key: &["authority", "number"],
    links: &[ColumnLink::TO_AUTHORITY],
    rows: |scene| listed(scene, |it| it.visits.len()),
};

fn note<'s>(scene: &'s Scene<'s>, key: Listed) -> Cell<'s> {
    let file = &scene.archive.authority(key.0).source.path;
    Cell::text(scene.words(file, visit(scene, key).note.as_deref().unwrap_or_default()))
}

fn address<'s>(scene: &'s Scene<'s>, (authority, _): Listed) -> String {
    path(&Route::authority(scene.archive.authority(authority)))
}

fn visit<'s>(scene: &Scene<'s>, (authority, place): Listed) -> &'s KnownVisit {
    &scene.archive.authority(authority).visits[place]
}
