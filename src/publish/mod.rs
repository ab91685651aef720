//! From a site to a folder: written beside the output folder, then put in its place in one step.
//!
//! The last good site stays where it is until the next one is whole and on the disk. Beside the output folder
//! stands `.letterpress/`, with a list of the files that were published, a lock, and what is being built.
//!
//! One `syncfs` flushes all of a site, not an `fsync` for each file: some 10 ms and not 430 for 1,566 files. It
//! waits for what other programs wrote to the same file system too; elsewhere than on Linux each file is
//! flushed. A file that is the same as before gets a second name and is not copied, so it keeps its time; it is
//! never opened for writing. Where a file system gives no second names, it is copied with its time.
//!
//! Others may write to the output folder until the very swap. After it, the old folder is looked at once more, where
//! nobody reaches it by its name: if it is not what it was, it goes back to its place.
//!
//! A swap in two steps has no journal of its own: `old` in the staging folder, with nothing in its place, says
//! how far it came. The lock's file stays, as one taken away could be locked twice; where a file system has no
//! locks, nothing is built. The manifest ends in a hash of itself, as half a list reads like a whole one. That
//! files of others are adopted is not remembered: who puts them there says so each time.

mod adopt;
mod error;
mod flush;
mod found;
mod lock;
mod manifest;
mod marks;
mod output;
mod pages;
mod remove;
mod rights;
mod staged;
mod staging;
mod swap;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diagnostics::{Diagnostic, MachineError};
use crate::plan::Route;
use crate::read::{self, FileRead, Links};
pub use error::PublishError;
use found::Found;
use lock::Lock;
use manifest::{Fingerprint, Manifest};
pub use output::Refusal;
use pages::Pages;
pub use staged::Staged;
use staging::Staging;

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// How many files.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: u64,
    /// How many files in the output folder are somebody else's, and were kept.
    pub adopted: usize,
    /// What became of the site that was there.
    pub old_site: OldSite,
    /// Why something of it is still beside the output folder, if it is. The next build tries again.
    pub left: Option<MachineError>,
}

/// What became of the site that was published before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldSite {
    /// It made room for the new one.
    Replaced,
    /// It is the same as the new one, and nothing was touched.
    Same,
}

/// What is done with files in the output folder that are not ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strangers {
    /// Nothing: the folder is not for us.
    Refuse,
    /// They are kept beside the site's own.
    Adopt,
}

/// Where somebody wants a site to be published.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The site's own folder.
    pub root: &'a Path,
    /// The folder to publish into.
    pub folder: &'a Path,
    /// The home folder of who asks, if they have one.
    pub home: Option<&'a Path>,
    /// What is done with what is already there.
    pub strangers: Strangers,
}

/// The list of what was published last.
const LAST: &str = "manifest";

/// The list that is about to follow it. If a run is stopped between putting the site in its place and saying so,
/// this one has what is there.
const NEXT: &str = "next-manifest";

const BOTH: [&str; 2] = [LAST, NEXT];

/// Where a site is to be published, found to be ours to replace.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    /// `.letterpress/` beside it.
    workshop: PathBuf,
    strangers: Strangers,
    found: Found,
    lock: Option<Lock>,
}

impl Output {
    /// Looks whether a folder may be replaced: it must lie apart from what the site is made from and from what
    /// its owner would miss, and hold only what was published there before. Changes nothing.
    ///
    /// # Errors
    /// Where it may not, or cannot be looked at.
    pub fn look(request: &Request<'_>) -> Result<Self, PublishError> {
        let mut output = Output::apart(request)?;
        output.found = output.find(&BOTH)?;
        Ok(output)
    }

    /// Looks whether a folder may be replaced, and keeps other builds out of it until this is dropped. What a
    /// build left that was stopped is put in order.
    ///
    /// # Errors
    /// Where it may not, cannot be looked at, or is being built into.
    pub fn reserve(request: &Request<'_>) -> Result<Self, PublishError> {
        let mut output = Output::apart(request)?;
        let lock = output.kept("lock");
        if !lock::was_taken(&lock) {
            // Nothing is made beside a folder that is refused.
            output.find(&BOTH)?;
        }
        fs::create_dir_all(&output.workshop)
            .map_err(|error| MachineError::new("make the folder", &output.workshop, error))?;
        output.lock = Some(Lock::take(&lock, &output.folder)?);
        output.refuse_stranded()?;
        Staging::clear(&output.kept("staging"), &output.folder)?;
        output.found = output.find(&BOTH)?;
        output.settle()?;
        Ok(output)
    }

    fn apart(request: &Request<'_>) -> Result<Self, PublishError> {
        let Request { root, folder, home, strangers } = *request;
        let folder = output::resolve(folder)?;
        output::refuse_sources(root, &folder)?;
        output::refuse_dear(&folder, home)?;
        output::refuse_nameless(&folder)?;
        let workshop = output::workshop(&folder)?;
        Ok(Output { folder, workshop, strangers, found: Found::default(), lock: None })
    }

    /// What is in the folder, as these manifests have it.
    fn find(&self, manifests: &[&str]) -> Result<Found, PublishError> {
        let found = Found::in_folder(&self.folder, &self.manifests(manifests)?)?;
        if self.strangers == Strangers::Refuse {
            found.refuse_strangers(&self.folder)?;
        }
        Ok(found)
    }

    /// A run that was stopped right after the swap has not looked at the old site any more. What somebody wrote there
    /// just before is not taken away with it.
    fn refuse_stranded(&self) -> Result<(), PublishError> {
        if !swap::is_there(&self.kept(NEXT))? {
            return Ok(());
        }
        let manifests = self.manifests(&BOTH)?;
        let here = Found::in_folder(&self.folder, &manifests)?;
        for name in ["site", "old"] {
            let left = self.kept("staging").join(name);
            let found = Found::in_folder(&left, &manifests)?;
            if let Some(path) = found.file_missing_in(&here) {
                return Err(Refusal::stranded(&self.folder, &left.join(path)).into());
            }
        }
        Ok(())
    }

    fn manifests(&self, names: &[&str]) -> Result<Vec<Manifest>, PublishError> {
        names.iter().map(|name| Manifest::read(&self.kept(name), self)).collect()
    }

    /// Makes one manifest of two, before a third takes the place of the second: of what is there, and of what was
    /// published and is not, as the folders around it are ours too.
    fn settle(&self) -> Result<(), PublishError> {
        let next = self.kept(NEXT);
        if !swap::is_there(&next)? {
            return Ok(());
        }
        let mut files = BTreeMap::new();
        for manifest in self.manifests(&BOTH)? {
            files.extend(manifest.files().clone());
        }
        files.extend(self.found.ours.clone());
        let staging = Staging::new(&self.kept("staging"), &self.folder)?;
        Manifest::new(files).write(&staging.manifest())?;
        staging.flush()?;
        swap::rename(&staging.manifest(), &self.kept(LAST))?;
        flush::folder(&self.workshop)?;
        Ok(fs::remove_file(&next).map_err(|error| MachineError::new("remove", &next, error))?)
    }

    /// Renders every address and writes the whole beside the folder, to be published from there. Calls `on_page`
    /// after each, from any thread.
    ///
    /// # Errors
    /// Where a page cannot be made or written. The folder is then as it was.
    pub fn stage(
        &self,
        routes: &[&Route],
        render: impl Fn(&Route) -> Result<Vec<u8>, Diagnostic> + Sync,
        on_page: &(dyn Fn() + Sync),
    ) -> Result<Staged<'_>, PublishError> {
        adopt::refuse_conflicts(&self.folder, &self.found.strangers, routes)?;
        let staging = Staging::new(&self.kept("staging"), &self.folder)?;
        staging.make_folders(routes, &self.folder, &self.found.folders)?;
        let pages = Pages { staging: &staging, found: &self.found };
        let manifest = Manifest::new(pages.write(routes, render, on_page)?);
        Ok(Staged { output: self, staging, manifest })
    }

    /// Whoever has taken the lock's file away lets another build in.
    fn refuse_lost_lock(&self) -> Result<(), PublishError> {
        let path = self.kept("lock");
        match &self.lock {
            Some(lock) if !lock.is_at(&path)? => {
                Err(Refusal::lost_lock(&self.folder, &path).into())
            }
            _ => Ok(()),
        }
    }

    /// The files below a folder of the output that were published there and have been left as they were, by
    /// their path from the output folder.
    ///
    /// # Errors
    /// Where the machine would not read one.
    pub fn published(&self, below: &str) -> Result<BTreeMap<String, Vec<u8>>, PublishError> {
        let folder = format!("{below}/");
        let ours = self.found.ours.range(folder.clone()..);
        let mut files = BTreeMap::new();
        for (path, published) in ours.take_while(|(path, _)| path.starts_with(&folder)) {
            match read::file(&self.folder.join(path), Links::Refused, published.bytes) {
                Ok(FileRead::Bytes(bytes)) if Fingerprint::of(&bytes) == *published => {
                    files.insert(path.clone(), bytes);
                }
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(files)
    }

    /// The folder that is replaced.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where something on this folder is kept: `.letterpress/public.manifest`.
    fn kept(&self, what: &str) -> PathBuf {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy();
        self.workshop.join(format!("{name}.{what}"))
    }
}
