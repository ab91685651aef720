//! Permissions that files and folders are made with: those that the umask leaves.

use std::collections::{BTreeMap, BTreeSet};
#[cfg(unix)]
use std::io;

use super::dir::Dir;
#[cfg(unix)]
use super::dir::{FileInfo, RawMode};
#[cfg(target_os = "linux")]
use super::paths::THIS;
use crate::diagnostics::MachineError;

/// What new files are given now. A file system may give other permissions than the umask says, or the same to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NewModes {
    /// A page.
    pub(super) file: u32,
    /// A file that is made for everybody to do everything with: what the umask leaves of all permissions.
    pub(super) all: u32,
}

impl NewModes {
    /// Makes two files by a name in a folder, and looks at them. The umask itself cannot be asked for without changing it.
    #[cfg(unix)]
    pub(super) fn now(folder: &Dir, name: &str) -> Result<Self, MachineError> {
        let failed = |error| MachineError::new("make a file in", folder.path(), error);
        let [file, all] = [0o666, 0o777].map(|mode| mode_of_new(folder, name, mode));
        Ok(NewModes { file: file.map_err(failed)?, all: all.map_err(failed)? })
    }

    #[cfg(not(unix))]
    pub(super) fn now(_folder: &Dir, _name: &str) -> Result<Self, MachineError> {
        Ok(NewModes::default())
    }
}

/// A file without a name, where there are such.
#[cfg(target_os = "linux")]
fn mode_of_new(kept: &Dir, name: &str, mode: RawMode) -> io::Result<u32> {
    use rustix::fs::{Mode, OFlags, openat};
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    match openat(kept.handle(), THIS, flags, Mode::from_raw_mode(mode)) {
        Ok(file) => Ok(FileInfo::of(&file.into())?.mode() & PERMISSIONS),
        Err(_) => mode_of_named(kept, name, mode),
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn mode_of_new(kept: &Dir, name: &str, mode: RawMode) -> io::Result<u32> {
    mode_of_named(kept, name, mode)
}

#[cfg(unix)]
fn mode_of_named(kept: &Dir, name: &str, mode: RawMode) -> io::Result<u32> {
    // One that a run left that was stopped.
    let _ = kept.remove_file(name);
    let file = kept.create_new(name, mode)?;
    let found = FileInfo::of(&file);
    kept.remove_file(name)?;
    Ok(found?.mode() & PERMISSIONS)
}

/// What of a mode says who may do what.
pub(super) const PERMISSIONS: u32 = 0o777;

/// The permissions that the folders of a site were given. Those that were not changed since follow the umask.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FolderModes {
    /// What the umask left of all permissions when the site was built. Of two lists where a run was stopped between them:
    /// either may be of what is there.
    pub(super) usual: BTreeSet<u32>,
    /// Those of folders that somebody had given other permissions, which they kept.
    pub(super) kept: BTreeMap<String, u32>,
}

impl FolderModes {
    /// Whether a folder with these permissions has them from the umask.
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
