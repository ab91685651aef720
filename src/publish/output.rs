//! Which folder may be replaced: one apart from the site's own, that holds only what we published.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::manifest::Manifest;
use crate::diagnostics::{Diagnostic, MachineError, Place};

/// A folder that is not ours to replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    folder: PathBuf,
    reason: String,
}

impl From<&Refusal> for Diagnostic {
    fn from(refusal: &Refusal) -> Self {
        let Refusal { folder, reason } = refusal;
        let message = format!("{} is left as it is: {reason}", folder.display());
        Diagnostic::error("output-refused", Place::Nowhere, message).help(
            "choose a new or empty folder with --output; or delete this one, if nothing in it is needed",
        )
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Diagnostic::from(self).fmt(formatter)
    }
}

/// The name of the folder for what we keep.
const WORKSHOP: &str = ".letterpress";

/// How many files that are not ours are named.
const NAMED: usize = 5;

/// The folder with its parent's real path; the folder itself need not be there.
pub(super) fn resolve(folder: &Path) -> Result<PathBuf, super::PublishError> {
    let refuse = |reason: &str| Refusal { folder: folder.to_owned(), reason: reason.to_owned() };
    let absolute =
        std::path::absolute(folder).map_err(|error| MachineError::new("find", folder, error))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(refuse("it has no folder around it").into());
    };
    let parent = real_path(parent)?;
    let folder = parent.join(name);
    match fs::symlink_metadata(&folder) {
        Ok(found) if found.is_dir() => Ok(folder),
        Ok(_) => Err(refuse("it is there, and is not a folder").into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(folder),
        Err(error) => Err(MachineError::new("look at", &folder, error).into()),
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
pub(super) fn workshop(folder: &Path) -> PathBuf {
    folder.parent().unwrap_or(folder).join(WORKSHOP)
}

/// Refuses the site's own folder, what is around it, and what the site is made from.
pub(super) fn refuse_sources(root: &Path, folder: &Path) -> Result<(), super::PublishError> {
    let root = root.canonicalize().map_err(|error| MachineError::new("find", root, error))?;
    let sources = ["content", "themes", ".git"].map(|name| root.join(name));
    let holds_the_site = root.starts_with(folder);
    let is_workshop = folder.components().any(|part| part.as_os_str() == WORKSHOP);
    if is_workshop || holds_the_site || sources.iter().any(|source| folder.starts_with(source)) {
        let reason = "what the site is made from is there".to_owned();
        return Err(Refusal { folder: folder.to_owned(), reason }.into());
    }
    Ok(())
}

/// Refuses a folder that holds anything but files as one of these manifests has them.
pub(super) fn refuse_strangers(
    folder: &Path,
    manifests: &[Manifest],
) -> Result<(), super::PublishError> {
    let mut strangers = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => break,
            Err(error) => return Err(MachineError::new("look at", folder, error.into()).into()),
        };
        if !is_ours(folder, &entry, manifests)? {
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            strangers.push(inside.display().to_string());
        }
    }
    if strangers.is_empty() {
        return Ok(());
    }
    let named = strangers[..strangers.len().min(NAMED)].join(", ");
    let reason = match strangers.len() {
        count if count > NAMED => {
            format!("it holds {count} files not built here, or changed since, such as {named}")
        }
        _ => format!("it holds files not built here, or changed since: {named}"),
    };
    Err(Refusal { folder: folder.to_owned(), reason }.into())
}

fn is_ours(folder: &Path, entry: &DirEntry, manifests: &[Manifest]) -> Result<bool, MachineError> {
    let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let Some(path) = inside.to_str() else {
        return Ok(false);
    };
    let path = path.replace('\\', "/");
    for manifest in manifests {
        let kind = entry.file_type();
        if kind.is_dir() && manifest.has_folder(&path)
            || kind.is_file() && manifest.holds(&path, entry.path())?
        {
            return Ok(true);
        }
    }
    Ok(false)
}
