//! Visits whose letter is not here.

use super::{Listed, authority, listed, path, whole, words};
use crate::model::{KnownVisit, LevelId, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(super) fn visits(vocabulary: &Vocabulary) -> Table<Listed> {
    Table {
        table: DataTable::Visits,
        title: "Visits without a letter here",
        about: "Visits that are known to have happened, but whose letter is not on the site.",
        columns: vec![
            authority(),
            Column::new(
                "number",
                ColumnKind::Integer(1),
                "Its place in the list of such visits to the authority.",
                |_, key: Listed| Cell::count(key.1 + 1),
            ),
            Column::or_empty(
                "visit",
                ColumnKind::Integer(1),
                "The number of the visit, as its source states it.",
                |scene, key| {
                    visit(scene, key).visit.map_or(Cell::Empty, |it| Cell::Integer(it.into()))
                },
            ),
            Column::or_empty(
                "on_site",
                ColumnKind::Edtf,
                "When inspectors were there, in EDTF: as exact as the source, and no more so.",
                |scene, key| Cell::date(visit(scene, key).on_site.as_ref()),
            ),
            Column::or_empty(
                "on_site_earliest",
                ColumnKind::Day,
                "The first day that on_site can mean, to sort by.",
                |scene, key| Cell::earliest(visit(scene, key).on_site.as_ref()),
            ),
            Column::or_empty(
                "on_site_latest",
                ColumnKind::Day,
                "The last day that on_site can mean.",
                |scene, key| Cell::latest(visit(scene, key).on_site.as_ref()),
            ),
            Column::or_empty(
                "published",
                ColumnKind::Edtf,
                "When the letter was published or dated, in EDTF: as exact as the source, and no more so.",
                |scene, key| Cell::date(visit(scene, key).published.as_ref()),
            ),
            Column::or_empty(
                "published_earliest",
                ColumnKind::Day,
                "The first day that published can mean, to sort by.",
                |scene, key| Cell::earliest(visit(scene, key).published.as_ref()),
            ),
            Column::or_empty(
                "published_latest",
                ColumnKind::Day,
                "The last day that published can mean.",
                |scene, key| Cell::latest(visit(scene, key).published.as_ref()),
            ),
            Column::or_empty(
                "areas",
                ColumnKind::Texts,
                "The service areas covered.",
                |scene, key| Cell::list(visit(scene, key).areas.iter().map(String::as_str)),
            ),
            Column::or_empty(
                "progress",
                ColumnKind::Text,
                "How the source puts the progress.",
                |scene, key| {
                    Cell::some(visit(scene, key).progress.as_ref().map(|it| it.words.as_str()))
                },
            ),
            Column::or_empty(
                "level",
                ColumnKind::Word(words::<LevelId>(vocabulary)),
                "What those words come to.",
                |scene, key| {
                    Cell::word(scene, visit(scene, key).progress.as_ref().and_then(|it| it.level))
                },
            ),
            Column::or_empty("note", ColumnKind::Text, "What is known, and how.", note),
            Column::or_empty(
                "source",
                ColumnKind::Address,
                "Where it is known from.",
                |scene, key| Cell::some(visit(scene, key).url.as_deref()),
            ),
            Column::new(
                "path",
                ColumnKind::Text,
                "The page of the authority, from the root of the site.",
                |scene, key| Cell::text(address(scene, key)),
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                "The same as a whole address.",
                |scene, key| Cell::text(whole(scene, &address(scene, key))),
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
