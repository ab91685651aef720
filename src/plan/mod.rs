//! Every address of the site and what stands there; and where each link of the content leads.

mod claims;
mod content_links;
mod data;
mod destination;
mod download;
mod link_problem;
mod links;
mod list_page;
mod meant_links;
mod pages;
mod permalinks;
mod route;
pub(crate) mod rules;
mod target;

use crate::diagnostics::Diagnostic;
use crate::index::Indexes;
use crate::model::{Archive, Settings, Theme};

use claims::Inputs;
pub(crate) use content_links::files_with_links;
pub use download::{DataTable, Download};
pub use link_problem::LinkProblem;
pub use links::{Href, Links};
pub use list_page::ListPage;
pub use permalinks::{Compared, OldFinding, bad_old_data};
pub use route::Route;
pub use target::{
    FeedOf, FileKind, FindingsList, LettersList, LinkBase, PageKind, SitemapPart, Target, TwinOf,
};

/// The whole site, as addresses.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// In order.
    routes: Vec<(Route, Target)>,
}

impl Plan {
    /// Plans the site, and reports addresses claimed twice and links that lead nowhere.
    pub(crate) fn new(
        archive: &Archive,
        indexes: &Indexes,
        settings: &Settings,
        theme: &Theme,
    ) -> (Self, Vec<Diagnostic>) {
        let claims = pages::claim_all(Inputs { archive, indexes, settings, theme });
        let (routes, mut problems) = claims.settle();
        let plan = Plan { routes };
        problems.extend(content_links::check(archive, plan.links(archive, indexes)));
        (plan, problems)
    }

    /// Every address and what stands there, in order.
    pub fn routes(&self) -> impl ExactSizeIterator<Item = (&Route, &Target)> {
        self.routes.iter().map(|(route, target)| (route, target))
    }

    /// What stands at an address.
    pub fn target(&self, route: &Route) -> Option<&Target> {
        let place = self.routes.binary_search_by(|(known, _)| known.cmp(route)).ok()?;
        Some(&self.routes[place].1)
    }

    /// The addresses of pages that a search engine should list, in order.
    pub fn listed_pages(&self) -> impl Iterator<Item = &Route> {
        self.routes.iter().filter(|(_, target)| target.is_listed()).map(|(route, _)| route)
    }

    /// Where the links of the content lead that the site was planned from.
    pub fn links<'a>(&'a self, archive: &'a Archive, indexes: &'a Indexes) -> Links<'a> {
        Links { archive, indexes, plan: self }
    }

    /// Compares the permalinks of findings with those that the site had before.
    pub(crate) fn compare(&self, archive: &Archive, old: &[OldFinding]) -> Compared {
        permalinks::compare(self, archive, old)
    }
}
