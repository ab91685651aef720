//! What `site.toml` says of the whole site.

use std::ops::Range;
use std::sync::Arc;

use super::{Letter, OptionValue, Regulator};
use crate::diagnostics::SourceText;

/// The whole site's settings, with defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// What it is, in a sentence.
    pub description: String,
    /// The address that the site is published at, with a `/` at the end. Used only for what must be
    /// absolute: feeds, the sitemap, canonical links, the page for errors.
    pub base_url: String,
    /// Whether nobody said that address, and it is only [`Settings::DEFAULT_BASE_URL`].
    pub base_url_is_missing: bool,
    /// The language of the pages, as BCP 47 writes it.
    pub language: String,
    /// Where it stands in `site.toml`, in bytes, where it does.
    pub language_place: Option<Range<usize>>,
    /// The name of the theme.
    pub theme: String,
    /// The folder that the site is built into, from the site's folder.
    pub output: String,
    /// The size of the largest site that the host publishes, in bytes.
    pub size_limit: u64,
    /// Findings on one page of an index.
    pub findings_per_page: usize,
    /// Letters on one page of a list.
    pub letters_per_page: usize,
    /// Where the whole texts of letters are that do not lie beside them.
    pub letter_texts: Option<NamedFolder>,
    /// Whether the texts of letters have pages of their own, or are only what the content is held against.
    pub publishes_letter_texts: bool,
    /// Authorities on one page of the measures.
    pub measures_per_page: usize,
    /// Entries in a feed.
    pub feed_limit: usize,
    /// Whether there is a search page and its index.
    pub search: bool,
    /// Where the content is kept: the repository's address and its branch.
    pub repository: Option<(String, String)>,
    /// Whose letters the site is about.
    pub regulator: Option<Regulator>,
    /// What the site chose of the theme's options, in order of name.
    pub theme_options: Vec<ChosenOption>,
}

/// A folder that the site names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFolder {
    /// Its path from the site's folder, with slashes.
    pub path: String,
    /// Where that stands in `site.toml`, in bytes.
    pub range: Range<usize>,
}

/// An option of the theme that the site sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenOption {
    /// Its name.
    pub name: String,
    /// What the site sets it to.
    pub value: OptionValue,
    /// Where the value stands in `site.toml`, in bytes.
    pub range: Range<usize>,
}

impl Settings {
    /// The address of a site that says none: this machine.
    pub const DEFAULT_BASE_URL: &str = "http://localhost/";

    /// The size of the largest site that GitHub Pages publishes, in megabytes.
    pub const PAGES_SIZE_LIMIT: u64 = 1000;

    /// The language of a site that says none.
    pub const DEFAULT_LANGUAGE: &str = "en-GB";

    /// The theme of a site that says none.
    pub const DEFAULT_THEME: &str = "gazette";

    /// A letter's own text, where it has a page.
    pub fn published_text<'a>(&self, letter: &'a Letter) -> Option<&'a Arc<SourceText>> {
        letter.text.known().filter(|_| self.publishes_letter_texts)
    }

    /// The path of the address that the site is published at: `/letters/`, or `/` at a domain's root.
    pub fn base_path(&self) -> &str {
        let after_scheme = self.base_url.find("://").map_or(0, |colon| colon + 3);
        let host = &self.base_url[after_scheme..];
        host.find('/').map_or("/", |slash| &host[slash..])
    }

    /// The host of the address that the site is published at: `example.github.io`.
    pub fn host(&self) -> &str {
        let after_scheme = self.base_url.find("://").map_or(0, |colon| colon + 3);
        self.base_url[after_scheme..].split(['/', ':']).next().unwrap_or("")
    }
}
