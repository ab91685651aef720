//! What an output folder holds: which files we published there, and which are somebody else's.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::item::STATE_FOLDER;
use super::manifest::{Fingerprint, Manifest};
use super::mounts::is_mount_point;
use super::refusal::Refusal;
use super::umask::FolderModes;
use super::{PublishError, swap};
use crate::diagnostics::{MachineError, Shown};
use crate::read::{self, FileRead, LinkPolicy, is_litter_folder, is_of_system};

/// What an output folder held when it was looked at.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Inventory {
    /// The files that are as they were published.
    pub(super) ours: BTreeMap<String, Fingerprint>,
    /// The folders that a file was published into.
    pub(super) folders: BTreeSet<String>,
    /// Everything else, by its path from the folder: what was never published, or has been changed since. But for what
    /// systems and editors leave by themselves, which goes with the old site.
    pub(super) foreign_files: BTreeMap<PathBuf, ForeignFile>,
    /// Which permissions these folders were given, where that is known.
    pub(super) folder_modes: Option<FolderModes>,
}

/// What is known of a file or a folder that is not ours, to see whether it stays as it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ForeignFile {
    kind: FileType,
    bytes: u64,
    changed: Option<SystemTime>,
}

/// How many files that are not ours are named.
const NAMED: usize = 5;

enum FoundEntry {
    File(String, Fingerprint),
    Folder(String),
    ForeignFile(PathBuf, ForeignFile),
    Litter,
}

impl Inventory {
    /// Looks at everything in a folder, which need not be there.
    pub(super) fn in_folder(folder: &Path, manifests: &[Manifest]) -> Result<Self, PublishError> {
        let entries: Result<Vec<FoundEntry>, PublishError> =
            entries(folder)?.par_iter().map(|entry| look(folder, entry, manifests)).collect();
        let folder_modes = FolderModes::together(manifests.iter().filter_map(Manifest::folders));
        let mut found = Inventory { folder_modes, ..Inventory::default() };
        for entry in entries? {
            match entry {
                FoundEntry::File(path, fingerprint) => drop(found.ours.insert(path, fingerprint)),
                FoundEntry::Folder(path) => drop(found.folders.insert(path)),
                FoundEntry::ForeignFile(path, foreign_file) => {
                    found.foreign_files.insert(path, foreign_file);
                }
                FoundEntry::Litter => {}
            }
        }
        Ok(found)
    }

    /// Just what was published, as it was.
    pub(super) fn just(manifest: Manifest) -> Self {
        let (ours, folder_modes) = manifest.into_parts();
        let folders = folders_around(ours.keys()).into_iter().map(str::to_owned).collect();
        Inventory { ours, folders, foreign_files: BTreeMap::new(), folder_modes }
    }

    /// Refuses a folder that holds anything but what was published there, naming the first of it.
    pub(super) fn refuse_strangers(&self, folder: &Path) -> Result<(), Refusal> {
        if let Some(state) = self.foreign_files.keys().find(|path| path.ends_with(STATE_FOLDER)) {
            let around = folder.join(state.parent().unwrap_or(state));
            let reason = format!("another site is built into a folder in {}", Shown::from(&around));
            let help =
                "build one of the two elsewhere with --output; or keep the other with --adopt";
            return Err(Refusal::new(folder, reason, help));
        }
        let files =
            || self.foreign_files.iter().filter(|(_, foreign_file)| !foreign_file.is_folder());
        let names: Vec<String> = match files().next() {
            Some(_) => files().map(|(path, _)| Shown::from(path).to_string()).collect(),
            None => self.foreign_files.keys().map(|path| Shown::from(path).to_string()).collect(),
        };
        let named = names[..names.len().min(NAMED)].join(", ");
        let reason = match names.len() {
            0 => return Ok(()),
            _ if files().next().is_none() => format!("it holds folders not built here: {named}"),
            count if count > NAMED => {
                format!("it holds {count} files not built here, or changed since, such as {named}")
            }
            _ => format!("it holds files not built here, or changed since: {named}"),
        };
        let help = "choose a new or empty folder with --output; or keep what is there with --adopt; or delete the \
                    folder, if nothing in it is needed";
        Err(Refusal::new(folder, reason, help))
    }

    /// The first file that is somebody else's and that another folder does not have.
    pub(super) fn file_missing_in(&self, other: &Inventory) -> Option<&Path> {
        let is_missing = |(path, foreign_file): &(&PathBuf, &ForeignFile)| {
            !foreign_file.is_folder() && other.foreign_files.get(*path) != Some(foreign_file)
        };
        self.foreign_files.iter().find(is_missing).map(|(path, _)| path.as_path())
    }

    /// Whether a site of these files is what stands there already.
    pub(super) fn is_site(&self, manifest: &Manifest) -> bool {
        self.ours == *manifest.files()
            && self.folders.iter().all(|folder| manifest.has_folder(folder))
    }
}

impl ForeignFile {
    pub(super) fn is_file(&self) -> bool {
        self.kind.is_file()
    }

    pub(super) fn is_folder(&self) -> bool {
        self.kind.is_dir()
    }
}

/// The folders that files are in, and those around them, by their paths; but for the one that all are in.
pub(super) fn folders_around<'a>(files: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    let mut folders = BTreeSet::new();
    for file in files {
        let mut path = file.as_str();
        while let Some((folder, _)) = path.rsplit_once('/') {
            // What lies around one that is known is known too.
            if !folders.insert(folder) {
                break;
            }
            path = folder;
        }
    }
    folders
}

/// Everything in a folder, which need not be there.
fn entries(folder: &Path) -> Result<Vec<DirEntry>, MachineError> {
    let mut entries = Vec::new();
    for entry in WalkDir::new(folder).follow_root_links(false).min_depth(1).sort_by_file_name() {
        match entry {
            Ok(entry) => entries.push(entry),
            Err(error) if error.depth() == 0 && !swap::is_there(folder)? => break,
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                return Err(MachineError::new("look at", &path, error.into()));
            }
        }
    }
    Ok(entries)
}

fn look(
    folder: &Path,
    entry: &DirEntry,
    manifests: &[Manifest],
) -> Result<FoundEntry, PublishError> {
    let path = entry.path();
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let kind = entry.file_type();
    let failed = |error| MachineError::new("look at", path, error);
    // What lies below would go with the old site.
    if kind.is_dir() && is_mount_point(path).map_err(failed)? {
        return Err(Refusal::mount_point(folder, path).into());
    }
    let found = fs::symlink_metadata(path).map_err(failed)?;
    if let Some(name) = inside.to_str() {
        let name = if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() };
        if kind.is_dir() && manifests.iter().any(|manifest| manifest.has_folder(&name)) {
            return Ok(FoundEntry::Folder(name));
        }
        let of_its_size = |manifest: &Manifest| {
            manifest.files().get(&name).is_some_and(|published| published.bytes == found.len())
        };
        if kind.is_file() && manifests.iter().any(of_its_size) {
            let is_published = |fingerprint: &Fingerprint| {
                manifests.iter().any(|manifest| manifest.files().get(&name) == Some(fingerprint))
            };
            if let FileRead::Bytes(bytes) = read::file(path, LinkPolicy::Refused, found.len())? {
                let fingerprint = Fingerprint::of(&bytes);
                if is_published(&fingerprint) {
                    return Ok(FoundEntry::File(name, fingerprint));
                }
            }
        }
    }
    if is_litter(inside, kind, manifests) {
        return Ok(FoundEntry::Litter);
    }
    let foreign_file = ForeignFile { kind, bytes: found.len(), changed: found.modified().ok() };
    Ok(FoundEntry::ForeignFile(inside.to_owned(), foreign_file))
}

/// Whether something in the output folder was left there by a system or an editor. Where no site was built yet, a
/// backup may be all that somebody has.
fn is_litter(inside: &Path, kind: FileType, manifests: &[Manifest]) -> bool {
    let mut around = inside.ancestors().skip(usize::from(!kind.is_dir()));
    if around.any(|folder| folder.file_name().is_some_and(is_litter_folder)) {
        return true;
    }
    let is_built = manifests.iter().any(|manifest| !manifest.files().is_empty());
    let is_one = if is_built { read::is_litter } else { is_of_system };
    !kind.is_dir() && inside.file_name().is_some_and(is_one)
}
