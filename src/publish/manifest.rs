//! The list of what was published: each file with a hash of its bytes, in the order of the paths.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_128;

use super::Published;
use crate::diagnostics::MachineError;

/// The first line, with the version of what follows.
const HEADER: &str = "letterpress manifest 1";

/// A file that was published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PublishedFile {
    /// From the output folder, with `/` between its parts.
    path: String,
    hash: u128,
    bytes: u64,
}

impl PublishedFile {
    pub(super) fn new(path: String, bytes: &[u8]) -> Self {
        PublishedFile { path, hash: xxh3_128(bytes), bytes: bytes.len() as u64 }
    }
}

/// Everything that was published.
#[derive(Debug)]
pub(super) struct Manifest {
    files: Vec<PublishedFile>,
}

impl Manifest {
    pub(super) fn new(mut files: Vec<PublishedFile>) -> Self {
        files.sort();
        Manifest { files }
    }

    pub(super) fn published(&self) -> Published {
        Published { files: self.files.len(), bytes: self.files.iter().map(|file| file.bytes).sum() }
    }

    pub(super) fn write(&self, path: &Path) -> Result<(), MachineError> {
        let mut text = format!("{HEADER}\n");
        for PublishedFile { path, hash, bytes } in &self.files {
            text.push_str(&format!("{hash:032x} {bytes} {path}\n"));
        }
        fs::write(path, text).map_err(|error| MachineError::new("write", path, error))
    }
}

/// The paths that a manifest names; `None` where there is no manifest that can be read.
pub(super) fn paths(path: &Path) -> Result<Option<BTreeSet<String>>, MachineError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(MachineError::new("read", path, error)),
    };
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Ok(None);
    }
    Ok(lines.map(|line| line.splitn(3, ' ').nth(2).map(str::to_owned)).collect())
}
