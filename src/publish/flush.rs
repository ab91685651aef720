//! Making sure that what was written is on the disk, and not only on its way there.

use std::path::{Path, PathBuf};

use crate::diagnostics::MachineError;

/// A folder whose files are to be on the disk.
#[derive(Debug)]
pub(super) struct Disk {
    folder: PathBuf,
    #[cfg(target_os = "linux")]
    open: std::fs::File,
}

impl Disk {
    /// To be called before anything is written: that a write failed later on is told to those who had something
    /// of the file system open at the time.
    pub(super) fn open(folder: &Path) -> Result<Self, MachineError> {
        #[cfg(target_os = "linux")]
        let open = std::fs::File::open(folder)
            .map_err(|error| MachineError::new("flush", folder, error))?;
        Ok(Disk {
            folder: folder.to_owned(),
            #[cfg(target_os = "linux")]
            open,
        })
    }

    /// Waits until all files and folders below this one are on the disk. Linux does so for a whole file system at
    /// once, which takes less time than file after file.
    #[cfg(target_os = "linux")]
    pub(super) fn flush(&self) -> Result<(), MachineError> {
        rustix::fs::syncfs(&self.open)
            .map_err(|error| MachineError::new("flush", &self.folder, error.into()))
    }

    /// Waits until all files and folders below this one are on the disk.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn flush(&self) -> Result<(), MachineError> {
        tree(&self.folder)
    }
}

#[cfg(not(target_os = "linux"))]
fn tree(root: &Path) -> Result<(), MachineError> {
    use rayon::prelude::*;

    let entries: Result<Vec<walkdir::DirEntry>, walkdir::Error> =
        walkdir::WalkDir::new(root).into_iter().collect();
    let entries = entries.map_err(|error| MachineError::new("look at", root, error.into()))?;
    entries.par_iter().try_for_each(|entry| {
        let path = entry.path();
        if entry.file_type().is_dir() {
            return folder(path);
        }
        // A kept stranger may be anything.
        if !entry.file_type().is_file() {
            return Ok(());
        }
        // Windows flushes only what may be written to.
        let file = std::fs::OpenOptions::new().read(true).write(cfg!(windows)).open(path);
        let flushed = file.and_then(|file| file.sync_all());
        flushed.map_err(|error| MachineError::new("flush", path, error))
    })
}

/// Waits until the names in a folder are on the disk. Some file systems of networks and programs cannot wait for a
/// folder, and say so; they are as safe without.
#[cfg(unix)]
pub(super) fn folder(folder: &Path) -> Result<(), MachineError> {
    use std::io::ErrorKind::{InvalidInput, Unsupported};
    let flushed = std::fs::File::open(folder).and_then(|file| file.sync_all());
    let flushed = match flushed {
        Err(error) if matches!(error.kind(), InvalidInput | Unsupported) => Ok(()),
        flushed => flushed,
    };
    flushed.map_err(|error| MachineError::new("flush", folder, error))
}

/// Elsewhere a folder cannot be waited for.
#[cfg(not(unix))]
pub(super) fn folder(_folder: &Path) -> Result<(), MachineError> {
    Ok(())
}
