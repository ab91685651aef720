//! Inspections.

use super::{Listed, authority, listed, path, whole, words};
use crate::model::{
    FrameworkId, GradeId, Inspection, JudgementAreaId, Message, Term, TermId, Vocabulary,
};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnAbout, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(super) fn inspections(vocabulary: &Vocabulary) -> Table<Listed> {
    let mut columns = before_areas(vocabulary);
    columns.extend(vocabulary.ids().map(|area| of_area(vocabulary, area)));
    columns.extend(after_areas(vocabulary));
    Table {
        table: DataTable::Inspections,
        title: Message::table_inspections,
        about: Message::table_inspections_about,
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
            Message::column_inspections_number,
            |_, key: Listed| Cell::count(key.1 + 1),
        ),
        Column::or_empty(
            "on_site",
            ColumnKind::Edtf,
            Message::column_on_site,
            |scene, key: Listed| Cell::date(inspection(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "on_site_earliest",
            ColumnKind::Day,
            Message::column_on_site_earliest,
            |scene, key: Listed| Cell::earliest(inspection(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "on_site_latest",
            ColumnKind::Day,
            Message::column_on_site_latest,
            |scene, key: Listed| Cell::latest(inspection(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "published",
            ColumnKind::Edtf,
            Message::column_inspections_published,
            |scene, key: Listed| Cell::date(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "published_earliest",
            ColumnKind::Day,
            Message::column_published_earliest,
            |scene, key: Listed| Cell::earliest(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "published_latest",
            ColumnKind::Day,
            Message::column_published_latest,
            |scene, key: Listed| Cell::latest(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "framework",
            ColumnKind::Word(words::<FrameworkId>(vocabulary)),
            Message::column_inspections_framework,
            |scene, key: Listed| Cell::word(scene, inspection(scene, key).framework),
        ),
        Column::or_empty(
            "overall",
            ColumnKind::Word(words::<GradeId>(vocabulary)),
            ColumnAbout::Overall,
            |scene, key: Listed| Cell::word(scene, inspection(scene, key).overall),
        ),
    ]
}

/// The grades of an area.
fn of_area(vocabulary: &Vocabulary, area: JudgementAreaId) -> Column<Listed> {
    let Term { label, .. } = area.term(vocabulary);
    let about = match &vocabulary[area].about {
        Some(about) => ColumnAbout::Words(about.clone()),
        None => ColumnAbout::of(Message::column_inspections_judgement, "area", label),
    };
    Column::or_empty(
        area.term(vocabulary).column(),
        ColumnKind::Word(words::<GradeId>(vocabulary)),
        about,
        move |scene, key| judgement(scene, key, area),
    )
}

/// Whether an inspection opens a monitoring cycle, by the names of the grades that do.
fn opens_about(vocabulary: &Vocabulary) -> ColumnAbout {
    let grades = vocabulary.grades.iter().filter(|grade| grade.opens_monitoring);
    let labels: Vec<String> = grades.map(|grade| grade.term.label.to_lowercase()).collect();
    ColumnAbout::of(Message::column_inspections_opens_a_cycle, "grades", &labels.join(", "))
}

fn after_areas(vocabulary: &Vocabulary) -> Vec<Column<Listed>> {
    vec![
        Column::or_empty(
            "lead_inspectors",
            ColumnKind::Texts,
            Message::column_inspections_lead_inspectors,
            |scene, key: Listed| {
                Cell::list(inspection(scene, key).lead_inspectors.iter().map(String::as_str))
            },
        ),
        Column::or_empty(
            "needs_to_improve",
            ColumnKind::Texts,
            Message::column_inspections_needs_to_improve,
            |scene, key: Listed| {
                Cell::list(inspection(scene, key).needs_to_improve.iter().map(String::as_str))
            },
        ),
        Column::or_empty(
            "monitored",
            ColumnKind::Flag,
            Message::column_inspections_monitored,
            |scene, key: Listed| inspection(scene, key).monitored.map_or(Cell::Empty, Cell::Flag),
        ),
        Column::new(
            "opens_a_cycle",
            ColumnKind::Flag,
            opens_about(vocabulary),
            |scene, key: Listed| {
                Cell::Flag(inspection(scene, key).opens_a_cycle(&scene.archive.vocabulary))
            },
        ),
        Column::or_empty(
            "source",
            ColumnKind::Address,
            Message::column_inspections_source,
            |scene, key: Listed| Cell::some(inspection(scene, key).url.as_deref()),
        ),
        Column::new(
            "path",
            ColumnKind::Text,
            Message::column_inspections_path,
            |scene, key: Listed| Cell::text(address(scene, key)),
        ),
        Column::new("url", ColumnKind::Address, Message::column_place_url, |scene, key: Listed| {
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
