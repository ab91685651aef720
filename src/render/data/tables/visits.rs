//! Visits whose letter is not here.

use super::{Listed, authority, listed, path, whole, words};
use crate::model::{KnownVisit, LevelId, Message, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(super) fn visits(vocabulary: &Vocabulary) -> Table<Listed> {
    Table {
        table: DataTable::Visits,
        title: Message::table_visits,
        about: Message::table_visits_about,
        columns: vec![
            authority(),
            Column::new(
                "number",
                ColumnKind::Integer(1),
                Message::column_visits_number,
                |_, key: Listed| Cell::count(key.1 + 1),
            ),
            Column::or_empty(
                "visit",
                ColumnKind::Integer(1),
                Message::column_visits_visit,
                |scene, key: Listed| {
                    visit(scene, key).visit.map_or(Cell::Empty, |it| Cell::Integer(it.into()))
                },
            ),
            Column::or_empty(
                "on_site",
                ColumnKind::Edtf,
                Message::column_on_site,
                |scene, key: Listed| Cell::date(visit(scene, key).on_site.as_ref()),
            ),
            Column::or_empty(
                "on_site_earliest",
                ColumnKind::Day,
                Message::column_on_site_earliest,
                |scene, key: Listed| Cell::earliest(visit(scene, key).on_site.as_ref()),
            ),
            Column::or_empty(
                "on_site_latest",
                ColumnKind::Day,
                Message::column_on_site_latest,
                |scene, key: Listed| Cell::latest(visit(scene, key).on_site.as_ref()),
            ),
            Column::or_empty(
                "published",
                ColumnKind::Edtf,
                Message::column_visits_published,
                |scene, key: Listed| Cell::date(visit(scene, key).published.as_ref()),
            ),
            Column::or_empty(
                "published_earliest",
                ColumnKind::Day,
                Message::column_published_earliest,
                |scene, key: Listed| Cell::earliest(visit(scene, key).published.as_ref()),
            ),
            Column::or_empty(
                "published_latest",
                ColumnKind::Day,
                Message::column_published_latest,
                |scene, key: Listed| Cell::latest(visit(scene, key).published.as_ref()),
            ),
            Column::or_empty(
                "areas",
                ColumnKind::Texts,
                Message::column_visits_areas,
                |scene, key: Listed| Cell::list(visit(scene, key).areas.iter().map(String::as_str)),
            ),
            Column::or_empty(
                "progress",
                ColumnKind::Text,
                Message::column_visits_progress,
                |scene, key: Listed| {
                    Cell::some(visit(scene, key).progress.as_ref().map(|it| it.words.as_str()))
                },
            ),
            Column::or_empty(
                "level",
                ColumnKind::Word(words::<LevelId>(vocabulary)),
                Message::column_visits_level,
                |scene, key: Listed| {
                    Cell::word(scene, visit(scene, key).progress.as_ref().and_then(|it| it.level))
                },
            ),
            Column::or_empty("note", ColumnKind::Text, Message::column_visits_note, note),
            Column::or_empty(
                "source",
                ColumnKind::Address,
                Message::column_visits_source,
                |scene, key: Listed| Cell::some(visit(scene, key).url.as_deref()),
            ),
            Column::new(
                "path",
                ColumnKind::Text,
                Message::column_visits_path,
                |scene, key: Listed| Cell::text(address(scene, key)),
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                Message::column_place_url,
                |scene, key: Listed| Cell::text(whole(scene, &address(scene, key))),
            ),
        ],
        key: &["authority", "number"],
        links: &[ColumnLink::TO_AUTHORITY],
        rows: |scene| listed(scene, |it| it.visits.len()),
    }
}

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
