//! Bytes that a build keeps for the next and can do without: what it has parsed.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::Path;

use super::{Output, Request};
use crate::read::{self, FileRead, Links};

const FILE: &str = "parsed";

/// More than any cache has that is worth reading.
const BYTES_AT_MOST: u64 = 512 << 20;

/// How many bytes are held in memory until the site is published.
const IN_MEMORY: usize = 4 << 20;

/// Bytes that are to be kept when the site is published, and go if it is not.
#[derive(Debug)]
pub struct HeldCache {
    held: Held,
    /// Whether they follow those that are kept already.
    follows: bool,
}

#[derive(Debug)]
enum Held {
    Bytes(Vec<u8>),
    /// In a file without a name.
    File(File),
}

impl Output {
    /// What the last build into a folder kept; nothing where there is none.
    pub fn cache(request: &Request<'_>) -> Vec<u8> {
        let path = Output::apart(request).map(|output| output.kept(FILE));
        path.ok().and_then(|path| kept_bytes(&path, BYTES_AT_MOST)).unwrap_or_default()
    }

    /// Holds bytes, which are to follow those that are kept or to take their place. `None` where there is no room.
    pub fn hold_cache(&self, bytes: Vec<u8>, follows: bool) -> Option<HeldCache> {
        if bytes.len() <= IN_MEMORY {
            return Some(HeldCache { held: Held::Bytes(bytes), follows });
        }
        let mut file = tempfile::tempfile_in(&self.workshop).ok()?;
        file.write_all(&bytes).and_then(|()| file.rewind()).ok()?;
        Some(HeldCache { held: Held::File(file), follows })
    }

    /// Keeps what was held. Where it cannot be kept, it is not.
    pub fn keep_cache(&self, HeldCache { held, follows }: HeldCache) {
        let path = self.kept(FILE);
        let file = if follows { opened(&path) } else { made_anew(&path) };
        let _ = file.and_then(|mut file| match held {
            Held::Bytes(bytes) => file.write_all(&bytes),
            Held::File(mut held) => io::copy(&mut held, &mut file).map(drop),
        });
    }
}

/// What a file holds that a build left for the next, if there is one.
pub(super) fn kept_bytes(path: &Path, at_most: u64) -> Option<Vec<u8>> {
    match read::file(path, Links::Refused, at_most) {
        Ok(FileRead::Bytes(bytes)) => Some(bytes),
        _ => None,
    }
}

/// A file in the place of one that may have other names.
pub(super) fn made_anew(path: &Path) -> io::Result<File> {
    let _ = fs::remove_file(path);
    OpenOptions::new().write(true).create_new(true).open(path)
}

fn opened(path: &Path) -> io::Result<File> {
    let found = fs::symlink_metadata(path)?;
    match found.is_file() && !has_other_names(&found) {
        true => OpenOptions::new().append(true).open(path),
        false => made_anew(path),
    }
}

/// Whether what is written to a file would be in another too, as in a copy of names only.
#[cfg(unix)]
fn has_other_names(file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.nlink() > 1
}

#[cfg(not(unix))]
fn has_other_names(_file: &Metadata) -> bool {
    false
}
