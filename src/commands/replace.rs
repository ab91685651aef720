//! Writing a file of the content anew: whole or not at all, and never to another place.

use std::fs;
use std::io::Write;
use std::path::Path;

use letterpress::diagnostics::MachineError;
use letterpress::read::{self, FileRead, LinkPolicy};
use tempfile::Builder;

use super::failure::Failure;
use super::new_file::refuse_link;
use super::signals;

/// What came of it.
pub(super) enum Replaced {
    /// It is written.
    Done,
    /// It is left as it was, as it no longer holds what it did.
    Changed,
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
    if !holds(&full, before)? {
        return Ok(Replaced::Changed);
    }
    #[cfg(target_os = "linux")]
    if exchange(file.path(), &full).map_err(failed("write to"))? {
        // What another program wrote between the look and the exchange is beside the file now, and goes back.
        let is_same = holds(file.path(), before);
        if !matches!(is_same, Ok(true)) {
            exchange(file.path(), &full).map_err(failed("write to"))?;
        }
        return Ok(if is_same? { Replaced::Done } else { Replaced::Changed });
    }
    file.persist(&full).map_err(|error| failed("write to")(error.error))?;
    Ok(Replaced::Done)
}

/// Whether a file holds this and nothing else.
fn holds(file: &Path, text: &str) -> Result<bool, MachineError> {
    let read = read::file(file, LinkPolicy::Refused, text.len() as u64)?;
    Ok(matches!(read, FileRead::Bytes(bytes) if bytes == text.as_bytes()))
}

/// Puts each of two files in the other's place, in one step; not on file systems that have none such.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> std::io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS) => Ok(false),
        Err(error) => Err(error.into()),
    }
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
