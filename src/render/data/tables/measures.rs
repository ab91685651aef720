//! Figures that letters state, each once for each date.

use super::{LINKS, path, whole, words_of_set};
use crate::model::{Better, LetterId, Measure, MeasurePoint, Slug, Unit};
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
        title: "Measures",
        about: "Figures as letters state them. The same measure in a later letter goes on.",
        columns: vec![
            Column::new(
                "authority",
                ColumnKind::Slug,
                "The authority under whose address the letter stands.",
                |scene, key: MeasureKey| {
                    Cell::text(scene.archive.letter(key.letter).folder.as_str())
                },
            ),
            Column::new(
                "letter",
                ColumnKind::Slug,
                "The letter, unique within the authority.",
                |scene, key: MeasureKey| Cell::text(scene.archive.letter(key.letter).slug.as_str()),
            ),
            Column::new(
                "measure",
                ColumnKind::Slug,
                "What joins the figures of letters into one series.",
                |scene, key: MeasureKey| Cell::text(measure(scene, key).id.as_str()),
            ),
            Column::new(
                "date",
                ColumnKind::Edtf,
                "When it was so, in EDTF: as exact as the source, and no more so.",
                |scene, key: MeasureKey| Cell::date(Some(&point(scene, key).date)),
            ),
            Column::new(
                "date_earliest",
                ColumnKind::Day,
                "The first day that date can mean, to sort by.",
                |scene, key: MeasureKey| Cell::earliest(Some(&point(scene, key).date)),
            ),
            Column::new(
                "date_latest",
                ColumnKind::Day,
                "The last day that date can mean.",
                |scene, key: MeasureKey| Cell::latest(Some(&point(scene, key).date)),
            ),
            Column::new(
                "value",
                ColumnKind::Number,
                "The figure, in its unit.",
                |scene, key: MeasureKey| Cell::Number(point(scene, key).value),
            ),
            Column::new(
                "unit",
                ColumnKind::Word(words_of_set::<Unit>()),
                "What the figure is: a count, or a percentage.",
                |scene, key: MeasureKey| Cell::of_set(measure(scene, key).unit),
            ),
            Column::new(
                "better",
                ColumnKind::Word(words_of_set::<Better>()),
                "Which way is better.",
                |scene, key: MeasureKey| Cell::of_set(measure(scene, key).better),
            ),
            Column::new("label", ColumnKind::Text, "What is counted.", |scene, key: MeasureKey| {
                Cell::text(&*measure(scene, key).label)
            }),
            Column::or_empty(
                "topic",
                ColumnKind::Slug,
                "The topic that it belongs under.",
                |scene, key: MeasureKey| {
                    Cell::some(measure(scene, key).topic.as_ref().map(Slug::as_str))
                },
            ),
            Column::new(
                "dated",
                ColumnKind::Edtf,
                "The date printed on the letter, in EDTF.",
                |scene, key: MeasureKey| Cell::date(Some(&scene.archive.letter(key.letter).dated)),
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                "Its whole address.",
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
