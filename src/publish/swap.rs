//! Putting a new folder in the place of an old one.

use std::fs;
use std::path::Path;

use crate::diagnostics::MachineError;

/// Puts the new folder in the place of the old one, which is then where the new one was. On Linux this
/// is one step of the file system; elsewhere there is no output folder for a moment between two.
pub(super) fn replace(new: &Path, old: &Path) -> Result<(), MachineError> {
    if !old.exists() {
        return rename(new, old);
    }
    #[cfg(target_os = "linux")]
    match exchange(new, old) {
        Ok(()) => return Ok(()),
        // Some file systems cannot exchange.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {}
        Err(error) => return Err(MachineError::new("replace", old, error.into())),
    }
    let aside = new.with_file_name("old");
    rename(old, &aside)?;
    rename(new, old).inspect_err(|_| {
        // The old site goes back to its place; the first error is the one to tell.
        let _ = fs::rename(&aside, old);
    })
}

#[cfg(target_os = "linux")]
fn exchange(new: &Path, old: &Path) -> rustix::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE)
}

/// Moves a file or a folder within a disk.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), MachineError> {
    fs::rename(from, to).map_err(|error| MachineError::new("replace", to, error))
}
