//! `.letterpress/`, the folder beside the output folder where a build keeps what the next one needs to know.

use std::fs::{self, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::PublishError;
use super::refusal::Refusal;
use crate::diagnostics::MachineError;
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
    const ALL: [Item; 7] = [
        Item::Lock,
        Item::Manifest,
        Item::NextManifest,
        Item::Note,
        Item::MadeOf,
        Item::Parsed,
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
            Item::Staging => "staging",
        }
    }

    fn kind(self) -> Kind {
        if self == Item::Staging { Kind::Folder } else { Kind::File }
    }
}

/// The folder with what is kept on one output folder. It need not be there.
#[derive(Debug)]
pub(super) struct StateFolder {
    path: PathBuf,
    /// The name of the output folder, which what is kept on it begins with.
    name: String,
}

impl StateFolder {
    /// The folder beside an output folder, and so on the same disk. What stands in it by one of our names is a file or
    /// a folder, whichever it must be, and no link: that may have come with a commit, and would lead what is written
    /// and taken away to another place.
    pub(super) fn find(output: &Path) -> Result<Self, PublishError> {
        let path = output.parent().unwrap_or(output).join(STATE_FOLDER);
        let name = output.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let state = StateFolder { path, name };
        if is_of_kind(output, &state.path, Kind::Folder)?.is_some() {
            for item in Item::ALL {
                is_of_kind(output, &state.path_of(item), item.kind())?;
            }
            for (name, kind) in STAGED {
                is_of_kind(output, &state.path_of(Item::Staging).join(name), kind)?;
            }
        }
        Ok(state)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where something is kept: `.letterpress/public.manifest`.
    pub(super) fn path_of(&self, item: Item) -> PathBuf {
        self.path.join(format!("{}.{}", self.name, item.name()))
    }

    /// What a file holds that a build left for the next, if there is one of at most so many bytes.
    pub(super) fn bytes_of(&self, item: Item, at_most: u64) -> Option<Vec<u8>> {
        match read::file(&self.path_of(item), Links::Refused, at_most) {
            Ok(FileRead::Bytes(bytes)) => Some(bytes),
            _ => None,
        }
    }
}

/// Looks at what stands at a path, and refuses it where it is of another kind.
fn is_of_kind(output: &Path, path: &Path, kind: Kind) -> Result<Option<Metadata>, PublishError> {
    let found = match fs::symlink_metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(MachineError::new("look at", path, error).into()),
    };
    let (is_one, wanted) = match kind {
        Kind::File => (found.is_file(), "file"),
        Kind::Folder => (found.is_dir(), "folder"),
    };
    if is_one {
        return Ok(Some(found));
    }
    let path = path.display();
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

/// Lets a file be opened only where it is no link and nothing that one would wait for.
#[cfg(unix)]
pub(super) fn no_follow(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    options.custom_flags(flags.bits().cast_signed())
}

/// Elsewhere that it is none is known by a look before.
#[cfg(not(unix))]
pub(super) fn no_follow(options: &mut OpenOptions) -> &mut OpenOptions {
    options
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
