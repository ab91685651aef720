//! The list of what was published: each file with a hash of its bytes, in the order of the paths.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Write};
use std::path::{Component, Path};
use std::time::{Duration, UNIX_EPOCH};

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::dir::{Dir, FileInfo, KEPT_FILE_MODE};
use super::item::MANIFEST;
use super::paths::ROOT;
use super::umask::{FolderModes, PERMISSIONS};
use crate::diagnostics::MachineError;

/// The first line, with the version of what follows.
const HEADER: &str = "letterpress manifest 4";

/// How the next line begins, which says when the list was written, in seconds of 1970. As long as nobody brings it from
/// elsewhere, that is when the file was changed last: whoever clones a repository gives its files the present time, which
/// nobody can have written into them.
const WRITTEN: &str = "written ";

/// Times are kept as whole numbers of so many seconds by some file systems.
const EXACTNESS: u64 = 2;

/// More bytes than the first two lines have.
const HEAD_AT_MOST: u64 = 64;

/// How the line begins that says which permissions folders usually have, where the system has such.
const FOLDERS: &str = "folders ";

/// How the lines after it begin, each of a folder with other permissions.
const FOLDER: &str = "folder ";

/// The largest list that is read: of a million files with names of 200 bytes.
pub(super) const BYTES_AT_MOST: u64 = 256 << 20;

/// How the last line begins. A hash of all before it follows: half a list must not pass for a whole one.
const ENDING: &str = "end ";

/// What a file held when it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    hash: u128,
    pub(super) bytes: u64,
}

/// Everything that was published, by its path from the output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    files: BTreeMap<String, Fingerprint>,
    /// Which permissions the folders around them were given, where that is known.
    folders: Option<FolderModes>,
}

impl Fingerprint {
    /// That of so many bytes with this hash.
    pub(super) fn new(hash: &Xxh3, bytes: u64) -> Self {
        Fingerprint { hash: hash.digest128(), bytes }
    }

    pub(super) fn of(bytes: &[u8]) -> Self {
        Fingerprint { hash: xxh3_128(bytes), bytes: bytes.len() as u64 }
    }
}

impl Manifest {
    pub(super) fn new(files: BTreeMap<String, Fingerprint>, folders: Option<FolderModes>) -> Self {
        Manifest { files, folders }
    }

    /// Writes it into the staging folder.
    pub(super) fn write(&self, staging: &Dir) -> Result<(), MachineError> {
        let file = staging.create_new(MANIFEST, KEPT_FILE_MODE);
        let written = file.and_then(|mut file| {
            let now = file.metadata()?.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
            let at = now.as_secs() / EXACTNESS * EXACTNESS;
            file.write_all(self.text(at).as_bytes())?;
            file.set_modified(UNIX_EPOCH + Duration::from_secs(at))
        });
        written.map_err(|error| MachineError::new("write", &staging.path_of(MANIFEST), error))
    }

    fn text(&self, written_at: u64) -> String {
        let mut text = format!("{HEADER}\n{WRITTEN}{written_at}\n");
        if let Some(FolderModes { usual, kept }) = &self.folders {
            let usual: Vec<String> = usual.iter().map(|mode| format!("{mode:o}")).collect();
            text.push_str(&format!("{FOLDERS}{}\n", usual.join(" ")));
            for (path, mode) in kept {
                text.push_str(&format!("{FOLDER}{mode:o} {path}\n"));
            }
        }
        for (path, Fingerprint { hash, bytes }) in &self.files {
            text.push_str(&format!("{hash:032x} {bytes} {path}\n"));
        }
        let hash = xxh3_128(text.as_bytes());
        text.push_str(&format!("{ENDING}{hash:032x}\n"));
        text
    }

    /// The files, each as it was published.
    pub(super) fn files(&self) -> &BTreeMap<String, Fingerprint> {
        &self.files
    }

    pub(super) fn folders(&self) -> Option<&FolderModes> {
        self.folders.as_ref()
    }

    /// The files, and what is known of the folders around them.
    pub(super) fn into_parts(self) -> (BTreeMap<String, Fingerprint>, Option<FolderModes>) {
        (self.files, self.folders)
    }

    /// The size of all files together, in bytes.
    pub(super) fn bytes(&self) -> u64 {
        self.files.values().map(|file| file.bytes).sum()
    }

    /// Whether a file was published into this folder.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let next = self.files.range(folder.clone()..).next();
        next.is_some_and(|(file, _)| file.starts_with(&folder))
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let whole = text.strip_suffix('\n')?;
        let (listed, ending) = text.split_at(whole.rfind('\n')? + 1);
        let hash = ending.strip_prefix(ENDING)?.strip_suffix('\n')?;
        if u128::from_str_radix(hash, 16).ok()? != xxh3_128(listed.as_bytes()) {
            return None;
        }
        let (_, mut rest) = parse_head(listed)?;
        let has_folders = rest.starts_with(FOLDERS);
        let folders = if has_folders { Some(parse_folders(&mut rest)?) } else { None };
        let mut files = BTreeMap::new();
        for line in rest.lines() {
            let mut parts = line.splitn(3, ' ');
            let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
            let bytes = parts.next()?.parse().ok()?;
            let path = parts.next()?;
            if !is_inside(path) {
                return None;
            }
            files.insert(path.to_owned(), Fingerprint { hash, bytes });
        }
        Some(Manifest { files, folders })
    }
}

/// When a list says that it was written, and what follows.
fn parse_head(text: &str) -> Option<(u64, &str)> {
    let rest = text.strip_prefix(HEADER)?.strip_prefix('\n')?.strip_prefix(WRITTEN)?;
    let (seconds, rest) = rest.split_once('\n')?;
    Some((seconds.parse().ok()?, rest))
}

/// Whether a list was brought from elsewhere, by a clone or by a copy that keeps no times. One that cannot be understood
/// is refused by whoever reads it.
pub(super) fn is_from_elsewhere(kept: &Dir, name: &str, found: &FileInfo) -> io::Result<bool> {
    let mut head = Vec::new();
    kept.open_here(name.as_ref())?.take(HEAD_AT_MOST).read_to_end(&mut head)?;
    let head = String::from_utf8_lossy(&head);
    Ok(parse_head(&head).is_some_and(|(at, _)| Some(at) != found.modified()))
}

/// Takes what is said of folders off the lines that are left.
fn parse_folders(rest: &mut &str) -> Option<FolderModes> {
    let mut line_of = |beginning: &str| {
        let (line, after) = rest.strip_prefix(beginning)?.split_once('\n')?;
        *rest = after;
        Some(line)
    };
    let mode = |digits: &str| {
        let mode = u32::from_str_radix(digits, 8).ok()?;
        (mode & !PERMISSIONS == 0).then_some(mode)
    };
    let usual = line_of(FOLDERS)?.split(' ').map(mode).collect::<Option<BTreeSet<u32>>>()?;
    let mut kept = BTreeMap::new();
    while let Some(line) = line_of(FOLDER) {
        let (digits, path) = line.split_once(' ')?;
        if path != ROOT && !is_inside(path) {
            return None;
        }
        kept.insert(path.to_owned(), mode(digits)?);
    }
    Some(FolderModes { usual, kept })
}

/// Whether a path leads nowhere but into the folder that it is meant from.
fn is_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}
