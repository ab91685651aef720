//! Keeping what somebody else put into the output folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::PublishError;
use super::found::Stranger;
use super::output::Refusal;
use crate::diagnostics::MachineError;
use crate::plan::Route;

/// Refuses strangers that stand where the site has a file, or needs a folder.
pub(super) fn refuse_conflicts(
    folder: &Path,
    strangers: &BTreeMap<PathBuf, Stranger>,
    routes: &[&Route],
) -> Result<(), Refusal> {
    if strangers.is_empty() {
        return Ok(());
    }
    let files: BTreeSet<PathBuf> = routes.iter().map(|route| route.file().into()).collect();
    let in_the_way = |(path, stranger): &(&PathBuf, &Stranger)| {
        let below = files.range::<PathBuf, _>(*path..).next();
        path.ancestors().any(|part| files.contains(part))
            || !stranger.is_folder() && below.is_some_and(|file| file.starts_with(path))
    };
    match strangers.iter().find(in_the_way) {
        Some((path, _)) => {
            let path = path.display();
            let reason = format!("{path} is not of this site, and the site has a page there too");
            let help = format!("move {path} somewhere else, or give the page another name");
            Err(Refusal::new(folder, reason, help))
        }
        None => Ok(()),
    }
}

/// Gives the strangers in one folder a place in another: files by a second name, or a copy where there is none.
pub(super) fn carry(
    strangers: &BTreeMap<PathBuf, Stranger>,
    from: &Path,
    to: &Path,
) -> Result<(), PublishError> {
    for (path, stranger) in strangers {
        let (old, new) = (from.join(path), to.join(path));
        let folder = if stranger.is_folder() { Some(new.as_path()) } else { new.parent() };
        let made = folder.map_or(Ok(()), fs::create_dir_all);
        made.map_err(|error| MachineError::new("make the folder", &new, error))?;
        if !stranger.is_folder() {
            link_or_copy(&old, &new).map_err(|error| MachineError::new("keep", &old, error))?;
        }
    }
    // Last, as a folder may be one that nothing can be put into.
    for (path, _) in strangers.iter().rev().filter(|(_, stranger)| stranger.is_folder()) {
        let (old, new) = (from.join(path), to.join(path));
        fs::metadata(&old)
            .and_then(|found| fs::set_permissions(&new, found.permissions()))
            .map_err(|error| MachineError::new("keep", &old, error))?;
    }
    Ok(())
}

/// A link, a pipe or a device cannot be copied: the error is then why it could not be given a second name.
fn link_or_copy(old: &Path, new: &Path) -> io::Result<()> {
    let Err(refused) = fs::hard_link(old, new) else { return Ok(()) };
    let found = old.symlink_metadata()?;
    if !found.is_file() {
        return Err(refused);
    }
    fs::copy(old, new)?;
    if let Ok(changed) = found.modified() {
        let _ = File::open(new).and_then(|file| file.set_modified(changed));
    }
    Ok(())
}
