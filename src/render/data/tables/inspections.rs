//! Inspections.

use super::{AUTHORITY, Listed, listed, path, whole, words};
use crate::model::{Framework, Grade, Inspection, JudgementArea, Message};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, ColumnLink, Table};
use crate::render::page_context::Scene;

pub(in crate::render::data) static INSPECTIONS: Table<Listed> = Table {
    table: DataTable::Inspections,
    title: Message::table_inspections,
    about: Message::table_inspections_about,
    columns: &[
        AUTHORITY,
        Column::new(
            "number",
            ColumnKind::Integer(1),
            Message::column_inspections_number,
            |_, key| Cell::count(key.1 + 1),
        ),
        Column::or_empty("on_site", ColumnKind::Edtf, Message::column_on_site, |scene, key| {
            Cell::date(inspection(scene, key).on_site.as_ref())
        }),
        Column::or_empty(
            "on_site_earliest",
            ColumnKind::Day,
            Message::column_on_site_earliest,
            |scene, key| Cell::earliest(inspection(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "on_site_latest",
            ColumnKind::Day,
            Message::column_on_site_latest,
            |scene, key| Cell::latest(inspection(scene, key).on_site.as_ref()),
        ),
        Column::or_empty(
            "published",
            ColumnKind::Edtf,
            Message::column_inspections_published,
            |scene, key| Cell::date(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "published_earliest",
            ColumnKind::Day,
            Message::column_published_earliest,
            |scene, key| Cell::earliest(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "published_latest",
            ColumnKind::Day,
            Message::column_published_latest,
            |scene, key| Cell::latest(inspection(scene, key).published.as_ref()),
        ),
        Column::or_empty(
            "framework",
            ColumnKind::Word(words::<Framework>),
            Message::column_inspections_framework,
            |scene, key| Cell::word(inspection(scene, key).framework),
        ),
        Column::or_empty(
            "overall",
            ColumnKind::Word(words::<Grade>),
            Message::column_inspections_overall,
            |scene, key| Cell::word(inspection(scene, key).overall),
        ),
        Column::or_empty(
            "leadership",
            ColumnKind::Word(words::<Grade>),
            Message::column_inspections_judgement,
            |scene, key| judgement(scene, key, JudgementArea::Leadership),
        )
        .of("area", "leadership"),
        Column::or_empty(
            "help_and_protection",
            ColumnKind::Word(words::<Grade>),
            Message::column_inspections_judgement,
            |scene, key| judgement(scene, key, JudgementArea::HelpAndProtection),
        )
        .of("area", "help and protection"),
        Column::or_empty(
            "in_care",
            ColumnKind::Word(words::<Grade>),
            Message::column_inspections_judgement,
            |scene, key| judgement(scene, key, JudgementArea::InCare),
        )
        .of("area", "children in care (from 2023)"),
        Column::or_empty(
            "in_care_and_care_leavers",
            ColumnKind::Word(words::<Grade>),
            Message::column_inspections_judgement,
            |scene, key| judgement(scene, key, JudgementArea::InCareAndCareLeavers),
        )
        .of("area", "children in care and care leavers (2018 to 2022)"),
        Column::or_empty(
            "looked_after_and_permanence",
            ColumnKind::Word(words::<Grade>),
            Message::column_inspections_judgement,
            |scene, key| judgement(scene, key, JudgementArea::LookedAfterAndPermanence),
        )
        .of("area", "children looked after and permanence (until 2018)"),
        Column::or_empty(
            "adoption",
            ColumnKind::Word(words::<Grade>),
            Message::column_inspections_judgement,
            |scene, key| judgement(scene, key, JudgementArea::Adoption),
        )
        .of("area", "adoption (until 2018)"),
        Column::or_empty(
            "care_leavers",
            ColumnKind::Word(words::<Grade>),
            Message::column_inspections_judgement,
            |scene, key| judgement(scene, key, JudgementArea::CareLeavers),
        )
        .of("area", "care leavers (until 2018, and from 2023)"),
        Column::new(
            "opens_a_cycle",
            ColumnKind::Flag,
            Message::column_inspections_opens_a_cycle,
            |scene, key| Cell::Flag(inspection(scene, key).opens_a_cycle()),
        ),
        Column::or_empty(
            "source",
            ColumnKind::Address,
            Message::column_inspections_source,
            |scene, key| Cell::some(inspection(scene, key).url.as_deref()),
        ),
        Column::new("path", ColumnKind::Text, Message::column_inspections_path, |scene, key| {
            Cell::text(address(scene, key))
        }),
        Column::new("url", ColumnKind::Address, Message::column_place_url, |scene, key| {
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
