//! The folders of a new site, and which rights they get: those of the old ones where somebody has changed these, as
//! they have closed a folder to others or opened it to a group, and else those that the umask leaves now.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::inventory::Found;
use super::permissions::{self, Given, Least};
use super::swap;
use super::umask::FolderModes;
use crate::diagnostics::MachineError;

/// Folders that were made.
#[derive(Debug)]
pub(super) struct MadeFolders {
    /// Those with more rights for now than they are to have.
    pub(super) for_now: Vec<String>,
    pub(super) modes: FolderModes,
    /// The rights that each was made with.
    usual: u32,
    /// Whether one has other rights than the old one.
    pub(super) has_other: bool,
}

/// The folder that all are in, among the names of folders.
pub(super) const ROOT: &str = "";

/// Makes folders in a new site, each with the rights of the one it is to replace, as files may have their group from
/// it.
pub(super) fn make(
    site: &Path,
    folders: &BTreeSet<&str>,
    old_site: &Path,
    found: &Found,
) -> Result<MadeFolders, MachineError> {
    let usual = permissions::permissions(site)
        .map_err(|error| MachineError::new("look at", site, error))?;
    let mut made = MadeFolders {
        for_now: Vec::new(),
        modes: FolderModes { usual: BTreeSet::from([usual]), kept: BTreeMap::new() },
        usual,
        has_other: false,
    };
    if swap::is_there(old_site)? {
        made.add(ROOT, give(found, ROOT, old_site, site, Least::ToFill)?, found);
    }
    let make = |folder: &str| {
        let new = site.join(folder);
        fs::create_dir(&new).map_err(|error| MachineError::new("make the folder", &new, error))?;
        let is_known = found.folders.contains(folder);
        let given =
            is_known.then(|| give(found, folder, &old_site.join(folder), &new, Least::ToFill));
        given.transpose()
    };
    // Those around them come first.
    let mut by_depth: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for folder in folders {
        by_depth.entry(folder.matches('/').count()).or_default().push(folder);
    }
    for folders in by_depth.values() {
        let given: Result<Vec<Option<Given>>, MachineError> =
            folders.par_iter().map(|folder| make(folder)).collect();
        for (folder, given) in folders.iter().zip(given?) {
            given.into_iter().for_each(|given| made.add(folder, given, found));
        }
    }
    Ok(made)
}

/// Gives a folder of the site the rights that it is to have in the place of an old one.
pub(super) fn give(
    found: &Found,
    folder: &str,
    old: &Path,
    new: &Path,
    least: Least,
) -> Result<Given, MachineError> {
    let is_as_made =
        |mode| found.folder_modes.as_ref().is_some_and(|modes| modes.is_as_made(folder, mode));
    permissions::give_folder(old, new, is_as_made, least)
        .map_err(|error| MachineError::new("keep", old, error))
}

impl MadeFolders {
    fn add(&mut self, folder: &str, given: Given, found: &Found) {
        match given {
            Given::New { is_other } => self.has_other |= is_other,
            Given::Old { mode, has_more } => {
                // What has the usual rights, and of which nothing is known, is as good as made.
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
