//! `.letterpress/`, the folder beside the output folder where a build keeps what the next one needs to know.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::{io, iter};

use super::dir::{Dir, FileInfo, KEPT_FOLDER_MODE};
use super::item::{ASIDE, ItemKind, MANIFEST, NEW, STATE_FOLDER, StateItem};
use super::ownership::{Owners, Ownership};
use super::refusal::Refusal;
use super::request::ForeignFiles;
use super::swap::{self, Swap};
use super::umask::NewModes;
use super::{PublishError, manifest};
use crate::diagnostics::{MachineError, Shown};
use crate::read::{self, FileRead, LinkPolicy};

/// What a run that was stopped may have left in the staging folder.
const STAGED: [(&str, ItemKind); 3] =
    [(NEW, ItemKind::Folder), (ASIDE, ItemKind::Folder), (MANIFEST, ItemKind::File)];

/// The folder with what is kept on one output folder. It need not be there.
#[derive(Debug)]
pub(super) struct StateFolder {
    path: PathBuf,
    /// The name of the output folder, which what is kept on it begins with.
    name: String,
    /// The folder around both, if it is there.
    around: Option<Dir>,
    /// The folder itself, if it is there.
    dir: Option<Dir>,
    /// What of it is not believed.
    untrusted: Untrusted,
}

/// What another user may have written of what is kept.
#[derive(Debug)]
enum Untrusted {
    These(BTreeSet<StateItem>),
    /// The folder, and so all that is in it.
    Folder,
}

impl StateFolder {
    /// The folder beside an output folder, and so on the same disk. What stands in it by one of our names is a file or
    /// a folder, whichever it must be, and no link: that may have come with a commit, and would lead what is written
    /// and taken away to another place. And no other user has written it, unless files of others are adopted.
    pub(super) fn find(
        output: &Path,
        owners: Owners,
        foreign_files: ForeignFiles,
    ) -> Result<Self, PublishError> {
        let around = output.parent().unwrap_or(output);
        let path = around.join(STATE_FOLDER);
        // It is text: `refuse_nameless` sees to that.
        let name = Shown::from(output.file_name().unwrap_or_default()).into_raw().into_owned();
        let untrusted = Untrusted::These(BTreeSet::new());
        let mut state = StateFolder { path, name, around: None, dir: None, untrusted };
        state.around = if_there(Dir::open(around)).map_err(|error| failed(around, error))?;
        let Some(outer) = &state.around else { return Ok(state) };
        let found = of_kind(output, outer, STATE_FOLDER, ItemKind::Folder)?;
        let (Some(folder), Some(of_outer)) = (found, look(outer, ".")?) else { return Ok(state) };
        let is_trusted = |path: &Path, ownership| match ownership {
            Ownership::Trusted => Ok(true),
            _ if foreign_files == ForeignFiles::Adopt => Ok(false),
            _ => Err(Refusal::untrusted(output, path, ownership)),
        };
        if !is_trusted(&state.path, owners.ownership(&folder, &of_outer))? {
            state.untrusted = Untrusted::Folder;
            return Ok(state);
        }
        let dir = state.open()?;
        let mut untrusted = BTreeSet::new();
        for item in StateItem::ALL {
            let name = state.name_of(item);
            let Some(found) = of_kind(output, &dir, &name, item.kind())? else { continue };
            let mut ownership = owners.ownership(&found, &folder);
            if item.is_list() {
                ownership = of_list(ownership, &dir, &name, &found)?;
            }
            // Where there is no output folder, a list that is not believed loses nothing of anybody.
            let may_be_lost = item.may_be_lost()
                || ownership == Ownership::FromElsewhere && !swap::is_in(outer, &state.name)?;
            let is_trusted = match may_be_lost {
                true => ownership == Ownership::Trusted,
                false => is_trusted(&dir.path_of(name), ownership)?,
            };
            if !is_trusted {
                untrusted.insert(item);
            }
        }
        refuse_staged(output, &dir, &state.name_of(StateItem::Staging))?;
        state.dir = Some(dir);
        state.untrusted = Untrusted::These(untrusted);
        Ok(state)
    }

    fn open(&self) -> Result<Dir, MachineError> {
        self.around()?.below(STATE_FOLDER).map_err(|error| failed(&self.path, error))
    }

    /// The folder, to reach what is in it.
    pub(super) fn dir(&self) -> Result<&Dir, MachineError> {
        self.dir.as_ref().ok_or_else(|| failed(&self.path, io::ErrorKind::NotFound.into()))
    }

    /// The folder that the output folder is in.
    pub(super) fn around(&self) -> Result<&Dir, MachineError> {
        let missing = || failed(&self.path, io::ErrorKind::NotFound.into());
        self.around.as_ref().ok_or_else(missing)
    }

    /// The output folder, if it is there.
    pub(super) fn output(&self) -> Result<Option<Dir>, MachineError> {
        let around = self.around()?;
        let opened = if_there(around.below(&self.name));
        opened.map_err(|error| MachineError::new("open", &around.path_of(&self.name), error))
    }

    /// The way of a site from a staging folder to the output folder.
    pub(super) fn swap<'a>(&'a self, staging: &'a Dir) -> Result<Swap<'a>, MachineError> {
        Ok(Swap { staging, around: self.around()?, place: &self.name })
    }

    /// What new files are given now.
    pub(super) fn new_modes(&self) -> Result<NewModes, MachineError> {
        NewModes::now(self.dir()?, &self.name_of(StateItem::Probe))
    }

    pub(super) fn name_of(&self, item: StateItem) -> String {
        format!("{}.{}", self.name, item.name())
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where something is kept: `.letterpress/public.manifest`.
    pub(super) fn path_of(&self, item: StateItem) -> PathBuf {
        self.path.join(self.name_of(item))
    }

    /// Whether what stands there is believed, if anything does.
    pub(super) fn is_trusted(&self, item: StateItem) -> bool {
        match &self.untrusted {
            Untrusted::These(items) => !items.contains(&item),
            Untrusted::Folder => false,
        }
    }

    /// What a file holds that a build left for the next, if there is one that is believed, of at most so many bytes.
    pub(super) fn bytes_of(&self, item: StateItem, at_most: u64) -> Option<Vec<u8>> {
        if !self.is_trusted(item) {
            return None;
        }
        match read::file(&self.path_of(item), LinkPolicy::Refused, at_most) {
            Ok(FileRead::Bytes(bytes)) => Some(bytes),
            _ => None,
        }
    }

    /// Whether something is kept there, believed or not.
    pub(super) fn has(&self, item: StateItem) -> Result<bool, MachineError> {
        self.dir.as_ref().map_or(Ok(false), |dir| swap::is_in(dir, &self.name_of(item)))
    }

    /// Puts something in the place of what is kept there.
    pub(super) fn put(&self, item: StateItem, from: &Dir, name: &str) -> Result<(), MachineError> {
        swap::rename(from, name, self.dir()?, &self.name_of(item))
    }

    /// Puts aside what is not believed and cannot be done without, for it to be made anew.
    pub(super) fn put_untrusted_aside(&self) -> Result<(), MachineError> {
        match &self.untrusted {
            Untrusted::Folder => put_aside(self.around()?, STATE_FOLDER),
            Untrusted::These(items) => {
                let mut items = items.iter().filter(|item| !item.may_be_lost());
                items.try_for_each(|item| put_aside(self.dir()?, &self.name_of(*item)))
            }
        }
    }

    /// Makes the folder, where it is not there.
    pub(super) fn make(&mut self) -> Result<(), MachineError> {
        let failed = |error| MachineError::new("make the folder", &self.path, error);
        let around = self.path.parent().unwrap_or(&self.path);
        let is_there = |folder: &&Path| fs::symlink_metadata(folder).is_ok();
        let there = around.ancestors().find(is_there).unwrap_or(around);
        let missing = around.strip_prefix(there).unwrap_or(around);
        let made = Dir::open(there).and_then(|there| there.below_made(missing));
        let around = made.map_err(failed)?;
        match around.make_folder(STATE_FOLDER, KEPT_FOLDER_MODE) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(failed(error));
            }
            _ => self.around = Some(around),
        }
        self.dir = Some(self.open()?);
        Ok(())
    }
}

/// Gives something in a folder another name there, which nothing has.
fn put_aside(folder: &Dir, name: &str) -> Result<(), MachineError> {
    let names = iter::once(format!("{name}.aside"))
        .chain((2..).map(|number| format!("{name}.aside-{number}")));
    for aside in names {
        if !swap::is_in(folder, &aside)? {
            return swap::rename(folder, name, folder, &aside);
        }
    }
    Ok(())
}

fn if_there(opened: io::Result<Dir>) -> io::Result<Option<Dir>> {
    match opened {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        opened => opened.map(Some),
    }
}

fn look(folder: &Dir, name: &str) -> Result<Option<FileInfo>, MachineError> {
    folder.look(name).map_err(|error| failed(&folder.path_of(name), error))
}

fn failed(path: &Path, error: io::Error) -> MachineError {
    MachineError::new("look at", path, error)
}

/// Refuses what stands in the staging folder and is of another kind than what is made there.
fn refuse_staged(output: &Path, kept: &Dir, staging: &str) -> Result<(), PublishError> {
    let refuse = |(name, kind)| of_kind(output, kept, &format!("{staging}/{name}"), kind).map(drop);
    STAGED.into_iter().try_for_each(refuse)
}

/// Who may have written a list, by whom the file belongs to and by what it says itself.
fn of_list(
    ownership: Ownership,
    kept: &Dir,
    name: &str,
    found: &FileInfo,
) -> Result<Ownership, MachineError> {
    if ownership != Ownership::Trusted {
        return Ok(ownership);
    }
    match manifest::is_from_elsewhere(kept, name, found) {
        Ok(true) => Ok(Ownership::FromElsewhere),
        Ok(false) => Ok(ownership),
        Err(error) => Err(failed(&kept.path_of(name), error)),
    }
}

/// Looks at what stands in a folder, and refuses it where it is of another kind.
fn of_kind(
    output: &Path,
    folder: &Dir,
    name: &str,
    kind: ItemKind,
) -> Result<Option<FileInfo>, PublishError> {
    let Some(found) = look(folder, name)? else { return Ok(None) };
    let (is_one, wanted) = match kind {
        ItemKind::File => (found.is_file(), "file"),
        ItemKind::Folder => (found.is_folder(), "folder"),
    };
    if is_one {
        return Ok(Some(found));
    }
    let path = folder.path_of(name);
    let path = Shown::from(&path);
    let refusal = if found.is_link() {
        let reason = format!("{path} is not a {wanted} but a link to another place");
        Refusal::new(output, reason, format!("delete {path}, and build again"))
    } else {
        let help =
            format!("move {path} somewhere else: what the next build needs to know is kept there");
        Refusal::new(output, format!("{path} is not a {wanted}"), help)
    };
    Err(refusal.into())
}

/// Whether what is written to a file would be in another too, as in a copy of names only.
#[cfg(unix)]
pub(super) fn has_other_names(file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.nlink() > 1
}

#[cfg(not(unix))]
pub(super) fn has_other_names(_file: &Metadata) -> bool {
    false
}
