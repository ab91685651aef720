//! Waiting for someone to end the preview, or for a mistake of its own to do so.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tokio::runtime::Runtime;
use tokio::sync::Notify;

/// What ends the preview.
#[derive(Clone, Default)]
pub(super) struct Ending {
    comes: Arc<Notify>,
    is_broken: Arc<AtomicBool>,
}

/// Ends the preview where the thread that holds it panics: what is shown would not follow the files any more.
pub(super) struct Guard(Ending);

impl Ending {
    /// For a thread that the preview cannot do without.
    pub(super) fn guard(&self) -> Guard {
        Guard(self.clone())
    }

    /// Lets the server work until Ctrl+C is pressed, the machine asks it to end, or a thread panics. Gives
    /// whether it was the last.
    pub(super) fn wait(self, runtime: &Runtime) -> io::Result<bool> {
        runtime.block_on(async {
            let pressed = Arc::clone(&self.comes);
            tokio::spawn(async move {
                if tokio::signal::ctrl_c().await.is_ok() {
                    pressed.notify_one();
                }
            });
            #[cfg(unix)]
            {
                use tokio::signal::unix::{SignalKind, signal};
                let (mut asked, comes) =
                    (signal(SignalKind::terminate())?, Arc::clone(&self.comes));
                tokio::spawn(async move {
                    asked.recv().await;
                    comes.notify_one();
                });
            }
            self.comes.notified().await;
            Ok(self.is_broken.load(Ordering::Relaxed))
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
