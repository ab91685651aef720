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
//! A swap in two steps has no journal of its own: `old` in the staging folder, with nothing in its place, says
//! how far it came. The lock's file stays, as one taken away could be locked twice; where a file system has no
//! locks, nothing is built. The manifest ends in a hash of itself, as half a list reads like a whole one. That
//! files of others are adopted is not remembered: who puts them there says so each time.

mod adopt;
mod draft;
mod error;
mod flush;
mod found;
mod lock;
mod manifest;
mod output;
mod pages;
mod staging;
mod swap;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::diagnostics::MachineError;
use crate::plan::Route;
use crate::render::RenderError;
pub use error::PublishError;
use found::Found;
use lock::Lock;
use manifest::{Fingerprint, Manifest};
pub use output::Refusal;
use pages::Pages;
use staging::Staging;

/// What was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// How many files.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: u64,
    /// How many files in the output folder are somebody else's, and were kept.
    pub adopted: usize,
    /// What became of the site that was there.
    pub old_site: OldSite,
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
    _lock: Option<Lock>,
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
        output._lock = Some(Lock::take(&lock, &output.folder)?);
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
        let workshop = output::workshop(&folder)?;
        Ok(Output { folder, workshop, strangers, found: Found::default(), _lock: None })
    }

    /// What is in the folder, as these manifests have it.
    fn find(&self, manifests: &[&str]) -> Result<Found, PublishError> {
        let read = |name: &&str| Manifest::read(&self.kept(name), self);
        let manifests: Vec<Manifest> = manifests.iter().map(read).collect::<Result<_, _>>()?;
        let found = Found::in_folder(&self.folder, &manifests)?;
        if self.strangers == Strangers::Refuse {
            found.refuse_strangers(&self.folder)?;
        }
        Ok(found)
    }

    /// Makes one manifest of two, before a third takes the place of the second. What is named and not there stays
    /// named: the folder that it was deleted from is ours all the same.
    fn settle(&self) -> Result<(), PublishError> {
        let next = self.kept(NEXT);
        let is_there =
            fs::exists(&next).map_err(|error| MachineError::new("look at", &next, error));
        if !is_there? {
            return Ok(());
        }
        let staging = Staging::new(&self.kept("staging"), &self.folder)?;
        let mut files = BTreeMap::new();
        for name in BOTH {
            files.extend(Manifest::read(&self.kept(name), self)?.files().clone());
        }
        files.extend(self.found.ours.clone());
        Manifest::new(files).write(&staging.manifest())?;
        flush::tree(staging.folder())?;
        swap::rename(&staging.manifest(), &self.kept(LAST))?;
        flush::folder(&self.workshop)?;
        Ok(fs::remove_file(&next).map_err(|error| MachineError::new("remove", &next, error))?)
    }

    /// Publishes every address, written by `write` from any thread, unless that is what is there.
    ///
    /// # Errors
    /// Where a page cannot be made or written. The folder is then as it was.
    pub fn publish(
        &self,
        routes: &[&Route],
        write: impl Fn(&Route, &mut dyn Write) -> Result<(), RenderError> + Sync,
    ) -> Result<Published, PublishError> {
        let strangers = &self.found.strangers;
        adopt::refuse_conflicts(&self.folder, strangers, routes)?;
        let staging = Staging::new(&self.kept("staging"), &self.folder)?;
        staging.make_folders(routes)?;
        let pages = Pages { staging: &staging, found: &self.found };
        let files = pages.write(routes, write)?;
        let manifest = Manifest::new(files);
        let old_site = if self.found.is_site(&manifest) {
            OldSite::Same
        } else {
            pages.keep(manifest.files(), &self.folder)?;
            adopt::carry(strangers, &self.folder, &staging.site())?;
            self.replace(&staging, &manifest)?;
            OldSite::Replaced
        };
        Ok(Published {
            files: manifest.files().len(),
            bytes: manifest.bytes(),
            adopted: strangers.values().filter(|stranger| !stranger.is_folder()).count(),
            old_site,
        })
    }

    /// The new manifest is in place before the new site, so that whenever this is stopped there is one that fits.
    fn replace(&self, staging: &Staging, manifest: &Manifest) -> Result<(), PublishError> {
        manifest.write(&staging.manifest())?;
        flush::tree(staging.folder())?;
        let next = self.kept(NEXT);
        swap::rename(&staging.manifest(), &next)?;
        let forget = || drop(fs::remove_file(&next));

        let swap = staging.swap();
        let swapped = self.look_again().and_then(|()| Ok(swap.forwards()?));
        let swapped = swapped.inspect_err(|_| forget())?;
        let around = self.folder.parent().unwrap_or(&self.folder);
        let told = flush::folder(around).and_then(|()| swap::rename(&next, &self.kept(LAST)));
        if told.is_err() && swap.backwards(swapped).is_ok() {
            forget();
        }
        Ok(told?)
    }

    /// Somebody may have put a file there while the pages were made.
    fn look_again(&self) -> Result<(), PublishError> {
        flush::folder(&self.workshop)?;
        match self.find(&[LAST])? == self.found {
            true => Ok(()),
            false => Err(Refusal::changed_meanwhile(&self.folder).into()),
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
            let file = self.folder.join(path);
            match fs::read(&file) {
                Ok(bytes) if Fingerprint::of(&bytes) == *published => {
                    files.insert(path.clone(), bytes);
                }
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(MachineError::new("read", &file, error).into()),
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
