//! Permissions, owners and times, which a new site has from the old one.

#[cfg(unix)]
use std::borrow::Borrow;
use std::ffi::OsStr;
#[cfg(unix)]
use std::fs;
use std::fs::File;
use std::io;

use super::dir::{Dir, FileInfo};
#[cfg(unix)]
use super::umask::PERMISSIONS;

/// Which permissions a folder was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "elsewhere there is no umask"))]
pub(super) enum GivenPermissions {
    /// Those that it was made with; and whether the old one has others.
    New { is_other: bool },
    /// Those of the old one; and whether it has more for now.
    Old { mode: u32, has_more: bool },
}

/// Which permissions a folder has at least, whatever the old one has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Least {
    /// All for its owner, as it is still to be filled.
    ToFill,
    None,
}

/// Those of an owner.
#[cfg(unix)]
const ALL: u32 = 0o700;

/// Gives a file or a folder the permissions and the owner of another, as far as this user may.
#[cfg(unix)]
pub(super) fn give(old: &FileInfo, new: &File) -> io::Result<()> {
    give_mode(old, &FileInfo::of(new)?, || Ok(new), |old, _| old)
}

/// Gives a folder the time, the permissions and the owner of another.
#[cfg(unix)]
pub(super) fn give_as_folder(old: &Dir, new: &Dir) -> io::Result<()> {
    give_time(old.handle(), new.handle());
    give(&FileInfo::of(old.handle())?, new.handle())
}

/// Gives a folder in another the owner of an old one, and its permissions, unless these are as the old one was made with.
#[cfg(unix)]
pub(super) fn give_folder(
    old: &FileInfo,
    around: &Dir,
    name: &OsStr,
    is_as_made: impl FnOnce(u32) -> bool,
    least: Least,
) -> io::Result<GivenPermissions> {
    let to = around.look(name)?.ok_or(io::ErrorKind::NotFound)?;
    // Most need nothing, and are not opened for it.
    let open = || around.open_here(name);
    let had = old.mode() & PERMISSIONS;
    if is_as_made(had) {
        let mut is_other = false;
        give_mode(old, &to, open, |old, made| {
            is_other = made & PERMISSIONS != had;
            old & !PERMISSIONS | made & PERMISSIONS
        })?;
        return Ok(GivenPermissions::New { is_other });
    }
    let more = if least == Least::ToFill { ALL } else { 0 };
    give_mode(old, &to, open, |old, _| old | more)?;
    Ok(GivenPermissions::Old { mode: had, has_more: had & more != more })
}

/// Gives a file or a folder the owner of another, and permissions that come of those of the other and of those that it was
/// made with.
#[cfg(unix)]
fn give_mode<F: Borrow<File>>(
    from: &FileInfo,
    to: &FileInfo,
    open: impl FnOnce() -> io::Result<F>,
    rights: impl FnOnce(u32, u32) -> u32,
) -> io::Result<()> {
    use std::os::unix::fs::{PermissionsExt, fchown};
    let set = |file: &File, mode| file.set_permissions(fs::Permissions::from_mode(mode));
    let (mut old, made) = (from.mode(), to.mode());
    if (from.user(), from.group()) == (to.user(), to.group()) {
        let wanted = rights(old, made);
        return if wanted == made { Ok(()) } else { set(open()?.borrow(), wanted) };
    }
    let opened = open()?;
    let file = opened.borrow();
    // Only an administrator gives things away; a group may have them from its members.
    let _ = fchown(file, None, Some(from.group()));
    let _ = fchown(file, Some(from.user()), None);
    let has = FileInfo::of(file)?;
    // What was for one user or group to run as, or to write to, is not for another.
    if from.user() != has.user() {
        old &= !0o4000;
    }
    if from.group() != has.group() {
        old &= !0o2020;
    }
    let wanted = rights(old, made);
    if wanted == has.mode() { Ok(()) } else { set(file, wanted) }
}

/// What a folder lets whom do.
#[cfg(unix)]
pub(super) fn permissions(folder: &Dir) -> io::Result<u32> {
    Ok(folder.look(".")?.map_or(0, |found| found.mode() & PERMISSIONS))
}

/// Elsewhere there is only whether something may be written to.
#[cfg(not(unix))]
pub(super) fn give(old: &FileInfo, new: &File) -> io::Result<()> {
    new.set_permissions(old.0.permissions())
}

#[cfg(not(unix))]
pub(super) fn give_as_folder(old: &Dir, new: &Dir) -> io::Result<()> {
    std::fs::set_permissions(new.path(), std::fs::symlink_metadata(old.path())?.permissions())
}

#[cfg(not(unix))]
pub(super) fn give_folder(
    old: &FileInfo,
    around: &Dir,
    name: &OsStr,
    _is_as_made: impl FnOnce(u32) -> bool,
    least: Least,
) -> io::Result<GivenPermissions> {
    if least == Least::None {
        std::fs::set_permissions(around.path_of(name), old.0.permissions())?;
    }
    Ok(GivenPermissions::Old { mode: 0, has_more: true })
}

#[cfg(not(unix))]
pub(super) fn permissions(_folder: &Dir) -> io::Result<u32> {
    Ok(0)
}

/// Gives a file or a folder the time of another. A file system that refuses this keeps no times worth keeping.
pub(super) fn give_time(old: &File, new: &File) {
    if let Ok(changed) = old.metadata().and_then(|found| found.modified()) {
        let _ = new.set_modified(changed);
    }
}
