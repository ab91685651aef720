//! The folders of a new site, and which permissions they get: those of the old ones where somebody has changed these, as
//! they have closed a folder to others or opened it to a group, and else those that the umask leaves now.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io;

use rayon::prelude::*;

use super::dir::{Dir, FOLDER_MODE};
use super::inventory::Inventory;
use super::paths::{ROOT, THIS, split};
use super::permissions::{self, GivenPermissions, Least};
use super::umask::FolderModes;
use crate::diagnostics::MachineError;

/// Folders that were made.
#[derive(Debug)]
pub(super) struct MadeFolders {
    /// Those with more permissions for now than they are to have.
    pub(super) for_now: Vec<String>,
    pub(super) modes: FolderModes,
    /// The permissions that each was made with.
    usual: u32,
    /// Whether one has other permissions than the old one.
    pub(super) has_other: bool,
}

/// Makes folders in a new site, each with the permissions of the one it is to replace, as files may have their group from
/// it.
pub(super) fn make(
    site: &Dir,
    folders: &BTreeSet<&str>,
    old_site: Option<&Dir>,
    found: &Inventory,
) -> Result<MadeFolders, MachineError> {
    let usual = permissions::permissions(site)
        .map_err(|error| MachineError::new("look at", site.path(), error))?;
    let mut made = MadeFolders {
        for_now: Vec::new(),
        modes: FolderModes { usual: BTreeSet::from([usual]), kept: BTreeMap::new() },
        usual,
        has_other: false,
    };
    if let Some(old_site) = old_site {
        let given = give(found, ROOT, [old_site, site], THIS.as_ref(), Least::ToFill)?;
        made.add(ROOT, given, found);
    }
    // Those around them come first.
    let mut by_depth: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for folder in folders {
        by_depth.entry(folder.matches('/').count()).or_default().push(folder);
    }
    for folders in by_depth.values() {
        let in_one = folders.par_chunk_by(|one, other| split(one).0 == split(other).0);
        let given: Result<Vec<Vec<Option<GivenPermissions>>>, MachineError> =
            in_one.map(|folders| make_in_one(site, folders, old_site, found)).collect();
        for (folder, given) in folders.iter().zip(given?.into_iter().flatten()) {
            given.into_iter().for_each(|given| made.add(folder, given, found));
        }
    }
    Ok(made)
}

/// Makes folders that are in the same one.
fn make_in_one(
    site: &Dir,
    folders: &[&str],
    old_site: Option<&Dir>,
    found: &Inventory,
) -> Result<Vec<Option<GivenPermissions>>, MachineError> {
    let path = folders.first().map_or(ROOT, |folder| split(folder).0);
    let failed = |error| MachineError::new("make the folder", &site.path_of(path), error);
    let around = site.below(path).map_err(failed)?;
    let is_known = |folder: &str| found.folders.contains(folder);
    let old = match old_site.filter(|_| folders.iter().any(|folder| is_known(folder))) {
        Some(old_site) => Some(
            old_site
                .below(path)
                .map_err(|error| MachineError::new("look at", &old_site.path_of(path), error))?,
        ),
        None => None,
    };
    let make = |folder: &&str| {
        let name = split(folder).1;
        let made = around.make_folder(name, FOLDER_MODE);
        made.map_err(|error| MachineError::new("make the folder", &around.path_of(name), error))?;
        let old = old.as_ref().filter(|_| is_known(folder));
        old.map(|old| give(found, folder, [old, &around], name, Least::ToFill)).transpose()
    };
    folders.iter().map(make).collect()
}

/// Gives a folder of the site the permissions that it is to have in the place of an old one of the same name, by the folders
/// that the two are in.
pub(super) fn give(
    found: &Inventory,
    folder: &str,
    [old, new]: [&Dir; 2],
    name: &OsStr,
    least: Least,
) -> Result<GivenPermissions, MachineError> {
    let is_as_made =
        |mode| found.folder_modes.as_ref().is_some_and(|modes| modes.is_as_made(folder, mode));
    let looked = old.look(name).and_then(|found| Ok(found.ok_or(io::ErrorKind::NotFound)?));
    let given = looked.and_then(|old| permissions::give_folder(&old, new, name, is_as_made, least));
    given.map_err(|error| MachineError::new("keep", &old.path_of(name), error))
}

impl MadeFolders {
    fn add(&mut self, folder: &str, given: GivenPermissions, found: &Inventory) {
        match given {
            GivenPermissions::New { is_other } => self.has_other |= is_other,
            GivenPermissions::Old { mode, has_more } => {
                // What has the usual permissions, and of which nothing is known, is as good as made.
                if found.folder_modes.is_some() || mode != self.usual {
                    self.modes.kept.insert(folder.to_owned(), mode);
                }
                if has_more {
                    self.for_now.push(folder.to_owned());
                }
            }
        }
    }
}
