//! Comparing the files themselves, where the system tells of no change.
//!
//! The poll of `notify` compares whole seconds and only forwards, so it misses a second save in one second
//! and an older file in the place of another.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, SystemTime};

use notify::{EventKind, RecursiveMode};
use walkdir::WalkDir;

use super::folders::watched;
use super::system::Notice;
use super::{AWAY, is_text};

/// How often.
const POLL: Duration = Duration::from_millis(500);

/// Files and folders by their paths in the site's folder, each file with when it was changed and how long
/// it is.
type PolledFiles = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// Compares from now on, as long as someone listens.
pub(super) fn start(root: PathBuf, sender: Sender<Notice>) -> io::Result<()> {
    // Looked at before anything else is done, so that no change after it is missed.
    let last = look(&root);
    thread::Builder::new().spawn(move || compare(&root, last, &sender)).map(drop)
}

fn compare(root: &Path, mut last: PolledFiles, sender: &Sender<Notice>) {
    loop {
        thread::sleep(POLL);
        let mut next = look(root);
        // An editor may be about to put the new text in its place.
        if last.keys().any(|path| is_text(path) && !next.contains_key(path)) {
            thread::sleep(AWAY);
            next = look(root);
        }
        let changed: Vec<PathBuf> = last
            .keys()
            .chain(next.keys())
            .filter(|path| last.get(*path) != next.get(*path))
            .cloned()
            .collect();
        let has_changed = !changed.is_empty();
        if has_changed && sender.send(Notice::Changed(changed, EventKind::Any)).is_err() {
            return;
        }
        last = next;
    }
}

fn look(root: &Path) -> PolledFiles {
    let mut look = PolledFiles::new();
    for watched in watched(root) {
        let depth = if watched.mode() == RecursiveMode::Recursive { usize::MAX } else { 1 };
        for entry in WalkDir::new(&watched.real).max_depth(depth).into_iter().flatten() {
            let is_file = entry.file_type().is_file();
            let metadata = entry.metadata().ok().filter(|_| is_file);
            let state = metadata.and_then(|it| Some((it.modified().ok()?, it.len())));
            let inside = entry.path().strip_prefix(&watched.real).unwrap_or(entry.path());
            look.insert(
                root.join(&watched.name).components().chain(inside.components()).collect(),
                state,
            );
        }
    }
    look
}
