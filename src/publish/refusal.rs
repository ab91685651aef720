//! Why a folder is not ours to replace.

use std::fmt;
use std::path::{Path, PathBuf};

use super::ownership::Ownership;
use crate::diagnostics::{Diagnostic, Place, Shown, rules};

rules! {
    Error OUTPUT_REFUSED = "output-refused" {
        about: "Only a folder that holds nothing but what was built there before is replaced. So no file of yours is lost.",
        example: "letterpress build --output content",
        fix: "letterpress build --output public",
    }
}

/// A folder that is not ours to replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    folder: PathBuf,
    reason: String,
    help: String,
}

impl Refusal {
    pub(super) fn new(folder: &Path, reason: impl Into<String>, help: impl Into<String>) -> Self {
        Refusal { folder: folder.to_owned(), reason: reason.into(), help: help.into() }
    }

    /// The folder is not for sites, whatever is in it.
    pub(super) fn of_kind(folder: &Path, reason: &str) -> Self {
        Refusal::new(folder, reason, "choose a new or empty folder with --output")
    }

    /// The folder is where a disk begins, or something in it or in what a run left of it.
    pub(super) fn mount_point(folder: &Path, found: &Path) -> Self {
        if found == folder {
            let reason = "it is a mount point, which nothing can take the place of";
            return Refusal::of_kind(folder, reason);
        }
        let found = Shown::from(found);
        let help = format!("unmount {found}, or choose another folder with --output");
        Refusal::new(folder, format!("{found} is a mount point"), help)
    }

    /// Somebody else may have written what a build left for the next.
    pub(super) fn untrusted(folder: &Path, found: &Path, ownership: Ownership) -> Self {
        let found = Shown::from(found);
        let adopt =
            format!("with --adopt it is put aside, and what is in {} kept", Shown::from(folder));
        let (reason, help) = match ownership {
            Ownership::OtherUser(number) => (
                format!("{found} belongs to another user, number {number}"),
                format!("choose another folder with --output; {adopt}"),
            ),
            Ownership::FromElsewhere => (
                format!(
                    "{found} was brought from elsewhere, as by a clone or a copy that keeps no times"
                ),
                format!(
                    "if nothing in {} is needed, delete both, and build again; {adopt}",
                    Shown::from(folder)
                ),
            ),
            _ => (
                format!("{found} may be written to by everybody"),
                format!("if nobody else has, say `chmod o-w {found}`; {adopt}"),
            ),
        };
        Refusal::new(folder, reason, help)
    }

    /// Somebody changed the folder while a site was made to replace it.
    pub(super) fn changed_meanwhile(folder: &Path) -> Self {
        let reason = "something in it was changed while the site was built";
        Refusal::new(folder, reason, "see what is in it now, and build again")
    }

    /// Somebody put something else in the place of what was being built.
    pub(super) fn staging_exchanged(folder: &Path, staging: &Path) -> Self {
        let staging = Shown::from(staging);
        let reason = format!("{staging}, or what is in it, was exchanged while the site was built");
        Refusal::new(folder, reason, format!("see what is in {staging} now, and build again"))
    }

    /// A file of somebody is in what a stopped run left.
    pub(super) fn stranded(folder: &Path, file: &Path) -> Self {
        let file = Shown::from(file);
        let reason = format!("a build was stopped while it replaced this folder, and left {file}");
        Refusal::new(folder, reason, "move that file somewhere else, or delete it, and build again")
    }

    /// Somebody took the lock away, and another build may have begun.
    pub(super) fn lost_lock(folder: &Path, lock: &Path) -> Self {
        let reason = format!("{} was taken away while the site was built", Shown::from(lock));
        Refusal::new(folder, reason, "leave it there, and build again")
    }
}

impl From<&Refusal> for Diagnostic {
    fn from(refusal: &Refusal) -> Self {
        let Refusal { folder, reason, help } = refusal;
        let message = format!("{} is left as it is: {reason}", Shown::from(folder));
        OUTPUT_REFUSED.at(Place::Nowhere, message).help(help)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Diagnostic::from(self).fmt(formatter)
    }
}

impl std::error::Error for Refusal {}
