//! Where other disks, or parts of one, are mounted.

use std::fs;
use std::io;
use std::path::Path;

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
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())
        .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_bound(_folder: &Path) -> bool {
    false
}
