//! Writing a file that is not there yet, and never one that is.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use letterpress::diagnostics::{MachineError, called};

use super::stop::Stop;

/// Writes a new file and the folders around it. `path` is meant from `root`, with `/` between its parts.
pub(super) fn create(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Stop> {
    let full = root.join(path);
    if let Some(folder) = full.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| MachineError::new("make the folder", folder, error))?;
    }
    let mut file = match OpenOptions::new().write(true).create_new(true).open(&full) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(already_there(root, path));
        }
        Err(error) => return Err(MachineError::new("make", &full, error).into()),
    };
    file.write_all(bytes).map_err(|error| {
        // Half a file would stand in the way of the next try.
        let _ = fs::remove_file(&full);
        MachineError::new("write to", &full, error).into()
    })
}

/// Refuses to go on where there is such a file, or anything else of that name.
pub(super) fn refuse_existing(root: &Path, path: &str) -> Result<(), Stop> {
    match root.join(path).symlink_metadata() {
        Ok(_) => Err(already_there(root, path)),
        Err(_) => Ok(()),
    }
}

/// Says that nothing was written, as there is such a file.
pub(super) fn already_there(root: &Path, path: &str) -> Stop {
    Stop::Usage(format!("{} is there already; nothing was written", called(root, path)))
}
