//! The folder that a site is published into, found to be ours to replace.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use super::input_fingerprints::InputFingerprints;
use super::inventory::Inventory;
use super::item::{ASIDE, MANIFEST, NEW, StateItem};
use super::lock::Lock;
use super::manifest::{self, Fingerprint, Manifest};
use super::ownership::Owners;
use super::refusal::Refusal;
use super::request::{ForeignFiles, Request};
use super::snapshot::Snapshot;
use super::staging::Staging;
use super::state::StateFolder;
use super::umask::NewModes;
use super::{PublishError, boundaries, flush};
use crate::diagnostics::{MachineError, Shown};
use crate::plan::Route;
use crate::read::{self, FileRead, LinkPolicy};
use crate::render;

const BOTH: [StateItem; 2] = [StateItem::Manifest, StateItem::NextManifest];

/// What is kept on a folder. Whoever owns the site's own folder may have built it before.
fn state_of(
    root: &Path,
    folder: &Path,
    foreign_files: ForeignFiles,
) -> Result<StateFolder, PublishError> {
    let site = fs::metadata(root).map_err(|error| MachineError::new("look at", root, error))?;
    StateFolder::find(folder, Owners::of(&site), foreign_files)
}

/// Where a site is to be published, found to be ours to replace.
#[derive(Debug)]
pub struct Output {
    pub(super) folder: PathBuf,
    /// What is kept on it.
    pub(super) state: StateFolder,
    foreign_files: ForeignFiles,
    pub(super) found: Inventory,
    /// How it looked just before.
    pub(super) marks: Snapshot,
    /// What the files in it were made of.
    pub(super) made_of: InputFingerprints,
    /// Which permissions new ones have.
    pub(super) modes: NewModes,
    lock: Option<Lock>,
}

impl Output {
    /// Looks whether a folder may be replaced: it must lie apart from what the site is made from and from what
    /// its owner would miss, and hold only what was published there before. Changes nothing.
    ///
    /// # Errors
    /// Where it may not, or cannot be looked at.
    pub fn look(request: &Request<'_>) -> Result<Self, PublishError> {
        let mut output = Output::apart(request)?;
        output.found = output.find(&BOTH)?;
        Ok(output)
    }

    /// Looks whether a folder may be replaced, and keeps other builds out of it until this is dropped. What a
    /// build left that was stopped is put in order.
    ///
    /// # Errors
    /// Where it may not, cannot be looked at, or is being built into.
    pub fn reserve(request: &Request<'_>) -> Result<Self, PublishError> {
        let mut output = Output::apart(request)?;
        if !output.state.has(StateItem::Lock)? {
            // Nothing is made beside a folder that is refused.
            output.find(&BOTH)?;
        }
        output.state.put_untrusted_aside()?;
        output.state.make()?;
        output.lock = Some(Lock::take(&output.state, &output.folder)?);
        // Another build may have come first, and what was put aside is to be gone.
        output.state = state_of(request.root, &output.folder, ForeignFiles::Refuse)?;
        output.modes = output.state.new_modes()?;
        output.refuse_stranded()?;
        Staging::clear(&output.state, &output.folder)?;
        output.marks = Snapshot::of(&output.folder)?;
        output.found = match output.noted(&output.marks) {
            Some(found) => found,
            None => output.find(&BOTH)?,
        };
        output.settle()?;
        output.made_of = InputFingerprints::of_last_build(&output.state, output.manifest_hash());
        Ok(output)
    }

    pub(super) fn apart(request: &Request<'_>) -> Result<Self, PublishError> {
        let Request { root, folder, home, foreign_files } = *request;
        let folder = boundaries::resolve(folder)?;
        boundaries::refuse_sources(root, &folder)?;
        boundaries::refuse_dear(&folder, home)?;
        boundaries::refuse_nameless(&folder)?;
        boundaries::refuse_mounts(&folder, &folder)?;
        let state = state_of(root, &folder, foreign_files)?;
        boundaries::refuse_mounted(&folder, state.path())?;
        Ok(Output {
            folder,
            state,
            foreign_files,
            found: Inventory::default(),
            marks: Snapshot::default(),
            made_of: InputFingerprints::default(),
            modes: NewModes::default(),
            lock: None,
        })
    }

    /// What is in the folder, as these manifests have it.
    pub(super) fn find(&self, manifests: &[StateItem]) -> Result<Inventory, PublishError> {
        let found = Inventory::in_folder(&self.folder, &self.manifests(manifests)?)?;
        if self.foreign_files == ForeignFiles::Refuse {
            found.refuse_strangers(&self.folder)?;
        }
        Ok(found)
    }

    /// A run that was stopped right after the swap has not looked at the old site any more. What somebody wrote there
    /// just before is not taken away with it.
    fn refuse_stranded(&self) -> Result<(), PublishError> {
        if !self.state.has(StateItem::NextManifest)? {
            return Ok(());
        }
        let manifests = self.manifests(&BOTH)?;
        let here = Inventory::in_folder(&self.folder, &manifests)?;
        for name in [NEW, ASIDE] {
            let left = self.state.path_of(StateItem::Staging).join(name);
            let found = Inventory::in_folder(&left, &manifests)?;
            if let Some(path) = found.file_missing_in(&here) {
                return Err(Refusal::stranded(&self.folder, &left.join(path)).into());
            }
        }
        Ok(())
    }

    pub(super) fn manifests(&self, items: &[StateItem]) -> Result<Vec<Manifest>, PublishError> {
        items.iter().map(|item| self.manifest(*item)).collect()
    }

    /// Reads the manifest of an output folder. One that is not there names nothing: then nothing is ours. One that
    /// cannot be understood is refused, as what it names cannot be known; of one that another user may have written
    /// nothing is believed.
    pub(super) fn manifest(&self, item: StateItem) -> Result<Manifest, PublishError> {
        if !self.state.is_trusted(item) {
            return Ok(Manifest::default());
        }
        let path = self.state.path_of(item);
        let read = match read::file(&path, LinkPolicy::Refused, manifest::BYTES_AT_MOST) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Manifest::default()),
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
            let (folder, path) = (self.folder(), Shown::from(&path));
            let reason = format!("the list of what was built there, {path}, {what}");
            let help = format!(
                "if nothing in {} is needed, delete it and the list, and build again",
                Shown::from(folder)
            );
            Refusal::new(folder, reason, help).into()
        })
    }

    /// Makes one manifest of two, before a third takes the place of the second: of what is there, and of what was
    /// published and is not, as the folders around it are ours too.
    fn settle(&self) -> Result<(), PublishError> {
        if !self.state.has(StateItem::NextManifest)? {
            return Ok(());
        }
        let mut files = BTreeMap::new();
        for manifest in self.manifests(&BOTH)? {
            files.extend(manifest.files().clone());
        }
        files.extend(self.found.ours.clone());
        let staging = Staging::new(&self.state)?;
        let folders = self.found.folder_modes.clone();
        Manifest::new(files, folders).write(staging.dir()?)?;
        staging.flush()?;
        self.state.put(StateItem::Manifest, staging.dir()?, MANIFEST)?;
        flush::folder(self.state.dir()?)?;
        let removed = self.state.dir()?.remove_file(self.state.name_of(StateItem::NextManifest));
        let next = self.state.path_of(StateItem::NextManifest);
        Ok(removed.map_err(|error| MachineError::new("remove", &next, error))?)
    }

    /// The hash of the list of what was published, with all that is in it.
    pub(super) fn manifest_hash(&self) -> Option<u128> {
        let bytes = self.state.bytes_of(StateItem::Manifest, manifest::BYTES_AT_MOST);
        bytes.map(|bytes| xxh3_128(&bytes))
    }

    /// Whoever has taken the lock's file away lets another build in.
    pub(super) fn refuse_lost_lock(&self) -> Result<(), PublishError> {
        let path = self.state.path_of(StateItem::Lock);
        match &self.lock {
            Some(lock) if !lock.is_at(&path)? => {
                Err(Refusal::lost_lock(&self.folder, &path).into())
            }
            _ => Ok(()),
        }
    }

    /// The files below a folder of the output that were published there and have been left as they were, by
    /// their path from the output folder.
    ///
    /// # Errors
    /// Where the machine would not read one.
    pub fn published(&self, below: &str) -> Result<BTreeMap<String, Vec<u8>>, PublishError> {
        let folder = format!("{below}/");
        let ours = self.found.ours.range(folder.clone()..);
        let mut files = BTreeMap::new();
        for (path, published) in ours.take_while(|(path, _)| path.starts_with(&folder)) {
            match read::file(&self.folder.join(path), LinkPolicy::Refused, published.bytes) {
                Ok(FileRead::Bytes(bytes)) if Fingerprint::of(&bytes) == *published => {
                    files.insert(path.clone(), bytes);
                }
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(files)
    }

    /// Whether the site that is published there has a letter that is no draft: one with drafts only was made to be
    /// looked at.
    pub fn has_letters(&self) -> bool {
        let mut texts = self.found.ours.iter().filter(|(file, _)| Route::is_twin_of_letter(file));
        texts.any(|(file, published)| {
            match read::file(&self.folder.join(file), LinkPolicy::Refused, published.bytes) {
                Ok(FileRead::Bytes(text)) => !render::is_of_draft(&text),
                _ => true,
            }
        })
    }

    /// The folder that is replaced.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
