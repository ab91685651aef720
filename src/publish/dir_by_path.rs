//! A folder where the system opens no folders: what is in it is reached by its path.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A folder that was looked at.
#[derive(Debug)]
pub(super) struct Dir {
    path: PathBuf,
}

/// What is said of a file or a folder.
#[derive(Debug, Clone)]
pub(super) struct FileInfo(pub(super) Metadata);

/// What is made has the permissions of the folder that it is in.
pub(super) const FOLDER_MODE: u32 = 0;
pub(super) const FILE_MODE: u32 = 0;
pub(super) const KEPT_FOLDER_MODE: u32 = 0;
pub(super) const KEPT_FILE_MODE: u32 = 0;

impl Dir {
    /// Looks at a folder. A link to one is none.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        if !fs::symlink_metadata(path)?.is_dir() {
            return Err(ErrorKind::NotADirectory.into());
        }
        Ok(Dir { path: path.to_owned() })
    }

    pub(super) fn below(&self, path: impl AsRef<Path>) -> io::Result<Self> {
        Dir::open(&self.path.join(path))
    }

    pub(super) fn below_made(&self, path: &Path) -> io::Result<Self> {
        fs::create_dir_all(self.path.join(path))?;
        self.below(path)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn path_of(&self, name: impl AsRef<Path>) -> PathBuf {
        self.path.join(name)
    }

    pub(super) fn look(&self, name: impl AsRef<Path>) -> io::Result<Option<FileInfo>> {
        match fs::symlink_metadata(self.path.join(name)) {
            Ok(found) => Ok(Some(FileInfo(found))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether another folder is the one of this name. It is known by its path alone.
    pub(super) fn holds(&self, name: &str, other: &Dir) -> io::Result<bool> {
        Ok(self.look(name)?.is_some() && self.path.join(name) == other.path)
    }

    pub(super) fn make_folder(&self, name: impl AsRef<Path>, _mode: u32) -> io::Result<()> {
        fs::create_dir(self.path.join(name))
    }

    pub(super) fn create_new(&self, name: impl AsRef<Path>, _mode: u32) -> io::Result<File> {
        File::create_new(self.path.join(name))
    }

    pub(super) fn open_here(&self, name: &OsStr) -> io::Result<File> {
        File::open(self.path.join(name))
    }

    pub(super) fn make_kept_anew(&self, name: &str) -> io::Result<File> {
        let _ = self.remove_file(name);
        self.create_new(name, KEPT_FILE_MODE)
    }

    pub(super) fn append_to_kept(&self, name: &str) -> io::Result<File> {
        OpenOptions::new().append(true).open(self.path.join(name))
    }

    pub(super) fn open_lock(&self, name: &str) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        options.open(self.path.join(name))
    }

    pub(super) fn link(&self, name: &OsStr, to: &Dir) -> io::Result<()> {
        fs::hard_link(self.path.join(name), to.path.join(name))
    }

    pub(super) fn rename(&self, name: &str, to: &Dir, new: &str) -> io::Result<()> {
        fs::rename(self.path.join(name), to.path.join(new))
    }

    pub(super) fn remove_file(&self, name: impl AsRef<Path>) -> io::Result<()> {
        fs::remove_file(self.path.join(name))
    }

    pub(super) fn remove_folder(&self, name: impl AsRef<Path>) -> io::Result<()> {
        fs::remove_dir(self.path.join(name))
    }
}

impl FileInfo {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        Ok(FileInfo(file.metadata()?))
    }

    pub(super) fn is_file(&self) -> bool {
        self.0.is_file()
    }

    pub(super) fn is_folder(&self) -> bool {
        self.0.is_dir()
    }

    pub(super) fn is_link(&self) -> bool {
        self.0.is_symlink()
    }
    /// When what is in it was changed last, in whole seconds.
    pub(super) fn modified(&self) -> Option<u64> {
        let since = self.0.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(since.as_secs())
    }
}
