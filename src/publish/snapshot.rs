//! Seeing whether anything in a folder was changed, without reading what is in it.

use std::collections::BTreeSet;
use std::fs::{self, FileType, Metadata};
use std::io::{self, ErrorKind};
use std::iter::Sum;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

#[cfg(unix)]
use super::umask::PERMISSIONS;
use crate::diagnostics::MachineError;

/// What a folder holds, by what the file system says of each thing in it; in an order that depends on their paths alone.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Snapshot(Vec<(PathBuf, FileStat)>);

/// What is said of one. Two equal ones are of the same file, with the same in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileStat {
    kind: FileType,
    bytes: u64,
    modified: Option<SystemTime>,
    /// Who may do what with it.
    mode: u32,
    on_disk: OnDisk,
}

/// Of which marks there are, as a number: the sum of those of each, so that it can be made in any order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct SnapshotFingerprint(pub(super) u128);

/// The number of a file, and when anything about it was changed, which nobody can set back.
pub(super) type OnDisk = (u64, u64, i64, i64);

impl Snapshot {
    /// Looks at everything in a folder, which need not be there.
    pub(super) fn of(folder: &Path) -> Result<Self, MachineError> {
        match fs::symlink_metadata(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Snapshot::default()),
            // What a link leads to is not what is there.
            Ok(found) if !found.is_dir() => {
                Err(MachineError::new("look at", folder, ErrorKind::NotADirectory.into()))
            }
            _ => Ok(Snapshot(below(folder)?)),
        }
    }

    /// A number that is the same only for the same marks; but for when anything about a file was changed, as that is
    /// so too where a hard link to it goes.
    pub(super) fn fingerprint(&self) -> SnapshotFingerprint {
        self.fingerprint_of(|_| true)
    }

    /// That of some of them.
    pub(super) fn fingerprint_of(
        &self,
        is_one: impl Fn(&Path) -> bool + Sync,
    ) -> SnapshotFingerprint {
        let ours = self.0.par_iter().filter(|(path, _)| is_one(path));
        ours.map(|(path, mark)| mark.but_for_change().fingerprint(path)).sum()
    }

    /// The number with all that is said of them.
    pub(super) fn whole_fingerprint(&self) -> SnapshotFingerprint {
        self.0.par_iter().map(|(path, mark)| mark.fingerprint(path)).sum()
    }

    /// Whether they are what they were, but for when anything about these files was changed.
    pub(super) fn are_as(&self, earlier: &Snapshot, but: impl Fn(&Path) -> bool + Sync) -> bool {
        let is_as =
            |((path, mark), (old_path, old)): (&(PathBuf, FileStat), &(PathBuf, FileStat))| {
                let is_same =
                    mark == old || mark.but_for_change() == old.but_for_change() && but(path);
                path == old_path && is_same
            };
        // Elsewhere the file system says less of a file.
        let can_be_told = cfg!(unix) && self.0.len() == earlier.0.len();
        can_be_told && self.0.par_iter().zip(&earlier.0).all(is_as)
    }

    /// The files with other permissions than these.
    pub(super) fn with_other_mode(&self, mode: u32) -> BTreeSet<&Path> {
        let others = self.0.par_iter().filter(|(_, mark)| mark.kind.is_file() && mark.mode != mode);
        others.map(|(path, _)| path.as_path()).collect()
    }

    /// When anything about one of the files was changed last, in seconds and billionths.
    pub(super) fn newest(&self) -> (i64, i64) {
        let changes =
            self.0.iter().map(|(_, FileStat { on_disk: (.., at, fraction), .. })| (*at, *fraction));
        changes.max().unwrap_or_default()
    }
}

impl FileStat {
    /// That of a file.
    pub(super) fn of(found: &Metadata) -> Self {
        let modified = found.modified().ok();
        let (kind, bytes) = (found.file_type(), found.len());
        FileStat { kind, bytes, modified, mode: mode(found), on_disk: on_disk(found) }
    }

    /// That of a folder: what is in it has marks of its own, and with them the number of its disk.
    fn of_folder(kind: FileType) -> Self {
        FileStat { kind, bytes: 0, modified: None, mode: 0, on_disk: OnDisk::default() }
    }

    pub(super) fn but_for_change(self) -> Self {
        let (dev, number, ..) = self.on_disk;
        FileStat { on_disk: (dev, number, 0, 0), ..self }
    }

    /// A number that is the same only for the same mark at the same path.
    pub(super) fn fingerprint(self, path: &Path) -> SnapshotFingerprint {
        let FileStat { kind, bytes, modified, mode, on_disk: (dev, number, at, fraction) } = self;
        if kind.is_dir() {
            return folder_fingerprint(path);
        }
        let kinds = [kind.is_dir(), kind.is_file(), modified.is_some()].map(u8::from);
        let mut said = Vec::with_capacity(200);
        said.extend_from_slice(path.as_os_str().as_encoded_bytes());
        said.extend(kinds);
        said.extend(mode.to_le_bytes());
        said.extend([bytes, dev, number].iter().flat_map(|it| it.to_le_bytes()));
        said.extend([at, fraction].iter().flat_map(|it| it.to_le_bytes()));
        said.extend(modified.map_or(0, nanoseconds).to_le_bytes());
        SnapshotFingerprint(xxh3_128(&said))
    }
}

/// That of a folder at a path.
pub(super) fn folder_fingerprint(path: &Path) -> SnapshotFingerprint {
    SnapshotFingerprint(xxh3_128(path.as_os_str().as_encoded_bytes()))
}

impl Sum for SnapshotFingerprint {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(
            SnapshotFingerprint::default(),
            |SnapshotFingerprint(sum), SnapshotFingerprint(part)| {
                SnapshotFingerprint(sum.wrapping_add(part))
            },
        )
    }
}

/// Everything below a folder, level by level: somebody's folders may lie a thousand deep within one another.
fn below(folder: &Path) -> Result<Vec<(PathBuf, FileStat)>, MachineError> {
    let mut all = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while !folders.is_empty() {
        let level = folders.par_iter().map(|inside| entries(folder, inside));
        let level = level.collect::<Result<Vec<_>, MachineError>>()?.into_iter().flatten();
        let before = all.len();
        all.extend(level);
        let inner = all[before..].iter().filter(|(_, mark)| mark.kind.is_dir());
        folders = inner.map(|(path, _)| path.clone()).collect();
    }
    Ok(all)
}

/// What is in one of its folders, by name.
fn entries(folder: &Path, inside: &Path) -> Result<Vec<(PathBuf, FileStat)>, MachineError> {
    let at = folder.join(inside);
    let failed = |error: io::Error| MachineError::new("look at", &at, error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(&at).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let mark = entry.file_type().and_then(|kind| match kind.is_dir() {
            true => Ok(FileStat::of_folder(kind)),
            false => entry.metadata().map(|found| FileStat::of(&found)),
        });
        let mark = mark.map_err(|error| MachineError::new("look at", &entry.path(), error))?;
        entries.push((inside.join(entry.file_name()), mark));
    }
    entries.sort_unstable_by(|(path, _), (other, _)| path.file_name().cmp(&other.file_name()));
    Ok(entries)
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

#[cfg(unix)]
fn mode(found: &Metadata) -> u32 {
    use std::os::unix::fs::MetadataExt;
    found.mode() & PERMISSIONS
}

#[cfg(not(unix))]
fn mode(_found: &Metadata) -> u32 {
    0
}
