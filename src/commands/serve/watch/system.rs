//! The system's own watcher, and what it tells.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, Watcher, WatcherKind};

/// What the system tells.
pub(super) enum Notice {
    Changed(Vec<PathBuf>, EventKind),
    /// Changes that it did not tell.
    Missed,
    /// It watches no more files than it does.
    Full,
}

/// The system's own. Links to other places are not followed.
pub(super) fn watcher(sender: Sender<Notice>) -> notify::Result<RecommendedWatcher> {
    let tell = move |event: notify::Result<Event>| {
        if let Some(notice) = notice(event) {
            // Nobody listens only while the program ends, or once files are compared.
            let _ = sender.send(notice);
        }
    };
    RecommendedWatcher::new(tell, Config::default().with_follow_symlinks(false))
}

fn notice(event: notify::Result<Event>) -> Option<Notice> {
    let event = match event {
        Ok(event) => event,
        Err(error) if is_limit(&error) => return Some(Notice::Full),
        Err(_) => return Some(Notice::Missed),
    };
    if event.need_rescan() {
        return Some(Notice::Missed);
    }
    // Reading tells of itself too; what was open for writing is whole when it is closed.
    let is_read = matches!(event.kind, EventKind::Access(kind)
        if kind != AccessKind::Close(AccessMode::Write));
    (!is_read).then_some(Notice::Changed(event.paths, event.kind))
}

/// Whether the system watches no more than it does.
pub(super) fn is_limit(error: &notify::Error) -> bool {
    matches!(error.kind, ErrorKind::MaxFilesWatch)
}

/// Whether the system has to be asked to watch each folder, as it has no word for all that is in one.
/// `notify` does that for those that come, but only once it has told of them, and gives up at the first
/// that has gone meanwhile.
pub(super) fn asks_for_each_folder() -> bool {
    !matches!(
        RecommendedWatcher::kind(),
        WatcherKind::Fsevent | WatcherKind::ReadDirectoryChangesWatcher
    )
}
