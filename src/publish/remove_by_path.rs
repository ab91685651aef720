//! Taking away a folder of ours where the system opens no folders: what is there is looked at by its path.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostics::MachineError;

/// A folder that was looked at.
#[derive(Debug)]
pub(super) struct OpenFolder {
    path: PathBuf,
}

impl OpenFolder {
    /// Looks at a folder. A link to one is none.
    pub(super) fn open(path: &Path) -> Result<Self, MachineError> {
        let failed = |error| MachineError::new("open", path, error);
        if !fs::symlink_metadata(path).map_err(failed)?.is_dir() {
            return Err(failed(io::ErrorKind::NotADirectory.into()));
        }
        Ok(OpenFolder { path: path.to_owned() })
    }
}

/// Removes a folder. The library follows no link in it, nor one that has come into its place.
pub(super) fn tree(OpenFolder { path }: OpenFolder) -> Result<(), MachineError> {
    fs::remove_dir_all(&path).map_err(|error| MachineError::new("remove", &path, error))
}
