//! `.letterpress/`, the folder beside the output folder where a build keeps what the next one needs to know.

use std::collections::BTreeSet;
use std::fs::{self, Metadata, OpenOptions};
use std::path::{Path, PathBuf};
use std::{io, iter};

use super::ownership::{Owners, Ownership};
use super::refusal::Refusal;
use super::{PublishError, Strangers, swap};
use crate::diagnostics::{MachineError, Shown};
use crate::read::{self, FileRead, Links};

/// The name of the folder.
pub(super) const STATE_FOLDER: &str = ".letterpress";

/// What is kept there for one output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item {
    Lock,
    /// The list of what was published last.
    Manifest,
    /// The list that is about to follow it. If a run is stopped between putting the site in its place and saying so,
    /// this one has what is there.
    NextManifest,
    Note,
    MadeOf,
    Parsed,
    /// A file that is made to see what rights new ones have, and taken away at once.
    Probe,
    /// The folder that a site is made in.
    Staging,
}

/// What something must be, to be of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
}

/// What a run that was stopped may have left in the staging folder.
const STAGED: [(&str, Kind); 3] =
    [("site", Kind::Folder), ("old", Kind::Folder), ("manifest", Kind::File)];

impl Item {
    const ALL: [Item; 8] = [
        Item::Lock,
        Item::Manifest,
        Item::NextManifest,
        Item::Note,
        Item::MadeOf,
        Item::Parsed,
        Item::Probe,
        Item::Staging,
    ];

    fn name(self) -> &'static str {
        match self {
            Item::Lock => "lock",
            Item::Manifest => "manifest",
            Item::NextManifest => "next-manifest",
            Item::Note => "note",
            Item::MadeOf => "made-of",
            Item::Parsed => "parsed",
            Item::Probe => "probe",
            Item::Staging => "staging",
        }
    }

    fn kind(self) -> Kind {
        if self == Item::Staging { Kind::Folder } else { Kind::File }
    }

    /// Whether a build can do without what stands there. Of the lock nothing is believed.
    fn may_be_lost(self) -> bool {
        match self {
            Item::Lock | Item::Note | Item::MadeOf | Item::Parsed | Item::Probe => true,
            Item::Manifest | Item::NextManifest | Item::Staging => false,
        }
    }
}

/// The folder with what is kept on one output folder. It need not be there.
#[derive(Debug)]
pub(super) struct StateFolder {
    path: PathBuf,
    /// The name of the output folder, which what is kept on it begins with.
    name: String,
    /// What of it is not believed.
    untrusted: Untrusted,
}

/// What another user may have written of what is kept.
#[derive(Debug)]
enum Untrusted {
    These(BTreeSet<Item>),
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
        strangers: Strangers,
    ) -> Result<Self, PublishError> {
        let around = output.parent().unwrap_or(output);
        let path = around.join(STATE_FOLDER);
        // It is text: `refuse_nameless` sees to that.
        let name = Shown::from(output.file_name().unwrap_or_default()).into_raw().into_owned();
        let mut state = StateFolder { path, name, untrusted: Untrusted::These(BTreeSet::new()) };
        let Some(folder) = of_kind(output, &state.path, Kind::Folder)? else { return Ok(state) };
        let around = fs::metadata(around).map_err(|error| failed(around, error))?;
        let is_trusted = |path: &Path, ownership| match ownership {
            Ownership::Trusted => Ok(true),
            _ if strangers == Strangers::Adopt => Ok(false),
            _ => Err(Refusal::untrusted(output, path, ownership)),
        };
        if !is_trusted(&state.path, owners.ownership(&folder, &around))? {
            state.untrusted = Untrusted::Folder;
            return Ok(state);
        }
        let mut untrusted = BTreeSet::new();
        for item in Item::ALL {
            let path = state.path_of(item);
            let Some(found) = of_kind(output, &path, item.kind())? else { continue };
            let ownership = owners.ownership(&found, &folder);
            let is_trusted = match item.may_be_lost() {
                true => ownership == Ownership::Trusted,
                false => is_trusted(&path, ownership)?,
            };
            if !is_trusted {
                untrusted.insert(item);
            }
        }
        for (name, kind) in STAGED {
            of_kind(output, &state.path_of(Item::Staging).join(name), kind)?;
        }
        state.untrusted = Untrusted::These(untrusted);
        Ok(state)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where something is kept: `.letterpress/public.manifest`.
    pub(super) fn path_of(&self, item: Item) -> PathBuf {
        self.path.join(format!("{}.{}", self.name, item.name()))
    }

    /// Whether what stands there is believed, if anything does.
    pub(super) fn is_trusted(&self, item: Item) -> bool {
        match &self.untrusted {
            Untrusted::These(items) => !items.contains(&item),
            Untrusted::Folder => false,
        }
    }

    /// What a file holds that a build left for the next, if there is one that is believed, of at most so many bytes.
    pub(super) fn bytes_of(&self, item: Item, at_most: u64) -> Option<Vec<u8>> {
        if !self.is_trusted(item) {
            return None;
        }
        match read::file(&self.path_of(item), Links::Refused, at_most) {
            Ok(FileRead::Bytes(bytes)) => Some(bytes),
            _ => None,
        }
    }

    /// Puts aside what is not believed and cannot be done without, for it to be made anew.
    pub(super) fn put_untrusted_aside(&self) -> Result<(), MachineError> {
        match &self.untrusted {
            Untrusted::Folder => put_aside(&self.path),
            Untrusted::These(items) => {
                let mut items = items.iter().filter(|item| !item.may_be_lost());
                items.try_for_each(|item| put_aside(&self.path_of(*item)))
            }
        }
    }

    /// Makes the folder, where it is not there.
    pub(super) fn make(&self) -> Result<(), MachineError> {
        let failed = |error| MachineError::new("make the folder", &self.path, error);
        if let Some(around) = self.path.parent() {
            fs::create_dir_all(around).map_err(failed)?;
        }
        match make_folder(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(failed(error)),
            _ => Ok(()),
        }
    }
}

/// Gives what stands at a path another name beside it, which nothing has.
fn put_aside(path: &Path) -> Result<(), MachineError> {
    let name = Shown::from(path.file_name().unwrap_or_default()).into_raw();
    let names = iter::once(format!("{name}.aside"))
        .chain((2..).map(|number| format!("{name}.aside-{number}")));
    for name in names {
        let aside = path.with_file_name(name);
        if !swap::is_there(&aside)? {
            return swap::rename(path, &aside);
        }
    }
    Ok(())
}

fn failed(path: &Path, error: io::Error) -> MachineError {
    MachineError::new("look at", path, error)
}

/// Looks at what stands at a path, and refuses it where it is of another kind.
fn of_kind(output: &Path, path: &Path, kind: Kind) -> Result<Option<Metadata>, PublishError> {
    let found = match fs::symlink_metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(path, error).into()),
    };
    let (is_one, wanted) = match kind {
        Kind::File => (found.is_file(), "file"),
        Kind::Folder => (found.is_dir(), "folder"),
    };
    if is_one {
        return Ok(Some(found));
    }
    let path = Shown::from(path);
    let refusal = if found.is_symlink() {
        let reason = format!("{path} is not a {wanted} but a link to another place");
        Refusal::new(output, reason, format!("delete {path}, and build again"))
    } else {
        let help =
            format!("move {path} somewhere else: what the next build needs to know is kept there");
        Refusal::new(output, format!("{path} is not a {wanted}"), help)
    };
    Err(refusal.into())
}

/// How a file is opened or made that is kept: only where it is no link and nothing that one would wait for, and never
/// for everybody to write to, whatever the umask.
#[cfg(unix)]
pub(super) fn options() -> OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let mut options = OpenOptions::new();
    options.custom_flags(flags.bits().cast_signed()).mode(0o664);
    options
}

/// Elsewhere that it is no link is known by a look before.
#[cfg(not(unix))]
pub(super) fn options() -> OpenOptions {
    OpenOptions::new()
}

/// Makes a folder for what is kept, which not everybody may write to.
#[cfg(unix)]
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o775).create(path)
}

#[cfg(not(unix))]
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
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
