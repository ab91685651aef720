//! Where a site is made before it is shown: a folder of our own, beside the one that it will replace.

use std::ffi::OsStr;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use rayon::prelude::*;

use super::dir::{Dir, FILE_MODE, FOLDER_MODE, FileInfo, KEPT_FOLDER_MODE};
use super::item::{NEW, StateItem};
use super::manifest::Fingerprint;
use super::paths::split;
use super::permissions;
use super::refusal::Refusal;
use super::remove;
use super::state::StateFolder;
use super::swap::{self, Swap};
use super::{PublishError, boundaries, flush};
use crate::diagnostics::MachineError;

/// The folder, which goes when it is dropped, with what is left in it. One lock is held for as long as it is
/// there, so one that is found was left by a run that was stopped.
#[derive(Debug)]
pub(super) struct Staging<'a> {
    state: &'a StateFolder,
    /// Until the folder goes.
    open: Option<OpenStaging>,
    /// Whether the folder stays, as something in it may be somebody's.
    stays: bool,
}

/// The folders, open from before anything is written: that a write failed later on is told to those who had something of
/// the file system open at the time.
#[derive(Debug)]
struct OpenStaging {
    dir: Dir,
    site: Dir,
}

impl<'a> Staging<'a> {
    /// Makes the folder.
    pub(super) fn new(state: &'a StateFolder) -> Result<Self, MachineError> {
        let (kept, name) = (state.dir()?, state.name_of(StateItem::Staging));
        let failed = |error| MachineError::new("make the folder", &kept.path_of(&name), error);
        kept.make_folder(&name, KEPT_FOLDER_MODE).map_err(failed)?;
        let opened = || {
            let dir = kept.below(&name)?;
            dir.make_folder(NEW, FOLDER_MODE)?;
            let site = dir.below(NEW)?;
            Ok(OpenStaging { dir, site })
        };
        let open = opened().map_err(|error| {
            let _ = kept.below(&name).and_then(|dir| dir.remove_folder(NEW));
            let _ = kept.remove_folder(&name);
            failed(error)
        })?;
        Ok(Staging { state, open: Some(open), stays: false })
    }

    /// Takes away what a run left that was stopped.
    pub(super) fn clear(state: &StateFolder, index: &Path) -> Result<(), PublishError> {
        let (kept, name) = (state.dir()?, state.name_of(StateItem::Staging));
        if !swap::is_in(kept, &name)? {
            return Ok(());
        }
        let folder = kept.path_of(&name);
        boundaries::refuse_mounted(index, &folder)?;
        let dir = kept.below(&name).map_err(|error| MachineError::new("open", &folder, error))?;
        state.swap(&dir)?.recover()?;
        Ok(remove::tree(dir, kept, &name)?)
    }

    /// Waits until all that is in the folder is on the disk.
    pub(super) fn flush(&self) -> Result<(), MachineError> {
        flush::tree(self.dir()?)
    }

    /// Leaves the folder where it is.
    pub(super) fn leave(&mut self) {
        self.stays = true;
    }

    /// Takes the folder away, and says so where something of it stays.
    pub(super) fn remove(mut self) -> Result<(), MachineError> {
        self.stays = true;
        self.take_away()
    }

    fn take_away(&mut self) -> Result<(), MachineError> {
        // It takes folders to open, and there may be no more than these.
        let Some(OpenStaging { dir, site }) = self.open.take() else { return Ok(()) };
        drop(site);
        remove::tree(dir, self.state.dir()?, &self.state.name_of(StateItem::Staging))
    }

    pub(super) fn swap(&self) -> Result<Swap<'_>, MachineError> {
        self.state.swap(self.dir()?)
    }

    /// Refuses to go on where somebody has put something else in the place of the folder, or of the site in it.
    pub(super) fn refuse_exchanged(&self, index: &Path) -> Result<(), PublishError> {
        let (dir, site) = (self.dir()?, self.site()?);
        let is_here = Dir::open(self.state.path()).and_then(|kept| {
            let holds_dir = kept.holds(&self.state.name_of(StateItem::Staging), dir)?;
            Ok(holds_dir && dir.holds(NEW, site)?)
        });
        match is_here {
            Ok(true) => Ok(()),
            Ok(false) => Err(Refusal::staging_exchanged(index, dir.path()).into()),
            Err(error) => Err(MachineError::new("look at", dir.path(), error).into()),
        }
    }

    pub(super) fn dir(&self) -> Result<&Dir, MachineError> {
        self.open().map(|open| &open.dir)
    }

    pub(super) fn site(&self) -> Result<&Dir, MachineError> {
        self.open().map(|open| &open.site)
    }

    fn open(&self) -> Result<&OpenStaging, MachineError> {
        let gone = || MachineError::new("look at", self.state.path(), ErrorKind::NotFound.into());
        self.open.as_ref().ok_or_else(gone)
    }

    /// Takes over files of the old site: hard links to the very files, and copies of those with other permissions than
    /// they are to have. Whether each is the very file.
    pub(super) fn keep_all(
        &self,
        files: &[(&String, &Fingerprint)],
        old_site: &Dir,
        has_other_rights: impl Fn(&str) -> bool + Sync,
    ) -> Result<bool, PublishError> {
        // Those that follow one another in a folder: to open it for each would take longer.
        let in_folders = files.par_chunk_by(|(one, _), (other, _)| split(one).0 == split(other).0);
        let site = self.site()?;
        let keep_in = |files: &[(&String, &Fingerprint)]| {
            let folder = files.first().map_or("", |(file, _)| split(file).0);
            let (old, new) = (open(old_site, folder)?, open(site, folder)?);
            files.iter().try_fold(true, |all, (file, fingerprint)| {
                let (name, may_be_itself) = (split(file).1, !has_other_rights(file));
                match may_be_itself && old.link(name, &new).is_ok() {
                    true => Ok(all),
                    false => copy(&old, &new, name, **fingerprint, old_site).map(|()| false),
                }
            })
        };
        in_folders.map(keep_in).try_reduce(|| true, |one, other| Ok(one && other))
    }
}

fn open(site: &Dir, folder: &str) -> Result<Dir, MachineError> {
    site.below(folder).map_err(|error| MachineError::new("open", &site.path_of(folder), error))
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // What could not be put back is put back by the next run.
        if !self.stays
            && self.swap().and_then(Swap::is_half_done).is_ok_and(|is_half_done| !is_half_done)
        {
            let _ = self.take_away();
        }
    }
}

/// Copies a file of the old site, with its time: where it has other permissions than one that is made now, or the file system
/// has no hard links.
fn copy(
    old: &Dir,
    new: &Dir,
    name: &OsStr,
    fingerprint: Fingerprint,
    old_site: &Dir,
) -> Result<(), PublishError> {
    let failed = |error| MachineError::new("read", &old.path_of(name), error);
    let mut file = old.open_here(name).map_err(failed)?;
    let mut bytes = Vec::new();
    if FileInfo::of(&file).map_err(failed)?.is_file() {
        (&mut file).take(fingerprint.bytes + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if Fingerprint::of(&bytes) != fingerprint {
        return Err(Refusal::changed_meanwhile(old_site.path()).into());
    }
    let written = new.create_new(name, FILE_MODE).and_then(|mut copy| {
        copy.write_all(&bytes)?;
        permissions::give_time(&file, &copy);
        Ok(())
    });
    Ok(written.map_err(|error| MachineError::new("write", &new.path_of(name), error))?)
}
