//! Where other disks, or parts of one, are mounted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Whether another disk, or another part of one, begins at this folder.
#[cfg(unix)]
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let own = fs::symlink_metadata(folder)?.dev();
    let around = match folder.parent() {
        Some(parent) => fs::metadata(parent)?.dev(),
        None => own,
    };
    Ok(own != around || is_bound(folder))
}

/// Windows mounts disks by links.
#[cfg(not(unix))]
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    fs::symlink_metadata(folder).map(|_| false)
}

/// Whether a part of the same disk is mounted here. A kernel that cannot say refuses to move it.
#[cfg(target_os = "linux")]
fn is_bound(folder: &Path) -> bool {
    is_mount_root(folder).unwrap_or(false)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_bound(_folder: &Path) -> bool {
    false
}

/// Whether something begins here that is mounted; `None` where the kernel does not say.
#[cfg(target_os = "linux")]
fn is_mount_root(path: &Path) -> Option<bool> {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let found = statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty()).ok()?;
    let is_told = found.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT);
    is_told.then(|| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// The first place in a folder, or itself, that something is mounted at: a disk, a folder, or a single file, be it of the same
/// disk. The system has a list, so that not every file need be asked.
#[cfg(target_os = "linux")]
pub(super) fn first_in(folder: &Path) -> Option<PathBuf> {
    let list = fs::read("/proc/self/mountinfo").ok()?;
    let places = list.split(|byte| *byte == b'\n').filter_map(mounted_at);
    // What is mounted below a place that something else was mounted at later is listed too.
    let is_seen = |place: &PathBuf| {
        place.starts_with(folder)
            && fs::symlink_metadata(place).is_ok()
            && is_mount_root(place).unwrap_or(true)
    };
    places.filter(is_seen).min()
}

/// Elsewhere folders are looked at one by one.
#[cfg(not(target_os = "linux"))]
pub(super) fn first_in(_folder: &Path) -> Option<PathBuf> {
    None
}

/// The fifth word of a line, in which a space and the like stand as `\040`.
#[cfg(target_os = "linux")]
fn mounted_at(line: &[u8]) -> Option<PathBuf> {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;
    let mut rest = line.split(|byte| *byte == b' ').nth(4)?;
    let mut place = Vec::with_capacity(rest.len());
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..3).filter(|_| *first == b'\\');
        let digits = digits.and_then(|digits| str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 8).ok()) {
            Some(byte) => {
                place.push(byte);
                rest = &after[3..];
            }
            None => {
                place.push(*first);
                rest = after;
            }
        }
    }
    Some(OsString::from_vec(place).into())
}
