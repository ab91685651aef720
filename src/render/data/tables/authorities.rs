//! Authorities.

use std::collections::BTreeSet;

use super::{path, whole, words};
use crate::model::{AuthorityId, Message, RegionId, Slug, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnAbout, ColumnKind, Description, Table};
use crate::render::page_context::Scene;
use crate::render::regulator::all_recipients;
use crate::render::views::parts::capital;

/// The table as it is told of, with the site's own word for those it is on.
pub(super) fn describe(scene: &Scene<'_>) -> Description {
    let all = capital(&all_recipients(scene.settings, scene.messages));
    let about = scene.say(Message::table_authorities_about, &[("recipients", (&all).into())]);
    Description { about, ..scene.shared.tables.authorities.describe(scene) }
}

pub(super) fn authorities(vocabulary: &Vocabulary) -> Table<AuthorityId> {
    let mut table = whole_table(vocabulary);
    table.columns.retain(|column| match &*column.field.name {
        "gss_code" | "former_gss_codes" | "la_code" | "ofsted_urn" | "statistical_neighbours" => {
            vocabulary.known_authorities.have_codes()
        }
        "region" => !vocabulary.regions.is_empty(),
        _ => true,
    });
    table
}

/// The table with the columns that only some vocabularies have.
fn whole_table(vocabulary: &Vocabulary) -> Table<AuthorityId> {
    Table {
        table: DataTable::Authorities,
        title: Message::table_authorities,
        about: Message::table_authorities_about,
        columns: vec![
            Column::new(
                "authority",
                ColumnKind::Slug,
                Message::column_slug,
                |scene, id: AuthorityId| Cell::text(scene.archive.authority(id).slug.as_str()),
            ),
            Column::new(
                "name",
                ColumnKind::Text,
                Message::column_authorities_name,
                |scene, id: AuthorityId| Cell::text(&*scene.archive.authority(id).name),
            ),
            Column::or_empty(
                "formal_name",
                ColumnKind::Text,
                ColumnAbout::OfRecipient(Message::column_authorities_formal_name),
                |scene, id: AuthorityId| {
                    Cell::some(scene.archive.authority(id).formal_name.as_deref())
                },
            ),
            Column::or_empty(
                "other_names",
                ColumnKind::Texts,
                Message::column_authorities_other_names,
                |scene, id: AuthorityId| {
                    Cell::list(scene.archive.authority(id).other_names.iter().map(String::as_str))
                },
            ),
            Column::or_empty(
                "gss_code",
                ColumnKind::Text,
                Message::column_authorities_gss_code,
                |scene, id: AuthorityId| {
                    Cell::some(scene.archive.authority(id).gss_code.as_deref())
                },
            ),
            Column::or_empty(
                "former_gss_codes",
                ColumnKind::Texts,
                Message::column_authorities_former_gss_codes,
                |scene, id: AuthorityId| {
                    Cell::list(
                        scene.archive.authority(id).former_gss_codes.iter().map(String::as_str),
                    )
                },
            ),
            Column::or_empty(
                "la_code",
                ColumnKind::Text,
                Message::column_authorities_la_code,
                |scene, id: AuthorityId| Cell::some(scene.archive.authority(id).la_code.as_deref()),
            ),
            Column::or_empty(
                "ofsted_urn",
                ColumnKind::Text,
                Message::column_authorities_ofsted_urn,
                |scene, id: AuthorityId| {
                    Cell::some(scene.archive.authority(id).ofsted_urn.as_deref())
                },
            ),
            Column::or_empty(
                "region",
                ColumnKind::Word(words::<RegionId>(vocabulary)),
                ColumnAbout::or(
                    Message::column_authorities_region,
                    vocabulary.region_about.as_deref(),
                ),
                |scene, id: AuthorityId| Cell::word(scene, scene.archive.authority(id).region),
            ),
            Column::or_empty(
                "delivered_by",
                ColumnKind::Texts,
                Message::column_authorities_delivered_by,
                |scene, id: AuthorityId| {
                    Cell::list(
                        scene.archive.authority(id).delivery.iter().map(|it| it.name.as_str()),
                    )
                },
            ),
            Column::or_empty(
                "predecessors",
                ColumnKind::Slugs,
                Message::column_authorities_predecessors,
                |scene, id: AuthorityId| slugs(scene, &scene.indexes.authority(id).predecessors),
            ),
            Column::or_empty(
                "successors",
                ColumnKind::Slugs,
                Message::column_authorities_successors,
                |scene, id: AuthorityId| slugs(scene, &scene.indexes.authority(id).successors),
            ),
            Column::or_empty(
                "statistical_neighbours",
                ColumnKind::Slugs,
                Message::column_authorities_statistical_neighbours,
                |scene, id: AuthorityId| {
                    let neighbours = &scene.archive.authority(id).statistical_neighbours;
                    Cell::list(neighbours.iter().map(Slug::as_str))
                },
            ),
            Column::new(
                "letters",
                ColumnKind::Integer(0),
                Message::column_authorities_letters,
                |scene, id: AuthorityId| Cell::count(scene.indexes.authority(id).letters.len()),
            ),
            Column::new(
                "findings",
                ColumnKind::Integer(0),
                Message::column_authorities_findings,
                |scene, id: AuthorityId| {
                    Cell::count(scene.indexes.counts_of_authority(scene.archive, id).total())
                },
            ),
            Column::new(
                "path",
                ColumnKind::Text,
                Message::column_path,
                |scene, id: AuthorityId| {
                    Cell::text(path(&Route::authority(scene.archive.authority(id))))
                },
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                Message::column_page_url,
                |scene, id: AuthorityId| {
                    Cell::text(whole(scene, &path(&Route::authority(scene.archive.authority(id)))))
                },
            ),
        ],
        key: &["authority"],
        links: &[],
        rows: |scene| scene.archive.authority_ids().map(|(id, _)| id).collect(),
    }
}

fn slugs<'s>(scene: &'s Scene<'s>, ids: &BTreeSet<AuthorityId>) -> Cell<'s> {
    Cell::list(ids.iter().map(|&id| scene.archive.authority(id).slug.as_str()))
}
