//! One build at a time into a folder: a lock that the system frees when its holder ends, however it ends.

use std::fs::{File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use std::process;

use super::PublishError;
use super::item::StateItem;
use super::state::{StateFolder, has_other_names};
use crate::diagnostics::MachineError;

/// The right to build into a folder, until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    /// Whether it names its holder.
    is_named: bool,
}

impl Lock {
    /// Takes the lock in the file for it, which names its holder and stays when nobody holds it: taken
    /// away, it could be locked once under its name and once more without. Does not wait.
    pub(super) fn take(state: &StateFolder, folder: &Path) -> Result<Self, PublishError> {
        let name = state.name_of(StateItem::Lock);
        let failed = |error| MachineError::new("lock", &state.path_of(StateItem::Lock), error);
        let file = state.dir()?.open_lock(&name).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(file, folder).into()),
            Err(TryLockError::Error(error)) => return Err(failed(error).into()),
        }
        // What else has another name is left as it is: that may be a file of somebody.
        let is_named = !has_other_names(&file.metadata().map_err(failed)?);
        let mut lock = Lock { file, is_named };
        if is_named {
            lock.file.set_len(0).map_err(failed)?;
            writeln!(lock.file, "{}", process::id()).map_err(failed)?;
        }
        Ok(lock)
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
        if self.is_named {
            let _ = self.file.set_len(0);
        }
        // A program that is just being started has every open file of this one for a moment, and so the lock.
        let _ = self.file.unlock();
    }
}

/// A number of a process and the end of its line have no more bytes.
const NUMBER_AT_MOST: u64 = 16;

fn held(mut file: File, folder: &Path) -> MachineError {
    let mut holder = String::new();
    // Some systems let nobody read what is locked.
    let _ = (&mut file).take(NUMBER_AT_MOST).read_to_string(&mut holder);
    let who = match holder.trim().parse::<u32>() {
        Ok(id) => format!("process {id}"),
        Err(_) => "another process".to_owned(),
    };
    let error = io::Error::new(ErrorKind::ResourceBusy, format!("{who} is doing so now"));
    MachineError::new("build into", folder, error)
}
