//! Reading one file: only a real one, never more than may be, and all of it as it was at one time. A pipe or a device is
//! never waited for.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

use crate::diagnostics::MachineError;

/// What came of reading a file.
#[derive(Debug)]
pub enum FileRead {
    /// What it holds.
    Bytes(Vec<u8>),
    /// It is a pipe, a device, a folder, or a link where none is followed.
    NotAFile,
    /// It has so many bytes, which are too many.
    TooLarge(u64),
}

/// What came of opening a file.
#[derive(Debug)]
pub enum FileOpened {
    /// It, to be read.
    File(File),
    /// It is a pipe, a device, a folder, or a link where none is followed.
    NotAFile,
    /// It has so many bytes, which are too many.
    TooLarge(u64),
}

/// Whether a link may stand for the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPolicy {
    /// It may.
    Followed,
    /// It may not.
    Refused,
}

/// How often a file is read that changes while it is read.
const TRIES: usize = 5;

/// Reads a file of at most so many bytes. One that was written to meanwhile is read again.
///
/// # Errors
/// Where the machine would not read it, or it never is as it was.
pub fn file(path: &Path, links: LinkPolicy, at_most: u64) -> Result<FileRead, MachineError> {
    let failed = |error| MachineError::new("read", path, error);
    for _ in 0..TRIES {
        if let Some(read) = once(path, links, at_most).map_err(failed)? {
            return Ok(read);
        }
    }
    Err(failed(io::Error::new(io::ErrorKind::ResourceBusy, "it is being written to")))
}

/// Opens a file of at most so many bytes, for whoever need not have it in memory. It may change while it is read.
///
/// # Errors
/// Where the machine would not open it.
pub fn open(path: &Path, links: LinkPolicy, at_most: u64) -> Result<FileOpened, MachineError> {
    opened(path, links, at_most).map_err(|error| MachineError::new("read", path, error))
}

/// `None` where the file changed meanwhile.
fn once(path: &Path, links: LinkPolicy, at_most: u64) -> io::Result<Option<FileRead>> {
    let mut file = match opened(path, links, at_most)? {
        FileOpened::File(file) => file,
        FileOpened::NotAFile => return Ok(Some(FileRead::NotAFile)),
        FileOpened::TooLarge(size) => return Ok(Some(FileRead::TooLarge(size))),
    };
    let before = file.metadata()?;
    let mut bytes = Vec::with_capacity(usize::try_from(before.len().min(at_most)).unwrap_or(0));
    (&mut file).take(at_most + 1).read_to_end(&mut bytes)?;
    let length = bytes.len() as u64;
    if length > at_most {
        return Ok(Some(FileRead::TooLarge(length.max(file.metadata()?.len()))));
    }
    let is_whole = length == before.len() && is_same(&before, &file.metadata()?);
    Ok(is_whole.then_some(FileRead::Bytes(bytes)))
}

fn opened(path: &Path, links: LinkPolicy, at_most: u64) -> io::Result<FileOpened> {
    // To open a device can set it going; so nothing is opened that is known to be none.
    let known =
        if links == LinkPolicy::Followed { fs::metadata(path) } else { fs::symlink_metadata(path) };
    if !known?.is_file() {
        return Ok(FileOpened::NotAFile);
    }
    // What stands there now may be another thing than a moment ago.
    let Some(file) = without_waiting(path, links)? else { return Ok(FileOpened::NotAFile) };
    let found = file.metadata()?;
    Ok(match found.len() {
        _ if !found.is_file() => FileOpened::NotAFile,
        length if length > at_most => FileOpened::TooLarge(length),
        _ => FileOpened::File(file),
    })
}

fn is_same(before: &Metadata, after: &Metadata) -> bool {
    before.len() == after.len() && before.modified().ok() == after.modified().ok()
}

/// Opens a file and does not wait, as one would for a pipe. `None` for a link that is not to be followed, and for what
/// cannot be opened at all, such as a socket.
#[cfg(unix)]
fn without_waiting(path: &Path, links: LinkPolicy) -> io::Result<Option<File>> {
    use std::os::unix::fs::OpenOptionsExt as _;

    use rustix::fs::OFlags;
    use rustix::io::Errno;

    let mut flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    if links == LinkPolicy::Refused {
        flags |= OFlags::NOFOLLOW;
    }
    match OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) => match Errno::from_io_error(&error) {
            // FreeBSD says of a link that it has too many names.
            Some(Errno::LOOP | Errno::MLINK | Errno::NXIO) => Ok(None),
            _ => Err(error),
        },
    }
}

/// Opens a file.
#[cfg(not(unix))]
fn without_waiting(path: &Path, _: LinkPolicy) -> io::Result<Option<File>> {
    OpenOptions::new().read(true).open(path).map(Some)
}
