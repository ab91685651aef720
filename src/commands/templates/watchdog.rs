//! A watchdog: a thread that ends the process when the work on one job takes too much time or memory.

use std::io;
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use letterpress::render::{PAGE_MEMORY, PAGE_SECONDS, Stop};

use crate::commands::now;
use crate::commands::process::Process;

/// The exit code of a process that took too much time.
pub(super) const TIME_CODE: u8 = 10;

/// The exit code of a process that took too much memory.
pub(super) const MEMORY_CODE: u8 = 11;

/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(PAGE_SECONDS);

/// How long it may take on top of that to hear that it is stopped.
const GRACE: Duration = Duration::from_secs(2);

/// In this time no more than some 50 MB of new memory can be written to.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// From when on it is asked how long a job has been worked on: no usual one takes so long.
const FIRST_LOOK: Duration = Duration::from_secs(1);

/// Watches the jobs of one thread.
pub(super) struct Watchdog {
    job: Arc<Mutex<Option<WatchedJob>>>,
    worker: Worker,
}

/// The job that is worked on.
struct WatchedJob {
    since: Instant,
    worker: Worker,
    /// How long its thread had worked when it was first looked at.
    had_worked: Option<Duration>,
    stop: Arc<Stop>,
}

impl Watchdog {
    /// Starts to watch the thread that calls it.
    pub(super) fn start() -> io::Result<Self> {
        let job: Arc<Mutex<Option<WatchedJob>>> = Arc::default();
        let watched = Arc::clone(&job);
        thread::Builder::new().spawn(move || {
            loop {
                thread::sleep(BETWEEN_LOOKS);
                look(&mut lock(&watched));
            }
        })?;
        Ok(Watchdog { job, worker: Worker::this() })
    }

    /// Does a job, which may hear by its argument that it is to stop.
    pub(super) fn watch<T>(&self, work: impl FnOnce(&Stop) -> T) -> T {
        let stop: Arc<Stop> = Arc::default();
        let (since, worker) = (now(), self.worker);
        let job = WatchedJob { since, worker, had_worked: None, stop: Arc::clone(&stop) };
        *lock(&self.job) = Some(job);
        let done = work(&stop);
        *lock(&self.job) = None;
        done
    }
}

fn lock(job: &Mutex<Option<WatchedJob>>) -> MutexGuard<'_, Option<WatchedJob>> {
    job.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a thread cannot be ended by another, but a process can"
)]
fn look(job: &mut Option<WatchedJob>) {
    let Some(job) = job else { return };
    let took = job.took();
    if took > PATIENCE {
        job.stop.stop();
    }
    if took > PATIENCE + GRACE {
        process::exit(TIME_CODE.into());
    }
    if Process::This.peak_memory().is_some_and(|bytes| bytes > PAGE_MEMORY) {
        process::exit(MEMORY_CODE.into());
    }
}

impl WatchedJob {
    /// How long it has been worked on. Where the system tells that of a thread, a machine that is busy with other
    /// things makes no job slow.
    fn took(&mut self) -> Duration {
        let since = self.since.elapsed();
        if since < FIRST_LOOK {
            return since;
        }
        let Some(has_worked) = self.worker.has_worked() else { return since };
        let had_worked = *self.had_worked.get_or_insert(has_worked);
        FIRST_LOOK + has_worked.saturating_sub(had_worked)
    }
}

/// A thread, as the system knows it.
#[derive(Clone, Copy)]
struct Worker {
    #[cfg(target_os = "linux")]
    id: rustix::thread::Pid,
}

impl Worker {
    fn this() -> Self {
        Worker {
            #[cfg(target_os = "linux")]
            id: rustix::thread::gettid(),
        }
    }

    /// How long it has worked (<https://docs.kernel.org/scheduler/sched-stats.html>).
    #[cfg(target_os = "linux")]
    fn has_worked(self) -> Option<Duration> {
        let path = format!("/proc/self/task/{}/schedstat", self.id.as_raw_nonzero());
        let told = std::fs::read_to_string(path).ok()?;
        let nanoseconds = told.split(' ').next()?.parse().ok()?;
        Some(Duration::from_nanos(nanoseconds))
    }

    /// Elsewhere nobody tells.
    #[cfg(not(target_os = "linux"))]
    fn has_worked(self) -> Option<Duration> {
        None
    }
}
