//! Seeing whether anything in a folder was changed, without reading what is in it.

use std::ffi::OsString;
use std::fs::{self, FileType, Metadata};
use std::io::{self, ErrorKind};
use std::iter;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::diagnostics::MachineError;

/// What a folder holds, by what the file system says of each thing in it; in the order of their paths.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(Vec<(PathBuf, Mark)>);

/// What is said of one. Two equal ones are of the same file, with the same in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        match fs::symlink_metadata(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Marks::default()),
            _ => Ok(Marks(below(folder, Path::new(""))?)),
        }
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
        let mut add = |bytes: &[u8]| hash.update(bytes);
        for (path, mark) in &self.0 {
            let Mark { kind, bytes, modified, on_disk: its } = mark;
            let path = path.as_os_str().as_encoded_bytes();
            add(&path.len().to_le_bytes());
            add(path);
            add(&[u8::from(kind.is_dir()), u8::from(kind.is_file()), u8::from(modified.is_some())]);
            add(&bytes.to_le_bytes());
            add(&modified.map_or(0, nanoseconds).to_le_bytes());
            let (dev, number, at, fraction) = on_disk(its);
            [dev, number].iter().for_each(|it| add(&it.to_le_bytes()));
            [at, fraction].iter().for_each(|it| add(&it.to_le_bytes()));
        }
        hash.digest128()
    }

    /// Whether they are what they were, but for when anything about these files was changed.
    pub(super) fn are_as(&self, earlier: &Marks, but: impl Fn(&Path) -> bool + Sync) -> bool {
        let is_as = |((path, mark), (old_path, old)): (&(PathBuf, Mark), &(PathBuf, Mark))| {
            let is_same = mark == old || mark.but_for_change() == old.but_for_change() && but(path);
            path == old_path && is_same
        };
        // Elsewhere the file system says less of a file.
        let can_be_told = cfg!(unix) && self.0.len() == earlier.0.len();
        can_be_told && self.0.par_iter().zip(&earlier.0).all(is_as)
    }

    /// When anything about one of the files was changed last, in seconds and billionths.
    pub(super) fn newest(&self) -> (i64, i64) {
        let changes =
            self.0.iter().map(|(_, Mark { on_disk: (.., at, fraction), .. })| (*at, *fraction));
        changes.max().unwrap_or_default()
    }
}

impl Mark {
    fn but_for_change(self) -> Self {
        let (dev, number, ..) = self.on_disk;
        Mark { on_disk: (dev, number, 0, 0), ..self }
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

/// Everything in a folder, each folder in it before what is in that. One folder is open at a time on each thread.
fn below(folder: &Path, inside: &Path) -> Result<Vec<(PathBuf, Mark)>, MachineError> {
    let failed = |error: io::Error| MachineError::new("look at", folder, error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let found =
            entry.metadata().map_err(|error| MachineError::new("look at", &entry.path(), error))?;
        entries.push((entry.file_name(), Mark::of(&found)));
    }
    entries.sort_unstable_by(|(name, _), (other, _)| name.cmp(other));
    let with_inside = |(name, mark): &(OsString, Mark)| {
        let path = inside.join(name);
        let within = match mark.kind.is_dir() {
            true => below(&folder.join(name), &path)?,
            false => Vec::new(),
        };
        Ok(iter::once((path, *mark)).chain(within))
    };
    match entries.len() {
        1 => Ok(with_inside(&entries[0])?.collect()),
        _ => {
            let parts = entries.par_iter().map(with_inside);
            Ok(parts.collect::<Result<Vec<_>, MachineError>>()?.into_iter().flatten().collect())
        }
    }
}

fn nanoseconds(time: SystemTime) -> i128 {
    let sized = |nanoseconds: u128| i128::try_from(nanoseconds).unwrap_or(i128::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => sized(since.as_nanos()),
        Err(before) => -sized(before.duration().as_nanos()),
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
