//! Making sure that what was written is on the disk, and not only on its way there.

use std::path::Path;

use crate::diagnostics::MachineError;

/// Waits until all files and folders below this one are on the disk. Linux does so for a whole file system at
/// once, which takes less time than file after file.
#[cfg(target_os = "linux")]
pub(super) fn tree(folder: &Path) -> Result<(), MachineError> {
    let flushed = std::fs::File::open(folder).and_then(|file| Ok(rustix::fs::syncfs(file)?));
    flushed.map_err(|error| MachineError::new("flush", folder, error))
}

/// Waits until all files and folders below this one are on the disk.
#[cfg(not(target_os = "linux"))]
pub(super) fn tree(root: &Path) -> Result<(), MachineError> {
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

/// Waits until the names in a folder are on the disk.
#[cfg(unix)]
pub(super) fn folder(folder: &Path) -> Result<(), MachineError> {
    let flushed = std::fs::File::open(folder).and_then(|file| file.sync_all());
    flushed.map_err(|error| MachineError::new("flush", folder, error))
}

/// Elsewhere a folder cannot be waited for.
#[cfg(not(unix))]
pub(super) fn folder(_folder: &Path) -> Result<(), MachineError> {
    Ok(())
}
