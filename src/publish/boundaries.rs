//! Which folder may be replaced: one apart from the site's own and from what else is dear to its owner.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::item::STATE_FOLDER;
use super::mounts::{self, is_mount_point};
use super::refusal::Refusal;
use super::{PublishError, swap};
use crate::diagnostics::MachineError;

/// The real path of the folder, which need not be there.
pub(super) fn resolve(folder: &Path) -> Result<PathBuf, PublishError> {
    let absolute =
        std::path::absolute(folder).map_err(|error| MachineError::new("find", folder, error))?;
    let resolved = match (absolute.parent(), absolute.file_name()) {
        (Some(parent), Some(name)) => real_path(parent)?.join(name),
        // The root, or a path that ends in `..`.
        _ => real_path(&absolute)?,
    };
    let refuse = |reason: &str| Err(Refusal::of_kind(&resolved, reason).into());
    match fs::symlink_metadata(&resolved) {
        // A file system that takes letters of any case has them in one.
        Ok(found) if found.is_dir() => Ok(real_path(&resolved)?),
        Ok(found) if found.is_symlink() => refuse("it is a link to another place"),
        Ok(_) => refuse("it is there, and is not a folder"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(resolved),
        Err(error) => Err(MachineError::new("look at", &resolved, error).into()),
    }
}

/// The real path of a folder, of which only the first parts need be there.
fn real_path(folder: &Path) -> Result<PathBuf, MachineError> {
    match folder.canonicalize() {
        Ok(path) => Ok(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match (folder.parent(), folder.file_name()) {
                (Some(parent), Some(name)) => Ok(real_path(parent)?.join(name)),
                _ => Err(MachineError::new("find", folder, error)),
            }
        }
        Err(error) => Err(MachineError::new("find", folder, error)),
    }
}

/// Refuses the site's own folder, what is around it, and what the site is made from, wherever links lead.
pub(super) fn refuse_sources(root: &Path, folder: &Path) -> Result<(), PublishError> {
    let root = root.canonicalize().map_err(|error| MachineError::new("find", root, error))?;
    let is_state = folder.components().any(|part| part.as_os_str() == STATE_FOLDER);
    let around: Vec<FileId> = folder.ancestors().filter_map(identity).collect();
    let is_there = |source: &PathBuf| {
        let is_around = identity(source).is_some_and(|source| around.contains(&source));
        is_around || folder.starts_with(source) || source.starts_with(folder)
    };
    if is_state || sources(&root).iter().any(is_there) {
        return Err(Refusal::of_kind(folder, "what the site is made from is there").into());
    }
    Ok(())
}

/// What the site in a folder is made from, and where that leads if it is a link, as it may have been a moment ago.
fn sources(root: &Path) -> Vec<PathBuf> {
    let themes = root.join("themes");
    let named = ["content", "i18n", ".git", "site.toml"].map(|name| root.join(name));
    let own = fs::read_dir(&themes).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut sources: Vec<PathBuf> = own.chain(named).collect();
    sources.push(themes);
    let real: Vec<PathBuf> = sources.iter().filter_map(|it| it.canonicalize().ok()).collect();
    sources.into_iter().chain(real).collect()
}

/// Which file or folder something is, by whatever path it was come to.
type FileId = (u64, u64);

#[cfg(unix)]
fn identity(path: impl AsRef<Path>) -> Option<FileId> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(_path: impl AsRef<Path>) -> Option<FileId> {
    None
}

/// Refuses a folder that something is mounted in: it belongs to something else, and would go with the old site.
pub(super) fn refuse_mounts(folder: &Path, place: &Path) -> Result<(), Refusal> {
    mounts::first_in(place).map_or(Ok(()), |found| Err(Refusal::mount_point(folder, &found)))
}

/// Refuses a folder of ours that is mounted, or that something is mounted in: nothing can be moved from there.
pub(super) fn refuse_mounted(folder: &Path, ours: &Path) -> Result<(), PublishError> {
    refuse_mounts(folder, ours)?;
    refuse_mount_point(folder, ours)
}

/// Refuses a name that is no text: what is kept on two such folders could have the same name.
pub(super) fn refuse_nameless(folder: &Path) -> Result<(), Refusal> {
    let name = folder.file_name();
    if name.is_some_and(|name| name.to_str().is_none()) {
        return Err(Refusal::of_kind(folder, "its name is not UTF-8 text"));
    }
    Ok(())
}

/// Refuses what somebody would miss, whether a manifest names it or not: a home, a repository, a disk.
pub(super) fn refuse_dear(folder: &Path, home: Option<&Path>) -> Result<(), PublishError> {
    if folder.components().any(|part| part.as_os_str() == ".git") {
        let reason = "a repository keeps its own files there";
        return Err(Refusal::of_kind(folder, reason).into());
    }
    // A home that is not there is nobody's.
    let home = home.and_then(|home| match home.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        found => Some(found.unwrap_or_else(|_| home.to_owned())),
    });
    if home.is_some_and(|home| home.starts_with(folder)) {
        return Err(Refusal::of_kind(folder, "your home folder is there").into());
    }
    if swap::is_there(&folder.join(".git"))? {
        return Err(Refusal::of_kind(folder, "it is the root of a repository").into());
    }
    refuse_mount_point(folder, folder)
}

fn refuse_mount_point(folder: &Path, found: &Path) -> Result<(), PublishError> {
    match is_mount_point(found) {
        Ok(true) => Err(Refusal::mount_point(folder, found).into()),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(MachineError::new("look at", found, error).into())
        }
        _ => Ok(()),
    }
}
