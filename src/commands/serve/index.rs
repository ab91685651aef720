//! The search index, made in the background when nothing has changed for a while.

use std::io;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use letterpress::Site;
use letterpress::preview::Preview;
use letterpress::render::SearchRecord;
use letterpress::search::{self, SearchFiles};

use super::ending::Guard;
use super::{now, output};

/// How long nothing changes before the index is made anew.
const REST: Duration = Duration::from_secs(1);

/// How many entries are indexed before anybody searches. The indexer takes some 50 kB of memory for each of a part,
/// and two processor cores for ten seconds where there are 150,000.
const UNASKED_AT_MOST: usize = 20_000;

/// Makes the search index of the site that is shown.
pub(super) struct BackgroundIndex {
    latest: Arc<Latest>,
}

/// The site that was shown last, until it is looked at. Those before it are not kept.
#[derive(Default)]
struct Latest {
    site: Mutex<Option<Arc<Site>>>,
    arrived: Condvar,
}

impl BackgroundIndex {
    /// Makes the index of the first site at once, unless that is large.
    pub(super) fn start(preview: Arc<Preview>, quiet: bool, guard: Guard) -> io::Result<Self> {
        let latest: Arc<Latest> = Arc::default();
        latest.put(Arc::clone(preview.shown().site()));
        let index = BackgroundIndex { latest: Arc::clone(&latest) };
        thread::Builder::new().spawn(move || {
            let _guard = guard;
            make_all(&preview, &latest, quiet);
        })?;
        Ok(index)
    }

    /// Tells of the site that is shown now.
    pub(super) fn is_shown(&self, site: Arc<Site>) {
        self.latest.put(site);
    }
}

impl Latest {
    fn put(&self, site: Arc<Site>) {
        *self.site.lock().unwrap_or_else(PoisonError::into_inner) = Some(site);
        self.arrived.notify_one();
    }

    /// Waits for a site.
    fn take(&self) -> Arc<Site> {
        loop {
            if let Some(site) = self.take_within(Duration::MAX) {
                return site;
            }
        }
    }

    /// Waits for a site no longer than this.
    fn take_within(&self, time: Duration) -> Option<Arc<Site>> {
        let site = self.site.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.arrived.wait_timeout_while(site, time, |site| site.is_none());
        waited.unwrap_or_else(PoisonError::into_inner).0.take()
    }
}

fn make_all(preview: &Preview, latest: &Latest, quiet: bool) {
    // So do the threads that the indexer starts from this one.
    give_way();
    let mut last: Option<Arc<SearchFiles>> = None;
    loop {
        let mut site = latest.take();
        if last.is_some() || is_large(&site) {
            site = at_rest(preview, latest, site);
        }
        if let Some(files) = make(&site, last.as_deref(), quiet).map(Arc::new) {
            preview.set_search(Arc::clone(&files));
            last = Some(files);
        } else if last.is_none() {
            preview.set_search(Arc::default());
        }
    }
}

/// Waits until nothing changes, and until somebody searches where the site is large.
fn at_rest(preview: &Preview, latest: &Latest, mut site: Arc<Site>) -> Arc<Site> {
    loop {
        match latest.take_within(REST) {
            Some(later) => site = later,
            None if is_large(&site) && !preview.take_searched() => {}
            None => return site,
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
    match search::index(&records, language, last.cloned().unwrap_or_default()) {
        Ok(index) if index.made == 0 => None,
        Ok(index) => {
            let entries = output::counted(records.len(), "entry", "entries");
            let took = output::time(start.elapsed());
            // The address of the preview stays the last line until something changes.
            let _ = (!quiet && last.is_some())
                .then(|| output::line(&format!("Made the search index of {entries} in {took}.")));
            Some(index.files)
        }
        Err(error) => {
            let _ = output::line(&format!("note: {error}"));
            None
        }
    }
}

/// Lets everything else go first. Elsewhere than on Linux, threads have no such number of their own.
fn give_way() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(10);
}
