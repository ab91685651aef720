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

/// From when on it is asked how long a page has been worked on: no usual page takes so long.
const FIRST_LOOK: Duration = Duration::from_secs(1);

/// The pages of a site, each watched while it is made.
pub(crate) struct Watched<'a> {
    site: &'a Site,
    making: Mutex<BTreeMap<Route, Making>>,
}

/// A page in the making.
struct Making {
    since: Instant,
    thread: Thread,
    /// How long its thread had worked when it was first looked at.
    had_worked: Option<Duration>,
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
        let making = Making {
            since: now(),
            thread: Thread::this(),
            had_worked: None,
            stop: Arc::clone(&stop),
        };
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
        let mut making = self.making();
        let mut stuck = None;
        for (route, page) in making.iter_mut() {
            let took = page.took();
            if took > PATIENCE {
                page.stop.stop();
            }
            if took > PATIENCE + GRACE {
                stuck = Some(route);
            }
        }
        stuck.map(|route| {
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

impl Making {
    /// How long the page has been worked on. Where the system tells that of a thread, a machine that is busy
    /// with other things makes no page slow.
    fn took(&mut self) -> Duration {
        let since = self.since.elapsed();
        if since < FIRST_LOOK {
            return since;
        }
        let Some(has_worked) = self.thread.has_worked() else { return since };
        let had_worked = *self.had_worked.get_or_insert(has_worked);
        FIRST_LOOK + has_worked.saturating_sub(had_worked)
    }
}

/// A thread, as the system knows it.
struct Thread {
    #[cfg(target_os = "linux")]
    id: rustix::thread::Pid,
}

impl Thread {
    fn this() -> Self {
        Thread {
            #[cfg(target_os = "linux")]
            id: rustix::thread::gettid(),
        }
    }

    /// How long it has worked (<https://docs.kernel.org/scheduler/sched-stats.html>).
    #[cfg(target_os = "linux")]
    fn has_worked(&self) -> Option<Duration> {
        let path = format!("/proc/self/task/{}/schedstat", self.id.as_raw_nonzero());
        let told = std::fs::read_to_string(path).ok()?;
        let nanoseconds = told.split(' ').next()?.parse().ok()?;
        Some(Duration::from_nanos(nanoseconds))
    }

    /// Elsewhere nobody tells.
    #[cfg(not(target_os = "linux"))]
    fn has_worked(&self) -> Option<Duration> {
        None
    }
}
