//! Every address of the site and what stands there; and where each link of the content leads.

mod claims;
mod content_links;
mod data;
mod links;
mod list_page;
mod pages;
mod permalinks;
mod route;

use crate::diagnostics::Diagnostic;
use crate::index::Indexes;
use crate::model::{
    Archive, AuthorityId, LetterId, PageId, Polarity, Settings, Theme, TopicId, Vocabulary,
};

pub(crate) use content_links::files_with_links;
pub use data::{DataTable, Download, TwinOf};
pub use links::{Href, LinkProblem, Links};
pub use list_page::ListPage;
use pages::Given;
pub use permalinks::{Compared, OldFinding};
pub use route::Route;

/// The whole site, as addresses.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// In order.
    routes: Vec<(Route, Target)>,
}

/// What stands at an address. A closed set: a new kind of page is a new member, and the compiler lists
/// what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The first page.
    Home,
    /// All authorities.
    Authorities,
    /// An authority's timeline.
    Authority(AuthorityId),
    /// A letter.
    Letter(LetterId),
    /// One authority on one topic, over time.
    Thread(AuthorityId, TopicId),
    /// The findings index.
    Findings,
    /// A page of a list of findings.
    FindingsList(FindingsList),
    /// A page of the letters.
    Letters(LettersList),
    /// A page of the measures, authority by authority.
    Measures(ListPage),
    /// The search page.
    Search,
    /// A plain page.
    Page(PageId),
    /// What GitHub Pages shows where there is no page.
    NotFound,
    /// An old address, which leads to another.
    Redirect(Route),
    /// What the data is and where; for people.
    Data,
    /// A file of data.
    Download(Download),
    /// A page's own text, in Markdown.
    Twin(TwinOf),
    /// Letters as an Atom feed.
    Feed(FeedOf),
    /// The same as a JSON feed.
    JsonFeed(FeedOf),
    /// A list of pages for search engines; or the list of such lists.
    Sitemap(SitemapPart),
    /// Where search engines find the sitemap.
    Robots,
    /// A stylesheet, picture or script of the theme, by its path.
    ThemeFile(String),
    /// A file of the content folder that is not Markdown, by its path.
    Asset(String),
}

/// A page of findings: of a topic, a polarity, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingsList {
    /// The topic that it is on.
    pub topic: Option<TopicId>,
    /// The polarity that it is on.
    pub polarity: Option<Polarity>,
    /// Which page of the list.
    pub page: ListPage,
}

/// A page of all letters, or of those of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LettersList {
    /// The year that they are dated in.
    pub year: Option<i16>,
    /// Which page of the list.
    pub page: ListPage,
}

/// What a feed is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedOf {
    /// All letters.
    Site,
    /// One authority's letters.
    Authority(AuthorityId),
    /// Letters with a finding on a topic.
    Topic(TopicId),
}

/// A sitemap holds 50,000 addresses at most (<https://www.sitemaps.org/protocol.html>).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SitemapPart {
    /// The only one there is.
    Whole,
    /// The list of the others, where one is not enough; with their number.
    Index(usize),
    /// One of several, from 1.
    Part(usize),
}

impl SitemapPart {
    /// How many addresses one sitemap holds.
    pub const ADDRESSES: usize = 50_000;
}

impl Plan {
    /// Plans the site, and reports addresses claimed twice and links that lead nowhere.
    pub(crate) fn new(
        archive: &Archive,
        indexes: &Indexes,
        settings: &Settings,
        theme: &Theme,
    ) -> (Self, Vec<Diagnostic>) {
        let claims = pages::claim_all(Given { archive, indexes, settings, theme });
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

impl Target {
    /// Whether it is made by a template, if perhaps only in part.
    pub fn has_template(&self) -> bool {
        !matches!(self, Target::Asset(_) | Target::Download(_) | Target::Twin(_))
    }

    /// Whether this is a page for readers, at an address of its own.
    pub fn is_listed(&self) -> bool {
        match self {
            Target::Home
            | Target::Authorities
            | Target::Authority(_)
            | Target::Letter(_)
            | Target::Thread(..)
            | Target::Findings
            | Target::FindingsList(_)
            | Target::Letters(_)
            | Target::Measures(_)
            | Target::Search
            | Target::Page(_)
            | Target::Data => true,
            Target::NotFound
            | Target::Redirect(_)
            | Target::Download(_)
            | Target::Twin(_)
            | Target::Feed(_)
            | Target::JsonFeed(_)
            | Target::Sitemap(_)
            | Target::Robots
            | Target::ThemeFile(_)
            | Target::Asset(_) => false,
        }
    }
}

impl FindingsList {
    /// The address of a page of this list.
    pub fn route(&self, archive: &Archive, page: usize) -> Route {
        let topic = self.topic.map(|topic| archive.topic(topic).slug.as_str());
        let polarity = self.polarity.map(Vocabulary::word);
        let parts = topic.into_iter().chain(polarity);
        Route::findings(parts, page)
    }
}
