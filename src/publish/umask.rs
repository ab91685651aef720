//! Rights that files and folders are made with: those that the umask leaves.

use std::collections::{BTreeMap, BTreeSet};
#[cfg(unix)]
use std::io;

#[cfg(unix)]
use super::state::Item;
use super::state::StateFolder;
use crate::diagnostics::MachineError;

/// What new files are given now. A file system may give other rights than the umask says, or the same to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NewModes {
    /// A page.
    pub(super) file: u32,
    /// A file that is made for everybody to do everything with: what the umask leaves of all rights.
    pub(super) all: u32,
}

impl NewModes {
    /// Makes two files and looks at them. The umask itself cannot be asked for without changing it.
    #[cfg(unix)]
    pub(super) fn now(state: &StateFolder) -> Result<Self, MachineError> {
        let failed = |error| MachineError::new("make a file in", state.path(), error);
        let [file, all] = [0o666, 0o777].map(|mode| mode_of_new(state, mode));
        Ok(NewModes { file: file.map_err(failed)?, all: all.map_err(failed)? })
    }

    #[cfg(not(unix))]
    pub(super) fn now(_state: &StateFolder) -> Result<Self, MachineError> {
        Ok(NewModes::default())
    }
}

/// A file without a name, where there are such.
#[cfg(target_os = "linux")]
fn mode_of_new(state: &StateFolder, mode: u32) -> io::Result<u32> {
    use rustix::fs::{CWD, Mode, OFlags, fstat, openat};
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    match openat(CWD, state.path(), flags, Mode::from_raw_mode(mode)) {
        Ok(file) => Ok(fstat(file)?.st_mode & PERMISSIONS),
        Err(_) => mode_of_named(state, mode),
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn mode_of_new(state: &StateFolder, mode: u32) -> io::Result<u32> {
    mode_of_named(state, mode)
}

#[cfg(unix)]
fn mode_of_named(state: &StateFolder, mode: u32) -> io::Result<u32> {
    use std::fs::{self, OpenOptions};
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    let path = state.path_of(Item::Probe);
    // One that a run left that was stopped.
    let _ = fs::remove_file(&path);
    let file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&path)?;
    let found = file.metadata();
    fs::remove_file(&path)?;
    Ok(found?.mode() & PERMISSIONS)
}

/// What of a mode says who may do what.
pub(super) const PERMISSIONS: u32 = 0o777;

/// The rights that the folders of a site were given. Those that were not changed since follow the umask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FolderModes {
    /// What the umask left of all rights when the site was built. Of two lists where a run was stopped between them:
    /// either may be of what is there.
    pub(super) usual: BTreeSet<u32>,
    /// Those of folders that somebody had given other rights, which they kept.
    pub(super) kept: BTreeMap<String, u32>,
}

impl FolderModes {
    /// Whether a folder with these rights has them from the umask.
    pub(super) fn is_as_made(&self, folder: &str, mode: u32) -> bool {
        self.usual.contains(&mode) && self.kept.get(folder) != Some(&mode)
    }

    /// What several lists say together, if any of them says something.
    pub(super) fn together<'a>(all: impl Iterator<Item = &'a FolderModes>) -> Option<Self> {
        all.cloned().reduce(|mut one, FolderModes { usual, kept }| {
            one.usual.extend(usual);
            one.kept.extend(kept);
            one
        })
    }
}
