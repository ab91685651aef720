//! A folder that is open to be emptied, by one name at a time: its owner is given all permissions on it, and nothing that is
//! mounted in it is touched.

use std::ffi::{CStr, OsStr, OsString};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::{Component, Path, PathBuf};

use rustix::fs::{AtFlags, FileType, Mode, OFlags, fchmod, openat, statat, unlinkat};
use rustix::io::Errno;

use super::dir::Dir;
use crate::diagnostics::MachineError;

/// A folder that is open.
#[derive(Debug)]
pub(super) struct OpenFolder {
    path: PathBuf,
    open: OwnedFd,
    identity: FolderId,
}

/// Which folder it is, and which mount it was come to by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FolderId {
    number: u64,
    mount: Mount,
}

/// A disk, and the mount of it where the system tells mounts apart: a part of the same disk may be mounted anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mount {
    disk: (u32, u32),
    number: Option<u64>,
}

/// What a folder holds, by name.
#[derive(Debug, Default)]
pub(super) struct FolderNames {
    pub(super) folders: Vec<OsString>,
    pub(super) others: Vec<OsString>,
}

/// All permissions for an owner.
const ALL: Mode = Mode::RWXU;

const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

impl OpenFolder {
    /// A folder that is open already.
    pub(super) fn of(dir: Dir) -> Result<Self, MachineError> {
        let (path, open) = dir.into_parts();
        let folder = OpenFolder::new(path.clone(), open.into());
        folder.map_err(|error| MachineError::new("look at", &path, error.into()))
    }

    /// Opens a folder in this one, and gives its owner all permissions. What is mounted there belongs to something else.
    pub(super) fn inner(&self, name: &OsStr) -> Result<Self, MachineError> {
        let path = self.path.join(name);
        let failed = |error: io::Error| MachineError::new("remove", &path, error);
        let open = match openat(&self.open, name, FOLDER, Mode::empty()) {
            Err(Errno::ACCESS) => open_up(&self.open, name)
                .and_then(|()| openat(&self.open, name, FOLDER, Mode::empty())),
            open => open,
        };
        let inner = open.and_then(|open| OpenFolder::new(path.clone(), open));
        let inner = inner.map_err(|error| failed(error.into()))?;
        if inner.identity.mount != self.identity.mount {
            let error = io::Error::new(io::ErrorKind::ResourceBusy, "something is mounted there");
            return Err(failed(error));
        }
        Ok(inner)
    }

    /// Opens a folder below this one, one part of the path after the other.
    pub(super) fn below(&self, path: &Path) -> Result<Self, MachineError> {
        let again = openat(&self.open, ".", FOLDER, Mode::empty());
        let again = again.and_then(|open| OpenFolder::new(self.path.clone(), open));
        let mut below =
            again.map_err(|error| MachineError::new("open", &self.path, error.into()))?;
        for part in path.components() {
            if let Component::Normal(name) = part {
                below = below.inner(name)?;
            }
        }
        Ok(below)
    }

    /// Opens the folder around this one, if it is still the one that it was.
    pub(super) fn outer(&self, expected: FolderId) -> Result<Self, MachineError> {
        let path = self.path.parent().unwrap_or(&self.path).to_owned();
        let failed = |error| MachineError::new("remove", &self.path, error);
        let outer = openat(&self.open, "..", FOLDER, Mode::empty())
            .and_then(|open| OpenFolder::new(path, open))
            .map_err(|error| failed(error.into()))?;
        if outer.identity != expected {
            return Err(failed(io::Error::new(io::ErrorKind::ResourceBusy, "it was moved")));
        }
        Ok(outer)
    }

    pub(super) fn identity(&self) -> FolderId {
        self.identity
    }

    /// Everything in it. To be asked once.
    pub(super) fn names(&self) -> Result<FolderNames, MachineError> {
        let mut names = FolderNames::default();
        let add = |name: &CStr, kind: FileType| {
            let bytes = name.to_bytes();
            if matches!(bytes, b"." | b"..") {
                return Ok(());
            }
            // Some file systems leave it to others to look.
            let kind = match kind {
                FileType::Unknown => {
                    let found = statat(&self.open, name, AtFlags::SYMLINK_NOFOLLOW)?;
                    FileType::from_raw_mode(found.st_mode)
                }
                kind => kind,
            };
            let names = if kind.is_dir() { &mut names.folders } else { &mut names.others };
            names.push(OsStr::from_bytes(bytes).to_owned());
            Ok(())
        };
        let listed = for_each_name(&self.open, add);
        listed.map_err(|error| MachineError::new("look at", &self.path, error.into()))?;
        Ok(names)
    }

    /// Removes a file in it, or whatever else is no folder.
    pub(super) fn remove_file(&self, name: &OsStr) -> Result<(), MachineError> {
        self.remove(name, AtFlags::empty())
    }

    /// Removes an empty folder in it.
    pub(super) fn remove_folder(&self, name: &OsStr) -> Result<(), MachineError> {
        self.remove(name, AtFlags::REMOVEDIR)
    }

    fn remove(&self, name: &OsStr, flags: AtFlags) -> Result<(), MachineError> {
        match unlinkat(&self.open, name, flags) {
            Ok(()) | Err(Errno::NOENT) => Ok(()),
            Err(error) => Err(MachineError::new("remove", &self.path.join(name), error.into())),
        }
    }

    fn new(path: PathBuf, open: OwnedFd) -> rustix::io::Result<Self> {
        let (identity, mode) = look(&open)?;
        if !mode.contains(ALL) {
            // Where this user may not say so, that is told by what cannot be removed.
            let _ = fchmod(&open, mode | ALL);
        }
        Ok(OpenFolder { path, open, identity })
    }
}

/// Which folder is open, and which permissions it gives.
#[cfg(target_os = "linux")]
fn look(open: &OwnedFd) -> rustix::io::Result<(FolderId, Mode)> {
    use rustix::fs::{StatxFlags, statx};
    let wanted = StatxFlags::BASIC_STATS | StatxFlags::MNT_ID;
    let Ok(found) = statx(open, "", AtFlags::EMPTY_PATH, wanted) else { return look_simply(open) };
    let tells_mounts = StatxFlags::from_bits_retain(found.stx_mask).contains(StatxFlags::MNT_ID);
    let mount = Mount {
        disk: (found.stx_dev_major, found.stx_dev_minor),
        number: tells_mounts.then_some(found.stx_mnt_id),
    };
    let mode = Mode::from_raw_mode(found.stx_mode.into());
    Ok((FolderId { number: found.stx_ino, mount }, mode))
}

#[cfg(not(target_os = "linux"))]
fn look(open: &OwnedFd) -> rustix::io::Result<(FolderId, Mode)> {
    look_simply(open)
}

fn look_simply(open: &OwnedFd) -> rustix::io::Result<(FolderId, Mode)> {
    let found = rustix::fs::fstat(open)?;
    let disk = (rustix::fs::major(found.st_dev), rustix::fs::minor(found.st_dev));
    let identity = FolderId { number: found.st_ino, mount: Mount { disk, number: None } };
    Ok((identity, Mode::from_raw_mode(found.st_mode)))
}

/// Gives its owner all permissions on a folder that may not be opened.
#[cfg(target_os = "linux")]
fn open_up(around: &OwnedFd, name: &OsStr) -> rustix::io::Result<()> {
    use std::os::fd::AsRawFd;
    // What may not be read can be held still; its permissions can be changed by the name that it then has.
    let held = openat(around, name, FOLDER | OFlags::PATH, Mode::empty())?;
    let (_, mode) = look(&held)?;
    rustix::fs::chmod(format!("/proc/self/fd/{}", held.as_raw_fd()), mode | ALL)
}

#[cfg(not(target_os = "linux"))]
fn open_up(around: &OwnedFd, name: &OsStr) -> rustix::io::Result<()> {
    let found = statat(around, name, AtFlags::SYMLINK_NOFOLLOW)?;
    let mode = Mode::from_raw_mode(found.st_mode) | ALL;
    rustix::fs::chmodat(around, name, mode, AtFlags::SYMLINK_NOFOLLOW)
}

/// Lists a folder without one file more open.
#[cfg(target_os = "linux")]
fn for_each_name(
    open: impl AsFd,
    mut each: impl FnMut(&CStr, FileType) -> rustix::io::Result<()>,
) -> rustix::io::Result<()> {
    let mut room = Vec::with_capacity(LISTED_AT_ONCE);
    let mut entries = rustix::fs::RawDir::new(open, room.spare_capacity_mut());
    while let Some(entry) = entries.next() {
        let entry = entry?;
        each(entry.file_name(), entry.file_type())?;
    }
    Ok(())
}

/// In bytes; a name has 255 at most.
#[cfg(target_os = "linux")]
const LISTED_AT_ONCE: usize = 16 << 10;

#[cfg(not(target_os = "linux"))]
fn for_each_name(
    open: impl AsFd,
    mut each: impl FnMut(&CStr, FileType) -> rustix::io::Result<()>,
) -> rustix::io::Result<()> {
    for entry in rustix::fs::Dir::read_from(open)? {
        let entry = entry?;
        each(entry.file_name(), entry.file_type())?;
    }
    Ok(())
}
