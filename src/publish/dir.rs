//! A folder that is held open: what is in it is reached through it, and no link on the way is followed. Whoever owns a
//! folder around it may put a link there while another user builds.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub(super) use rustix::fs::RawMode;
use rustix::fs::{
    AtFlags, CWD, FileType, Mode, OFlags, Stat, fstat, linkat, mkdirat, openat, renameat, statat,
    unlinkat,
};
use rustix::io::Errno;

/// A folder that is held open.
#[derive(Debug)]
pub(super) struct Dir {
    path: PathBuf,
    open: File,
}

/// What is said of a file or a folder.
#[derive(Debug, Clone, Copy)]
pub(super) struct FileInfo(Stat);

const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

/// Of a file: a link is none, and nothing is waited for.
const FILE: OFlags =
    OFlags::NOFOLLOW.union(OFlags::NONBLOCK).union(OFlags::NOCTTY).union(OFlags::CLOEXEC);

/// Permissions of what is published, of which the umask leaves some.
pub(super) const FOLDER_MODE: RawMode = 0o777;
pub(super) const FILE_MODE: RawMode = 0o666;

/// Permissions of what is kept, which not everybody may write to, whatever the umask.
pub(super) const KEPT_FOLDER_MODE: RawMode = 0o775;
pub(super) const KEPT_FILE_MODE: RawMode = 0o664;

impl Dir {
    /// Opens a folder by its real path. It need not be one that this user may list.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Ok(Dir { path: path.to_owned(), open: open_real(path)? })
    }

    /// Opens a folder below this one.
    pub(super) fn below(&self, path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let open = open_below(&self.open, path)?;
        Ok(Dir { path: self.path.join(path), open })
    }

    /// Opens a folder below this one, and makes what is missing on the way.
    pub(super) fn below_made(&self, path: &Path) -> io::Result<Self> {
        match (self.below(path), path.parent(), path.file_name()) {
            (Err(error), Some(around), Some(name)) if error.kind() == ErrorKind::NotFound => {
                let around = self.below_made(around)?;
                match around.make_folder(name, FOLDER_MODE) {
                    Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
                    _ => {}
                }
                let inner = around.below(name)?;
                Ok(Dir { path: self.path.join(path), ..inner })
            }
            (opened, ..) => opened,
        }
    }

    /// Where it was when it was opened.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn path_of(&self, name: impl AsRef<Path>) -> PathBuf {
        self.path.join(name)
    }

    pub(super) fn into_parts(self) -> (PathBuf, File) {
        (self.path, self.open)
    }

    /// The folder itself, to change what is said of it.
    pub(super) fn handle(&self) -> &File {
        &self.open
    }

    /// What is said of something in it; of a link and not of where that leads. `None` where nothing is there.
    pub(super) fn look(&self, name: impl AsRef<Path>) -> io::Result<Option<FileInfo>> {
        match statat(&self.open, name.as_ref(), AtFlags::SYMLINK_NOFOLLOW) {
            Ok(found) => Ok(Some(FileInfo(found))),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether another folder that is open is the one of this name.
    pub(super) fn holds(&self, name: &str, other: &Dir) -> io::Result<bool> {
        let is = fstat(&other.open)?;
        let found = self.look(name)?;
        Ok(found
            .is_some_and(|FileInfo(found)| (found.st_dev, found.st_ino) == (is.st_dev, is.st_ino)))
    }

    pub(super) fn make_folder(&self, name: impl AsRef<Path>, mode: RawMode) -> io::Result<()> {
        Ok(mkdirat(&self.open, name.as_ref(), Mode::from_raw_mode(mode))?)
    }

    /// Makes a file that is not there yet. One that is could be a hard link to an old one.
    pub(super) fn create_new(&self, name: impl AsRef<Path>, mode: RawMode) -> io::Result<File> {
        self.open_file(name, OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL, mode)
    }

    /// Opens a file or a folder, to be read or to change what is said of it.
    pub(super) fn open_here(&self, name: &OsStr) -> io::Result<File> {
        self.open_file(name, OFlags::RDONLY, 0)
    }

    /// Makes a file for what is kept, in the place of one that may have other names.
    pub(super) fn make_kept_anew(&self, name: &str) -> io::Result<File> {
        let _ = self.remove_file(name);
        self.create_new(name, KEPT_FILE_MODE)
    }

    /// Opens a file with what is kept, to write on at its end.
    pub(super) fn append_to_kept(&self, name: &str) -> io::Result<File> {
        self.open_file(name, OFlags::WRONLY | OFlags::APPEND, 0)
    }

    /// Opens or makes a file to be locked.
    pub(super) fn open_lock(&self, name: &str) -> io::Result<File> {
        self.open_file(name, OFlags::RDWR | OFlags::CREATE, KEPT_FILE_MODE)
    }

    fn open_file(&self, name: impl AsRef<Path>, flags: OFlags, mode: RawMode) -> io::Result<File> {
        let mode = Mode::from_raw_mode(mode);
        Ok(openat(&self.open, name.as_ref(), flags | FILE, mode)?.into())
    }

    /// Waits until the names in it are on the disk.
    pub(super) fn flush(&self) -> io::Result<()> {
        self.below("")?.open.sync_all()
    }

    /// Makes a hard link to a file, in another folder.
    pub(super) fn link(&self, name: &OsStr, to: &Dir) -> io::Result<()> {
        Ok(linkat(&self.open, name, &to.open, name, AtFlags::empty())?)
    }

    /// Moves something, in the place of what may be there.
    pub(super) fn rename(&self, name: &str, to: &Dir, new: &str) -> io::Result<()> {
        Ok(renameat(&self.open, name, &to.open, new)?)
    }

    /// Lets two things take each other's place.
    #[cfg(target_os = "linux")]
    pub(super) fn exchange(&self, name: &str, with: &Dir, other: &str) -> Result<(), Errno> {
        use rustix::fs::{RenameFlags, renameat_with};
        renameat_with(&self.open, name, &with.open, other, RenameFlags::EXCHANGE)
    }

    pub(super) fn remove_file(&self, name: impl AsRef<Path>) -> io::Result<()> {
        Ok(unlinkat(&self.open, name.as_ref(), AtFlags::empty())?)
    }

    /// Removes an empty folder.
    pub(super) fn remove_folder(&self, name: impl AsRef<Path>) -> io::Result<()> {
        Ok(unlinkat(&self.open, name.as_ref(), AtFlags::REMOVEDIR)?)
    }
}

impl FileInfo {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        Ok(FileInfo(fstat(file)?))
    }

    pub(super) fn is_file(&self) -> bool {
        self.kind() == FileType::RegularFile
    }

    pub(super) fn is_folder(&self) -> bool {
        self.kind() == FileType::Directory
    }

    pub(super) fn is_link(&self) -> bool {
        self.kind() == FileType::Symlink
    }

    pub(super) fn user(&self) -> u32 {
        self.0.st_uid
    }

    pub(super) fn group(&self) -> u32 {
        self.0.st_gid
    }

    /// When what is in it was changed last, in whole seconds.
    pub(super) fn modified(&self) -> Option<u64> {
        u64::try_from(self.0.st_mtime).ok()
    }

    /// What it lets whom do, and what else a mode says.
    #[cfg_attr(
        target_os = "linux",
        expect(clippy::useless_conversion, reason = "macOS has it in fewer bits")
    )]
    pub(super) fn mode(&self) -> u32 {
        u32::from(self.0.st_mode) & 0o7777
    }

    fn kind(&self) -> FileType {
        FileType::from_raw_mode(self.0.st_mode)
    }
}

/// Opens a folder by its real path, which has no links.
#[cfg(target_os = "linux")]
fn open_real(path: &Path) -> io::Result<File> {
    use rustix::fs::{ResolveFlags, openat2};
    let flags = FOLDER | OFlags::PATH;
    match openat2(CWD, path, flags, Mode::empty(), ResolveFlags::NO_SYMLINKS) {
        // An older kernel, or a container that lets nobody use this.
        Err(Errno::NOSYS | Errno::PERM) => Ok(openat(CWD, path, flags, Mode::empty())?.into()),
        opened => Ok(opened?.into()),
    }
}

/// Elsewhere the last part of the path alone is held to be no link.
#[cfg(not(target_os = "linux"))]
fn open_real(path: &Path) -> io::Result<File> {
    Ok(openat(CWD, path, FOLDER, Mode::empty())?.into())
}

/// Opens a folder below another. Linux does so in one step.
#[cfg(target_os = "linux")]
fn open_below(open: &File, path: &Path) -> io::Result<File> {
    use rustix::fs::{ResolveFlags, openat2};
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
    match openat2(open, path, FOLDER, Mode::empty(), resolve) {
        // An older kernel, or a container that lets nobody use this.
        Err(Errno::NOSYS | Errno::PERM) => open_step_by_step(open, path),
        opened => Ok(opened?.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn open_below(open: &File, path: &Path) -> io::Result<File> {
    open_step_by_step(open, path)
}

/// Opens a folder below another, one part of the path after the other.
fn open_step_by_step(open: &File, path: &Path) -> io::Result<File> {
    use std::path::Component;
    let mut inner: File = openat(open, ".", FOLDER, Mode::empty())?.into();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::Normal(name) => inner = openat(&inner, name, FOLDER, Mode::empty())?.into(),
            _ => return Err(ErrorKind::InvalidInput.into()),
        }
    }
    Ok(inner)
}
