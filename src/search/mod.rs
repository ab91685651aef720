//! The search index: records go in, files come out that a browser searches by itself.

#[cfg(feature = "search")]
mod index;
#[cfg(feature = "search")]
mod parts;
#[cfg(feature = "search")]
mod stems;
#[cfg(feature = "search")]
mod tokens;
#[cfg(feature = "search")]
mod words;

use std::collections::BTreeMap;

use crate::render::{SearchRecord, search_parts};

/// The folder of the index on the site. The other parts of a large one are in folders of it, `2`, `3` and so
/// on, and `words` holds the words of all.
pub const FOLDER: &str = "pagefind";

/// The files of the index, by their path from the site's root.
pub type SearchFiles = BTreeMap<String, Vec<u8>>;

/// The index of a site.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Index {
    /// Its files, those of all parts.
    pub files: SearchFiles,
    /// In how many parts it is.
    pub parts: usize,
    /// How many of them had to be made. The others are as they were.
    pub made: usize,
}

/// Why there is no index.
#[derive(Debug, thiserror::Error)]
#[error("the search index could not be made: {0:#}")]
pub struct SearchError(#[source] Box<dyn std::error::Error + Send + Sync>);

/// Whether the program was built with search.
pub const fn is_built_in() -> bool {
    cfg!(feature = "search")
}

/// Makes the index for pages in this language, on every core. A part that was made from these very records is taken from
/// the last index; what has changed of that since is not in `last`. What runs in a browser is the indexer's own,
/// whatever was published: a list that says otherwise may come with somebody's changes to the site.
///
/// # Errors
/// Where the indexer cannot make it.
pub fn index(
    records: &[SearchRecord],
    language: &str,
    last: SearchFiles,
) -> Result<Index, SearchError> {
    index_in_parts(records, search_parts(records.len()), language, last)
}

/// Makes the index in so many parts.
///
/// # Errors
/// Where the indexer cannot make it.
#[cfg(feature = "search")]
pub fn index_in_parts(
    records: &[SearchRecord],
    parts: usize,
    language: &str,
    last: SearchFiles,
) -> Result<Index, SearchError> {
    parts::index(records, parts, language, last).map_err(SearchError)
}

/// Without search there is none.
///
/// # Errors
/// There are none.
#[cfg(not(feature = "search"))]
pub fn index_in_parts(
    _records: &[SearchRecord],
    _parts: usize,
    _language: &str,
    _last: SearchFiles,
) -> Result<Index, SearchError> {
    Ok(Index::default())
}
