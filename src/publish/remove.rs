//! Taking away a folder of ours, with all that is in it.

use std::fs;
use std::io;
use std::path::Path;

use crate::diagnostics::MachineError;

/// Removes a folder. In one that was adopted there may be folders that their owner may take nothing from.
pub(super) fn tree(folder: &Path) -> Result<(), MachineError> {
    let removed = match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            open_up(folder);
            fs::remove_dir_all(folder)
        }
        removed => removed,
    };
    removed.map_err(|error| MachineError::new("remove", folder, error))
}

/// Gives its owner all rights on a folder and on those in it. What is refused is told by the removal.
#[cfg(unix)]
fn open_up(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(found) = fs::symlink_metadata(folder) else { return };
    let mut rights = found.permissions();
    rights.set_mode(rights.mode() | 0o700);
    let _ = fs::set_permissions(folder, rights);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        // A link to a folder is none.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            open_up(&entry.path());
        }
    }
}

#[cfg(not(unix))]
fn open_up(_folder: &Path) {}
