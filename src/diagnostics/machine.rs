//! What the machine would not do: no disk, no permission. It stops a run.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::{Diagnostic, Place};

/// A file operation that failed.
#[derive(Debug)]
pub struct MachineError {
    path: PathBuf,
    doing: &'static str,
    source: io::Error,
}

impl MachineError {
    /// `doing` completes 'could not …': 'read', 'write to'.
    pub fn new(doing: &'static str, path: &Path, source: io::Error) -> Self {
        Self { path: path.to_owned(), doing, source }
    }

    /// What kind of failure it was.
    pub fn kind(&self) -> io::ErrorKind {
        self.source.kind()
    }

    fn advice(&self) -> &'static str {
        match self.source.kind() {
            io::ErrorKind::NotFound => "check that it is there and that the path is spelt right",
            io::ErrorKind::PermissionDenied => "check who may read and write it",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                "make room on the disk, then try again"
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                "the disk cannot be written to: choose another folder with --output"
            }
            io::ErrorKind::InvalidFilename => "shorten the name",
            _ => "try again once the machine allows it",
        }
    }
}

impl From<&MachineError> for Diagnostic {
    fn from(error: &MachineError) -> Self {
        let MachineError { path, doing, source } = error;
        let message = format!("could not {doing} {}: {source}", path.display());
        Diagnostic::error("machine", Place::Nowhere, message).help(error.advice())
    }
}

impl fmt::Display for MachineError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Diagnostic::from(self).fmt(formatter)
    }
}

impl std::error::Error for MachineError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
