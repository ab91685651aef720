//! The list of what was published: each file with a hash of its bytes, in the order of the paths.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path};

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::refusal::Refusal;
use super::{Output, PublishError};
use crate::diagnostics::{MachineError, Shown};
use crate::read::{self, FileRead, Links};

/// The first line, with the version of what follows.
const HEADER: &str = "letterpress manifest 2";

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
    pub(super) fn new(files: BTreeMap<String, Fingerprint>) -> Self {
        Manifest { files }
    }

    /// Reads the manifest of an output folder. One that is not there names nothing: then nothing is ours. One that
    /// cannot be understood is refused, as what it names cannot be known.
    pub(super) fn read(path: &Path, output: &Output) -> Result<Self, PublishError> {
        let read = match read::file(path, Links::Refused, BYTES_AT_MOST) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Manifest::default()),
            read => read?,
        };
        let manifest = match read {
            FileRead::Bytes(bytes) => {
                let text = String::from_utf8(bytes).ok();
                text.and_then(|text| Manifest::parse(&text))
                    .ok_or("is broken or of another version of Letterpress")
            }
            FileRead::NotAFile => Err("is not a file"),
            FileRead::TooLarge(_) => Err("is too large to be one"),
        };
        manifest.map_err(|what| {
            let (folder, path) = (output.folder(), Shown::from(path));
            let reason = format!("the list of what was built there, {path}, {what}");
            let help = format!(
                "if nothing in {} is needed, delete it and the list, and build again",
                Shown::from(folder)
            );
            Refusal::new(folder, reason, help).into()
        })
    }

    pub(super) fn write(&self, path: &Path) -> Result<(), MachineError> {
        fs::write(path, self.text()).map_err(|error| MachineError::new("write", path, error))
    }

    /// The hash of its file.
    pub(super) fn hash(&self) -> u128 {
        xxh3_128(self.text().as_bytes())
    }

    fn text(&self) -> String {
        let mut text = format!("{HEADER}\n");
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

    pub(super) fn into_files(self) -> BTreeMap<String, Fingerprint> {
        self.files
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

    fn parse(text: &str) -> Option<Self> {
        let whole = text.strip_suffix('\n')?;
        let (listed, ending) = text.split_at(whole.rfind('\n')? + 1);
        let hash = ending.strip_prefix(ENDING)?.strip_suffix('\n')?;
        if u128::from_str_radix(hash, 16).ok()? != xxh3_128(listed.as_bytes()) {
            return None;
        }
        let lines = listed.strip_prefix(HEADER)?.strip_prefix('\n')?.lines();
        let mut files = BTreeMap::new();
        for line in lines {
            let mut parts = line.splitn(3, ' ');
            let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
            let bytes = parts.next()?.parse().ok()?;
            let path = parts.next()?;
            if !is_inside(path) {
                return None;
            }
            files.insert(path.to_owned(), Fingerprint { hash, bytes });
        }
        Some(Manifest { files })
    }
}

/// Whether a path leads nowhere but into the folder that it is meant from.
fn is_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}
