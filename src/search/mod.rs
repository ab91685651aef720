//! The search index: records go in, files come out that a browser searches by itself.

#[cfg(feature = "search")]
mod index;

use std::collections::BTreeMap;
use std::fmt;

use xxhash_rust::xxh3::Xxh3;

use crate::render::SearchRecord;

/// The folder of the index on the site.
pub const FOLDER: &str = "pagefind";

/// The file in it that says what it was made from.
const MADE_FROM: &str = "pagefind/made-from.txt";

/// The file that a search begins with.
const ENTRY: &str = "pagefind/pagefind-entry.json";

/// The version of the indexer, which the index depends on.
const INDEXER: &str = "1.6.0";

/// The files of the index, by their path from the site's root.
pub type SearchFiles = BTreeMap<String, Vec<u8>>;

/// Why there is no index.
#[derive(Debug)]
pub struct SearchError(String);

/// Whether the program was built with search.
pub const fn is_built_in() -> bool {
    cfg!(feature = "search")
}

/// The index that was published last, if it was made from these very records; what has changed since is
/// not among `published`. What runs in a browser is the indexer's own, whatever was published: a list that says
/// otherwise may come with somebody's changes to the site.
pub fn still_good(
    records: &[SearchRecord],
    language: &str,
    mut published: SearchFiles,
) -> Option<SearchFiles> {
    let made_from = published.get(MADE_FROM)?;
    // Every file is named in it, so that none is missing.
    if *made_from != made_from_text(records, language, &published) {
        return None;
    }
    let fresh = index(records.get(..1)?, language).ok()?;
    published.retain(|path, _| is_data(path));
    published.extend(fresh.into_iter().filter(|(path, _)| !is_data(path)));
    Some(published)
}

/// Whether a file of the index holds what the records say. The others are programs, the same for all records.
fn is_data(path: &str) -> bool {
    let endings = ["pf_meta", "pf_index", "pf_filter", "pf_fragment"];
    let is_one = |(_, ending): (&str, &str)| endings.contains(&ending);
    path == MADE_FROM || path == ENTRY || path.rsplit_once('.').is_some_and(is_one)
}

/// Makes the index, for pages in this language.
///
/// # Errors
/// Where the indexer cannot make it.
#[cfg(feature = "search")]
pub fn index(records: &[SearchRecord], language: &str) -> Result<SearchFiles, SearchError> {
    let mut files =
        index::files(records, language).map_err(|error| SearchError(format!("{error:#}")))?;
    let made_from = made_from_text(records, language, &files);
    files.insert(MADE_FROM.to_owned(), made_from);
    Ok(files)
}

/// Without search there is none.
#[cfg(not(feature = "search"))]
pub fn index(_records: &[SearchRecord], _language: &str) -> Result<SearchFiles, SearchError> {
    Ok(SearchFiles::new())
}

/// The hash of the records, the language and the indexer's version; then the files that came of them.
fn made_from_text(records: &[SearchRecord], language: &str, files: &SearchFiles) -> Vec<u8> {
    let mut hash = Xxh3::new();
    let mut add = |text: &str| {
        // With its length before it, no text can be taken for two.
        hash.update(&text.len().to_le_bytes());
        hash.update(text.as_bytes());
    };
    add(INDEXER);
    add(language);
    for SearchRecord { path, title, text, about, facets } in records {
        [path, title, text].into_iter().for_each(|text| add(text));
        for (name, value) in about {
            add(name);
            add(value);
        }
        for (name, values) in facets {
            add(name);
            values.iter().for_each(|value| add(value));
            add("");
        }
    }
    let mut text = format!("{:032x}\n", hash.digest128());
    for path in files.keys().filter(|path| *path != MADE_FROM) {
        text.push_str(path);
        text.push('\n');
    }
    text.into_bytes()
}

impl fmt::Display for SearchError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the search index could not be made: {}", self.0)
    }
}

impl std::error::Error for SearchError {}
