//! What the machine would not do: no disk, no permission. It stops a run.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::{Diagnostic, Place, Shown, rules};

rules! {
    Error MACHINE = "machine" {
        about: "The machine would not do it: a disk that is full, a file that may not be read. The site is as it was.",
        example: "letterpress build --output /proc/site",
        fix: "letterpress build --output public",
    }
}

/// Errors that the standard library has no kind for, by their numbers on Linux, macOS and the BSDs.
const BROKEN: i32 = 5;
const TOO_MANY_FILES: i32 = 24;
const TOO_MANY_FILES_OF_ALL: i32 = 23;

/// A file operation that failed, or something else that the machine was asked for.
#[derive(Debug)]
pub struct MachineError {
    path: Option<PathBuf>,
    doing: &'static str,
    source: io::Error,
}

impl MachineError {
    /// `doing` completes 'could not …': 'read', 'write to'.
    pub fn new(doing: &'static str, path: &Path, source: io::Error) -> Self {
        Self { path: Some(path.to_owned()), doing, source }
    }

    /// What has to do with no file: 'start a thread'.
    pub fn without_path(doing: &'static str, source: io::Error) -> Self {
        Self { path: None, doing, source }
    }

    /// What kind of failure it was.
    pub fn kind(&self) -> io::ErrorKind {
        self.source.kind()
    }

    /// The system's number for the failure, which may be wrapped up in what somebody says of it.
    fn number(&self) -> Option<i32> {
        let mut error: &(dyn std::error::Error + 'static) = &self.source;
        loop {
            match error.downcast_ref::<io::Error>().and_then(io::Error::raw_os_error) {
                Some(number) => return Some(number),
                None => error = error.source()?,
            }
        }
    }

    fn advice(&self) -> &'static str {
        match self.source.kind() {
            io::ErrorKind::NotFound => "check that it is there and that the path is spelt right",
            io::ErrorKind::PermissionDenied => "check who may read and write it",
            io::ErrorKind::StorageFull => "make room on the disk, then try again",
            io::ErrorKind::QuotaExceeded => {
                "your share of the disk is used up: delete something of yours, or ask for more, then try again"
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                "the disk cannot be written to: choose another folder with --output"
            }
            io::ErrorKind::InvalidFilename => "shorten the name",
            io::ErrorKind::FileTooLarge => "allow larger files with `ulimit -f`, then try again",
            io::ErrorKind::WouldBlock => {
                "end other programs, or allow more processes with `ulimit -u`, then try again"
            }
            io::ErrorKind::ResourceBusy => "wait until what uses it has ended, then try again",
            io::ErrorKind::CrossesDevices => {
                "the folder comes from another disk, or with a container's image: delete it, or choose another \
                 with --output"
            }
            // Elsewhere the numbers mean other things.
            _ => match self.number().filter(|_| cfg!(unix)) {
                Some(TOO_MANY_FILES | TOO_MANY_FILES_OF_ALL) => {
                    "too many files are open: end other programs, or allow more with `ulimit -n`, then try again"
                }
                Some(BROKEN) => {
                    "the disk did not answer as it should: look whether it is sound, then try again"
                }
                _ => "try again once the machine allows it",
            },
        }
    }
}

impl From<&MachineError> for Diagnostic {
    fn from(error: &MachineError) -> Self {
        let MachineError { path, doing, source } = error;
        let message = match path {
            Some(path) => format!("could not {doing} {}: {source}", Shown::from(path)),
            None => format!("could not {doing}: {source}"),
        };
        MACHINE.at(Place::Nowhere, message).help(error.advice())
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
