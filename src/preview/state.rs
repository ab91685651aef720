//! What is shown: one site as it was at one moment, with what is wrong with the files since.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Bytes;
use axum::http::{Request, Response};
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use xxhash_rust::xxh3::Xxh3;

use super::events::news;
use super::{Editor, Hosts};
use crate::diagnostics::{Diagnostic, Report};
use crate::plan::{FileKind, Route, Target};
use crate::search::SearchFiles;
use crate::site::Site;

/// One site, and what is wrong with the files. It never changes: a request takes it once and is answered
/// from it alone.
pub struct PreviewState {
    site: Arc<Site>,
    /// Grows with each change.
    number: u64,
    base: String,
    looks: Looks,
    report: Report,
    is_stale: bool,
    news: Arc<str>,
}

/// What a page shows besides its own HTML, as hashes.
#[derive(Clone)]
struct Looks {
    styles: String,
    /// Pictures, fonts, scripts.
    others: u128,
}

/// What is shown, exchanged whole at each change; and the search index beside it.
pub struct Preview {
    shown: watch::Sender<Arc<PreviewState>>,
    /// `None` while the first is being made.
    search: watch::Sender<Option<Arc<SearchFiles>>>,
    /// Whether somebody has searched since this was last looked at.
    is_searched: AtomicBool,
    hosts: Hosts,
    editor: Editor,
}

impl Preview {
    /// Shows a site, with what is wrong with it.
    pub fn new(site: Site, report: Report, hosts: Hosts, editor: Editor) -> Self {
        let search = (!site.settings().search).then(Arc::default);
        let shown = PreviewState::new(Arc::new(site), report, 1, &editor);
        Preview {
            shown: watch::Sender::new(Arc::new(shown)),
            search: watch::Sender::new(search),
            is_searched: AtomicBool::new(false),
            hosts,
            editor,
        }
    }

    /// Shows another site in its place.
    pub fn show(&self, site: Site, report: Report) {
        let number = self.shown().number + 1;
        let shown = PreviewState::new(Arc::new(site), report, number, &self.editor);
        drop(self.shown.send_replace(Arc::new(shown)));
    }

    /// Keeps the site that is shown, and tells what is wrong with the files now.
    pub fn keep(&self, report: Report) {
        let shown = self.shown().as_stale(report, &self.editor);
        drop(self.shown.send_replace(Arc::new(shown)));
    }

    /// Puts a search index beside the site.
    pub fn set_search(&self, files: Arc<SearchFiles>) {
        self.search.send_replace(Some(files));
    }

    /// Whether somebody has searched since this was last asked.
    pub fn take_searched(&self) -> bool {
        self.is_searched.swap(false, Ordering::Relaxed)
    }

    /// What is shown now.
    pub fn shown(&self) -> Arc<PreviewState> {
        Arc::clone(&self.shown.borrow())
    }

    /// Hears of each change.
    pub(super) fn changes(&self) -> watch::Receiver<Arc<PreviewState>> {
        self.shown.subscribe()
    }

    /// Hears of each search index.
    pub(super) fn search(&self) -> watch::Receiver<Option<Arc<SearchFiles>>> {
        self.search.subscribe()
    }

    /// Notes that somebody searches.
    pub(super) fn note_search(&self) {
        self.is_searched.store(true, Ordering::Relaxed);
    }

    /// Says no to a request for a name that is not ours.
    pub(crate) fn refuse<B>(&self, request: &Request<B>) -> Option<Response<Bytes>> {
        self.hosts.refuse(request)
    }

    pub(super) fn editor(&self) -> &Editor {
        &self.editor
    }
}

impl PreviewState {
    fn new(site: Arc<Site>, report: Report, number: u64, editor: &Editor) -> Self {
        let base = percent_decode_str(site.settings().base_path()).decode_utf8_lossy().into_owned();
        let looks = Looks::of(&site);
        let news = news(number, &looks.styles, false, &report, editor).into();
        PreviewState { site, number, base, looks, report, is_stale: false, news }
    }

    fn as_stale(&self, report: Report, editor: &Editor) -> Self {
        let PreviewState { site, number, base, looks, report: _, is_stale: _, news: _ } = self;
        let number = number + 1;
        let news = news(number, &looks.styles, true, &report, editor).into();
        let (site, base, looks) = (Arc::clone(site), base.clone(), looks.clone());
        PreviewState { site, number, base, looks, report, is_stale: true, news }
    }

    /// The site.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// What is wrong with the files.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Whether the site is that of an earlier moment, as the files have mistakes now.
    pub fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// The path that every address of the site begins with: `/letters/`, or `/`.
    pub fn base(&self) -> &str {
        &self.base
    }

    pub(super) fn has(&self, route: &Route) -> bool {
        self.site.plan().target(route).is_some()
    }

    pub(super) fn render(&self, route: &Route) -> Result<Vec<u8>, Diagnostic> {
        self.site.render(route)
    }

    /// What open pages are told of it.
    pub(super) fn news(&self) -> &Arc<str> {
        &self.news
    }

    /// What the stylesheets hold, as a hash.
    pub(super) fn styles(&self) -> &str {
        &self.looks.styles
    }

    /// The hash of a page with all that it shows but the styles, which can be exchanged on an open page.
    pub(super) fn page_hash(&self, html: &[u8]) -> String {
        let mut hash = Xxh3::new();
        hash.update(&self.looks.others.to_le_bytes());
        hash.update(html);
        format!("{:032x}", hash.digest128())
    }
}

impl Looks {
    fn of(site: &Site) -> Self {
        let (mut styles, mut others) = (Xxh3::new(), Xxh3::new());
        for (route, target) in site.plan().routes() {
            let mut add = |bytes: &[u8]| {
                let hash = if route.as_str().ends_with(".css") { &mut styles } else { &mut others };
                hash.update(route.as_str().as_bytes());
                hash.update(&bytes.len().to_le_bytes());
                hash.update(bytes);
            };
            match target {
                Target::File(FileKind::Theme(_)) => add(&site.render(route).unwrap_or_default()),
                Target::File(FileKind::Asset(path)) => add(&site.archive().assets[path]),
                _ => {}
            }
        }
        Looks { styles: format!("{:032x}", styles.digest128()), others: others.digest128() }
    }
}
