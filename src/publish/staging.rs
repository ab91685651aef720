//! Where a site is made before it is shown: a folder of our own, beside the one that it will replace.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::manifest::Fingerprint;
use super::mounts::is_mount_point;
use super::refusal::{self, Refusal};
use super::remove::{self, OpenFolder};
use super::swap::{self, Swap};
use super::{PublishError, flush, state};
use crate::diagnostics::MachineError;
use crate::read::{self, FileRead, Links};

/// The folder, which goes when it is dropped, with what is left in it. One lock is held for as long as it is
/// there, so one that is found was left by a run that was stopped.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    /// The same, until it goes.
    open: Option<OpenFolder>,
    swap: Swap,
    /// Open until the folder goes, as that takes a file to open, and there may be no more.
    disk: Option<flush::Disk>,
    /// Whether the folder stays, as something in it may be somebody's.
    stays: bool,
}

impl Staging {
    /// Makes the folder, to replace the one at `place`.
    pub(super) fn new(folder: &Path, place: &Path) -> Result<Self, MachineError> {
        let failed = |folder: &Path, error| MachineError::new("make the folder", folder, error);
        state::make_folder(folder).map_err(|error| failed(folder, error))?;
        let mut staging = Staging {
            folder: folder.to_owned(),
            open: None,
            swap: Swap::new(folder, place),
            disk: None,
            stays: false,
        };
        staging.disk = Some(flush::Disk::open(folder)?);
        staging.open = Some(OpenFolder::open(folder)?);
        let site = staging.site();
        fs::create_dir(&site).map_err(|error| failed(&site, error))?;
        Ok(staging)
    }

    /// Takes away what a run left that was stopped.
    pub(super) fn clear(folder: &Path, place: &Path) -> Result<(), PublishError> {
        if !swap::is_there(folder)? {
            return Ok(());
        }
        refusal::refuse_mounts(place, folder)?;
        let failed = |error| MachineError::new("look at", folder, error);
        if is_mount_point(folder).map_err(failed)? {
            return Err(Refusal::mount_point(place, folder).into());
        }
        let open = OpenFolder::open(folder)?;
        Swap::new(folder, place).recover()?;
        Ok(remove::tree(open)?)
    }

    /// Waits until all that is in the folder is on the disk.
    pub(super) fn flush(&self) -> Result<(), MachineError> {
        self.disk.as_ref().map_or(Ok(()), flush::Disk::flush)
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
        drop(self.disk.take());
        let open = self.open.take().map_or_else(|| OpenFolder::open(&self.folder), Ok);
        remove::tree(open?)
    }

    pub(super) fn swap(&self) -> &Swap {
        &self.swap
    }

    pub(super) fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    pub(super) fn manifest(&self) -> PathBuf {
        self.folder.join("manifest")
    }

    /// Takes over files of the old site, those with other rights than they are to have as copies. Whether each is the
    /// very file under a second name.
    pub(super) fn keep_all<'a>(
        &self,
        files: impl ParallelIterator<Item = (&'a String, &'a Fingerprint)>,
        old_site: &Path,
        has_other_rights: impl Fn(&str) -> bool + Sync,
    ) -> Result<bool, PublishError> {
        files
            .map(|(file, fingerprint)| {
                self.keep(file, old_site, *fingerprint, !has_other_rights(file))
            })
            .try_reduce(|| true, |one, other| Ok(one && other))
    }

    /// Takes over a file of the old site that is to stay as it is: the very file under a second name; or a copy with
    /// its time, where the file has other rights than one that is made now, or the file system gives no second names.
    /// Which of the two.
    fn keep(
        &self,
        file: &str,
        old_site: &Path,
        fingerprint: Fingerprint,
        may_be_itself: bool,
    ) -> Result<bool, PublishError> {
        let (old, new) = (old_site.join(file), self.site().join(file));
        if may_be_itself && fs::hard_link(&old, &new).is_ok() {
            return Ok(true);
        }
        match read::file(&old, Links::Refused, fingerprint.bytes)? {
            FileRead::Bytes(bytes) if Fingerprint::of(&bytes) == fingerprint => {
                let changed = old.symlink_metadata().and_then(|found| found.modified()).ok();
                write_new(&new, &bytes, changed)?;
                Ok(false)
            }
            _ => Err(Refusal::changed_meanwhile(old_site).into()),
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What could not be put back is put back by the next run.
        if !self.stays && self.swap.is_half_done().is_ok_and(|is_half_done| !is_half_done) {
            let _ = self.take_away();
        }
    }
}

/// Writes a file that is not there yet, and never one that is: it could be a second name of an old one.
fn write_new(path: &Path, bytes: &[u8], changed: Option<SystemTime>) -> Result<(), MachineError> {
    let written = File::create_new(path).and_then(|mut file| {
        file.write_all(bytes)?;
        if let Some(changed) = changed {
            // A file system that refuses this keeps no times worth keeping.
            let _ = file.set_modified(changed);
        }
        Ok(())
    });
    written.map_err(|error| MachineError::new("write", path, error))
}
