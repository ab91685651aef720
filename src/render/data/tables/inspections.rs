//! Inspections.

use super::{Listed, authority, listed, path, whole, words};
use crate::model::{FrameworkId, GradeId, Inspection, JudgementAreaId, TermId, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(super) fn inspections(vocabulary: &Vocabulary) -> Table<Listed> {
    let mut columns = before_areas(vocabulary);
    columns.extend(vocabulary.ids().map(|area| of_area(vocabulary, area)));
    columns.extend(after_areas(vocabulary));
    Table {
        table: DataTable::Inspections,
        title: "Inspections",
        about: "Inspections, with each judgement. Only inspections judge; visits do not.",
        columns,
        key: &["authority", "number"],
        links: &[ColumnLink::TO_AUTHORITY],
        rows: |scene| listed(scene, |it| it.inspections.len()),
    }
}

fn before_areas(vocabulary: &Vocabulary) -> Vec<Column<Listed>> {
    vec![
        authority(),
        Column::new(
            "number",
            ColumnKind::Integer(1),
            "Its place in the list of the inspections of the authority.",
            |_, key: Listed| Cell::count(key.1 + 1),
        ),
        Column::or_empty(
            "on_site",
            ColumnKind::Edtf,
            "When inspectors were there, in EDTF: as exact as the source, and no more so.",
            |scene, key| Cell::date(inspection(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "on_site_earliest",
            ColumnKind::Day,
            "The first day that on_site can mean, to sort by.",
            |scene, key| Cell::earliest(inspection(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "on_site_latest",
            ColumnKind::Day,
            "The last day that on_site can mean.",
            |scene, key| Cell::latest(inspection(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "published",
            ColumnKind::Edtf,
            "When the report was published, in EDTF: as exact as the source, and no more so.",
            |scene, key| Cell::date(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "published_earliest",
            ColumnKind::Day,
            "The first day that published can mean, to sort by.",
            |scene, key| Cell::earliest(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "published_latest",
            ColumnKind::Day,
            "The last day that published can mean.",
            |scene, key| Cell::latest(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "framework",
            ColumnKind::Word(words::<FrameworkId>(vocabulary)),
            "The framework that it followed.",
            |scene, key| Cell::word(scene, inspection(scene, key).framework),
        ),
        Column::or_empty(
            "overall",
            ColumnKind::Word(words::<GradeId>(vocabulary)),
            vocabulary
                .overall_about
                .clone()
                .unwrap_or_else(|| "The judgement of overall effectiveness.".to_owned()),
            |scene, key| Cell::word(scene, inspection(scene, key).overall),
        ),
    ]
}

/// The grades of an area.
fn of_area(vocabulary: &Vocabulary, area: JudgementAreaId) -> Column<Listed> {
    let term = area.term(vocabulary);
    let about = vocabulary[area].about.clone();
    Column::or_empty(
        term.column(),
        ColumnKind::Word(words::<GradeId>(vocabulary)),
        about.unwrap_or_else(|| format!("The judgement of this area: {}.", term.label)),
        move |scene, key| judgement(scene, key, area),
    )
}

/// Whether an inspection has a grade that opens a monitoring cycle, by the names of these.
fn opens_about(vocabulary: &Vocabulary) -> String {
    let grades = vocabulary.grades.iter().filter(|grade| grade.opens_monitoring);
    let labels: Vec<String> = grades.map(|grade| grade.term.label.to_lowercase()).collect();
    format!("Whether it found services {}, overall or in an area.", labels.join(" or "))
}

fn after_areas(vocabulary: &Vocabulary) -> Vec<Column<Listed>> {
    vec![
        Column::new("opens_a_cycle", ColumnKind::Flag, opens_about(vocabulary), |scene, key| {
            Cell::Flag(inspection(scene, key).opens_a_cycle(&scene.archive.vocabulary))
        }),
        Column::or_empty("source", ColumnKind::Address, "The report.", |scene, key| {
            Cell::some(inspection(scene, key).url.as_deref())
        }),
        Column::new(
            "path",
            ColumnKind::Text,
            "Where it stands on the page of the authority, from the root of the site.",
            |scene, key| Cell::text(address(scene, key)),
        ),
        Column::new("url", ColumnKind::Address, "The same as a whole address.", |scene, key| {
            Cell::text(whole(scene, &address(scene, key)))
        }),
    ]
}

fn inspection<'s>(scene: &Scene<'s>, (authority, place): Listed) -> &'s Inspection {
    &scene.archive.authority(authority).inspections[place]
}

fn judgement<'s>(scene: &'s Scene<'s>, key: Listed, area: JudgementAreaId) -> Cell<'s> {
    let mut judgements = inspection(scene, key).judgements.iter();
    Cell::word(scene, judgements.find(|(of, _)| *of == area).map(|(_, grade)| *grade))
}

fn address(scene: &Scene<'_>, key: Listed) -> String {
    let page = path(&Route::authority(scene.archive.authority(key.0)));
    format!("{page}#section-inspection-{}", inspection(scene, key).date.earliest())
}
