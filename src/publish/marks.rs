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
#[derive(Debug, Default, PartialEq, Eq)]
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
pub(super) type OnDisk = (u64, u64, i64, i64);

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

    /// A number that is the same only for the same marks; but for when anything about a file was changed, as that is
    /// so too where a second name of it goes.
    pub(super) fn fingerprint(&self) -> u128 {
        self.hash(|(dev, number, ..)| (*dev, *number, 0, 0))
    }

    /// The same with that.
    pub(super) fn whole_fingerprint(&self) -> u128 {
        self.hash(|on_disk| *on_disk)
    }

    fn hash(&self, on_disk: impl Fn(&OnDisk) -> OnDisk) -> u128 {
        let mut hash = Xxh3::new();
        for (path, mark) in &self.0 {
            let kind = (mark.kind.is_dir(), mark.kind.is_file());
            let path = path.as_os_str().as_encoded_bytes();
            hash.update(&path.len().to_le_bytes());
            hash.update(path);
            let Mark { kind: _, bytes, modified, on_disk: its } = mark;
            hash.update(format!("{kind:?} {bytes} {modified:?} {:?}", on_disk(its)).as_bytes());
        }
        hash.digest128()
    }

    /// Whether they are what they were, but for when anything about these files was changed.
    pub(super) fn are_as(&self, earlier: &Marks, but: impl Fn(&Path) -> bool) -> bool {
        let is_as =
            |((path, mark), (old_path, old_mark)): ((&PathBuf, &Mark), (&PathBuf, &Mark))| {
                path == old_path
                    && (mark == old_mark
                        || mark.apart_from_change() == old_mark.apart_from_change() && but(path))
            };
        self.0.len() == earlier.0.len() && self.0.iter().zip(&earlier.0).all(is_as)
    }

    /// When anything about one of the files was changed last, in seconds and billionths.
    pub(super) fn newest(&self) -> (i64, i64) {
        let changes =
            self.0.values().map(|Mark { on_disk: (.., at, fraction), .. }| (*at, *fraction));
        changes.max().unwrap_or_default()
    }
}

impl Mark {
    fn apart_from_change(&self) -> (FileType, u64, Option<SystemTime>, u64, u64) {
        let Mark { kind, bytes, modified, on_disk: (dev, number, ..) } = *self;
        (kind, bytes, modified, dev, number)
    }

    fn of(found: &Metadata) -> Self {
        let kind = found.file_type();
        if kind.is_dir() {
            // All that is in it has a mark of its own; what another disk is put in front of, has none.
            let (dev, ..) = on_disk(found);
            return Mark { kind, bytes: 0, modified: None, on_disk: (dev, 0, 0, 0) };
        }
        let modified = found.modified().ok();
        Mark { kind, bytes: found.len(), modified, on_disk: on_disk(found) }
    }
}

#[cfg(unix)]
pub(super) fn on_disk(found: &Metadata) -> OnDisk {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino(), found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
pub(super) fn on_disk(_found: &Metadata) -> OnDisk {
    OnDisk::default()
}
