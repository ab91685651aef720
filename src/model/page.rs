//! A plain page: about, accessibility, corrections.

use std::sync::Arc;

use super::{Prose, Slug};
use crate::diagnostics::SourceText;

/// A page that is neither a letter nor derived from one.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The name of its file and of its URL.
    pub slug: Slug,
    /// Its heading, and its name in the menu.
    pub title: String,
    /// Its place in the site's menu; not in the menu without one.
    pub menu: Option<i64>,
    /// Whether it says how many letters of which kind there are.
    pub tells_of_collection: bool,
    /// URLs that lead here too.
    pub old_urls: Vec<String>,
    /// Warnings that an editor has looked at and found to be no mistake, by their names.
    pub checked: Vec<String>,
    /// The page.
    pub body: Prose,
    /// The file it was read from.
    pub source: Arc<SourceText>,
}
