//! Bytes that a build keeps for the next and can do without: what it has parsed.

use std::fs::File;
use std::io::{self, Seek, Write};

use super::dir::Dir;
use super::item::StateItem;
use super::state::has_other_names;
use super::{Output, Request};

/// More than any cache has that is worth reading.
const BYTES_AT_MOST: u64 = 512 << 20;

/// How many bytes are held in memory until the site is published.
const IN_MEMORY: usize = 4 << 20;

/// Bytes that are to be kept when the site is published, and go if it is not.
#[derive(Debug)]
pub struct HeldCache {
    held: HeldBytes,
    /// Whether they follow those that are kept already.
    follows: bool,
}

#[derive(Debug)]
enum HeldBytes {
    Bytes(Vec<u8>),
    /// In a file without a name.
    File(File),
}

impl Output {
    /// What the last build into a folder kept; nothing where there is none.
    pub fn cache(request: &Request<'_>) -> Vec<u8> {
        let output = Output::apart(request).ok();
        let bytes = output.and_then(|it| it.state.bytes_of(StateItem::Parsed, BYTES_AT_MOST));
        bytes.unwrap_or_default()
    }

    /// Holds bytes, which are to follow those that are kept or to take their place. `None` where there is no room.
    pub fn hold_cache(&self, bytes: Vec<u8>, follows: bool) -> Option<HeldCache> {
        if bytes.len() <= IN_MEMORY {
            return Some(HeldCache { held: HeldBytes::Bytes(bytes), follows });
        }
        let mut file = tempfile::tempfile_in(self.state.path()).ok()?;
        file.write_all(&bytes).and_then(|()| file.rewind()).ok()?;
        Some(HeldCache { held: HeldBytes::File(file), follows })
    }

    /// Keeps what was held. Where it cannot be kept, it is not.
    pub fn keep_cache(&self, HeldCache { held, follows }: HeldCache) {
        let Ok(kept) = self.state.dir() else { return };
        let name = self.state.name_of(StateItem::Parsed);
        let file = if follows && self.state.is_trusted(StateItem::Parsed) {
            opened(kept, &name)
        } else {
            kept.make_kept_anew(&name)
        };
        let _ = file.and_then(|mut file| match held {
            HeldBytes::Bytes(bytes) => file.write_all(&bytes),
            HeldBytes::File(mut held) => io::copy(&mut held, &mut file).map(drop),
        });
    }
}

fn opened(kept: &Dir, name: &str) -> io::Result<File> {
    let file = kept.append_to_kept(name)?;
    let found = file.metadata()?;
    match found.is_file() && !has_other_names(&found) {
        true => Ok(file),
        false => kept.make_kept_anew(name),
    }
}
