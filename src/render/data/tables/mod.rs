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
use super::table::{Column, ColumnKind, ColumnLink, Description, Table};
use crate::model::{
    Authority, AuthorityId, ClosedSet, FindingId, LetterId, Message, TermId, TopicId, Vocabulary,
};
use crate::parse::FixedColumns;
use crate::plan::{DataTable, Route};
use crate::render::page_context::Scene;
pub(super) use measures::MeasureKey;

/// All tables, as a vocabulary has them: some columns are of its words. They are made once for a site.
pub(in crate::render) struct Tables {
    pub(super) authorities: Table<AuthorityId>,
    topics: Table<TopicId>,
    pub(super) letters: Table<LetterId>,
    pub(super) findings: Table<FindingId>,
    pub(super) measures: Table<MeasureKey>,
    pub(super) inspections: Table<Listed>,
    pub(super) visits: Table<Listed>,
}

impl Tables {
    /// Those of this vocabulary.
    pub(in crate::render) fn new(vocabulary: &Vocabulary) -> Self {
        Tables {
            authorities: authorities::authorities(vocabulary),
            topics: topics::topics(vocabulary),
            letters: letters::letters(vocabulary),
            findings: findings::findings(vocabulary),
            measures: measures::measures(),
            inspections: inspections::inspections(vocabulary),
            visits: visits::visits(vocabulary),
        }
    }

    /// How many columns there are in all.
    pub(super) fn columns(&self) -> usize {
        let Tables { authorities, topics, letters, findings, measures, inspections, visits } = self;
        let of_lists = inspections.columns.len() + visits.columns.len();
        let of_letters = letters.columns.len() + findings.columns.len() + measures.columns.len();
        authorities.columns.len() + topics.columns.len() + of_letters + of_lists
    }
}

/// The names of a table's columns.
fn names<K>(table: &Table<K>) -> Vec<String> {
    table.columns.iter().map(|column| column.field.name.to_string()).collect()
}

/// The columns of letters and those of inspections that there are whatever the vocabulary is.
pub(crate) fn fixed_columns() -> FixedColumns {
    let Tables { letters, inspections, .. } = Tables::new(&Vocabulary::default());
    FixedColumns { letters: names(&letters), inspections: names(&inspections) }
}

/// A table as CSV.
pub(super) fn csv(
    scene: &Scene<'_>,
    table: DataTable,
    out: &mut dyn Write,
) -> Result<(), csv::Error> {
    let tables = &scene.shared.tables;
    match table {
        DataTable::Authorities => csv_file::csv(scene, &tables.authorities, out),
        DataTable::Topics => csv_file::csv(scene, &tables.topics, out),
        DataTable::Letters => csv_file::csv(scene, &tables.letters, out),
        DataTable::Findings => csv_file::csv(scene, &tables.findings, out),
        DataTable::Measures => csv_file::csv(scene, &tables.measures, out),
        DataTable::Inspections => csv_file::csv(scene, &tables.inspections, out),
        DataTable::Visits => csv_file::csv(scene, &tables.visits, out),
    }
}

/// A table as it is told of.
pub(in crate::render) fn describe(scene: &Scene<'_>, table: DataTable) -> Description {
    let tables = &scene.shared.tables;
    match table {
        DataTable::Authorities => authorities::describe(scene),
        DataTable::Topics => tables.topics.describe(scene),
        DataTable::Letters => tables.letters.describe(scene),
        DataTable::Findings => tables.findings.describe(scene),
        DataTable::Measures => tables.measures.describe(scene),
        DataTable::Inspections => tables.inspections.describe(scene),
        DataTable::Visits => tables.visits.describe(scene),
    }
}

/// Something that an authority's file lists: whose it is, and its index in the list.
pub(super) type Listed = (AuthorityId, usize);

/// Whose it is.
fn authority() -> Column<Listed> {
    Column::new("authority", ColumnKind::Slug, Message::column_authority, |scene, (id, _)| {
        Cell::text(scene.archive.authority(id).slug.as_str())
    })
}

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

/// The words of a list of the vocabulary, as editors write them.
fn words<I: TermId>(vocabulary: &Vocabulary) -> Vec<String> {
    vocabulary.list(I::LIST).iter().map(|term| term.word.clone()).collect()
}

/// The words of a closed set, as editors write them.
fn words_of_set<S: ClosedSet>() -> Vec<String> {
    S::ALL.iter().map(|member| member.word().to_owned()).collect()
}

/// The whole address of a path from the site's root.
fn whole(scene: &Scene<'_>, path: &str) -> String {
    format!("{}{path}", scene.settings.base_url)
}

/// The path of a page, as columns give it.
fn path(route: &Route) -> String {
    route.path().to_owned()
}
