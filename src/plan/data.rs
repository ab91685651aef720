//! What a site gives away beside its pages: tables, files for programs, texts in Markdown.

use super::claims::{Claimant, Claims};
use super::pages::Given;
use super::{FileKind, PageKind, Route};
use crate::model::{Authority, AuthorityId, LetterId};

/// A file below `/data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Download {
    /// A table, as CSV.
    Table(DataTable),
    /// What the tables hold: a Frictionless Data Package.
    Package,
    /// What there is, and where.
    Index,
    /// An authority with everything in it.
    Authority(AuthorityId),
}

/// A table of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataTable {
    /// Councils.
    Authorities,
    /// What findings are about.
    Topics,
    /// Letters.
    Letters,
    /// Findings of letters.
    Findings,
    /// Figures that letters state.
    Measures,
    /// Inspections of authorities.
    Inspections,
    /// Visits whose letter is not here.
    Visits,
}

/// Which page a text in Markdown is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwinOf {
    /// An authority's.
    Authority(AuthorityId),
    /// A letter's.
    Letter(LetterId),
}

impl DataTable {
    /// All tables, those that others refer to first.
    pub const ALL: &[DataTable] = &[
        DataTable::Authorities,
        DataTable::Topics,
        DataTable::Letters,
        DataTable::Findings,
        DataTable::Measures,
        DataTable::Inspections,
        DataTable::Visits,
    ];

    /// The table's name, and its file's without the ending.
    pub fn name(self) -> &'static str {
        match self {
            DataTable::Authorities => "authorities",
            DataTable::Topics => "topics",
            DataTable::Letters => "letters",
            DataTable::Findings => "findings",
            DataTable::Measures => "measures",
            DataTable::Inspections => "inspections",
            DataTable::Visits => "visits",
        }
    }
}

impl Route {
    /// What the data is and where; for people.
    pub fn data() -> Self {
        Route::new("/data/")
    }

    /// What the tables hold, for programs.
    pub fn data_package() -> Self {
        Route::new("/data/datapackage.json")
    }

    /// What there is, and where, for programs.
    pub fn data_index() -> Self {
        Route::new("/data/site.json")
    }

    /// A table.
    pub fn data_table(table: DataTable) -> Self {
        Route::new(format!("/data/{}.csv", table.name()))
    }

    /// An authority with everything in it.
    pub fn data_of_authority(authority: &Authority) -> Self {
        Route::new(format!("/data/authorities/{}.json", authority.slug))
    }
}

pub(super) fn claim_all<'a>(claims: &mut Claims<'a>, given: Given<'a>) {
    let site = Claimant::Site("the data");
    claims.claim(Route::data(), PageKind::Data, site.clone());
    let tables =
        DataTable::ALL.iter().map(|&table| (Route::data_table(table), Download::Table(table)));
    let others =
        [(Route::data_package(), Download::Package), (Route::data_index(), Download::Index)];
    for (route, file) in tables.chain(others) {
        claims.claim(route, FileKind::Download(file), site.clone());
    }
    for (id, authority) in given.archive.authority_ids() {
        let claimant = Claimant::Content(&authority.source);
        let file = FileKind::Download(Download::Authority(id));
        claims.claim(Route::data_of_authority(authority), file, claimant);
    }
}
