//! Somebody who edits a small site at random: changes, moves, deletes, makes mistakes and mends them.
//!
//! The same seed gives the same edits. Whether an edit leaves a mistake is not known here: renaming a letter
//! does so where another file links to it.

mod acts;
mod mistakes;
#[path = "../../../benches/corpus/random.rs"]
mod random;
mod site;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::folder::{Folder, tree};
pub(crate) use random::Random;

/// A site's folder, and whoever edits it.
pub(crate) struct Editor {
    folder: Folder,
    random: Random,
    edits: usize,
    changed: BTreeSet<PathBuf>,
    /// The files as they were when nothing was wrong.
    good: BTreeMap<String, Vec<u8>>,
}

/// What was done.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) what: String,
    /// Every file and folder that was written, made, moved or removed, by its path from the site's folder.
    pub(crate) changed: BTreeSet<PathBuf>,
}

/// A way to edit: its weight among all, and what does it, or finds that it cannot be done.
type Act = (usize, fn(&mut Editor) -> Option<String>);

/// How often in a hundred times a site with mistakes is mended.
const MENDS: usize = 60;
/// How often in a hundred times several things are done at once.
const SEVERAL: usize = 8;

impl Editor {
    /// A new site, and somebody whose edits a seed decides.
    pub(crate) fn new(seed: u64) -> Self {
        Editor::of(seed, true)
    }

    /// One whose site has no search until an edit gives it some.
    pub(crate) fn without_search(seed: u64) -> Self {
        Editor::of(seed, false)
    }

    fn of(seed: u64, search: bool) -> Self {
        let folder = Folder::new();
        site::write_all(&folder, search);
        let good = tree(folder.path());
        let random = Random::new(seed, 0);
        Editor { folder, random, edits: 0, changed: BTreeSet::new(), good }
    }

    /// The site's folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Edits the site, which is without errors or not; a site with errors more often than not as it was before.
    pub(crate) fn edit(&mut self, has_errors: bool) -> Edit {
        self.edits += 1;
        if !has_errors {
            self.good = tree(self.root());
        }
        let mut what = if has_errors && self.random.percent(MENDS) {
            self.put_back()
        } else {
            self.do_something()
        };
        if self.random.percent(SEVERAL) {
            what = format!("{what}; {}; {}", self.do_something(), self.do_something());
        }
        // Each edit ends with one that a warning tells of, in a line that was not told of before.
        self.write("content/pages/edits.md", &site::edits_page(self.edits));
        Edit {
            what: format!("edit {}: {what}", self.edits),
            changed: std::mem::take(&mut self.changed),
        }
    }

    fn do_something(&mut self) -> String {
        let all: Vec<Act> = acts::ALL.iter().chain(mistakes::ALL).copied().collect();
        loop {
            let mut left = self.random.below(all.iter().map(|(weight, _)| weight).sum());
            let (_, act) = all
                .iter()
                .find(|(weight, _)| {
                    let is_it = left < *weight;
                    left = left.saturating_sub(*weight);
                    is_it
                })
                .expect("one of them");
            if let Some(what) = act(self) {
                return what;
            }
        }
    }

    /// Makes every file as it was when nothing was wrong, and touches no other.
    fn put_back(&mut self) -> String {
        let (good, now) = (self.good.clone(), tree(self.root()));
        for path in now.keys().filter(|path| !good.contains_key(*path)) {
            self.remove(path);
        }
        for (path, bytes) in good {
            if now.get(&path) != Some(&bytes) {
                self.write(&path, &bytes);
            }
        }
        "put back what was good".to_owned()
    }

    /// Saves a file in one of the ways that editors do.
    fn write(&mut self, path: &str, bytes: &(impl AsRef<[u8]> + ?Sized)) {
        let bytes = bytes.as_ref();
        let whole = self.root().join(path);
        fs::create_dir_all(whole.parent().expect("a folder")).expect("folders");
        match self.random.below(3) {
            0 => fs::write(&whole, bytes).expect("a file"),
            1 => {
                let (first, _) = bytes.split_at(bytes.len() / 2);
                fs::write(&whole, first).expect("half a file");
                fs::write(&whole, bytes).expect("a file");
            }
            _ => {
                let beside = format!("{path}.tmp-{}", self.edits);
                fs::write(self.root().join(&beside), bytes).expect("a file");
                fs::rename(self.root().join(&beside), &whole).expect("a file");
                self.changed.insert(beside.into());
            }
        }
        self.changed.insert(path.into());
    }

    fn remove(&mut self, path: &str) {
        let whole = self.root().join(path);
        if whole.is_dir() {
            fs::remove_dir_all(whole).expect("a folder");
        } else {
            fs::remove_file(whole).expect("a file");
        }
        self.changed.insert(path.into());
    }

    fn rename(&mut self, from: &str, to: &str) -> Option<String> {
        let (old, new) = (self.root().join(from), self.root().join(to));
        if new.exists() {
            return None;
        }
        fs::rename(old, new).expect("a new name");
        self.changed.extend([from.into(), to.into()]);
        Some(format!("rename {from} to {to}"))
    }

    /// Writes a text as this makes it of the one that is there, or does nothing.
    fn change(&mut self, path: &str, how: impl FnOnce(&str) -> Option<String>) -> Option<String> {
        let text = String::from_utf8(fs::read(self.root().join(path)).ok()?).ok()?;
        let changed = how(&text)?;
        self.write(path, &changed);
        Some(format!("change {path}"))
    }

    /// The files below a folder of the site, in order.
    fn files(&self, folder: &str) -> Vec<String> {
        let inside = tree(&self.root().join(folder)).into_keys();
        inside.map(|path| format!("{folder}/{path}")).collect()
    }

    fn authorities(&self) -> Vec<String> {
        let is_one = |path: &String| path.ends_with("/authority.md");
        self.files("content/authorities").into_iter().filter(is_one).collect()
    }

    fn letters(&self) -> Vec<String> {
        let is_one = |path: &String| path.ends_with(".md") && !path.ends_with("/authority.md");
        self.files("content/authorities").into_iter().filter(is_one).collect()
    }

    fn one_of(&mut self, paths: &[String]) -> Option<String> {
        (!paths.is_empty()).then(|| paths[self.random.below(paths.len())].clone())
    }

    fn letter(&mut self) -> Option<String> {
        self.one_of(&self.letters())
    }

    fn authority(&mut self) -> Option<String> {
        self.one_of(&self.authorities())
    }
}

/// The folder that a path is in.
fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
