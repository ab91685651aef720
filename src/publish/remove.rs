//! Taking away a folder of ours, with all that is in it and nothing that is not.

use std::ffi::{OsStr, OsString};
use std::mem;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::dir::Dir;
use super::open_folder::{FolderId, OpenFolder};
use crate::diagnostics::MachineError;

/// Removes a folder that is open and has this name in another. In one that was adopted there may be folders that their owner may take nothing from, and
/// folders that lie a thousand deep within one another.
pub(super) fn tree(folder: Dir, around: &Dir, name: &str) -> Result<(), MachineError> {
    let folder = OpenFolder::of(folder)?;
    // Most of a site goes at once on every core. What does not is told of below.
    let _ = inside(&folder, Path::new(""), LEVELS).par_iter().try_for_each(|(around, name)| {
        let around = folder.below(around)?;
        remove(around, name)
    });
    empty(folder)?;
    // A link in its place is no folder, and stays.
    let removed = around.remove_folder(name);
    removed.map_err(|error| MachineError::new("remove", &around.path_of(name), error))
}

/// How deep in the staging folder the authorities' own folders are.
const LEVELS: usize = 3;

/// The folders so many levels below one that is open, as far as they can be seen: where each is, and its name.
fn inside(root: &OpenFolder, path: &Path, levels: usize) -> Vec<(PathBuf, OsString)> {
    let names = root.below(path).and_then(|folder| folder.names());
    let folders = names.map(|names| names.folders).unwrap_or_default().into_iter();
    match levels {
        1 => folders.map(|name| (path.to_owned(), name)).collect(),
        _ => folders.flat_map(|name| inside(root, &path.join(name), levels - 1)).collect(),
    }
}

/// A folder that is being emptied.
struct Emptied {
    folder: OpenFolder,
    /// Those in it that are still there.
    folders: Vec<OsString>,
}

/// One around it that is closed for now: to go down a thousand folders would take as many open files.
struct Left {
    identity: FolderId,
    folders: Vec<OsString>,
}

impl Emptied {
    /// Begins with what is no folder.
    fn begin(folder: OpenFolder) -> Result<Self, MachineError> {
        let names = folder.names()?;
        names.others.iter().try_for_each(|name| folder.remove_file(name))?;
        Ok(Emptied { folder, folders: names.folders })
    }
}

/// Removes a folder in another.
fn remove(around: OpenFolder, name: &OsStr) -> Result<(), MachineError> {
    empty(around.inner(name)?)?;
    around.remove_folder(name)
}

/// Removes everything in a folder, with no more than two open at a time.
fn empty(folder: OpenFolder) -> Result<(), MachineError> {
    let mut around: Vec<Left> = Vec::new();
    let mut here = Emptied::begin(folder)?;
    loop {
        if let Some(name) = here.folders.last() {
            let inner = Emptied::begin(here.folder.inner(name)?)?;
            if inner.folders.is_empty() {
                here.folder.remove_folder(name)?;
                here.folders.pop();
            } else {
                let Emptied { folder, folders } = mem::replace(&mut here, inner);
                around.push(Left { identity: folder.identity(), folders });
            }
        } else if let Some(Left { identity, mut folders }) = around.pop() {
            let folder = here.folder.outer(identity)?;
            if let Some(name) = folders.pop() {
                folder.remove_folder(&name)?;
            }
            here = Emptied { folder, folders };
        } else {
            return Ok(());
        }
    }
}
