//! Making the index with Pagefind, in memory.

use std::collections::BTreeMap;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

use super::{FOLDER, SearchFiles};
use crate::render::SearchRecord;

/// The parts of Pagefind that the site does without: interfaces of its own, and what serves them.
const UNUSED: &[&str] = &[
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
    "pagefind-worker.js",
];

/// Few enough files for a host, and each small enough for a result to come at once.
const FRAGMENTS_AT_MOST: u32 = 2_000;

/// What may go wrong in Pagefind.
type Failure = Box<dyn std::error::Error + Send + Sync>;

pub(super) fn files(records: &[SearchRecord], language: &str) -> Result<SearchFiles, Failure> {
    // Pagefind waits for nothing but itself; one thread is enough to wait with.
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder()
            .force_language(primary(language))
            .max_fragments(FRAGMENTS_AT_MOST)
            .build();
        let mut index = PagefindIndex::new(Some(options))?;
        for record in records {
            let SearchRecord { path, title, text, about, facets } = record;
            let mut meta: BTreeMap<String, String> =
                about.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            meta.insert("title".to_owned(), title.clone());
            let filters =
                facets.iter().map(|(name, values)| ((*name).to_owned(), values.clone())).collect();
            // Last, so that what is shown of the text seldom begins with the title again.
            let words = format!("{text} {title}");
            index
                .add_custom_record(
                    path.clone(),
                    words,
                    primary(language),
                    Some(meta),
                    Some(filters),
                    None,
                )
                .await?;
        }
        let files = index.get_files().await?;
        let used = files
            .into_iter()
            .filter(|file| !UNUSED.iter().any(|name| file.filename.as_os_str() == *name));
        Ok(used
            .map(|file| (format!("{FOLDER}/{}", file.filename.to_string_lossy()), file.contents))
            .collect())
    })
}

/// The language without region or script: `en` of `en-GB`.
fn primary(language: &str) -> String {
    language.split('-').next().unwrap_or(language).to_lowercase()
}
