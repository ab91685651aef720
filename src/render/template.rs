//! The templates that a theme has: each with its name, and what it sees under names of its own.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use tera::Value;

use super::views::feed::{FeedEntry, FeedFile};
use super::views::sitemap::{RobotsFile, SitemapFile, SitemapIndexFile};
use super::views::{
    AuthoritiesPage, AuthorityPage, DataPage, FindingsListPage, FindingsPage, HomePage, LetterPage,
    LettersPage, MeasuresPage, NotFoundPage, PlainPage, RedirectPage, SearchPage, ThreadPage,
};

/// What a template sees, beside what all see: `site`, `page` and `root`.
pub(super) trait Template: Serialize {
    /// The template's name in themes.
    const NAME: &'static str;

    /// What it sees, name by name.
    fn parts(&self) -> Vec<(Cow<'static, str>, Value)> {
        let names = Value::from_serializable(self).into_map().unwrap_or_default();
        names.into_iter().map(|(name, value)| (name.to_string().into(), value)).collect()
    }
}

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
    ThreadPage: "thread.html",
    FindingsPage: "findings.html",
    FindingsListPage: "findings-list.html",
    LettersPage: "letters.html",
    MeasuresPage: "measures.html",
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
}
