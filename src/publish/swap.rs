//! Putting a new folder in the place of an old one, and taking that back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::PublishError;
use super::dir::Dir;
use super::item::{ASIDE, NEW};
use super::refusal::Refusal;
use crate::diagnostics::{MachineError, Shown};

/// A new folder that is to stand in a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Swap<'a> {
    pub(super) staging: &'a Dir,
    /// The folder that the place is in.
    pub(super) around: &'a Dir,
    pub(super) place: &'a str,
}

/// How a swap was done, and so how it is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Swapped {
    /// There was nothing in the place.
    Filled,
    /// In one step: the old folder is now where the new one was.
    #[cfg(target_os = "linux")]
    Exchanged,
    /// In two steps.
    PutAside,
}

impl Swap<'_> {
    /// Puts the new folder in its place. On Linux this is one step of the file system; elsewhere, and where a
    /// file system has no such step, nothing is there for a moment between two.
    pub(super) fn forwards(self) -> Result<Swapped, MachineError> {
        if !self.is_filled()? {
            return self.fill().map(|()| Swapped::Filled);
        }
        #[cfg(target_os = "linux")]
        match self.staging.exchange(NEW, self.around, self.place) {
            Ok(()) => return Ok(Swapped::Exchanged),
            // Some file systems cannot exchange.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {}
            Err(error) => return Err(self.failed(error.into())),
        }
        rename(self.around, self.place, self.staging, ASIDE)?;
        self.fill().inspect_err(|_| {
            // The old site goes back to its place; the first error is the one to tell.
            let _ = self.put_back();
        })?;
        Ok(Swapped::PutAside)
    }

    /// Puts everything where it was.
    pub(super) fn backwards(self, swapped: Swapped) -> Result<(), MachineError> {
        match swapped {
            Swapped::Filled => rename(self.around, self.place, self.staging, NEW),
            #[cfg(target_os = "linux")]
            Swapped::Exchanged => {
                let exchanged = self.staging.exchange(NEW, self.around, self.place);
                exchanged.map_err(|error| self.failed(error.into()))
            }
            Swapped::PutAside => {
                rename(self.around, self.place, self.staging, NEW)?;
                self.put_back()
            }
        }
    }

    /// Where the old folder is after a swap, if there was one.
    pub(super) fn old(self, swapped: Swapped) -> Option<PathBuf> {
        match swapped {
            Swapped::Filled => None,
            #[cfg(target_os = "linux")]
            Swapped::Exchanged => Some(self.staging.path_of(NEW)),
            Swapped::PutAside => Some(self.staging.path_of(ASIDE)),
        }
    }

    /// Whether the old site stands aside with nothing in its place: a run was stopped between the two steps.
    pub(super) fn is_half_done(self) -> Result<bool, MachineError> {
        Ok(is_in(self.staging, ASIDE)? && !self.is_filled()?)
    }

    /// Puts back what a run left aside that was stopped between the two steps. The folders are the journal: as
    /// long as the new one waits, the old one is the site.
    pub(super) fn recover(self) -> Result<(), PublishError> {
        if is_in(self.staging, ASIDE)? && is_in(self.staging, NEW)? {
            // An empty folder that somebody made since is in nobody's way; one that is not empty stays.
            let _ = self.around.remove_folder(self.place);
        }
        if self.is_half_done()? {
            return Ok(self.put_back()?);
        }
        if is_in(self.staging, ASIDE)? && is_in(self.staging, NEW)? {
            let reason = format!(
                "a build was stopped while it replaced this folder, and another has been made since; what was in \
                 it is in {}",
                Shown::from(&self.staging.path_of(ASIDE))
            );
            let help = "move one of the two somewhere else";
            return Err(Refusal::new(&self.around.path_of(self.place), reason, help).into());
        }
        Ok(())
    }

    fn is_filled(self) -> Result<bool, MachineError> {
        is_in(self.around, self.place)
    }

    fn fill(self) -> Result<(), MachineError> {
        rename(self.staging, NEW, self.around, self.place)
    }

    fn put_back(self) -> Result<(), MachineError> {
        rename(self.staging, ASIDE, self.around, self.place)
    }

    #[cfg(target_os = "linux")]
    fn failed(self, error: io::Error) -> MachineError {
        MachineError::new("replace", &self.around.path_of(self.place), error)
    }
}

/// Whether anything stands there. That it cannot be known is no answer.
pub(super) fn is_there(path: &Path) -> Result<bool, MachineError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(MachineError::new("look at", path, error)),
    }
}

/// Whether a folder holds anything of this name.
pub(super) fn is_in(folder: &Dir, name: &str) -> Result<bool, MachineError> {
    let found = folder.look(name);
    Ok(found.map_err(|error| MachineError::new("look at", &folder.path_of(name), error))?.is_some())
}

/// Moves a file or a folder within a disk.
pub(super) fn rename(from: &Dir, name: &str, to: &Dir, new: &str) -> Result<(), MachineError> {
    let renamed = from.rename(name, to, new);
    renamed.map_err(|error| MachineError::new("replace", &to.path_of(new), error))
}
