//! Making the index with Pagefind, in memory.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::mpsc;
use std::task::{Context, Poll, Waker};

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::SearchFiles;
use super::stems::{END, Stems};
use super::tokens::{Tokens, texts, tokens};
use crate::render::SearchRecord;
use crate::threads;

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

/// What the indexer calls a language whose words it takes as they are.
const UNSTEMMED: &str = "unknown";

/// The file that a search begins with.
pub(super) const ENTRY: &str = "pagefind-entry.json";

/// What may go wrong in Pagefind.
pub(super) type SearchFailure = Box<dyn std::error::Error + Send + Sync>;

/// The files of the index of these records, which go into this folder, with at most so many of texts.
pub(super) fn files(
    folder: &str,
    records: &[&SearchRecord],
    language: &str,
    texts: u32,
) -> Result<SearchFiles, SearchFailure> {
    // It takes each record in a thread of its own. Were each waited for, two threads would wake for each: so one thread
    // is held up until it has all of them to do, in their order.
    let runtime = Builder::new_current_thread().max_blocking_threads(1).build()?;
    let _inside = runtime.enter();
    let (go, held_up) = mpsc::channel::<()>();
    start_thread(&runtime, move || _ = held_up.recv())?;
    let options = PagefindServiceConfig::builder()
        .force_language(UNSTEMMED.to_owned())
        .max_fragments(texts)
        .build();
    let mut index = PagefindIndex::new(Some(options))?;
    let mut stems = Stems::of(language);
    for record in records {
        if let Poll::Ready(refused) = begin(add(&mut index, record, &mut stems)) {
            refused?;
        }
    }
    drop(go);
    let files = || {
        runtime.block_on(async {
            // Comes last.
            runtime.spawn_blocking(|| ()).await?;
            index.get_files().await.map_err(SearchFailure::from)
        })
    };
    // What compresses them panics where memory ends (zlib-rs 0.6).
    let files = catch_unwind(AssertUnwindSafe(files)).map_err(|_| "the indexer broke off")??;
    let taken = taken(&files)?;
    // One without a letter or number in it has no words to search for.
    let least = records.iter().filter(|it| it.title.contains(char::is_alphanumeric)).count();
    if taken < least {
        return Err(format!("the indexer took {taken} of {least} entries").into());
    }
    let used = files
        .into_iter()
        .filter(|file| !UNUSED.iter().any(|name| file.filename.as_os_str() == *name));
    let named = |file: SyntheticFile| {
        let name = file.filename.to_str().ok_or("the indexer gave a file no name that is text")?;
        Ok((format!("{folder}/{name}"), file.contents))
    };
    used.map(named).collect()
}

/// Has the runtime's only thread started, with this to do first. Tokio panics where it cannot be.
fn start_thread(
    runtime: &Runtime,
    first: impl FnOnce() + Send + 'static,
) -> Result<(), SearchFailure> {
    threads::room_for(1)?;
    let started = catch_unwind(AssertUnwindSafe(|| drop(runtime.spawn_blocking(first))));
    started.map_err(|_| "the indexer has no thread to work on".into())
}

/// Gives a record to the indexer. What it indexes is stems, each ended; and what results show is in the record's address,
/// which it neither changes nor reads.
async fn add(
    index: &mut PagefindIndex,
    record: &SearchRecord,
    stems: &mut Stems,
) -> Result<(), SearchFailure> {
    let SearchRecord { path, title, passages, about, facets } = record;
    let mut shown = json!({ "path": path, "title": title, "passages": passages });
    for (name, value) in about {
        shown[*name] = json!(value);
    }
    let texts: Vec<String> = texts(record).map(|text| indexed(text, stems)).collect();
    // A stem that nothing has keeps a phrase from going on from one text into the next.
    let words = texts.join(&format!(" {END} "));
    let meta = BTreeMap::from([("title".to_owned(), indexed(title, stems))]);
    let filters =
        facets.iter().map(|(name, values)| ((*name).to_owned(), values.clone())).collect();
    let (shown, language) = (shown.to_string(), UNSTEMMED.to_owned());
    index.add_custom_record(shown, words, language, Some(meta), Some(filters), None).await?;
    Ok(())
}

/// What a text is indexed as.
fn indexed(text: &str, stems: &mut Stems) -> String {
    let Tokens { in_order, besides } = tokens(text);
    let mut indexed = String::new();
    let mut add = |word: &str| {
        indexed.push_str(word);
        indexed.push(END);
        indexed.push(' ');
    };
    in_order.iter().for_each(|word| add(stems.stem(word)));
    if !besides.is_empty() {
        add("");
        besides.iter().for_each(|word| add(stems.stem(word)));
    }
    indexed
}

/// How many records are in an index, as its first file says.
fn taken(files: &[SyntheticFile]) -> Result<usize, SearchFailure> {
    let entry = files.iter().find(|file| file.filename.as_os_str() == ENTRY);
    let entry: Value = serde_json::from_slice(entry.map_or(&[], |entry| &entry.contents))?;
    let languages = entry["languages"].as_object().into_iter().flat_map(|all| all.values());
    let counts = languages.filter_map(|language| language["page_count"].as_u64());
    Ok(usize::try_from(counts.sum::<u64>())?)
}

/// Lets something begin. What it has given to another thread by then is done there, though nobody waits for it.
fn begin<T>(it: impl Future<Output = T>) -> Poll<T> {
    pin!(it).poll(&mut Context::from_waker(Waker::noop()))
}
