//! What was written from the desk, to take back; and which texts its pages have shown, to see what changed meanwhile.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use xxhash_rust::xxh3::xxh3_128;

/// How many steps of a file can be taken back, and how many of its texts are known.
const KEPT_AT_MOST: usize = 200;

/// What tells a text from any other that a file may hold.
pub(super) fn fingerprint(text: &str) -> String {
    format!("{:032x}", xxh3_128(text.as_bytes()))
}

/// Both, of all files.
#[derive(Default)]
pub(super) struct History {
    files: Mutex<BTreeMap<String, FileHistory>>,
}

#[derive(Default)]
struct FileHistory {
    /// What a step found and what it wrote, the last at the end.
    steps: VecDeque<WrittenStep>,
    /// By their fingerprints.
    shown: VecDeque<(String, Arc<str>)>,
}

/// A file before and after something was written into it.
#[derive(Debug, Clone)]
pub(super) struct WrittenStep {
    pub(super) before: Arc<str>,
    pub(super) after: Arc<str>,
}

impl History {
    /// Notes that a page shows this text of a file. Gives its fingerprint.
    pub(super) fn show(&self, path: &str, text: &str) -> String {
        let fingerprint = fingerprint(text);
        self.with(path, |file| {
            if file.shown.iter().all(|(known, _)| *known != fingerprint) {
                push(&mut file.shown, (fingerprint.clone(), text.into()));
            }
        });
        fingerprint
    }

    /// The text of a file that a page has shown.
    pub(super) fn shown(&self, path: &str, fingerprint: &str) -> Option<Arc<str>> {
        self.with(path, |file| {
            let known = file.shown.iter().rfind(|(known, _)| known == fingerprint);
            known.map(|(_, text)| Arc::clone(text))
        })
    }

    /// Notes what was written.
    pub(super) fn push(&self, path: &str, before: &str, after: &str) {
        let step = WrittenStep { before: before.into(), after: after.into() };
        self.with(path, |file| push(&mut file.steps, step));
    }

    /// What was written last, until it is taken back.
    pub(super) fn last(&self, path: &str) -> Option<WrittenStep> {
        self.with(path, |file| file.steps.back().cloned())
    }

    /// Notes that this was taken back.
    pub(super) fn pop(&self, path: &str, taken: &WrittenStep) {
        self.with(path, |file| {
            let is_last =
                file.steps.back().is_some_and(|last| Arc::ptr_eq(&last.after, &taken.after));
            if is_last {
                file.steps.pop_back();
            }
        });
    }

    fn with<T>(&self, path: &str, work: impl FnOnce(&mut FileHistory) -> T) -> T {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        work(files.entry(path.to_owned()).or_default())
    }
}

fn push<T>(all: &mut VecDeque<T>, one: T) {
    if all.len() == KEPT_AT_MOST {
        all.pop_front();
    }
    all.push_back(one);
}
