//! Which files of the site's folder have changed, as the system tells it.

mod folders;
mod poll;
mod silent;
mod system;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use letterpress::site::Changed;
use notify::event::{CreateKind, ModifyKind};
use notify::{EventKind, RecommendedWatcher, Watcher};

use super::{now, output};
use folders::Watched;
use system::{Notice, is_limit};

/// How long nothing changes before what did is looked at: editors and `git` write in several steps.
const QUIET: Duration = Duration::from_millis(15);

/// How long a text may be away before it is taken for deleted: Vim and JetBrains' editors put it aside before they write
/// the new one, and its page is not to be lost between the two.
const AWAY: Duration = Duration::from_millis(300);

/// How long changes are gathered at most while they never end.
const GATHERED: Duration = Duration::from_millis(500);

/// How soon what could not be watched is tried again, and a site's folder that has gone looked for.
const AGAIN: Duration = Duration::from_millis(200);

/// How soon what could not be read is looked at again.
const LATER: Duration = Duration::from_secs(1);

/// Longer than anyone waits.
const FOREVER: Duration = Duration::from_secs(1 << 32);

/// Watches a site's folder.
pub(super) struct Watch {
    root: PathBuf,
    /// None where the files are compared instead.
    watcher: Option<RecommendedWatcher>,
    watched: Vec<Watched>,
    /// Whether that is all there should be.
    is_whole: bool,
    /// Whether a folder came that may not be watched yet.
    has_new: bool,
    sender: Sender<Notice>,
    notices: Receiver<Notice>,
    /// What is to be looked at once more, and when.
    again: BTreeMap<PathBuf, Instant>,
}

/// What changed, and since when that is known.
pub(super) struct Batch {
    pub(super) changed: Changed,
    pub(super) since: Instant,
    /// Whether it is only looked at once more.
    pub(super) is_again: bool,
}

impl Watch {
    /// Begins to watch the folder with this real path.
    pub(super) fn new(root: &Path, polls: bool) -> Self {
        let (sender, notices) = channel();
        let mut watch = Watch {
            root: root.to_owned(),
            watcher: None,
            watched: Vec::new(),
            is_whole: true,
            has_new: false,
            sender,
            notices,
            again: BTreeMap::new(),
        };
        if polls {
            watch.poll()
        } else {
            watch.listen()
        }
        watch
    }

    /// Waits for the next change. All that changed since the last is in one batch.
    pub(super) fn next(&mut self) -> Batch {
        loop {
            let first = self.notices.recv_timeout(self.wait());
            let since = now();
            // It holds a sender itself, so nothing but time can run out.
            let mut paths = first.map(|first| self.gather(first, since)).unwrap_or_default();
            // Watched first and read then, so that nothing falls between the two.
            let came = self.renew(&paths);
            paths.extend(came);
            let is_again = paths.is_empty();
            paths.extend(self.due());
            if !paths.is_empty() {
                return Batch { changed: changed(paths), since, is_again };
            }
        }
    }

    /// Gives this batch once more after a while: what it tells of could not be read.
    pub(super) fn look_again(&mut self, changed: &Changed) {
        let paths = match changed {
            Changed::Anything => BTreeSet::from([PathBuf::new()]),
            Changed::Paths(paths) => paths.clone(),
        };
        let then = now() + LATER;
        for path in paths {
            self.again.entry(path).or_insert(then);
        }
    }

    /// How long it is until there is something to do, though nothing is told.
    fn wait(&self) -> Duration {
        let again = self.again.values().min();
        let again = again.map_or(FOREVER, |then| then.saturating_duration_since(now()));
        if self.is_whole { again } else { again.min(AGAIN) }
    }

    /// Takes what is to be looked at once more by now.
    fn due(&mut self) -> Vec<PathBuf> {
        let now = now();
        self.again.extract_if(.., |_, then| *then <= now).map(|(path, _)| path).collect()
    }

    /// Gathers what is told until nothing is for a moment, by the paths from the site's folder: that itself
    /// where anything may have changed.
    fn gather(&mut self, first: Notice, since: Instant) -> BTreeSet<PathBuf> {
        let (mut paths, mut is_full) = (BTreeSet::new(), false);
        let (mut last, mut next, mut rest) = (since, Ok(first), QUIET);
        loop {
            let tells = match next {
                Ok(notice) => {
                    rest = QUIET;
                    self.take(notice, &mut paths, &mut is_full)
                }
                Err(_) if rest == QUIET && self.has_text_away(&paths) => {
                    rest = AWAY;
                    false
                }
                Err(_) => break,
            };
            if tells {
                last = now();
            }
            let end = (last + rest).min(since + GATHERED);
            next = self.notices.recv_timeout(end.saturating_duration_since(now()));
        }
        // Told again while the watcher ends, it says nothing new.
        if is_full && self.watcher.is_some() {
            self.poll_for_lack();
            paths.insert(PathBuf::new());
        }
        paths
    }

    /// Adds what a notice tells of; gives whether that is anything of the site.
    fn take(&mut self, notice: Notice, paths: &mut BTreeSet<PathBuf>, is_full: &mut bool) -> bool {
        match notice {
            Notice::Changed(told, kind) => {
                let ours = self.ours(&told, kind);
                let is_ours = !ours.is_empty();
                paths.extend(ours);
                is_ours
            }
            Notice::Missed => {
                paths.insert(PathBuf::new());
                true
            }
            Notice::Full => {
                *is_full = true;
                true
            }
        }
    }

    fn has_text_away(&self, paths: &BTreeSet<PathBuf>) -> bool {
        paths.iter().any(|path| is_text(path) && !self.root.join(path).exists())
    }

    /// Those that the site is made of, by their paths from its folder, which itself is told of where it went.
    fn ours(&mut self, told: &[PathBuf], kind: EventKind) -> Vec<PathBuf> {
        let has_gone =
            matches!(kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        let ours = told.iter().filter_map(|path| folders::ours(&self.watched, path));
        let ours: Vec<PathBuf> =
            ours.filter(|path| has_gone || !path.as_os_str().is_empty()).collect();
        let may_be_new = matches!(
            kind,
            EventKind::Create(CreateKind::Folder | CreateKind::Any)
                | EventKind::Modify(ModifyKind::Name(_))
        );
        self.has_new |= may_be_new && told.iter().any(|path| self.is_folder_of_ours(path));
        ours
    }

    fn is_folder_of_ours(&self, path: &Path) -> bool {
        let is_folder = path.symlink_metadata().is_ok_and(|it| it.is_dir());
        is_folder && folders::ours(&self.watched, path).is_some()
    }

    /// Lets the system tell of changes, where it does.
    fn listen(&mut self) {
        match system::watcher(self.sender.clone()) {
            Ok(watcher) => {
                self.watcher = Some(watcher);
                self.renew(&BTreeSet::new());
            }
            Err(error) => self.poll_instead(&format!("the system tells of no changes ({error})")),
        }
    }

    fn poll_for_lack(&mut self) {
        self.poll_instead("the system watches no more folders");
        let _ = output::line(
            "  help: raise fs.inotify.max_user_watches, \
                     as with `sudo sysctl fs.inotify.max_user_watches=1048576`, and start again",
        );
    }

    fn poll_instead(&mut self, reason: &str) {
        let _ =
            output::line(&format!("note: {reason}: the site's files are looked at twice a second"));
        self.poll();
    }

    /// Compares the files.
    fn poll(&mut self) {
        self.watcher = None;
        let root = Watched { name: PathBuf::new(), real: self.root.clone() };
        self.watched = vec![root];
        self.is_whole = true;
        if let Err(error) = poll::start(self.root.clone(), self.sender.clone()) {
            let _ = output::line(&format!(
                "note: changes are not shown, as nobody looks for them: {error}"
            ));
        }
    }

    /// Watches what came, and what stands in the place of others: all of it where the site's folder is
    /// among what changed. Gives what may have changed before it was watched.
    fn renew(&mut self, changed: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
        let Some(watcher) = &mut self.watcher else {
            return Vec::new();
        };
        let wanted = folders::watched(&self.root);
        let is_anything = changed.contains(Path::new(""));
        let stays =
            |it: &Watched| wanted.contains(it) && !is_anything && !changed.contains(&it.name);
        let (kept, gone): (Vec<_>, Vec<_>) = self.watched.drain(..).partition(stays);
        for it in &gone {
            // It may be gone for the system too.
            let _ = watcher.unwatch(&it.real);
        }
        if silent::is_silent(wanted.iter().map(|it| it.real.as_path())) {
            self.poll_instead(SHARED);
            return vec![PathBuf::new()];
        }
        let has_new = std::mem::take(&mut self.has_new) && system::asks_for_each_folder();
        // Where the site's folder went, nobody tells when it is back.
        self.is_whole = self.root.exists();
        let mut came = Vec::new();
        for it in wanted {
            let is_kept = kept.contains(&it);
            let is_to_be_watched = !is_kept || has_new;
            match if is_to_be_watched { watcher.watch(&it.real, it.mode()) } else { Ok(()) } {
                Ok(()) => {
                    came.extend(Some(it.name.clone()).filter(|_| !is_kept));
                    self.watched.push(it);
                }
                Err(error) if is_limit(&error) => {
                    self.poll_for_lack();
                    return vec![PathBuf::new()];
                }
                // Something in it went between the look and the watch: it is tried again, and read then.
                Err(_) => self.is_whole = false,
            }
        }
        came
    }
}

const SHARED: &str =
    "this folder is on a network or shared file system, which does not tell of all changes";

/// Whether a file is a text of the content, by its name. What else is away is missed by another file, which is told.
fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

/// The path of the site's folder itself stands for anything.
fn changed(paths: BTreeSet<PathBuf>) -> Changed {
    if paths.contains(Path::new("")) { Changed::Anything } else { Changed::Paths(paths) }
}
