//! Making sure that what was written is on the disk, and not only on its way there.

use super::dir::Dir;
use crate::diagnostics::MachineError;

/// Waits until all files and folders below this one are on the disk. Linux does so for a whole file system at
/// once, which takes less time than file after file.
#[cfg(target_os = "linux")]
pub(super) fn tree(folder: &Dir) -> Result<(), MachineError> {
    rustix::fs::syncfs(folder.handle())
        .map_err(|error| MachineError::new("flush", folder.path(), error.into()))
}

/// Waits until all files and folders below this one are on the disk.
#[cfg(not(target_os = "linux"))]
pub(super) fn tree(whole: &Dir) -> Result<(), MachineError> {
    use rayon::prelude::*;

    let root = whole.path();
    let entries: Result<Vec<walkdir::DirEntry>, walkdir::Error> =
        walkdir::WalkDir::new(root).into_iter().collect();
    let entries = entries.map_err(|error| MachineError::new("look at", root, error.into()))?;
    entries.par_iter().try_for_each(|entry| {
        let path = entry.path();
        if entry.file_type().is_dir() {
            let inside = path.strip_prefix(root).unwrap_or(path);
            let opened = whole.below(inside);
            return folder(&opened.map_err(|error| MachineError::new("flush", path, error))?);
        }
        // A kept foreign file may be anything.
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
pub(super) fn folder(folder: &Dir) -> Result<(), MachineError> {
    use std::io::ErrorKind::{InvalidInput, Unsupported};
    match folder.flush() {
        Err(error) if !matches!(error.kind(), InvalidInput | Unsupported) => {
            Err(MachineError::new("flush", folder.path(), error))
        }
        _ => Ok(()),
    }
}

/// Elsewhere a folder cannot be waited for.
#[cfg(not(unix))]
pub(super) fn folder(_folder: &Dir) -> Result<(), MachineError> {
    Ok(())
}
