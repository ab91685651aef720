//! Threads: as many as the machine starts, and a word on it where it starts too few.
//!
//! Rayon's own pool panics where a thread cannot be started, and is made once, so that fewer cannot be tried after that.
//! Here threads are started first, and the pool is made of those that there are.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use rayon::{ThreadBuilder, ThreadPoolBuilder};

use crate::diagnostics::MachineError;

/// No machine makes a site faster with more.
const MOST: usize = 256;

/// How many more can be started after the work of a run was shared out, unless there are very few at all: for whoever
/// watches it, and for libraries that start threads of their own.
const SPARE: usize = 3;

/// Shares out the work of a run to so many threads, or to as many as the machine starts. Where it starts none, the
/// thread that calls does all of the work. To be called once, before there is any.
///
/// # Errors
/// Where the work is shared out already.
pub fn share_out(most: usize) -> Result<(), MachineError> {
    let shared = match Waiting::start(most.min(MOST), SPARE, 1) {
        None => ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global(),
        Some(Waiting { count, workers }) => ThreadPoolBuilder::new()
            .num_threads(count)
            .spawn_handler(|worker| give(&workers, worker))
            .build_global(),
    };
    shared
        .map_err(|error| MachineError::without_path("share out the work", io::Error::other(error)))
}

/// A pool of at most so many threads, which leaves room for `spare` more. `None` where there is none for any.
#[cfg(feature = "search")]
pub(crate) fn pool(most: usize, spare: usize) -> Option<rayon::ThreadPool> {
    let Waiting { count, workers } = Waiting::start(most, spare, 0)?;
    let pool = ThreadPoolBuilder::new().num_threads(count);
    pool.spawn_handler(|worker| give(&workers, worker)).build().ok()
}

/// Finds out whether so many more threads can be started: where they cannot, some libraries panic. As one that has ended
/// counts for a moment longer, one more is tried.
///
/// # Errors
/// Where they cannot, with the reason.
pub fn room_for(threads: usize) -> Result<(), MachineError> {
    let (_, refused) = started(threads + 1).end();
    refused.map_or(Ok(()), |error| Err(MachineError::without_path("start a thread", error)))
}

/// Threads that wait for what they are to do.
struct Started {
    threads: Vec<JoinHandle<()>>,
    workers: Sender<ThreadBuilder>,
    /// Why there are no more, where more were wanted.
    refused: Option<io::Error>,
}

/// Starts so many threads, or as many as can be.
fn started(count: usize) -> Started {
    let (workers, next) = channel();
    let next = Arc::new(Mutex::new(next));
    let start = |_| {
        let next = Arc::clone(&next);
        thread::Builder::new().spawn(move || work(&next))
    };
    let mut started = Started { threads: Vec::new(), workers, refused: None };
    for thread in (0..count).map(start) {
        match thread {
            Ok(thread) => started.threads.push(thread),
            Err(error) => {
                started.refused = Some(error);
                break;
            }
        }
    }
    started
}

impl Started {
    /// Waits until all have ended that were given nothing to do. How many there were, and why no more.
    fn end(self) -> (usize, Option<io::Error>) {
        let Started { threads, workers, refused } = self;
        drop(workers);
        let count = threads.len();
        // None of them panics.
        threads.into_iter().for_each(|thread| drop(thread.join()));
        (count, refused)
    }
}

/// Threads that are to be a pool.
struct Waiting {
    /// How many of them.
    count: usize,
    workers: Sender<ThreadBuilder>,
}

impl Waiting {
    /// As many of `most` as there can be with `spare` more; but `least`, if there are so many at all.
    fn start(most: usize, spare: usize, least: usize) -> Option<Self> {
        let Started { threads, workers, .. } = started(most);
        let (spared, _) = started(spare).end();
        let count = (threads.len() + spared).saturating_sub(spare).max(least).min(threads.len());
        (count > 0).then_some(Waiting { count, workers })
    }
}

/// What a thread does that was started to wait: what it is given, or nothing where no more will come.
fn work(next: &Mutex<Receiver<ThreadBuilder>>) {
    let worker = next.lock().unwrap_or_else(PoisonError::into_inner).recv();
    if let Ok(worker) = worker {
        worker.run();
    }
}

fn give(workers: &Sender<ThreadBuilder>, worker: ThreadBuilder) -> io::Result<()> {
    workers.send(worker).map_err(|_| io::ErrorKind::BrokenPipe.into())
}
