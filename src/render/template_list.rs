//! The templates that a theme has: each with its name, and what it sees under names of its own.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::template::Template;
use super::views::feed::{FeedEntry, FeedFile};
use super::views::llms::LlmsFile;
use super::views::sitemap::{RobotsFile, SitemapFile, SitemapIndexFile};
use super::views::{
    AuthoritiesPage, AuthorityPage, DataPage, FindingsListPage, FindingsPage, HomePage, LetterPage,
    LetterTextPage, LettersPage, MeasuresPage, MonitoredPage, NotFoundPage, PlainPage,
    RedirectPage, SearchPage, ThreadPage,
};

/// What makes the schema of what a template sees.
pub(super) type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

macro_rules! templates {
    ($($seen:ty: $name:literal,)+) => {
        $(impl Template for $seen {
            const NAME: &'static str = $name;
        })+

        /// All templates by name, with what each sees.
        pub(super) const TEMPLATES: &[(&str, SchemaOf)] = &[$(($name, <$seen>::json_schema)),+];
    };
}

templates! {
    HomePage: "home.html",
    AuthoritiesPage: "authorities.html",
    AuthorityPage: "authority.html",
    LetterPage: "letter.html",
    LetterTextPage: "letter-text.html",
    ThreadPage: "thread.html",
    FindingsPage: "findings.html",
    FindingsListPage: "findings-list.html",
    LettersPage: "letters.html",
    MeasuresPage: "measures.html",
    MonitoredPage: "monitored.html",
    DataPage: "data.html",
    SearchPage: "search.html",
    PlainPage: "page.html",
    NotFoundPage: "404.html",
    RedirectPage: "redirect.html",
    FeedFile: "feed.xml",
    FeedEntry: "feed-entry.html",
    SitemapFile: "sitemap.xml",
    SitemapIndexFile: "sitemap-index.xml",
    RobotsFile: "robots.txt",
    LlmsFile: "llms.txt",
}
