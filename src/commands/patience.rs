//! How long a page may take: who makes pages watches them, and stops one that never ends.

use std::collections::BTreeMap;
use std::io::Write;
use std::process;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use letterpress::diagnostics::{Diagnostic, Place};
use letterpress::plan::{Route, Target};
use letterpress::{PAGE_SECONDS, RenderError, Site, Stop};

use super::{Outcome, now};

/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(PAGE_SECONDS);

/// How long it may take on top of that to hear that it is stopped.
const GRACE: Duration = Duration::from_secs(2);

const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// The pages of a site, each watched while it is made.
pub(crate) struct Watched<'a> {
    site: &'a Site,
    making: Mutex<BTreeMap<Route, Making>>,
}

/// A page in the making.
struct Making {
    since: Instant,
    stop: Arc<Stop>,
}

impl<'a> Watched<'a> {
    pub(crate) fn new(site: &'a Site) -> Self {
        Watched { site, making: Mutex::default() }
    }

    /// Writes a page, as [`Site::write`] does.
    pub(crate) fn write(&self, route: &Route, out: &mut dyn Write) -> Result<(), RenderError> {
        let target = self.site.plan().target(route);
        if !target.is_some_and(Target::has_template) {
            return self.site.write(route, out, &Stop::default());
        }
        let stop = Arc::new(Stop::default());
        let making = Making { since: now(), stop: Arc::clone(&stop) };
        self.making().insert(route.clone(), making);
        let written = self.site.write(route, out, &stop);
        self.making().remove(route);
        written
    }

    /// Does some work that makes pages. One that takes too long is stopped. If one cannot be, as it writes
    /// nothing, `on_stuck` tells of it, and the program ends.
    #[expect(clippy::disallowed_methods, reason = "a thread cannot be ended by another")]
    pub(crate) fn during<T>(
        &self,
        on_stuck: impl Fn(Diagnostic) -> Outcome + Send,
        work: impl FnOnce() -> T,
    ) -> T {
        let (is_over, over) = channel::<()>();
        thread::scope(|scope| {
            scope.spawn(move || {
                while over.recv_timeout(BETWEEN_LOOKS) == Err(RecvTimeoutError::Timeout) {
                    if let Some(problem) = self.stop_slow() {
                        process::exit(on_stuck(problem).code().into());
                    }
                }
            });
            let done = work();
            drop(is_over);
            done
        })
    }

    /// Stops what is slow, and gives what goes on all the same.
    fn stop_slow(&self) -> Option<Diagnostic> {
        let making = self.making();
        for Making { since, stop } in making.values() {
            if since.elapsed() > PATIENCE {
                stop.stop();
            }
        }
        let stuck = making.iter().find(|(_, page)| page.since.elapsed() > PATIENCE + GRACE);
        stuck.map(|(route, _)| {
            let message =
                format!("the template of this page has run for over {PAGE_SECONDS} seconds");
            Diagnostic::error("page-too-slow", Place::File(route.to_string()), message)
                .help("look for a loop that writes nothing, within another")
        })
    }

    fn making(&self) -> MutexGuard<'_, BTreeMap<Route, Making>> {
        self.making.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
