//! Taking away a folder of ours where the system opens no folders: what is there is looked at by its path.

use std::fs;

use super::dir::Dir;
use crate::diagnostics::MachineError;

/// Removes a folder of this name in another. The library follows no link in it, nor one that has come into its place.
pub(super) fn tree(folder: Dir, _around: &Dir, _name: &str) -> Result<(), MachineError> {
    let path = folder.path();
    fs::remove_dir_all(path).map_err(|error| MachineError::new("remove", path, error))
}
