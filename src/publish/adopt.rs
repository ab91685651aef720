//! Keeping what somebody else put into the output folder.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::dir::{Dir, FILE_MODE, FileInfo};
use super::inventory::{ForeignFile, Inventory};
use super::manifest::{Fingerprint, Manifest};
use super::paths::THIS;
use super::permissions::{self, Least};
use super::refusal::Refusal;
use super::{PublishError, folders};
use crate::diagnostics::{MachineError, Shown};
use crate::plan::Route;
use crate::read::{self, FileRead, LinkPolicy};

/// Refuses foreign files that stand where the site needs a folder, or where a file of it needs the place of a folder. Gives
/// the files that stand just where the site has one: they are no conflict if they hold the same, which is known when the
/// site is made.
pub(super) fn refuse_conflicts(
    folder: &Path,
    foreign_files: &BTreeMap<PathBuf, ForeignFile>,
    routes: &[&Route],
) -> Result<BTreeSet<String>, Refusal> {
    if foreign_files.is_empty() {
        return Ok(BTreeSet::new());
    }
    let exact: BTreeSet<String> = routes.iter().map(|route| route.file()).collect();
    let is_file = |(path, foreign_file): &(&PathBuf, &ForeignFile)| {
        foreign_file.is_file() && path.to_str().is_some_and(|path| exact.contains(path))
    };
    let in_place: BTreeSet<String> = foreign_files
        .iter()
        .filter(is_file)
        .filter_map(|(path, _)| path.to_str().map(str::to_owned))
        .collect();
    // Some file systems take letters of any case for one.
    let folded = |path: &str| PathBuf::from(path.to_lowercase());
    let files: BTreeSet<PathBuf> = routes.iter().map(|route| folded(&route.file())).collect();
    let in_the_way = |(path, foreign_file): &(&PathBuf, &ForeignFile)| {
        let is_in_place = path.to_str().is_some_and(|path| in_place.contains(path));
        let path = folded(&Shown::from(*path).into_raw());
        let below = files.range(path.clone()..).next().filter(|_| !is_in_place);
        path.ancestors().skip(usize::from(is_in_place)).any(|part| files.contains(part))
            || !foreign_file.is_folder() && below.is_some_and(|file| file.starts_with(&path))
    };
    match foreign_files.iter().find(in_the_way) {
        Some((path, _)) => Err(conflict(folder, path)),
        None => Ok(in_place),
    }
}

fn conflict(folder: &Path, path: &Path) -> Refusal {
    let path = Shown::from(path);
    let reason = format!("{path} is not of this site, and the site has a page there too");
    let help = format!("move {path} somewhere else, or give the page another name");
    Refusal::new(folder, reason, help)
}

/// Refuses files of others that stand where the site has one and hold anything else. What holds the same may be the
/// site's: nothing of anybody is lost with it.
pub(super) fn refuse_other_words(
    folder: &Path,
    in_place: &BTreeSet<String>,
    manifest: &Manifest,
) -> Result<(), PublishError> {
    for file in in_place {
        let Some(made) = manifest.files().get(file) else { continue };
        match read::file(&folder.join(file), LinkPolicy::Refused, made.bytes)? {
            FileRead::Bytes(bytes) if Fingerprint::of(&bytes) == *made => {}
            _ => return Err(conflict(folder, file.as_ref()).into()),
        }
    }
    Ok(())
}

/// Gives the foreign files in one folder a place in another, but for those that the site has itself: files by a hard link,
/// or a copy where there is none. Then
/// the folders in it have the permissions that they had, as have those of ours around them, and that had more for now.
pub(super) fn carry(
    found: &Inventory,
    in_place: &BTreeSet<String>,
    for_now: &[String],
    from: &Dir,
    to: &Dir,
) -> Result<(), PublishError> {
    let is_carried = |path: &Path| path.to_str().is_none_or(|path| !in_place.contains(path));
    for (path, foreign_file) in found.foreign_files.iter().filter(|(path, _)| is_carried(path)) {
        if foreign_file.is_folder() {
            made(to, path)?;
            continue;
        }
        let (folder, name) = split(path);
        let new = made(to, folder)?;
        let old = from.below(folder);
        let kept = old.and_then(|old| link_or_copy(&old, &new, name));
        kept.map_err(|error| MachineError::new("keep", &from.path_of(path), error))?;
    }
    // Last, as a folder may be one that nothing can be put into.
    for (path, _) in
        found.foreign_files.iter().rev().filter(|(_, foreign_file)| foreign_file.is_folder())
    {
        if let Some([old, new]) = both(from, to, path)? {
            let given = permissions::give_as_folder(&old, &new);
            given.map_err(|error| MachineError::new("keep", old.path(), error))?;
        }
    }
    let is_ours = |folder: &&Path| !found.foreign_files.contains_key(*folder);
    let around =
        found.foreign_files.keys().flat_map(|path| path.ancestors().skip(1).take_while(is_ours));
    let ours: BTreeSet<&Path> = for_now.iter().map(Path::new).chain(around).collect();
    for path in ours.into_iter().rev() {
        if let Some([old, new]) = both(from, to, path)? {
            let folder = Shown::from(path).into_raw();
            folders::give(found, &folder, [&old, &new], THIS.as_ref(), Least::None)?;
        }
    }
    Ok(())
}

/// The folder of a path, and its name in it.
fn split(path: &Path) -> (&Path, &OsStr) {
    (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default())
}

fn made(site: &Dir, folder: &Path) -> Result<Dir, MachineError> {
    let failed = |error| MachineError::new("make the folder", &site.path_of(folder), error);
    site.below_made(folder).map_err(failed)
}

/// A folder in two others, where there is one in each.
fn both(from: &Dir, to: &Dir, path: &Path) -> Result<Option<[Dir; 2]>, MachineError> {
    match from.below(path).and_then(|old| Ok([old, to.below(path)?])) {
        Ok(both) => Ok(Some(both)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(MachineError::new("keep", &from.path_of(path), error)),
    }
}

/// A link, a pipe or a device cannot be copied: the error is then why there could be no hard link to it.
fn link_or_copy(old: &Dir, new: &Dir, name: &OsStr) -> io::Result<()> {
    let refused = match old.link(name, new) {
        Ok(()) => return Ok(()),
        // What is there could be a hard link to an old file, which is never written to.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
        Err(refused) => refused,
    };
    if !old.look(name)?.is_some_and(|found| found.is_file()) {
        return Err(refused);
    }
    let (mut old, mut new) = (old.open_here(name)?, new.create_new(name, FILE_MODE)?);
    io::copy(&mut old, &mut new)?;
    permissions::give_time(&old, &new);
    permissions::give(&FileInfo::of(&old)?, &new)
}
