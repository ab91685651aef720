//! Figures that letters state, each once for each date.

use super::{LINKS, path, whole, words_of_set};
use crate::model::{Better, LetterId, Measure, MeasurePoint, Message, Slug, Unit};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, Table};
use crate::render::page_context::Scene;

/// A figure: of a letter, of its measures, of the measure's points.
#[derive(Clone, Copy)]
pub(in crate::render::data) struct MeasureKey {
    pub(in crate::render::data) letter: LetterId,
    measure: usize,
    point: usize,
}

pub(super) fn measures() -> Table<MeasureKey> {
    Table {
        table: DataTable::Measures,
        title: Message::table_measures,
        about: Message::table_measures_about,
        columns: vec![
            Column::new(
                "authority",
                ColumnKind::Slug,
                Message::column_letter_authority,
                |scene, key: MeasureKey| {
                    Cell::text(scene.archive.letter(key.letter).folder.as_str())
                },
            ),
            Column::new(
                "letter",
                ColumnKind::Slug,
                Message::column_letter,
                |scene, key: MeasureKey| Cell::text(scene.archive.letter(key.letter).slug.as_str()),
            ),
            Column::new(
                "measure",
                ColumnKind::Slug,
                Message::column_measures_measure,
                |scene, key: MeasureKey| Cell::text(measure(scene, key).id.as_str()),
            ),
            Column::new(
                "date",
                ColumnKind::Edtf,
                Message::column_measures_date,
                |scene, key: MeasureKey| Cell::date(Some(&point(scene, key).date)),
            ),
            Column::new(
                "date_earliest",
                ColumnKind::Day,
                Message::column_measures_date_earliest,
                |scene, key: MeasureKey| Cell::earliest(Some(&point(scene, key).date)),
            ),
            Column::new(
                "date_latest",
                ColumnKind::Day,
                Message::column_measures_date_latest,
                |scene, key: MeasureKey| Cell::latest(Some(&point(scene, key).date)),
            ),
            Column::new(
                "value",
                ColumnKind::Number,
                Message::column_measures_value,
                |scene, key: MeasureKey| Cell::Number(point(scene, key).value),
            ),
            Column::new(
                "unit",
                ColumnKind::Word(words_of_set::<Unit>()),
                Message::column_measures_unit,
                |scene, key: MeasureKey| Cell::of_set(measure(scene, key).unit),
            ),
            Column::new(
                "better",
                ColumnKind::Word(words_of_set::<Better>()),
                Message::column_measures_better,
                |scene, key: MeasureKey| Cell::of_set(measure(scene, key).better),
            ),
            Column::new(
                "label",
                ColumnKind::Text,
                Message::column_measures_label,
                |scene, key: MeasureKey| Cell::text(&*measure(scene, key).label),
            ),
            Column::or_empty(
                "topic",
                ColumnKind::Slug,
                Message::column_measures_topic,
                |scene, key: MeasureKey| {
                    Cell::some(measure(scene, key).topic.as_ref().map(Slug::as_str))
                },
            ),
            Column::new(
                "dated",
                ColumnKind::Edtf,
                Message::column_measures_dated,
                |scene, key: MeasureKey| Cell::date(Some(&scene.archive.letter(key.letter).dated)),
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                Message::column_whole_url,
                |scene, key: MeasureKey| Cell::text(whole(scene, &address(scene, key))),
            ),
        ],
        key: &["authority", "letter", "measure", "date"],
        links: LINKS,
        rows: |scene| {
            scene.archive.letter_ids().flat_map(|(id, _)| MeasureKey::of(scene, id)).collect()
        },
    }
}

impl MeasureKey {
    /// The figures of a letter.
    pub(in crate::render::data) fn of(scene: &Scene<'_>, letter: LetterId) -> Vec<Self> {
        let measures = scene.archive.letter(letter).measures.iter().enumerate();
        let points = measures.flat_map(|(measure, it)| {
            (0..it.points.len()).map(move |point| MeasureKey { letter, measure, point })
        });
        points.collect()
    }
}

fn measure<'s>(scene: &Scene<'s>, key: MeasureKey) -> &'s Measure {
    &scene.archive.letter(key.letter).measures[key.measure]
}

fn point<'s>(scene: &Scene<'s>, key: MeasureKey) -> &'s MeasurePoint {
    &measure(scene, key).points[key.point]
}

/// Where it stands on the letter's page.
fn address(scene: &Scene<'_>, key: MeasureKey) -> String {
    let page = path(&Route::letter(scene.archive.letter(key.letter)));
    format!("{page}#measure-{}", measure(scene, key).id)
}
