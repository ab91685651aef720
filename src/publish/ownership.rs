//! Who may have written what a build left for the next, and so whether it is believed.

use std::fs::Metadata;

use super::dir::FileInfo;

/// Who may have written something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "elsewhere files do not say"))]
pub(super) enum Ownership {
    /// It belongs to this user, the system, or whom the site's own folder belongs to; or is of a group that one of these
    /// lets write there.
    Trusted,
    /// It belongs to another user, with this number.
    OtherUser(u32),
    /// Everybody may write to it.
    WorldWritable,
    /// It is a list that was brought from elsewhere, so whoever wrote it may be anybody.
    FromElsewhere,
}

/// Who is believed.
#[cfg(unix)]
#[derive(Debug, Clone, Copy)]
pub(super) struct Owners {
    user: u32,
    site: u32,
    /// Whether everybody may write the site itself. Then what is kept on it is no more open than that; disks that
    /// keep no permissions often show all that is on them so.
    is_open: bool,
}

#[cfg(unix)]
const SYSTEM: u32 = 0;

#[cfg(unix)]
const WRITTEN_BY_GROUP: u32 = 0o020;

#[cfg(unix)]
const WRITTEN_BY_ALL: u32 = 0o002;

/// In a folder with this, nobody takes away or renames what is another's.
#[cfg(unix)]
const STICKY: u32 = 0o1000;

#[cfg(unix)]
impl Owners {
    /// Those for a site, by its own folder.
    pub(super) fn of(site: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Owners {
            user: rustix::process::geteuid().as_raw(),
            site: site.uid(),
            is_open: site.mode() & (WRITTEN_BY_ALL | STICKY) == WRITTEN_BY_ALL,
        }
    }

    /// Who may have written something that was found in a folder.
    pub(super) fn ownership(self, found: &FileInfo, around: &FileInfo) -> Ownership {
        let Owners { user, site, is_open } = self;
        let is_one = |number| [user, site, SYSTEM].contains(&number);
        let writers = around.mode() & (WRITTEN_BY_GROUP | WRITTEN_BY_ALL);
        let is_of_group =
            is_one(around.user()) && writers == WRITTEN_BY_GROUP && found.group() == around.group();
        if !is_one(found.user()) && !is_of_group {
            Ownership::OtherUser(found.user())
        } else if found.mode() & WRITTEN_BY_ALL != 0 && !is_open {
            Ownership::WorldWritable
        } else {
            Ownership::Trusted
        }
    }
}

/// Elsewhere files do not say.
#[cfg(not(unix))]
#[derive(Debug, Clone, Copy)]
pub(super) struct Owners;

#[cfg(not(unix))]
impl Owners {
    pub(super) fn of(_site: &Metadata) -> Self {
        Owners
    }

    pub(super) fn ownership(self, _found: &FileInfo, _around: &FileInfo) -> Ownership {
        Ownership::Trusted
    }
}
