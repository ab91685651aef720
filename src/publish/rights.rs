//! Rights, owners and times, which a new site has from the old one.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Gives a file or a folder the rights and the owner of another, as far as this user may.
#[cfg(unix)]
pub(super) fn give(old: &Path, new: &Path) -> io::Result<()> {
    give_at_least(old, new, 0)
}

/// The same for a folder that is still to be filled: with all rights for its owner. Whether that is more than the old
/// one has.
#[cfg(unix)]
pub(super) fn give_for_now(old: &Path, new: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    give_at_least(old, new, ALL)?;
    Ok(fs::symlink_metadata(old)?.mode() & ALL != ALL)
}

/// Those of an owner.
#[cfg(unix)]
const ALL: u32 = 0o700;

#[cfg(unix)]
fn give_at_least(old: &Path, new: &Path, least: u32) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let (from, to) = (fs::symlink_metadata(old)?, fs::symlink_metadata(new)?);
    let mut mode = from.mode() & 0o7777 | least;
    let mut has = to.mode() & 0o7777;
    if (from.uid(), from.gid()) != (to.uid(), to.gid()) {
        // Only an administrator gives things away; a group may have them from its members.
        let _ = chown(new, None, Some(from.gid()));
        let _ = chown(new, Some(from.uid()), None);
        let to = fs::symlink_metadata(new)?;
        has = to.mode() & 0o7777;
        // What was for one user or group to run as, or to write to, is not for another.
        if from.uid() != to.uid() {
            mode &= !0o4000;
        }
        if from.gid() != to.gid() {
            mode &= !0o2020;
        }
    }
    if mode == has {
        return Ok(());
    }
    fs::set_permissions(new, fs::Permissions::from_mode(mode))
}

/// Elsewhere there is only whether something may be written to.
#[cfg(not(unix))]
pub(super) fn give(old: &Path, new: &Path) -> io::Result<()> {
    fs::set_permissions(new, fs::symlink_metadata(old)?.permissions())
}

#[cfg(not(unix))]
pub(super) fn give_for_now(_old: &Path, _new: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Gives a file or a folder the time of another. A file system that refuses this keeps no times worth keeping.
pub(super) fn give_time(old: &Path, new: &Path) {
    if let Ok(changed) = fs::symlink_metadata(old).and_then(|found| found.modified()) {
        let _ = File::open(new).and_then(|file| file.set_modified(changed));
    }
}
