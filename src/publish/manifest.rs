//! The list of what was published: each file with a hash of its bytes, in the order of the paths.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_128;

use super::Published;
use crate::diagnostics::MachineError;

/// The first line, with the version of what follows.
const HEADER: &str = "letterpress manifest 1";

/// What a file held when it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    hash: u128,
    bytes: u64,
}

/// Everything that was published, by its path from the output folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    files: BTreeMap<String, Fingerprint>,
}

impl Fingerprint {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Fingerprint { hash: xxh3_128(bytes), bytes: bytes.len() as u64 }
    }
}

impl Manifest {
    pub(super) fn new(files: impl IntoIterator<Item = (String, Fingerprint)>) -> Self {
        Manifest { files: files.into_iter().collect() }
    }

    /// Reads a manifest. One that is not there, or cannot be understood, names nothing: then nothing is
    /// ours.
    pub(super) fn read(path: &Path) -> Result<Self, MachineError> {
        match fs::read_to_string(path) {
            Ok(text) => Ok(Manifest::parse(&text).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Manifest::default()),
            Err(error) => Err(MachineError::new("read", path, error)),
        }
    }

    pub(super) fn write(&self, path: &Path) -> Result<(), MachineError> {
        let mut text = format!("{HEADER}\n");
        for (path, Fingerprint { hash, bytes }) in &self.files {
            text.push_str(&format!("{hash:032x} {bytes} {path}\n"));
        }
        fs::write(path, text).map_err(|error| MachineError::new("write", path, error))
    }

    pub(super) fn published(&self) -> Published {
        Published {
            files: self.files.len(),
            bytes: self.files.values().map(|file| file.bytes).sum(),
        }
    }

    /// Whether this file was published, and has been left as it was.
    pub(super) fn holds(&self, path: &str, file: &Path) -> Result<bool, MachineError> {
        let Some(published) = self.files.get(path) else {
            return Ok(false);
        };
        let bytes = fs::read(file).map_err(|error| MachineError::new("read", file, error))?;
        Ok(Fingerprint::of(&bytes) == *published)
    }

    /// The files below a folder that are as they were published. Those that are not are left out.
    pub(super) fn files_below(
        &self,
        root: &Path,
        below: &str,
    ) -> Result<BTreeMap<String, Vec<u8>>, MachineError> {
        let folder = format!("{below}/");
        let mut files = BTreeMap::new();
        for (path, published) in
            self.files.range(folder.clone()..).take_while(|(path, _)| path.starts_with(&folder))
        {
            let file = root.join(path);
            match fs::read(&file) {
                Ok(bytes) if Fingerprint::of(&bytes) == *published => {
                    files.insert(path.clone(), bytes);
                }
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(MachineError::new("read", &file, error)),
            }
        }
        Ok(files)
    }

    /// Whether a file was published into this folder.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let next = self.files.range(folder.clone()..).next();
        next.is_some_and(|(file, _)| file.starts_with(&folder))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return None;
        }
        let mut files = BTreeMap::new();
        for line in lines {
            let mut parts = line.splitn(3, ' ');
            let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
            let bytes = parts.next()?.parse().ok()?;
            files.insert(parts.next()?.to_owned(), Fingerprint { hash, bytes });
        }
        Some(Manifest { files })
    }
}
