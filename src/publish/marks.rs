//! Seeing whether anything in a folder was changed, without reading what is in it.

use std::collections::BTreeMap;
use std::fs::{FileType, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::found;
use crate::diagnostics::MachineError;

/// What a folder holds, by what the file system says of each thing in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Marks(BTreeMap<PathBuf, Mark>);

/// What is said of one. Two equal ones are of the same file, with the same in it.
#[derive(Debug, PartialEq, Eq)]
struct Mark {
    kind: FileType,
    bytes: u64,
    modified: Option<SystemTime>,
    on_disk: OnDisk,
}

/// The number of a file, and when anything about it was changed, which nobody can set back.
type OnDisk = (u64, u64, i64, i64);

impl Marks {
    /// Looks at everything in a folder, which need not be there.
    pub(super) fn of(folder: &Path) -> Result<Self, MachineError> {
        let entries = found::entries(folder)?;
        let marks = entries.par_iter().map(|entry| {
            let path = entry.path();
            let found = std::fs::symlink_metadata(path);
            let found = found.map_err(|error| MachineError::new("look at", path, error))?;
            let inside = path.strip_prefix(folder).unwrap_or(path);
            Ok((inside.to_owned(), Mark::of(&found)))
        });
        Ok(Marks(marks.collect::<Result<_, MachineError>>()?))
    }
}

impl Marks {
    /// A number that is the same only for the same marks. `None` where the system says too little of a file.
    pub(super) fn fingerprint(&self) -> Option<u128> {
        if !cfg!(unix) {
            return None;
        }
        let mut hash = Xxh3::new();
        for (path, mark) in &self.0 {
            let Mark { kind, bytes, modified, on_disk } = mark;
            let kind = (kind.is_dir(), kind.is_file(), kind.is_symlink());
            let path = path.to_str()?;
            let line = format!("{} {path} {kind:?} {bytes} {modified:?} {on_disk:?}\n", path.len());
            hash.update(line.as_bytes());
        }
        Some(hash.digest128())
    }
}

impl Mark {
    fn of(found: &Metadata) -> Self {
        let kind = found.file_type();
        if kind.is_dir() {
            // All that is in it has a mark of its own.
            return Mark { kind, bytes: 0, modified: None, on_disk: OnDisk::default() };
        }
        let modified = found.modified().ok();
        Mark { kind, bytes: found.len(), modified, on_disk: on_disk(found) }
    }
}

#[cfg(unix)]
fn on_disk(found: &Metadata) -> OnDisk {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino(), found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
fn on_disk(_found: &Metadata) -> OnDisk {
    OnDisk::default()
}
