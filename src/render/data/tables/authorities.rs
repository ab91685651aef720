//! Authorities.

use std::collections::BTreeSet;

use super::{path, whole, words};
use crate::model::{AuthorityId, KnownAuthorities, RegionId, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::data::cell::Cell;
use crate::render::data::table::{Column, ColumnKind, Description, Table};
use crate::render::page_context::Scene;
use crate::render::regulator::{all_recipients, capitalised};

/// The table as it is told of, with the site's own word for those it is on.
pub(super) fn describe<'s>(scene: &'s Scene<'_>) -> Description<'s> {
    let all = capitalised(all_recipients(scene.settings));
    let about = format!("{all} that the site has something on.").into();
    Description { about, ..scene.shared.tables.authorities.describe(scene) }
}

pub(super) fn authorities(vocabulary: &Vocabulary) -> Table<AuthorityId> {
    let mut table = whole_table(vocabulary);
    table.columns.retain(|column| match &*column.field.name {
        "gss_code" | "former_gss_codes" | "la_code" => vocabulary.known_authorities.have_codes(),
        "region" => !vocabulary.regions.is_empty(),
        _ => true,
    });
    table
}

/// In England each is a council.
fn formal_name_about(vocabulary: &Vocabulary) -> &'static str {
    match vocabulary.known_authorities {
        KnownAuthorities::England => "The name of the council.",
        KnownAuthorities::None => "The name in full.",
    }
}

/// The table with the columns that only some vocabularies have.
fn whole_table(vocabulary: &Vocabulary) -> Table<AuthorityId> {
    Table {
        table: DataTable::Authorities,
        title: "Authorities",
        about: "Authorities that the site has something on.",
        columns: vec![
            Column::new(
                "authority",
                ColumnKind::Slug,
                "The name in addresses, which other tables use.",
                |scene, id| Cell::text(scene.archive.authority(id).slug.as_str()),
            ),
            Column::new("name", ColumnKind::Text, "The name in common use.", |scene, id| {
                Cell::text(&*scene.archive.authority(id).name)
            }),
            Column::or_empty(
                "formal_name",
                ColumnKind::Text,
                formal_name_about(vocabulary),
                |scene, id| Cell::some(scene.archive.authority(id).formal_name.as_deref()),
            ),
            Column::or_empty(
                "other_names",
                ColumnKind::Texts,
                "Other names that letters use.",
                |scene, id| {
                    Cell::list(scene.archive.authority(id).other_names.iter().map(String::as_str))
                },
            ),
            Column::or_empty(
                "gss_code",
                ColumnKind::Text,
                "The code of the Office for National Statistics.",
                |scene, id| Cell::some(scene.archive.authority(id).gss_code.as_deref()),
            ),
            Column::or_empty(
                "former_gss_codes",
                ColumnKind::Texts,
                "Codes of the Office for National Statistics that it had before.",
                |scene, id| {
                    Cell::list(
                        scene.archive.authority(id).former_gss_codes.iter().map(String::as_str),
                    )
                },
            ),
            Column::or_empty(
                "la_code",
                ColumnKind::Text,
                "The number that the Department for Education gives it.",
                |scene, id| Cell::some(scene.archive.authority(id).la_code.as_deref()),
            ),
            Column::or_empty(
                "region",
                ColumnKind::Word(words::<RegionId>(vocabulary)),
                vocabulary.region_about.clone().unwrap_or_else(|| "The region.".to_owned()),
                |scene, id| Cell::word(scene, scene.archive.authority(id).region),
            ),
            Column::or_empty(
                "delivered_by",
                ColumnKind::Texts,
                "Trusts and companies that deliver its services, or did.",
                |scene, id| {
                    Cell::list(
                        scene.archive.authority(id).delivery.iter().map(|it| it.name.as_str()),
                    )
                },
            ),
            Column::or_empty(
                "predecessors",
                ColumnKind::Slugs,
                "Authorities on this site that it replaced.",
                |scene, id| slugs(scene, &scene.indexes.authority(id).predecessors),
            ),
            Column::or_empty(
                "successors",
                ColumnKind::Slugs,
                "Authorities on this site that replaced it.",
                |scene, id| slugs(scene, &scene.indexes.authority(id).successors),
            ),
            Column::new(
                "letters",
                ColumnKind::Integer(0),
                "How many letters to it the site has; one to two authorities counts for both.",
                |scene, id| Cell::count(scene.indexes.authority(id).letters.len()),
            ),
            Column::new(
                "findings",
                ColumnKind::Integer(0),
                "How many findings those letters have.",
                |scene, id| {
                    Cell::count(scene.indexes.counts_of_authority(scene.archive, id).total())
                },
            ),
            Column::new(
                "path",
                ColumnKind::Text,
                "Its page, from the root of the site.",
                |scene, id| Cell::text(path(&Route::authority(scene.archive.authority(id)))),
            ),
            Column::new(
                "url",
                ColumnKind::Address,
                "Its page, as a whole address.",
                |scene, id| {
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
