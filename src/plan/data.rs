//! What a site gives away beside its pages: tables, files for programs, texts in Markdown.

use super::claims::{Claimant, Claims, Inputs};
use super::{DataTable, Download, FileKind, PageKind, Route};
use crate::model::Authority;

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

pub(super) fn claim_all<'a>(claims: &mut Claims<'a>, inputs: Inputs<'a>) {
    let site = Claimant::Site("the data");
    claims.claim(Route::data(), PageKind::Data, site.clone());
    let tables =
        DataTable::ALL.iter().map(|&table| (Route::data_table(table), Download::Table(table)));
    let others =
        [(Route::data_package(), Download::Package), (Route::data_index(), Download::Index)];
    for (route, file) in tables.chain(others) {
        claims.claim(route, FileKind::Download(file), site.clone());
    }
    for (id, authority) in inputs.archive.authority_ids() {
        let claimant = Claimant::Content(&authority.source);
        let file = FileKind::Download(Download::Authority(id));
        claims.claim(Route::data_of_authority(authority), file, claimant);
    }
}
