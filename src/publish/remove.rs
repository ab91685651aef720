//! Taking away a folder of ours, with all that is in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostics::MachineError;

/// Removes a folder. In one that was adopted there may be folders that their owner may take nothing from; and to
/// remove a deep one at once takes more open files than there may be left.
pub(super) fn tree(folder: &Path) -> Result<(), MachineError> {
    // Most of a site goes at once on every core. What does not is told of below.
    let _ = inside(folder, LEVELS).par_iter().try_for_each(fs::remove_dir_all);
    fs::remove_dir_all(folder)
        .or_else(|_| one_by_one(folder))
        .map_err(|error| MachineError::new("remove", folder, error))
}

/// How deep in the staging folder the authorities' own folders are.
const LEVELS: usize = 3;

/// The folders so many levels below this one, as far as they can be seen.
fn inside(folder: &Path, levels: usize) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    match levels {
        1 => folders,
        _ => folders.iter().flat_map(|folder| inside(folder, levels - 1)).collect(),
    }
}

/// Removes a folder with one file open at a time, and with all rights for its owner.
fn one_by_one(folder: &Path) -> io::Result<()> {
    open_up(folder)?;
    // An entry keeps its folder open. A link to a folder is none.
    let look = |entry: fs::DirEntry| Ok((entry.path(), entry.file_type()?.is_dir()));
    let entries: Vec<(PathBuf, bool)> =
        fs::read_dir(folder)?.map(|entry| entry.and_then(look)).collect::<io::Result<_>>()?;
    for (path, is_folder) in entries {
        if is_folder {
            one_by_one(&path)?;
        } else {
            fs::remove_file(&path)?;
        }
    }
    fs::remove_dir(folder)
}

#[cfg(unix)]
fn open_up(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut rights = fs::symlink_metadata(folder)?.permissions();
    if rights.mode() & 0o700 != 0o700 {
        rights.set_mode(rights.mode() | 0o700);
        fs::set_permissions(folder, rights)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn open_up(_folder: &Path) -> io::Result<()> {
    Ok(())
}
