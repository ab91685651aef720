//! Waiting for someone to end the preview.

use std::io;
use std::sync::Arc;

use tokio::runtime::Runtime;
use tokio::sync::Notify;

/// Lets the server work until Ctrl+C is pressed or the machine asks it to end.
pub(super) fn wait(runtime: &Runtime) -> io::Result<()> {
    let ended = Arc::new(Notify::new());
    runtime.block_on(async {
        let pressed = Arc::clone(&ended);
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                pressed.notify_one();
            }
        });
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            for kind in [SignalKind::terminate(), SignalKind::hangup()] {
                let (mut asked, ended) = (signal(kind)?, Arc::clone(&ended));
                tokio::spawn(async move {
                    asked.recv().await;
                    ended.notify_one();
                });
            }
        }
        ended.notified().await;
        Ok(())
    })
}
