//! What a build notes for the next: what the site was made from, and how the folder looked when it was done. Where
//! both are the same, nothing need be made. A note that does not fit, is broken or missing is none; and there is none
//! where the system does not say when anything about a file was changed.

use std::fs::Metadata;
use std::io::{self, Write};
use std::thread;
use std::time::Duration;

use xxhash_rust::xxh3::xxh3_128;

use super::dir::Dir;
use super::inventory::Inventory;
use super::item::StateItem;
use super::lock::Lock;
use super::snapshot::{Snapshot, SnapshotFingerprint, on_disk};
use super::state::StateFolder;
use super::umask::NewModes;
use super::{ForeignFiles, OldSite, Output, Published, Request};

/// The first line, with the version of what follows.
const HEADER: &str = "letterpress note 2";

/// A note of 50,000 problems has so many. A site with more is made again each time.
const BYTES_AT_MOST: u64 = 16 << 20;

/// How often a note is written, each time a little later, until it is newer than every file of the site: a change in
/// the same moment would not be seen. Where times are whole seconds that can come to nothing.
const TRIES: usize = 10;

/// How much later. Linux tells times apart that are so long from one another.
const LATER: Duration = Duration::from_millis(4);

impl Output {
    /// The site that stands in a folder and the words that were noted with it, if it was made from the same and nobody
    /// has touched it since. `None` also where the folder may not be replaced or is being built into, as a build says
    /// of that what there is to say.
    pub fn unchanged(request: &Request<'_>, made_from: u128) -> Option<(Published, String)> {
        let output = Output::apart(request).ok()?;
        let note = output.last_note()?;
        if note.made_from != made_from {
            return None;
        }
        let _lock = Lock::take(&output.state, &output.folder).ok()?;
        if note.modes != output.state.new_modes().ok()? {
            return None;
        }
        let is_settled = !output.state.has(StateItem::Staging).ok()?
            && (note.published.foreign_files == 0 || request.foreign_files == ForeignFiles::Adopt);
        let is_same =
            is_settled && output.is_as_noted(&note, &Snapshot::of(&output.folder).ok()?)?;
        is_same.then_some((note.published, note.words))
    }

    /// What is in a folder with these marks, where the last build noted them and they need not be read: just what was
    /// published.
    pub(super) fn noted(&self, marks: &Snapshot) -> Option<Inventory> {
        let note = self.last_note()?;
        if note.published.foreign_files > 0 || !self.is_as_noted(&note, marks)? {
            return None;
        }
        Some(Inventory::just(self.manifest(StateItem::Manifest).ok()?))
    }

    fn last_note(&self) -> Option<Note> {
        cfg!(unix).then(|| Note::read(&self.state))?
    }

    fn is_as_noted(&self, note: &Note, marks: &Snapshot) -> Option<bool> {
        Some(
            !self.state.has(StateItem::NextManifest).ok()?
                && marks.whole_fingerprint() == note.published.marks
                && marks.newest()
                    < changed(&self.state.path_of(StateItem::Note).symlink_metadata().ok()?)
                && self.manifest_hash()? == note.manifest,
        )
    }

    /// Notes what the site was made from, with some words for the next build. Where this cannot be noted, that build
    /// makes the site again.
    pub fn note(&self, made_from: u128, published: &Published, words: &str) {
        let Ok(kept) = self.state.dir() else { return };
        let _ = kept.remove_file(self.state.name_of(StateItem::Note));
        if cfg!(unix) && self.refuse_lost_lock().is_ok() {
            // A note that could not be written is none.
            let _ = self.write_note(kept, made_from, published, words);
        }
    }

    fn write_note(
        &self,
        kept: &Dir,
        made_from: u128,
        published: &Published,
        words: &str,
    ) -> io::Result<()> {
        let NewModes { file, all } = self.modes;
        let Published { files, bytes, adopted, foreign_files, marks, old_site: _, left: _ } =
            published;
        let now = Snapshot::of(&self.folder).map_err(io::Error::other)?;
        // Somebody may have written there since.
        let Some(manifest) = self.manifest_hash().filter(|_| now.fingerprint() == *marks) else {
            return Ok(());
        };
        let mut text = format!(
            "{HEADER}\n{made_from:032x} {:032x} {manifest:032x} {file:o} {all:o} {files} {bytes} {adopted} {foreign_files}\n{words}",
            now.whole_fingerprint().0,
        );
        text.push_str(&format!("\n{:032x}", xxh3_128(text.as_bytes())));
        if text.len() as u64 > BYTES_AT_MOST {
            return Ok(());
        }
        let name = self.state.name_of(StateItem::Note);
        for _ in 0..TRIES {
            let mut file = kept.make_kept_anew(&name)?;
            file.write_all(text.as_bytes())?;
            if changed(&file.metadata()?) > now.newest() {
                return Ok(());
            }
            thread::sleep(LATER);
        }
        kept.remove_file(name)
    }
}

struct Note {
    made_from: u128,
    manifest: u128,
    /// Which permissions its files were made with.
    modes: NewModes,
    published: Published,
    words: String,
}

impl Note {
    fn read(state: &StateFolder) -> Option<Self> {
        let text = String::from_utf8(state.bytes_of(StateItem::Note, BYTES_AT_MOST)?).ok()?;
        let (text, hash) = text.rsplit_once('\n')?;
        if u128::from_str_radix(hash, 16).ok()? != xxh3_128(text.as_bytes()) {
            return None;
        }
        let (facts, words) = text.strip_prefix(HEADER)?.strip_prefix('\n')?.split_once('\n')?;
        let mut facts = facts.split(' ');
        let mut hash = || u128::from_str_radix(facts.next()?, 16).ok();
        let (made_from, marks, manifest) = (hash()?, hash()?, hash()?);
        let mut mode = || u32::from_str_radix(facts.next()?, 8).ok();
        let modes = NewModes { file: mode()?, all: mode()? };
        let mut count = || facts.next()?.parse::<u64>().ok();
        let published = Published {
            files: usize::try_from(count()?).ok()?,
            bytes: count()?,
            adopted: usize::try_from(count()?).ok()?,
            foreign_files: usize::try_from(count()?).ok()?,
            marks: SnapshotFingerprint(marks),
            old_site: OldSite::Same,
            left: None,
        };
        Some(Note { made_from, manifest, modes, published, words: words.to_owned() })
    }
}

/// When anything about a file was changed last, in seconds and billionths.
fn changed(file: &Metadata) -> (i64, i64) {
    let (_, _, at, fraction) = on_disk(file);
    (at, fraction)
}
