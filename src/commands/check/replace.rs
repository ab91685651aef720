//! Writing a file of the content anew: whole or not at all, and never to another place.

use std::fs;
use std::io::Write;
use std::path::Path;

use letterpress::diagnostics::MachineError;
use letterpress::read::{self, FileRead, LinkPolicy};
use tempfile::Builder;

use super::mended_files::CHANGED;
use crate::commands::failure::Failure;
use crate::commands::new_file::refuse_link;
use crate::commands::signals;

/// What came of it.
pub(super) enum Replaced {
    /// It is written.
    Done,
    /// It is left as it was, for this reason.
    Left(&'static str),
}

/// Writes `after` into a file that holds `before`; `path` is meant from `root`, with `/` between its parts. The file keeps
/// its permissions, and is there at each moment, with the one or the other in it.
pub(super) fn replace(
    root: &Path,
    path: &str,
    before: &str,
    after: &str,
) -> Result<Replaced, Failure> {
    let full = root.join(path);
    let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
    refuse_link(root, folder)?;
    let failed = |doing| move |error| MachineError::new(doing, &root.join(path), error);
    let metadata = fs::symlink_metadata(&full).map_err(failed("look at"))?;
    let permissions = metadata.permissions();
    if permissions.readonly() {
        return Ok(Replaced::Left("it may not be written to"));
    }
    // A file that somebody waits for would stay beside it.
    signals::listen();
    let _held = signals::hold();
    let around = root.join(folder);
    let mut file = Builder::new()
        .prefix(".letterpress-")
        .suffix(".tmp")
        .tempfile_in(&around)
        .map_err(|error| MachineError::new("write to", &around, error))?;
    let own = file.as_file().metadata().map_err(failed("look at"))?;
    if let Some(reason) = not_replaceable(&metadata, &own) {
        return Ok(Replaced::Left(reason));
    }
    file.write_all(after.as_bytes())
        .and_then(|()| file.as_file().set_permissions(permissions))
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed("write to"))?;
    // As late as can be, so that nothing is lost that was written since.
    let at_most = before.len() as u64;
    match read::file(&full, LinkPolicy::Refused, at_most)? {
        FileRead::Bytes(bytes) if bytes == before.as_bytes() => {}
        FileRead::Bytes(_) | FileRead::NotAFile | FileRead::TooLarge(_) => {
            return Ok(Replaced::Left(CHANGED));
        }
    }
    file.persist(&full).map_err(|error| failed("write to")(error.error))?;
    Ok(Replaced::Done)
}

/// Why a file that is put in another's place would not be the same to whoever uses that.
#[cfg(unix)]
fn not_replaceable(old: &fs::Metadata, new: &fs::Metadata) -> Option<&'static str> {
    use std::os::unix::fs::MetadataExt;

    if old.nlink() > 1 {
        return Some("it has a second name, as a hard link");
    }
    let is_same_owner = (old.uid(), old.gid()) == (new.uid(), new.gid());
    (!is_same_owner).then_some("it belongs to another user or group")
}

#[cfg(not(unix))]
fn not_replaceable(_: &fs::Metadata, _: &fs::Metadata) -> Option<&'static str> {
    None
}
