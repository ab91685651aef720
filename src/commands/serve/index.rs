//! The search index, made in the background when nothing has changed for a while.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use letterpress::preview::Preview;
use letterpress::search::{self, SearchFiles};
use letterpress::{SearchRecord, Site};

use super::{now, say, tell};

/// How long nothing changes before the index is made anew.
const REST: Duration = Duration::from_secs(1);

/// How many entries are indexed before anybody searches. The indexer takes some 50 kB of memory for each,
/// and a processor core for minutes where there are 150,000.
const UNASKED_AT_MOST: usize = 20_000;

/// Makes the search index of the sites that it is told of.
pub(super) struct Index {
    sites: Sender<Arc<Site>>,
}

impl Index {
    /// Makes the index of the first site at once, unless that is large.
    pub(super) fn start(preview: Arc<Preview>, site: Arc<Site>, quiet: bool) -> Self {
        let (sites, coming) = channel();
        let _ = sites.send(site);
        thread::spawn(move || make_all(&preview, &coming, quiet));
        Index { sites }
    }

    /// Tells of the site that is shown now.
    pub(super) fn is_shown(&self, site: Arc<Site>) {
        // Nobody listens only while the program ends.
        let _ = self.sites.send(site);
    }
}

fn make_all(preview: &Preview, coming: &Receiver<Arc<Site>>, quiet: bool) {
    // The indexer uses every core of the pool that it is called in: one that gives way to all else.
    let pool = rayon::ThreadPoolBuilder::new().start_handler(|_| give_way()).build();
    let Ok(pool) = pool else {
        return preview.set_search(Arc::default());
    };
    let mut last: Option<Arc<SearchFiles>> = None;
    while let Ok(mut site) = coming.recv() {
        if last.is_some() || is_large(&site) {
            match at_rest(preview, coming, site) {
                Some(latest) => site = latest,
                None => return,
            }
        }
        let files = pool.install(|| make(&site, last.as_deref(), quiet));
        if let Some(files) = files.map(Arc::new) {
            preview.set_search(Arc::clone(&files));
            last = Some(files);
        } else if last.is_none() {
            preview.set_search(Arc::default());
        }
    }
}

/// Waits until nothing changes, and until somebody searches where the site is large. `None` where the
/// program ends.
fn at_rest(
    preview: &Preview,
    coming: &Receiver<Arc<Site>>,
    mut site: Arc<Site>,
) -> Option<Arc<Site>> {
    loop {
        match coming.recv_timeout(REST) {
            Ok(latest) => site = latest,
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) if is_large(&site) && !preview.is_searched() => {}
            Err(RecvTimeoutError::Timeout) => return Some(site),
        }
    }
}

fn is_large(site: &Site) -> bool {
    let letters = &site.archive().letters;
    let entries: usize = letters.iter().map(|letter| 1 + letter.findings.len()).sum();
    entries > UNASKED_AT_MOST
}

/// The index of a site; `None` where the last one is still good, or none can be made.
fn make(site: &Site, last: Option<&SearchFiles>, quiet: bool) -> Option<SearchFiles> {
    let start = now();
    let records: Vec<SearchRecord> = site.search_records();
    if records.is_empty() {
        return Some(SearchFiles::new());
    }
    let language = &site.settings().language;
    if last.is_some_and(|last| search::still_good(&records, language, last.clone()).is_some()) {
        return None;
    }
    match search::index(&records, language) {
        Ok(files) => {
            let entries = tell::counted(records.len(), "entry", "entries");
            let took = tell::time(start.elapsed());
            let _ =
                (!quiet).then(|| say(&format!("Made the search index of {entries} in {took}.")));
            Some(files)
        }
        Err(error) => {
            let _ = say(&format!("note: {error}"));
            None
        }
    }
}

/// Lets everything else go first. Elsewhere than on Linux, threads have no such number of their own.
fn give_way() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(10);
}
