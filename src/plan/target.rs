//! What stands at an address: a page or a file, and what follows from which it is.

use super::{Download, ListPage, Route};
use crate::model::{Archive, AuthorityId, LetterId, PageId, PolarityId, TopicId};

/// What stands at an address. A closed set: a new kind is a new member of one of the two, and the compiler lists
/// what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page in HTML, made by the template of its kind.
    Page(PageKind),
    /// Anything else.
    File(FileKind),
}

/// A kind of page in HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageKind {
    /// The first page.
    Home,
    /// All authorities.
    Authorities,
    /// An authority's timeline.
    Authority(AuthorityId),
    /// A letter.
    Letter(LetterId),
    /// A letter's own text.
    LetterText(LetterId),
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
    /// Who is monitored now.
    Monitored,
    /// The search page.
    Search,
    /// A plain page.
    Plain(PageId),
    /// What the data is and where; for people.
    Data,
    /// What GitHub Pages shows where there is no page.
    NotFound,
    /// An old address, which leads to another.
    Redirect(Route),
}

/// A kind of file beside the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
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
    /// What there is, for programs that answer questions from texts: <https://llmstxt.org/>.
    Llms,
    /// A stylesheet, picture or script of the theme, by its path.
    Theme(String),
    /// A file of the content folder that is not Markdown, by its path.
    Asset(String),
}

/// What the links on a page or in a file start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkBase {
    /// The page itself, so that a site works wherever it is put.
    Page,
    /// The domain: the page is shown at any address.
    Domain,
    /// Nothing: they are whole, as the file is read away from the site.
    Nothing,
}

/// A page of findings: of a topic, a polarity, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingsList {
    /// The topic that it is on.
    pub topic: Option<TopicId>,
    /// The polarity that it is on.
    pub polarity: Option<PolarityId>,
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

impl From<PageKind> for Target {
    fn from(kind: PageKind) -> Self {
        Target::Page(kind)
    }
}

impl From<FileKind> for Target {
    fn from(kind: FileKind) -> Self {
        Target::File(kind)
    }
}

impl Target {
    /// What its links start from.
    pub fn link_base(&self) -> LinkBase {
        match self {
            Target::Page(kind) => kind.link_base(),
            Target::File(kind) => kind.link_base(),
        }
    }

    /// Whether it is made by a template, if perhaps only in part.
    pub fn has_template(&self) -> bool {
        match self {
            Target::Page(_) => true,
            Target::File(kind) => kind.has_template(),
        }
    }

    /// Whether this is a page for readers, at an address of its own.
    pub fn is_listed(&self) -> bool {
        match self {
            Target::Page(kind) => kind.is_listed(),
            Target::File(_) => false,
        }
    }
}

impl PageKind {
    fn link_base(&self) -> LinkBase {
        match self {
            PageKind::NotFound => LinkBase::Domain,
            PageKind::Redirect(_) => LinkBase::Nothing,
            PageKind::Home
            | PageKind::Authorities
            | PageKind::Authority(_)
            | PageKind::Letter(_)
            | PageKind::LetterText(_)
            | PageKind::Thread(..)
            | PageKind::Findings
            | PageKind::FindingsList(_)
            | PageKind::Letters(_)
            | PageKind::Measures(_)
            | PageKind::Monitored
            | PageKind::Search
            | PageKind::Plain(_)
            | PageKind::Data => LinkBase::Page,
        }
    }

    fn is_listed(&self) -> bool {
        match self {
            PageKind::NotFound | PageKind::Redirect(_) => false,
            PageKind::Home
            | PageKind::Authorities
            | PageKind::Authority(_)
            | PageKind::Letter(_)
            | PageKind::LetterText(_)
            | PageKind::Thread(..)
            | PageKind::Findings
            | PageKind::FindingsList(_)
            | PageKind::Letters(_)
            | PageKind::Measures(_)
            | PageKind::Monitored
            | PageKind::Search
            | PageKind::Plain(_)
            | PageKind::Data => true,
        }
    }
}

impl FileKind {
    fn link_base(&self) -> LinkBase {
        match self {
            FileKind::Twin(_) | FileKind::Theme(_) => LinkBase::Page,
            FileKind::Download(_)
            | FileKind::Feed(_)
            | FileKind::JsonFeed(_)
            | FileKind::Sitemap(_)
            | FileKind::Robots
            | FileKind::Llms
            | FileKind::Asset(_) => LinkBase::Nothing,
        }
    }

    fn has_template(&self) -> bool {
        match self {
            FileKind::Feed(_)
            | FileKind::JsonFeed(_)
            | FileKind::Sitemap(_)
            | FileKind::Robots
            | FileKind::Llms
            | FileKind::Theme(_) => true,
            FileKind::Download(_) | FileKind::Twin(_) | FileKind::Asset(_) => false,
        }
    }
}

impl FindingsList {
    /// Whether it tells which of its findings letters refer to the national framework: the first page of a topic does.
    pub(crate) fn shows_references(self) -> bool {
        self.topic.is_some() && self.polarity.is_none() && self.page.page == 1
    }

    /// The address of a page of this list.
    pub fn route(&self, archive: &Archive, page: usize) -> Route {
        let topic = self.topic.map(|topic| archive.topic(topic).slug.as_str());
        let polarity = self.polarity.map(|polarity| archive.vocabulary.word(polarity));
        let parts = topic.into_iter().chain(polarity);
        Route::findings(parts, page)
    }
}

/// Which page a text in Markdown is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwinOf {
    /// An authority's.
    Authority(AuthorityId),
    /// A letter's.
    Letter(LetterId),
}
