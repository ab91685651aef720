//! The tables: one file each.

mod authorities;
mod findings;
mod inspections;
mod letters;
mod measures;
mod topics;
mod visits;

use std::io::Write;

use super::cell::Cell;
use super::csv_file;
use super::table::{Column, ColumnKind, ColumnLink, Description};
use crate::model::{Authority, AuthorityId, Message, Vocabulary};
use crate::plan::{DataTable, Route};
use crate::render::page_context::Scene;
pub(super) use authorities::AUTHORITIES;
pub(super) use findings::FINDINGS;
pub(super) use inspections::INSPECTIONS;
pub(super) use letters::LETTERS;
pub(super) use measures::{MEASURES, MeasureKey};
pub(super) use topics::TOPICS;
pub(super) use visits::VISITS;

/// A table as CSV.
pub(super) fn csv(
    scene: &Scene<'_>,
    table: DataTable,
    out: &mut dyn Write,
) -> Result<(), csv::Error> {
    match table {
        DataTable::Authorities => csv_file::csv(scene, &AUTHORITIES, out),
        DataTable::Topics => csv_file::csv(scene, &TOPICS, out),
        DataTable::Letters => csv_file::csv(scene, &LETTERS, out),
        DataTable::Findings => csv_file::csv(scene, &FINDINGS, out),
        DataTable::Measures => csv_file::csv(scene, &MEASURES, out),
        DataTable::Inspections => csv_file::csv(scene, &INSPECTIONS, out),
        DataTable::Visits => csv_file::csv(scene, &VISITS, out),
    }
}

/// A table as it is told of.
pub(in crate::render) fn describe(scene: &Scene<'_>, table: DataTable) -> Description {
    match table {
        DataTable::Authorities => AUTHORITIES.describe(scene),
        DataTable::Topics => TOPICS.describe(scene),
        DataTable::Letters => LETTERS.describe(scene),
        DataTable::Findings => FINDINGS.describe(scene),
        DataTable::Measures => MEASURES.describe(scene),
        DataTable::Inspections => INSPECTIONS.describe(scene),
        DataTable::Visits => VISITS.describe(scene),
    }
}

/// How many columns there are in all.
pub(super) fn columns() -> usize {
    [
        AUTHORITIES.columns.len(),
        TOPICS.columns.len(),
        LETTERS.columns.len(),
        FINDINGS.columns.len(),
        MEASURES.columns.len(),
        INSPECTIONS.columns.len(),
        VISITS.columns.len(),
    ]
    .iter()
    .sum()
}

/// Something that an authority's file lists: whose it is, and its index in the list.
pub(super) type Listed = (AuthorityId, usize);

/// Whose it is.
const AUTHORITY: Column<Listed> =
    Column::new("authority", ColumnKind::Slug, Message::column_authority, |scene, (id, _)| {
        Cell::text(scene.archive.authority(id).slug.as_str())
    });

/// All that authorities' files list, by how much is in each.
fn listed(scene: &Scene<'_>, count: fn(&Authority) -> usize) -> Vec<Listed> {
    let authorities = scene.archive.authority_ids();
    authorities.flat_map(|(id, it)| (0..count(it)).map(move |index| (id, index))).collect()
}

/// What says which authority, letter or topic is meant.
const LINKS: &[ColumnLink] = &[
    ColumnLink::TO_AUTHORITY,
    ColumnLink {
        columns: &["authority", "letter"],
        table: DataTable::Letters,
        to: &["authority", "letter"],
    },
    ColumnLink { columns: &["topic"], table: DataTable::Topics, to: &["topic"] },
];

/// The words of a closed set, as editors write them.
fn words<V: Vocabulary>() -> Vec<&'static str> {
    V::ALL.iter().map(|member| member.word()).collect()
}

/// The whole address of a path from the site's root.
fn whole(scene: &Scene<'_>, path: &str) -> String {
    format!("{}{path}", scene.settings.base_url)
}

/// The path of a page, as columns give it.
fn path(route: &Route) -> String {
    route.path().to_owned()
}
