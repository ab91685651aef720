//! What a build notes for the next: what the site was made from, and how the folder looked when it was done. Where
//! both are the same, nothing need be made. A note that does not fit, is broken or missing is none.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_128;

use super::lock::Lock;
use super::marks::Marks;
use super::output::{LAST, NEXT};
use super::swap;
use super::{OldSite, Output, Published, Request, Strangers, manifest};
use crate::read::{self, FileRead, Links};

/// What the note is called.
const NOTE: &str = "note";

/// The first line, with the version of what follows.
const HEADER: &str = "letterpress note 1";

/// What is noted in words: 20,000 problems have a fifth of it. More is not kept.
const BYTES_AT_MOST: u64 = 16 << 20;

/// How a folder looked, and its manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    marks: u128,
    manifest: u128,
}

impl Output {
    /// The site that stands in a folder and the words that were noted with it, if it was made from the same and nobody
    /// has touched it since. `None` also where the folder may not be replaced or is being built into, as a build says
    /// of that what there is to say.
    pub fn unchanged(request: &Request<'_>, made_from: u128) -> Option<(Published, String)> {
        let output = Output::apart(request).ok()?;
        let note = Note::read(&output.kept(NOTE), made_from)?;
        let _lock = Lock::take(&output.kept("lock"), &output.folder).ok()?;
        let is_settled = !swap::is_there(&output.kept(NEXT)).ok()?
            && !swap::is_there(&output.kept("staging")).ok()?
            && (note.published.adopted == 0 || request.strangers == Strangers::Adopt);
        let is_same = is_settled && output.looks()? == note.look;
        is_same.then_some((note.published, note.words))
    }

    /// Notes what the site was made from, with some words for the next build. Where this cannot be noted, that build
    /// makes the site again.
    pub fn note(&self, made_from: u128, published: &Published, words: &str) {
        let Some(Look { marks, manifest }) = self.looks() else { return };
        let Published { files, bytes, adopted, .. } = published;
        let mut text = format!(
            "{HEADER}\n{made_from:032x} {marks:032x} {manifest:032x} {files} {bytes} {adopted}\n{words}"
        );
        text.push_str(&format!("\n{:032x}", xxh3_128(text.as_bytes())));
        let path = self.kept(NOTE);
        let _ = fs::remove_file(&path);
        if text.len() as u64 > BYTES_AT_MOST {
            return;
        }
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let _ = file.and_then(|mut file| file.write_all(text.as_bytes()));
    }

    /// How the folder looks. `None` where that cannot be seen, or would not show every change.
    fn looks(&self) -> Option<Look> {
        let manifest = bytes(&self.kept(LAST), manifest::BYTES_AT_MOST)?;
        let marks = Marks::of(&self.folder).ok()?.fingerprint()?;
        Some(Look { marks, manifest: xxh3_128(&manifest) })
    }
}

struct Note {
    look: Look,
    published: Published,
    words: String,
}

impl Note {
    fn read(path: &Path, made_from: u128) -> Option<Self> {
        let text = String::from_utf8(bytes(path, BYTES_AT_MOST)?).ok()?;
        let (text, hash) = text.rsplit_once('\n')?;
        if u128::from_str_radix(hash, 16).ok()? != xxh3_128(text.as_bytes()) {
            return None;
        }
        let (facts, words) = text.strip_prefix(HEADER)?.strip_prefix('\n')?.split_once('\n')?;
        let mut facts = facts.split(' ');
        let mut hash = || u128::from_str_radix(facts.next()?, 16).ok();
        let is_of_same = hash()? == made_from;
        let look = Look { marks: hash()?, manifest: hash()? };
        let mut count = || facts.next()?.parse::<u64>().ok();
        let published = Published {
            files: usize::try_from(count()?).ok()?,
            bytes: count()?,
            adopted: usize::try_from(count()?).ok()?,
            old_site: OldSite::Same,
            left: None,
        };
        is_of_same.then(|| Note { look, published, words: words.to_owned() })
    }
}

fn bytes(path: &Path, at_most: u64) -> Option<Vec<u8>> {
    match read::file(path, Links::Refused, at_most) {
        Ok(FileRead::Bytes(bytes)) => Some(bytes),
        _ => None,
    }
}
