//! Writing a file that is not there yet, and never one that is.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use letterpress::diagnostics::{MachineError, called};

use super::failure::Failure;

/// Writes a new file and the folders around it. `path` is meant from `root`, with `/` between its parts.
pub(super) fn create(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    if let Some((folder, _)) = path.rsplit_once('/') {
        create_folder(root, folder)?;
    }
    let full = root.join(path);
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

/// Makes a folder and those around it, where they are not there. `root` may be a link, as somebody has named it.
pub(super) fn create_folder(root: &Path, path: &str) -> Result<(), Failure> {
    refuse_link(root, path)?;
    let full = root.join(path);
    fs::create_dir_all(&full)
        .map_err(|error| MachineError::new("make the folder", &full, error).into())
}

/// Refuses a folder that is a link or no folder at all, or is in one. A link may have come with a commit, and what
/// is written behind it is written to another place.
pub(super) fn refuse_link(root: &Path, path: &str) -> Result<(), Failure> {
    let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
    for part in ends.map(|end| &path[..end]) {
        let place = root.join(part);
        let what = match fs::symlink_metadata(&place) {
            Ok(found) if found.is_dir() => continue,
            Ok(found) if found.is_symlink() => "a link to another place",
            Ok(_) => "not a folder",
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(MachineError::new("look at", &place, error).into()),
        };
        return Err(Failure::usage(format!(
            "{} is {what}; nothing was written\n  help: put a real folder there",
            called(root, part)
        )));
    }
    Ok(())
}

/// Refuses to go on where there is such a file, or anything else of that name.
pub(super) fn refuse_existing(root: &Path, path: &str) -> Result<(), Failure> {
    match root.join(path).symlink_metadata() {
        Ok(_) => Err(already_there(root, path)),
        Err(_) => Ok(()),
    }
}

/// Says that nothing was written, as there is such a file.
pub(super) fn already_there(root: &Path, path: &str) -> Failure {
    Failure::usage(format!("{} is there already; nothing was written", called(root, path)))
}
