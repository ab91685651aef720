//! Rights, owners and times, which a new site has from the old one.

#[cfg(unix)]
use std::fs::Metadata;
use std::fs::{self, File};
use std::io;
use std::path::Path;

#[cfg(unix)]
use super::umask::PERMISSIONS;

/// Which rights a folder was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "elsewhere there is no umask"))]
pub(super) enum Given {
    /// Those that it was made with; and whether the old one has others.
    New { is_other: bool },
    /// Those of the old one; and whether it has more for now.
    Old { mode: u32, has_more: bool },
}

/// Which rights a folder has at least, whatever the old one has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Least {
    /// All for its owner, as it is still to be filled.
    ToFill,
    None,
}

/// Those of an owner.
#[cfg(unix)]
const ALL: u32 = 0o700;

/// Gives a file or a folder the rights and the owner of another, as far as this user may.
#[cfg(unix)]
pub(super) fn give(old: &Path, new: &Path) -> io::Result<()> {
    give_mode(&fs::symlink_metadata(old)?, new, |old, _| old)
}

/// Gives a folder the owner of an old one, and its rights, unless these are as the old one was made with.
#[cfg(unix)]
pub(super) fn give_folder(
    old: &Path,
    new: &Path,
    is_as_made: impl FnOnce(u32) -> bool,
    least: Least,
) -> io::Result<Given> {
    let found = fs::symlink_metadata(old)?;
    let had = mode(&found) & PERMISSIONS;
    if is_as_made(had) {
        let mut is_other = false;
        give_mode(&found, new, |old, made| {
            is_other = made & PERMISSIONS != had;
            old & !PERMISSIONS | made & PERMISSIONS
        })?;
        return Ok(Given::New { is_other });
    }
    let more = if least == Least::ToFill { ALL } else { 0 };
    give_mode(&found, new, |old, _| old | more)?;
    Ok(Given::Old { mode: had, has_more: had & more != more })
}

/// Gives a file or a folder the owner of another, and rights that come of those of the other and of those that it was
/// made with.
#[cfg(unix)]
fn give_mode(from: &Metadata, new: &Path, rights: impl FnOnce(u32, u32) -> u32) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let to = fs::symlink_metadata(new)?;
    let made = mode(&to);
    let (mut old, mut has) = (mode(from), made);
    if (from.uid(), from.gid()) != (to.uid(), to.gid()) {
        // Only an administrator gives things away; a group may have them from its members.
        let _ = chown(new, None, Some(from.gid()));
        let _ = chown(new, Some(from.uid()), None);
        let to = fs::symlink_metadata(new)?;
        has = mode(&to);
        // What was for one user or group to run as, or to write to, is not for another.
        if from.uid() != to.uid() {
            old &= !0o4000;
        }
        if from.gid() != to.gid() {
            old &= !0o2020;
        }
    }
    let wanted = rights(old, made);
    if wanted == has {
        return Ok(());
    }
    fs::set_permissions(new, fs::Permissions::from_mode(wanted))
}

#[cfg(unix)]
fn mode(found: &Metadata) -> u32 {
    use std::os::unix::fs::MetadataExt;
    found.mode() & 0o7777
}

/// What a folder lets whom do.
#[cfg(unix)]
pub(super) fn permissions(folder: &Path) -> io::Result<u32> {
    Ok(mode(&fs::symlink_metadata(folder)?) & PERMISSIONS)
}

/// Elsewhere there is only whether something may be written to.
#[cfg(not(unix))]
pub(super) fn give(old: &Path, new: &Path) -> io::Result<()> {
    fs::set_permissions(new, fs::symlink_metadata(old)?.permissions())
}

#[cfg(not(unix))]
pub(super) fn give_folder(
    old: &Path,
    new: &Path,
    _is_as_made: impl FnOnce(u32) -> bool,
    least: Least,
) -> io::Result<Given> {
    if least == Least::None {
        give(old, new)?;
    }
    Ok(Given::Old { mode: 0, has_more: true })
}

#[cfg(not(unix))]
pub(super) fn permissions(_folder: &Path) -> io::Result<u32> {
    Ok(0)
}

/// Gives a file or a folder the time of another. A file system that refuses this keeps no times worth keeping.
pub(super) fn give_time(old: &Path, new: &Path) {
    if let Ok(changed) = fs::symlink_metadata(old).and_then(|found| found.modified()) {
        let _ = File::open(new).and_then(|file| file.set_modified(changed));
    }
}
