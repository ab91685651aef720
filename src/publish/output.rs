//! Which folder may be replaced: one apart from the site's own, that holds only what we published.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::manifest;
use crate::diagnostics::MachineError;

/// A folder that is not ours to replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    folder: PathBuf,
    reason: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Refusal { folder, reason } = self;
        write!(
            formatter,
            "{} is left as it is: {reason}\n  help: choose a new or empty folder with --output",
            folder.display()
        )
    }
}

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
    folder.parent().unwrap_or(folder).join(".letterpress")
}

/// Refuses the site's own folder, what is around it, and what the site is made from.
pub(super) fn refuse_sources(root: &Path, folder: &Path) -> Result<(), super::PublishError> {
    let root = root.canonicalize().map_err(|error| MachineError::new("find", root, error))?;
    let sources = ["content", "themes", ".git"].map(|name| root.join(name));
    let holds_the_site = root.starts_with(folder);
    if holds_the_site || sources.iter().any(|source| folder.starts_with(source)) {
        let reason = "the site is made from what is there".to_owned();
        return Err(Refusal { folder: folder.to_owned(), reason }.into());
    }
    Ok(())
}

/// Refuses a folder with files that our manifest does not name.
pub(super) fn refuse_strangers(folder: &Path, manifest: &Path) -> Result<(), super::PublishError> {
    let ours = manifest::paths(manifest)?.unwrap_or_default();
    let mut strangers = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 => break,
            Err(error) => return Err(MachineError::new("look at", folder, error.into()).into()),
        };
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = inside.to_string_lossy().replace('\\', "/");
        if !entry.file_type().is_dir() && !ours.contains(&path) {
            strangers.push(path);
        }
    }
    if strangers.is_empty() {
        return Ok(());
    }
    let named = strangers[..strangers.len().min(NAMED)].join(", ");
    let reason = match strangers.len() {
        count if count > NAMED => format!("it holds {count} files not built here, such as {named}"),
        _ => format!("it holds files not built here: {named}"),
    };
    Err(Refusal { folder: folder.to_owned(), reason }.into())
}
