//! Front matter of letters as it was read before: to read YAML is half of what parsing costs.
//!
//! A cache is bytes that somebody keeps between runs. Each entry has the hash of the program and of the text that it was
//! read from, and a hash of itself: what does not fit is read from the text. So it may be deleted, or broken, at any time.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use xxhash_rust::xxh3::{xxh3_64, xxh3_128_with_seed};

use super::raw::RawLetter;

/// How large the content of a site may be, in bytes, for a cache to be kept. It is in memory while letters are parsed,
/// and about half as large.
const CONTENT_AT_MOST: u64 = 128 << 20;

/// How many times as large as what is used of it a cache may become, before it is written anew.
const TIMES: usize = 2;

/// Before each entry: the hash of the program and the text, how long the entry is, and its own hash.
const HEAD: usize = size_of::<u128>() + size_of::<u32>() + size_of::<u64>();

/// What was read before, and what is read now.
#[derive(Default)]
pub struct ParseCache {
    seed: u64,
    bytes: Vec<u8>,
    /// Whether the last entry is there to its end. What follows half an entry would not be found.
    is_whole: bool,
    entries: BTreeMap<u128, CacheEntry>,
    /// Entries that were not there, one after the other.
    fresh: Mutex<Vec<u8>>,
}

struct CacheEntry {
    start: usize,
    end: usize,
    hash: u64,
    is_used: AtomicBool,
}

/// What is to be done with the bytes that a cache was made of.
#[derive(Debug, PartialEq, Eq)]
pub enum CacheChange {
    /// Nothing.
    Keep,
    /// These are to follow them.
    Append(Vec<u8>),
    /// These are to take their place.
    Replace(Vec<u8>),
}

impl ParseCache {
    /// A cache of this program, from the bytes that were kept of it.
    pub fn new(program: u128, bytes: Vec<u8>) -> Self {
        let seed = xxh3_64(&program.to_le_bytes());
        let mut entries = BTreeMap::new();
        let mut start = 0;
        while let Some((key, entry)) = CacheEntry::at(&bytes, start) {
            start = entry.end;
            entries.insert(key, entry);
        }
        let is_whole = start == bytes.len();
        ParseCache { seed, bytes, is_whole, entries, fresh: Mutex::default() }
    }

    /// This cache for so many bytes of content; none where that is too much for one.
    pub(crate) fn sized_for(mut self, bytes: u64) -> Option<Self> {
        if bytes > CONTENT_AT_MOST {
            return None;
        }
        if self.entries.is_empty() {
            // Half of a letter is front matter. Grown step by step it would be in memory twice.
            let room = usize::try_from(bytes / 2).ok()?;
            self.fresh.get_mut().unwrap_or_else(PoisonError::into_inner).reserve(room);
        }
        Some(self)
    }

    /// What this front matter came to before.
    pub(super) fn get(&self, yaml: &str) -> Option<RawLetter> {
        let entry = self.entries.get(&self.key(yaml))?;
        let bytes = &self.bytes[entry.start..entry.end];
        let raw = (xxh3_64(bytes) == entry.hash).then(|| rmp_serde::from_slice(bytes).ok())??;
        entry.is_used.store(true, Ordering::Relaxed);
        Some(raw)
    }

    /// Takes what front matter came to, without a problem, for the next time.
    pub(super) fn add(&self, yaml: &str, raw: &RawLetter) {
        // What cannot be kept is read again.
        let mut bytes = Vec::with_capacity(yaml.len());
        if rmp_serde::encode::write(&mut bytes, raw).is_ok() {
            let mut fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
            write(&mut fresh, self.key(yaml), &bytes, xxh3_64(&bytes));
        }
    }

    /// What was read since, for the next time.
    pub fn change(self) -> CacheChange {
        let mut new = self.fresh.into_inner().unwrap_or_else(PoisonError::into_inner);
        let used = self.entries.values().filter(|entry| entry.is_used.load(Ordering::Relaxed));
        let in_use = new.len() + used.map(|entry| HEAD + entry.end - entry.start).sum::<usize>();
        let has_to = self.entries.is_empty() || !self.is_whole;
        if has_to || self.bytes.len() + new.len() > in_use * TIMES {
            let mut used: Vec<(&u128, &CacheEntry)> = self
                .entries
                .iter()
                .filter(|(_, entry)| entry.is_used.load(Ordering::Relaxed))
                .collect();
            used.sort_unstable_by_key(|(_, entry)| entry.start);
            for (key, entry) in used {
                write(&mut new, *key, &self.bytes[entry.start..entry.end], entry.hash);
            }
            CacheChange::Replace(new)
        } else if new.is_empty() {
            CacheChange::Keep
        } else {
            CacheChange::Append(new)
        }
    }

    fn key(&self, yaml: &str) -> u128 {
        xxh3_128_with_seed(yaml.as_bytes(), self.seed)
    }
}

impl CacheEntry {
    /// The entry that stands there, if one does as a whole.
    fn at(bytes: &[u8], start: usize) -> Option<(u128, CacheEntry)> {
        let (key, rest) = bytes.get(start..)?.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (hash, rest) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let entry = CacheEntry {
            start: start + HEAD,
            end: start + HEAD + length,
            hash: u64::from_le_bytes(*hash),
            is_used: AtomicBool::new(false),
        };
        (length <= rest.len()).then_some((u128::from_le_bytes(*key), entry))
    }
}

fn write(out: &mut Vec<u8>, key: u128, bytes: &[u8], hash: u64) {
    if let Ok(length) = u32::try_from(bytes.len()) {
        out.extend(key.to_le_bytes());
        out.extend(length.to_le_bytes());
        out.extend(hash.to_le_bytes());
        out.extend(bytes);
    }
}

impl fmt::Debug for ParseCache {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ParseCache of {} entries", self.entries.len())
    }
}
