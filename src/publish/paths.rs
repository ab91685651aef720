//! Paths of files and folders from the folder that a site is published into.

use std::ffi::OsStr;

/// The folder that all are in, among the names of folders.
pub(super) const ROOT: &str = "";

/// The name of a folder in itself.
pub(super) const THIS: &str = ".";

/// The folder of a file, and its name in it.
pub(super) fn split(file: &str) -> (&str, &OsStr) {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    (folder, OsStr::new(name))
}
