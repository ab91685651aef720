//! One build at a time into a folder: a lock that the system frees when its holder ends, however it ends.

use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::process;

use super::PublishError;
use super::refusal::Refusal;
use crate::diagnostics::{MachineError, Shown};

/// The right to build into a folder, until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock in the file of that path, which names its holder and stays when nobody holds it: taken
    /// away, it could be locked once under its name and once more without. Does not wait.
    pub(super) fn take(path: &Path, folder: &Path) -> Result<Self, PublishError> {
        // Whatever else stands there would be written to.
        if path.symlink_metadata().is_ok_and(|found| !found.is_file()) {
            let reason = format!("{}, its lock, is not a file", Shown::from(path));
            return Err(Refusal::new(folder, reason, "move it somewhere else").into());
        }
        let failed = |error| MachineError::new("lock", path, error);
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let mut file = file.map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(file, folder).into()),
            Err(TryLockError::Error(error)) => return Err(failed(error).into()),
        }
        file.set_len(0).map_err(failed)?;
        writeln!(file, "{}", process::id()).map_err(failed)?;
        Ok(Lock { file })
    }

    /// Whether the file that was locked is still the one of that path.
    pub(super) fn is_at(&self, path: &Path) -> Result<bool, MachineError> {
        let failed = |error| MachineError::new("look at", path, error);
        match path.symlink_metadata() {
            Ok(found) => Ok(is_same(&self.file.metadata().map_err(failed)?, &found)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Windows takes no file away that is open.
#[cfg(not(unix))]
fn is_same(_one: &Metadata, _other: &Metadata) -> bool {
    true
}

impl Drop for Lock {
    /// The next holder must not be called by the name of this one.
    fn drop(&mut self) {
        let _ = self.file.set_len(0);
        // A program that is just being started has every open file of this one for a moment, and so the lock.
        let _ = self.file.unlock();
    }
}

fn held(mut file: File, folder: &Path) -> MachineError {
    let mut holder = String::new();
    // Some systems let nobody read what is locked.
    let _ = file.read_to_string(&mut holder);
    let who = match holder.trim() {
        "" => "another process".to_owned(),
        id => format!("process {id}"),
    };
    let error = io::Error::new(ErrorKind::ResourceBusy, format!("{who} is doing so now"));
    MachineError::new("build into", folder, error)
}

/// Whether there has been a lock: then a folder was built into before.
pub(super) fn was_taken(path: &Path) -> bool {
    fs::exists(path).unwrap_or(true)
}
