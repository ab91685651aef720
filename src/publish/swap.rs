//! Putting a new folder in the place of an old one, and taking that back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::PublishError;
use super::refusal::Refusal;
use crate::diagnostics::{MachineError, Shown};

/// A new folder that is to stand in a place.
#[derive(Debug)]
pub(super) struct Swap {
    new: PathBuf,
    place: PathBuf,
    /// Where the old one waits, if two folders cannot be exchanged in one step.
    aside: PathBuf,
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

impl Swap {
    pub(super) fn new(staging: &Path, place: &Path) -> Self {
        let (new, aside) = (staging.join("site"), staging.join("old"));
        Swap { new, place: place.to_owned(), aside }
    }

    /// Puts the new folder in its place. On Linux this is one step of the file system; elsewhere, and where a
    /// file system has no such step, nothing is there for a moment between two.
    pub(super) fn forwards(&self) -> Result<Swapped, MachineError> {
        let Swap { new, place, aside } = self;
        if !is_there(place)? {
            return rename(new, place).map(|()| Swapped::Filled);
        }
        #[cfg(target_os = "linux")]
        match exchange(new, place) {
            Ok(()) => return Ok(Swapped::Exchanged),
            // Some file systems cannot exchange.
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {}
            Err(error) => return Err(MachineError::new("replace", place, error.into())),
        }
        rename(place, aside)?;
        rename(new, place).inspect_err(|_| {
            // The old site goes back to its place; the first error is the one to tell.
            let _ = fs::rename(aside, place);
        })?;
        Ok(Swapped::PutAside)
    }

    /// Puts everything where it was.
    pub(super) fn backwards(&self, swapped: Swapped) -> Result<(), MachineError> {
        let Swap { new, place, aside } = self;
        match swapped {
            Swapped::Filled => rename(place, new),
            #[cfg(target_os = "linux")]
            Swapped::Exchanged => exchange(new, place)
                .map_err(|error| MachineError::new("replace", place, error.into())),
            Swapped::PutAside => {
                rename(place, new)?;
                rename(aside, place)
            }
        }
    }

    /// Where the old folder is after a swap, if there was one.
    pub(super) fn old(&self, swapped: Swapped) -> Option<&Path> {
        match swapped {
            Swapped::Filled => None,
            #[cfg(target_os = "linux")]
            Swapped::Exchanged => Some(&self.new),
            Swapped::PutAside => Some(&self.aside),
        }
    }

    /// Whether the old site stands aside with nothing in its place: a run was stopped between the two steps.
    pub(super) fn is_half_done(&self) -> Result<bool, MachineError> {
        Ok(is_there(&self.aside)? && !is_there(&self.place)?)
    }

    /// Puts back what a run left aside that was stopped between the two steps. The folders are the journal: as
    /// long as the new one waits, the old one is the site.
    pub(super) fn recover(&self) -> Result<(), PublishError> {
        if is_there(&self.aside)? && is_there(&self.new)? {
            // An empty folder that somebody made since is in nobody's way; one that is not empty stays.
            let _ = fs::remove_dir(&self.place);
        }
        if self.is_half_done()? {
            return Ok(rename(&self.aside, &self.place)?);
        }
        if is_there(&self.aside)? && is_there(&self.new)? {
            let reason = format!(
                "a build was stopped while it replaced this folder, and another has been made since; what was in \
                 it is in {}",
                Shown::from(&self.aside)
            );
            let help = "move one of the two somewhere else";
            return Err(Refusal::new(&self.place, reason, help).into());
        }
        Ok(())
    }
}

#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> rustix::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE)
}

/// Whether anything stands there. That it cannot be known is no answer.
pub(super) fn is_there(path: &Path) -> Result<bool, MachineError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(MachineError::new("look at", path, error)),
    }
}

/// Moves a file or a folder within a disk.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), MachineError> {
    fs::rename(from, to).map_err(|error| MachineError::new("replace", to, error))
}
