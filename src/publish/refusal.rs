//! Which folder may be replaced: one apart from the site's own and from what else is dear to its owner.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{PublishError, swap};
use crate::diagnostics::{Diagnostic, MachineError, Place, Shown};

/// A folder that is not ours to replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    folder: PathBuf,
    reason: String,
    help: String,
}

impl Refusal {
    pub(super) fn new(folder: &Path, reason: impl Into<String>, help: impl Into<String>) -> Self {
        Refusal { folder: folder.to_owned(), reason: reason.into(), help: help.into() }
    }

    /// The folder is not for sites, whatever is in it.
    fn of_kind(folder: &Path, reason: &str) -> Self {
        Refusal::new(folder, reason, "choose a new or empty folder with --output")
    }

    /// The folder, or one in it, is where a disk begins.
    pub(super) fn mount_point(folder: &Path, found: &Path) -> Self {
        let reason = match found.strip_prefix(folder) {
            Ok(inside) if inside.as_os_str().is_empty() => {
                "it is a mount point, which nothing can take the place of".to_owned()
            }
            _ => format!("{} is a mount point", Shown::from(found)),
        };
        Refusal::of_kind(folder, &reason)
    }

    /// Somebody changed the folder while a site was made to replace it.
    pub(super) fn changed_meanwhile(folder: &Path) -> Self {
        let reason = "something in it was changed while the site was built";
        Refusal::new(folder, reason, "see what is in it now, and build again")
    }

    /// A file of somebody is in what a stopped run left.
    pub(super) fn stranded(folder: &Path, file: &Path) -> Self {
        let file = Shown::from(file);
        let reason = format!("a build was stopped while it replaced this folder, and left {file}");
        Refusal::new(folder, reason, "move that file somewhere else, or delete it, and build again")
    }

    /// Somebody took the lock away, and another build may have begun.
    pub(super) fn lost_lock(folder: &Path, lock: &Path) -> Self {
        let reason = format!("{} was taken away while the site was built", Shown::from(lock));
        Refusal::new(folder, reason, "leave it there, and build again")
    }
}

impl From<&Refusal> for Diagnostic {
    fn from(refusal: &Refusal) -> Self {
        let Refusal { folder, reason, help } = refusal;
        let message = format!("{} is left as it is: {reason}", Shown::from(folder));
        Diagnostic::error("output-refused", Place::Nowhere, message).help(help)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Diagnostic::from(self).fmt(formatter)
    }
}

/// The name of the folder for what we keep.
const WORKSHOP: &str = ".letterpress";

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

/// The folder for what we keep, beside the output folder and so on the same disk.
pub(super) fn workshop(folder: &Path) -> Result<PathBuf, PublishError> {
    let workshop = folder.parent().unwrap_or(folder).join(WORKSHOP);
    match workshop.symlink_metadata() {
        Ok(found) if !found.is_dir() => {
            let reason = format!("{}, beside it, is not a folder", Shown::from(&workshop));
            let help = "move it somewhere else: what Letterpress needs to know for the next build is kept there";
            Err(Refusal::new(folder, reason, help).into())
        }
        _ => Ok(workshop),
    }
}

/// Refuses the site's own folder, what is around it, and what the site is made from.
pub(super) fn refuse_sources(root: &Path, folder: &Path) -> Result<(), PublishError> {
    let root = root.canonicalize().map_err(|error| MachineError::new("find", root, error))?;
    let sources = ["content", "themes", ".git"].map(|name| root.join(name));
    let holds_the_site = root.starts_with(folder);
    let is_workshop = folder.components().any(|part| part.as_os_str() == WORKSHOP);
    if is_workshop || holds_the_site || sources.iter().any(|source| folder.starts_with(source)) {
        return Err(Refusal::of_kind(folder, "what the site is made from is there").into());
    }
    Ok(())
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
    let is_one = match is_mount_point(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(MachineError::new("look at", folder, error).into());
        }
        looked => looked.unwrap_or(false),
    };
    if is_one { Err(Refusal::mount_point(folder, folder).into()) } else { Ok(()) }
}

/// Whether another disk, or another part of one, begins at this folder.
#[cfg(unix)]
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let own = fs::symlink_metadata(folder)?.dev();
    let around = match folder.parent() {
        Some(parent) => fs::metadata(parent)?.dev(),
        None => own,
    };
    Ok(own != around || is_bound(folder))
}

/// Windows mounts disks by links.
#[cfg(not(unix))]
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    fs::symlink_metadata(folder).map(|_| false)
}

/// Whether a part of the same disk is mounted here. A kernel that cannot say refuses to move it.
#[cfg(target_os = "linux")]
fn is_bound(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())
        .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_bound(_folder: &Path) -> bool {
    false
}
