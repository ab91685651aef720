//! A site that is made and not shown yet, and how it takes the place of the old one.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use rayon::prelude::*;

use super::folders::{self, MadeFolders};
use super::input_fingerprints::InputFingerprints;
use super::inventory::{Inventory, folders_around};
use super::item::{MANIFEST, StateItem};
use super::manifest::{Fingerprint, Manifest};
use super::output::Output;
use super::pages::{PagesToWrite, Written};
use super::refusal::Refusal;
use super::snapshot::{Snapshot, SnapshotFingerprint, folder_fingerprint};
use super::staging::Staging;
use super::state::StateFolder;
use super::swap::Swapped;
use super::{PublishError, adopt, boundaries, flush};
use crate::diagnostics::MachineError;
use crate::plan::Route;
use crate::render::RenderError;

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// How many files.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: u64,
    /// How many files in the output folder are somebody else's, and were kept.
    pub adopted: usize,
    /// What became of the site that was there.
    pub old_site: OldSite,
    /// How many of what was kept, files and folders.
    pub(super) foreign_files: usize,
    /// How the folder looked when it was known to be just this site: `snapshot`.
    pub(super) marks: SnapshotFingerprint,
    /// Why something of it is still beside the output folder, if it is. The next build tries again.
    pub left: Option<MachineError>,
}

/// What became of the site that was published before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldSite {
    /// It made room for the new one.
    Replaced,
    /// It is the same as the new one, and nothing was touched.
    Same,
}

/// A site that waits beside the output folder, and goes when it is dropped.
#[derive(Debug)]
pub struct Staged<'a> {
    pub(super) output: &'a Output,
    pub(super) staging: Staging<'a>,
    pub(super) manifest: Manifest,
    pub(super) made_of: InputFingerprints,
    /// Of its folders, and of the files in them that are new.
    pub(super) marks: SnapshotFingerprint,
    /// Files of others that stand where it has one.
    pub(super) in_place: BTreeSet<String>,
    /// Folders that have more permissions for now than they are to have.
    pub(super) for_now: Vec<String>,
    /// Whether one of its folders has other permissions than that of the old site.
    pub(super) has_other: bool,
    /// Whether some of what it has from the old site are copies.
    pub(super) has_copies: bool,
}

impl Output {
    /// Writes every address by `write`, from any thread, beside the folder, to be published from there; but for those
    /// whose file is there and `made_of` what it was made of. `None` is never the same.
    ///
    /// # Errors
    /// Where a page cannot be made or written. The folder is then as it was.
    pub fn stage(
        &self,
        routes: &[&Route],
        made_of: impl Fn(&Route) -> Option<u128> + Sync,
        write: impl Fn(&Route, &mut dyn Write) -> Result<(), RenderError> + Sync,
    ) -> Result<Staged<'_>, PublishError> {
        let in_place = adopt::refuse_conflicts(&self.folder, &self.found.foreign_files, routes)?;
        let staging = Staging::new(&self.state)?;
        let files: Vec<String> = routes.iter().map(|route| route.file()).collect();
        let folders = folders_around(files.iter());
        let made =
            folders::make(staging.site()?, &folders, self.state.output()?.as_ref(), &self.found)?;
        let marks = folders.iter().map(|folder| folder_fingerprint(Path::new(folder))).sum();
        drop(folders);
        drop(files);
        let pages = PagesToWrite { site: staging.site()?, found: &self.found, last: &self.made_of };
        let Written { files, made_of, marks: of_written } = pages.write(routes, made_of, write)?;
        let manifest = Manifest::new(files, cfg!(unix).then_some(made.modes));
        let marks = [marks, of_written].into_iter().sum();
        let MadeFolders { for_now, has_other, .. } = made;
        Ok(Staged {
            output: self,
            staging,
            manifest,
            made_of,
            marks,
            in_place,
            for_now,
            has_other,
            has_copies: false,
        })
    }
}

impl Staged<'_> {
    /// The size of all its files together, in bytes.
    pub fn bytes(&self) -> u64 {
        self.manifest.bytes()
    }

    /// Puts the site in the place of the old one, unless that is the same.
    ///
    /// # Errors
    /// Where that cannot be done, or somebody has changed the folder meanwhile. It is then as it was.
    pub fn publish(mut self) -> Result<Published, PublishError> {
        let Output { found, marks, modes, folder, .. } = self.output;
        adopt::refuse_other_words(folder, &self.in_place, &self.manifest)?;
        let others = marks.with_other_mode(modes.file);
        let has_its_rights = !self.has_other && !others.iter().any(|path| self.is_kept(path));
        let (old_site, marks) = if found.is_site(&self.manifest) && has_its_rights {
            (OldSite::Same, marks.fingerprint())
        } else {
            let marks = self.keep(&others)?;
            self.replace()?;
            (OldSite::Replaced, marks)
        };
        self.made_of.note(&self.output.state, self.output.manifest_hash());
        let foreign_files = || found.foreign_files.iter().filter(|(path, _)| !self.is_own(path));
        Ok(Published {
            files: self.manifest.files().len(),
            bytes: self.manifest.bytes(),
            adopted: foreign_files().filter(|(_, foreign_file)| !foreign_file.is_folder()).count(),
            foreign_files: foreign_files().count(),
            marks,
            old_site,
            left: self.staging.remove().err(),
        })
    }

    /// Takes over from the old site what is the same in the new one, and what is somebody else's. Gives the marks of
    /// the new site as it then is. `others` have other permissions than they are to have, where they are ours.
    fn keep(&mut self, others: &BTreeSet<&Path>) -> Result<SnapshotFingerprint, PublishError> {
        let Output { found, marks, .. } = self.output;
        let files = self.manifest.files().par_iter();
        let same = files.filter(|(file, fingerprint)| found.ours.get(*file) == Some(fingerprint));
        let same: Vec<(&String, &Fingerprint)> = same.collect();
        let (old, new) = (self.output.state.output()?, self.staging.site()?);
        if let Some(old) = &old {
            let has_other_rights = |file: &str| others.contains(Path::new(file));
            self.has_copies = !self.staging.keep_all(&same, old, has_other_rights)?;
            adopt::carry(found, &self.in_place, &self.for_now, old, new)?;
        } else if !same.is_empty() || !found.foreign_files.is_empty() {
            return Err(self.changed_meanwhile());
        }
        if self.has_copies || !found.foreign_files.is_empty() {
            return Ok(Snapshot::of(new.path())?.fingerprint());
        }
        // A hard link has the numbers of the file itself.
        let of_kept = marks.fingerprint_of(|path| self.is_kept(path));
        Ok([self.marks, of_kept].into_iter().sum())
    }

    /// The new manifest is in place before the new site, so that whenever this is stopped there is one that fits.
    fn replace(&mut self) -> Result<(), PublishError> {
        let state = &self.output.state;
        self.manifest.write(self.staging.dir()?)?;
        self.staging.flush()?;
        state.put(StateItem::NextManifest, self.staging.dir()?, MANIFEST)?;

        let (before, swapped) = match self.forwards() {
            Ok(done) => done,
            Err(error) => {
                forget(state);
                return Err(error);
            }
        };
        if let Err(error) = self.confirm(&before, swapped) {
            match self.staging.swap().and_then(|swap| swap.backwards(swapped)) {
                Ok(()) => forget(state),
                // The new site is what is there, and its manifest is the next one. What somebody put into the old
                // one is with it, in the staging folder.
                Err(_) => self.staging.leave(),
            }
            return Err(error);
        }
        Ok(())
    }

    /// Looks a last time, and puts the new site in its place.
    fn forwards(&self) -> Result<(Snapshot, Swapped), PublishError> {
        flush::folder(self.output.state.dir()?)?;
        self.output.refuse_lost_lock()?;
        boundaries::refuse_mounts(&self.output.folder, &self.output.folder)?;
        let before = Snapshot::of(&self.output.folder)?;
        // Somebody may have put a file there while the pages were made. What has a hard link by now was changed by
        // that, and is not lost, whatever was written to it.
        let is_named_twice = |path: &Path| !self.has_copies && self.is_kept(path);
        if !before.are_as(&self.output.marks, is_named_twice)
            && self.output.find(&[StateItem::Manifest])? != self.output.found
        {
            return Err(self.changed_meanwhile());
        }
        self.staging.refuse_exchanged(&self.output.folder)?;
        let swapped = self.staging.swap()?.forwards()?;
        Ok((before, swapped))
    }

    /// Looks at the old site where nobody can reach it any more, as somebody may have put a file there between the
    /// last look and the swap. Then the new manifest is the one.
    fn confirm(&self, before: &Snapshot, swapped: Swapped) -> Result<(), PublishError> {
        if let Some(old) = self.staging.swap()?.old(swapped) {
            // To look at the marks costs little. Some file systems give other numbers after a move; then the files
            // are read.
            let is_same = Snapshot::of(&old)? == *before
                || Inventory::in_folder(&old, &self.output.manifests(&[StateItem::Manifest])?)?
                    == self.output.found;
            if !is_same {
                return Err(self.changed_meanwhile());
            }
        }
        let state = &self.output.state;
        flush::folder(state.around()?)?;
        Ok(state.put(StateItem::Manifest, state.dir()?, &state.name_of(StateItem::NextManifest))?)
    }

    /// Whether a file of ours in the old site is one of the new site too.
    fn is_kept(&self, path: &Path) -> bool {
        let published = path.to_str().and_then(|file| self.output.found.ours.get_key_value(file));
        published.is_some_and(|(file, was)| self.manifest.files().get(file) == Some(was))
    }

    /// Whether the site has such a file or folder itself.
    fn is_own(&self, path: &Path) -> bool {
        let has = |path| self.manifest.files().contains_key(path) || self.manifest.has_folder(path);
        path.to_str().is_some_and(has)
    }

    fn changed_meanwhile(&self) -> PublishError {
        Refusal::changed_meanwhile(&self.output.folder).into()
    }
}

/// Takes away the manifest of a site that is not in place. One that stays does no harm: the next run puts it in order.
fn forget(state: &StateFolder) {
    let _ = state.dir().map(|kept| kept.remove_file(state.name_of(StateItem::NextManifest)));
}
