//! Which files of the site's folder have changed, as the system tells it.

mod folders;
mod silent;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use letterpress::Changed;
use notify::event::{AccessKind, AccessMode, CreateKind};
use notify::{
    Config, ErrorKind, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher,
};

use super::super::now;
use super::say;
use folders::{Watched, watched};

/// How long nothing changes before what did is looked at: editors and `git` write in several steps.
const QUIET: Duration = Duration::from_millis(15);

/// How long changes are gathered at most while they never end.
const GATHERED: Duration = Duration::from_millis(500);

/// How often the files are compared where the system tells of no change.
const POLL: Duration = Duration::from_millis(500);

/// How soon a site's folder that has gone is looked for again, and a new folder looked into again: what is
/// put into it at once may be there before it is watched.
const AGAIN: Duration = Duration::from_millis(200);

/// Watches a site's folder.
pub(super) struct Watch {
    root: PathBuf,
    watcher: Option<Box<dyn Watcher + Send>>,
    polls: bool,
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
    Changed(Vec<PathBuf>, Option<CreateKind>),
    /// Changes that it did not tell.
    Missed,
    /// It watches no more files than it does.
    Full,
}

impl Watch {
    /// Begins to watch the folder with this real path.
    pub(super) fn new(root: &Path, polls: bool) -> Self {
        let (sender, notices) = channel();
        let polls = polls || silent::is_silent(root);
        let mut watch = Watch {
            root: root.to_owned(),
            watcher: None,
            polls,
            watched: Vec::new(),
            sender,
            notices,
            again: BTreeSet::new(),
        };
        watch.begin();
        watch
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
                Notice::Changed(told, created) => {
                    let ours: Vec<PathBuf> =
                        told.iter().filter_map(|path| folders::ours(&self.watched, path)).collect();
                    if matches!(created, Some(CreateKind::Folder | CreateKind::Any)) {
                        self.again.extend(ours.iter().cloned());
                    }
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
        if is_full && !self.polls {
            self.poll_instead(&notify::Error::new(ErrorKind::MaxFilesWatch));
            return None;
        }
        let has_root_changed = paths.remove(Path::new(""));
        self.renew(&paths);
        (!is_anything && !has_root_changed).then_some(paths)
    }

    /// Whether the site's folder itself is watched; not where it has gone.
    fn is_whole(&self) -> bool {
        self.watched.iter().any(|folder| folder.name.as_os_str().is_empty())
    }

    /// Watches all folders from the beginning.
    fn begin(&mut self) {
        self.watched.clear();
        self.watcher = match self.watcher() {
            Ok(watcher) => Some(watcher),
            Err(error) if !self.polls => return self.poll_instead(&error),
            Err(_) => None,
        };
        self.renew(&BTreeSet::new());
    }

    /// Watches the folders that came, and those that stand in the place of others.
    fn renew(&mut self, changed: &BTreeSet<PathBuf>) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        let wanted = watched(&self.root);
        let stays = |folder: &Watched| wanted.contains(folder) && !changed.contains(&folder.name);
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
                Err(error) if is_limit(&error) && !self.polls => return self.poll_instead(&error),
                // It went between the look and the watch, and its going will be told.
                Err(_) => {}
            }
        }
    }

    fn poll_instead(&mut self, error: &notify::Error) {
        let _ = say(&format!(
            "note: the system tells of no changes ({error}): the files are compared twice a second"
        ));
        self.polls = true;
        self.begin();
    }

    fn watcher(&self) -> notify::Result<Box<dyn Watcher + Send>> {
        let sender = self.sender.clone();
        let tell = move |event: notify::Result<Event>| {
            if let Some(notice) = notice(event) {
                // Nobody listens only while the program ends.
                let _ = sender.send(notice);
            }
        };
        let config = Config::default().with_follow_symlinks(false).with_poll_interval(POLL);
        if self.polls {
            return Ok(Box::new(PollWatcher::new(tell, config)?));
        }
        Ok(Box::new(RecommendedWatcher::new(tell, config)?))
    }
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
    let created = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => None,
        EventKind::Access(_) => return None,
        EventKind::Create(kind) => Some(kind),
        _ => None,
    };
    Some(Notice::Changed(event.paths, created))
}

/// Whether the system has no more watches or watchers to give.
fn is_limit(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::MaxFilesWatch => true,
        ErrorKind::Io(error) => error.kind() == io::ErrorKind::StorageFull,
        _ => false,
    }
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
