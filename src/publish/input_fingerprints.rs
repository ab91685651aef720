//! What the published files were made of, as numbers, for the next build: what would be made of the same need not be
//! made again. It is of one manifest, and of none where it is broken or missing; it may be deleted at any time.

use std::fs::File;
use std::io::{self, Write};

use xxhash_rust::xxh3::xxh3_128;

use super::item::StateItem;
use super::state::StateFolder;

/// The first line, with the version of what follows: the hash of the manifest, the numbers in order, and a hash of it
/// all, each of 16 bytes.
const HEADER: &[u8] = b"letterpress made-of 1\n";

/// So many have a million files.
const BYTES_AT_MOST: u64 = 16 << 20;

const NUMBER: usize = size_of::<u128>();

/// The numbers, in order. Each is of one address, so that it need not be said of which.
#[derive(Debug, Default)]
pub(super) struct InputFingerprints(Vec<u128>);

impl InputFingerprints {
    /// What the files that the last build published were made of, as far as it is known; `manifest` is the hash of their
    /// list.
    pub(super) fn of_last_build(state: &StateFolder, manifest: Option<u128>) -> Self {
        let noted = |manifest| {
            let bytes = state.bytes_of(StateItem::MadeOf, BYTES_AT_MOST)?;
            InputFingerprints::parse(&bytes, manifest)
        };
        manifest.and_then(noted).unwrap_or_default()
    }

    /// Notes what the files that are published now were made of.
    pub(super) fn note(&self, state: &StateFolder, manifest: Option<u128>) {
        // What is not noted is made again.
        if let (Some(manifest), Ok(kept)) = (manifest, state.dir()) {
            let file = kept.make_kept_anew(&state.name_of(StateItem::MadeOf));
            let _ = file.and_then(|file| self.write(file, manifest));
        }
    }

    pub(super) fn new(mut numbers: Vec<u128>) -> Self {
        numbers.sort_unstable();
        InputFingerprints(numbers)
    }

    pub(super) fn has(&self, number: u128) -> bool {
        self.0.binary_search(&number).is_ok()
    }

    fn write(&self, mut file: File, manifest: u128) -> io::Result<()> {
        let numbers = [manifest].into_iter().chain(self.0.iter().copied());
        let mut bytes: Vec<u8> = HEADER.to_vec();
        bytes.extend(numbers.flat_map(u128::to_le_bytes));
        bytes.extend(xxh3_128(&bytes).to_le_bytes());
        file.write_all(&bytes)
    }

    /// What was noted of the files of a manifest with this hash.
    fn parse(bytes: &[u8], manifest: u128) -> Option<Self> {
        let (listed, hash) = bytes.split_last_chunk::<NUMBER>()?;
        if u128::from_le_bytes(*hash) != xxh3_128(listed) {
            return None;
        }
        let (numbers, rest) = listed.strip_prefix(HEADER)?.as_chunks::<NUMBER>();
        let mut numbers = numbers.iter().map(|number| u128::from_le_bytes(*number));
        let is_of_it = numbers.next()? == manifest && rest.is_empty();
        is_of_it.then(|| InputFingerprints(numbers.collect()))
    }
}
