//! Waiting for someone to end the preview, or for a mistake of its own to do so.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tokio::runtime::Runtime;
use tokio::sync::Notify;

#[cfg(unix)]
use crate::commands::signals;

/// What ends the preview.
pub(super) struct Ending {
    own: OwnFailure,
    asked: Asked,
}

/// A mistake of its own.
#[derive(Clone, Default)]
struct OwnFailure {
    comes: Arc<Notify>,
    is_broken: Arc<AtomicBool>,
}

/// How a preview ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Somebody asked it to.
    Asked,
    /// It has a mistake of its own.
    Broken,
}

/// Ends the preview where the thread that holds it panics: what is shown would not follow the files any more.
pub(super) struct Guard(OwnFailure);

impl Ending {
    /// Listens from now on.
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Ending { own: OwnFailure::default(), asked: Asked::listen()? })
    }

    /// For a thread that the preview cannot do without.
    pub(super) fn guard(&self) -> Guard {
        Guard(self.own.clone())
    }

    /// Lets the server work until somebody asks the program to end, as by Ctrl+C, or a thread panics.
    pub(super) fn wait(self, runtime: &Runtime) -> io::Result<How> {
        let Ending { own, asked } = self;
        let comes = Arc::clone(&own.comes);
        runtime.block_on(async {
            let asked = asked.comes()?;
            tokio::spawn(async move {
                asked.await;
                comes.notify_one();
            });
            own.comes.notified().await;
            Ok(if own.is_broken.load(Ordering::Relaxed) { How::Broken } else { How::Asked })
        })
    }
}

/// Hears when somebody asks the program to end. Tokio's own way to hear that panics where no file can be opened.
#[cfg(unix)]
struct Asked(std::os::unix::net::UnixStream);

#[cfg(unix)]
impl Asked {
    fn listen() -> io::Result<Self> {
        let (hears, tells) = std::os::unix::net::UnixStream::pair()?;
        hears.set_nonblocking(true)?;
        for signal in signals::ending() {
            signal_hook::low_level::pipe::register(signal, tells.try_clone()?)?;
        }
        Ok(Asked(hears))
    }

    fn comes(self) -> io::Result<impl Future<Output = ()>> {
        let hears = tokio::net::UnixStream::from_std(self.0)?;
        Ok(async move {
            let _ = hears.readable().await;
        })
    }
}

#[cfg(not(unix))]
struct Asked;

#[cfg(not(unix))]
impl Asked {
    fn listen() -> io::Result<Self> {
        Ok(Asked)
    }

    fn comes(self) -> io::Result<impl Future<Output = ()>> {
        Ok(async {
            // Where nobody can press it, nobody has.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending().await
            }
        })
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.is_broken.store(true, Ordering::Relaxed);
            self.0.comes.notify_one();
        }
    }
}
