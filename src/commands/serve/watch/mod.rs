//! Which files of the site's folder have changed, as the system tells it.

mod folders;
mod poll;
mod silent;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use letterpress::Changed;
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::{now, say};
use folders::{Watched, watched};

/// How long nothing changes before what did is looked at: editors and `git` write in several steps.
const QUIET: Duration = Duration::from_millis(15);

/// How long changes are gathered at most while they never end.
const GATHERED: Duration = Duration::from_millis(500);

/// How soon a site's folder that has gone is looked for again, and a new folder looked into again: what is
/// put into it at once may be there before it is watched.
const AGAIN: Duration = Duration::from_millis(200);

/// Watches a site's folder.
pub(super) struct Watch {
    root: PathBuf,
    /// None where the files are compared instead.
    watcher: Option<RecommendedWatcher>,
    watched: Vec<Watched>,
    sender: Sender<Notice>,
    notices: Receiver<Notice>,
    again: BTreeSet<PathBuf>,
}

/// What changed, and since when that is known.
pub(super) struct Batch {
    pub(super) changed: Changed,
    pub(super) since: Instant,
    /// Whether it is only looked at once more.
    pub(super) is_again: bool,
}

/// What the system tells.
enum Notice {
    Changed(Vec<PathBuf>, EventKind),
    /// Changes that it did not tell.
    Missed,
    /// It watches no more files than it does.
    Full,
}

impl Watch {
    /// Begins to watch the folder with this real path.
    pub(super) fn new(root: &Path, polls: bool) -> Self {
        let (sender, notices) = channel();
        let watch = Watch {
            root: root.to_owned(),
            watcher: None,
            watched: Vec::new(),
            sender,
            notices,
            again: BTreeSet::new(),
        };
        if polls { watch.polling() } else { watch.listening() }
    }

    /// Waits for the next change. All that changed since the last is in one batch.
    pub(super) fn next(&mut self) -> Batch {
        loop {
            let wait = if self.is_whole() && self.again.is_empty() { FOREVER } else { AGAIN };
            match self.notices.recv_timeout(wait) {
                Ok(first) => {
                    let since = now();
                    let paths = self.gather(first, since);
                    let changed = match paths {
                        Some(paths) if paths.is_empty() => continue,
                        Some(paths) => Changed::Paths(paths),
                        None => Changed::Anything,
                    };
                    return Batch { changed, since, is_again: false };
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    let was_whole = self.is_whole();
                    self.renew(&BTreeSet::new());
                    let again = std::mem::take(&mut self.again);
                    if !was_whole && self.is_whole() {
                        return Batch { changed: Changed::Anything, since: now(), is_again: false };
                    }
                    if !again.is_empty() {
                        let changed = Changed::Paths(again);
                        return Batch { changed, since: now(), is_again: true };
                    }
                }
            }
        }
    }

    /// Gathers what is told until nothing is for a moment; `None` where anything may have changed.
    fn gather(&mut self, first: Notice, since: Instant) -> Option<BTreeSet<PathBuf>> {
        let (mut paths, mut is_anything, mut is_full) = (BTreeSet::new(), false, false);
        let (mut last, mut next) = (since, Ok(first));
        while let Ok(notice) = next {
            let tells = match notice {
                Notice::Changed(told, kind) => {
                    let ours = self.ours(&told, kind);
                    let is_ours = !ours.is_empty();
                    paths.extend(ours);
                    is_ours
                }
                Notice::Missed => {
                    is_anything = true;
                    true
                }
                Notice::Full => {
                    is_full = true;
                    true
                }
            };
            if tells {
                last = now();
            }
            let end = (last + QUIET).min(since + GATHERED);
            next = self.notices.recv_timeout(end.saturating_duration_since(now()));
        }
        if is_full {
            self.poll_instead("it watches no more folders");
            return None;
        }
        let was_told = self.watcher.is_some();
        self.renew(&paths);
        is_anything |= was_told && self.watcher.is_none() || paths.contains(Path::new(""));
        (!is_anything).then_some(paths)
    }

    /// Those that the site is made of, by their paths from its folder, which itself is told of where it went.
    fn ours(&mut self, told: &[PathBuf], kind: EventKind) -> Vec<PathBuf> {
        let has_gone =
            matches!(kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        let ours = told.iter().filter_map(|path| folders::ours(&self.watched, path));
        let ours: Vec<PathBuf> =
            ours.filter(|path| has_gone || !path.as_os_str().is_empty()).collect();
        if matches!(kind, EventKind::Create(CreateKind::Folder | CreateKind::Any)) {
            self.again.extend(ours.iter().cloned());
        }
        ours
    }

    /// Whether the site's folder itself is watched; not where it has gone.
    fn is_whole(&self) -> bool {
        self.watched.iter().any(|folder| folder.name.as_os_str().is_empty())
    }

    /// Lets the system tell of changes, where it does.
    fn listening(mut self) -> Self {
        if silent::is_silent(&self.root) {
            self.poll_instead("this folder is elsewhere");
            return self;
        }
        match watcher(self.sender.clone()) {
            Ok(watcher) => {
                self.watcher = Some(watcher);
                self.renew(&BTreeSet::new());
            }
            Err(error) => self.poll_instead(&error.to_string()),
        }
        self
    }

    /// Compares the files.
    fn polling(mut self) -> Self {
        self.poll();
        self
    }

    fn poll_instead(&mut self, reason: &str) {
        let _ = say(&format!(
            "note: the system tells of no changes ({reason}): files are compared twice a second"
        ));
        self.poll();
    }

    fn poll(&mut self) {
        self.watcher = None;
        self.watched = vec![Watched { name: PathBuf::new(), real: self.root.clone() }];
        poll::start(self.root.clone(), self.sender.clone());
    }

    /// Watches the folders that came, and those that stand in the place of others.
    fn renew(&mut self, changed: &BTreeSet<PathBuf>) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        let wanted = watched(&self.root);
        let has_root_changed = changed.contains(Path::new(""));
        let stays = |folder: &Watched| {
            wanted.contains(folder) && !changed.contains(&folder.name) && !has_root_changed
        };
        let (kept, gone): (Vec<_>, Vec<_>) = self.watched.drain(..).partition(stays);
        for folder in gone {
            // It may be gone for the system too.
            let _ = watcher.unwatch(&folder.real);
        }
        self.watched = kept;
        for folder in wanted {
            if self.watched.contains(&folder) {
                continue;
            }
            match watcher.watch(&folder.real, folder.mode()) {
                Ok(()) => self.watched.push(folder),
                Err(error) if is_limit(&error) => {
                    return self.poll_instead("it watches no more folders");
                }
                // It went between the look and the watch, and its going will be told.
                Err(_) => {}
            }
        }
    }
}

/// The system's own. Links to other places are not followed.
fn watcher(sender: Sender<Notice>) -> notify::Result<RecommendedWatcher> {
    let tell = move |event: notify::Result<Event>| {
        if let Some(notice) = notice(event) {
            // Nobody listens only while the program ends, or once files are compared.
            let _ = sender.send(notice);
        }
    };
    RecommendedWatcher::new(tell, Config::default().with_follow_symlinks(false))
}

/// Longer than anyone waits.
const FOREVER: Duration = Duration::from_secs(1 << 32);

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
fn is_limit(error: &notify::Error) -> bool {
    matches!(error.kind, ErrorKind::MaxFilesWatch)
}

impl Watched {
    fn mode(&self) -> RecursiveMode {
        if self.name.as_os_str().is_empty() {
            RecursiveMode::NonRecursive
        } else {
            RecursiveMode::Recursive
        }
    }
}
