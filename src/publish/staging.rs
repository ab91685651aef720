//! Where a site is made before it is shown: a folder of our own, beside the one that it will replace.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::PublishError;
use super::manifest::Fingerprint;
use super::output::Refusal;
use super::swap::Swap;
use crate::diagnostics::MachineError;
use crate::plan::Route;

/// The folder, which goes when it is dropped, with what is left in it. One lock is held for as long as it is
/// there, so one that is found was left by a run that was stopped.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    swap: Swap,
}

impl Staging {
    /// Makes the folder, to replace the one at `place`.
    pub(super) fn new(folder: &Path, place: &Path) -> Result<Self, MachineError> {
        let make = |folder: &Path| {
            fs::create_dir(folder)
                .map_err(|error| MachineError::new("make the folder", folder, error))
        };
        make(folder)?;
        let staging = Staging { folder: folder.to_owned(), swap: Swap::new(folder, place) };
        make(&staging.site())?;
        Ok(staging)
    }

    /// Takes away what a run left that was stopped.
    pub(super) fn clear(folder: &Path, place: &Path) -> Result<(), PublishError> {
        match folder.symlink_metadata() {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(MachineError::new("look at", folder, error).into()),
        }
        Swap::new(folder, place).recover()?;
        let removed = fs::remove_dir_all(folder);
        Ok(removed.map_err(|error| MachineError::new("remove", folder, error))?)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
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

    pub(super) fn make_folders(&self, routes: &[&Route]) -> Result<(), MachineError> {
        let site = self.site();
        let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
        for route in routes {
            folders.extend(site.join(route.file()).parent().map(Path::to_owned));
        }
        for folder in folders {
            fs::create_dir_all(&folder)
                .map_err(|error| MachineError::new("make the folder", &folder, error))?;
        }
        Ok(())
    }

    /// Takes over a file of the old site that is to stay as it is: the very file under a second name, or a copy
    /// with its time where the file system gives no second names.
    pub(super) fn keep(
        &self,
        file: &str,
        old_site: &Path,
        fingerprint: Fingerprint,
    ) -> Result<(), PublishError> {
        let (old, new) = (old_site.join(file), self.site().join(file));
        if fs::hard_link(&old, &new).is_ok() {
            return Ok(());
        }
        let bytes = fs::read(&old).map_err(|error| MachineError::new("read", &old, error))?;
        if Fingerprint::of(&bytes) != fingerprint {
            return Err(Refusal::changed_meanwhile(old_site).into());
        }
        let changed = old.metadata().and_then(|found| found.modified()).ok();
        Ok(write_new(&new, &bytes, changed)?)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What could not be put back is put back by the next run.
        if self.swap.is_half_done().is_ok_and(|is_half_done| !is_half_done) {
            let _ = fs::remove_dir_all(&self.folder);
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
