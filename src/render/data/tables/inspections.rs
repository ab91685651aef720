//! Inspections.

use super::{AUTHORITY, Listed, listed, path, whole, words};
use crate::model::{Framework, Grade, Inspection, JudgementArea};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(in crate::render::data) static INSPECTIONS: Table<Listed> = Table {
    table: DataTable::Inspections,
    title: "Inspections",
    about: "Inspections, with each judgement. Only inspections judge; visits do not.",
    columns: &[
        AUTHORITY,
        Column::new(
            "number",
            ColumnKind::Integer(1),
            "Its place in the list of the inspections of the authority.",
            |_, key| Cell::count(key.1 + 1),
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
            ColumnKind::Word(words::<Framework>),
            "The framework that it followed.",
            |scene, key| Cell::word(inspection(scene, key).framework),
        ),
        Column::or_empty(
            "overall",
            ColumnKind::Word(words::<Grade>),
            "The judgement of overall effectiveness. None is given from April 2026.",
            |scene, key| Cell::word(inspection(scene, key).overall),
        ),
        Column::or_empty(
            "leadership",
            ColumnKind::Word(words::<Grade>),
            "The judgement of leadership.",
            |scene, key| judgement(scene, key, JudgementArea::Leadership),
        ),
        Column::or_empty(
            "help_and_protection",
            ColumnKind::Word(words::<Grade>),
            "The judgement of help and protection.",
            |scene, key| judgement(scene, key, JudgementArea::HelpAndProtection),
        ),
        Column::or_empty(
            "in_care",
            ColumnKind::Word(words::<Grade>),
            "The judgement of children in care (from 2023).",
            |scene, key| judgement(scene, key, JudgementArea::InCare),
        ),
        Column::or_empty(
            "in_care_and_care_leavers",
            ColumnKind::Word(words::<Grade>),
            "The judgement of children in care and care leavers (2018 to 2022).",
            |scene, key| judgement(scene, key, JudgementArea::InCareAndCareLeavers),
        ),
        Column::or_empty(
            "looked_after_and_permanence",
            ColumnKind::Word(words::<Grade>),
            "The judgement of children looked after and permanence (until 2018).",
            |scene, key| judgement(scene, key, JudgementArea::LookedAfterAndPermanence),
        ),
        Column::or_empty(
            "adoption",
            ColumnKind::Word(words::<Grade>),
            "The judgement of adoption (until 2018).",
            |scene, key| judgement(scene, key, JudgementArea::Adoption),
        ),
        Column::or_empty(
            "care_leavers",
            ColumnKind::Word(words::<Grade>),
            "The judgement of care leavers (until 2018, and from 2023).",
            |scene, key| judgement(scene, key, JudgementArea::CareLeavers),
        ),
        Column::new(
            "opens_a_cycle",
            ColumnKind::Flag,
            "Whether it found services inadequate, overall or in an area.",
            |scene, key| Cell::Flag(inspection(scene, key).opens_a_cycle()),
        ),
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
    ],
    key: &["authority", "number"],
    links: &[ColumnLink::TO_AUTHORITY],
    rows: |scene| listed(scene, |it| it.inspections.len()),
};

fn inspection<'s>(scene: &Scene<'s>, (authority, place): Listed) -> &'s Inspection {
    &scene.archive.authority(authority).inspections[place]
}

fn judgement<'s>(scene: &'s Scene<'s>, key: Listed, area: JudgementArea) -> Cell<'s> {
    let mut judgements = inspection(scene, key).judgements.iter();
    Cell::word(judgements.find(|(of, _)| *of == area).map(|(_, grade)| *grade))
}

fn address(scene: &Scene<'_>, key: Listed) -> String {
    let page = path(&Route::authority(scene.archive.authority(key.0)));
    format!("{page}#section-inspection-{}", inspection(scene, key).date.earliest())
}
