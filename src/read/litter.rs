//! Names of files that are nobody's work: what systems and editors leave by themselves.

use std::ffi::OsStr;

/// Files that systems and their file managers leave, in small letters, as some disks have them in large ones.
const SYSTEM_FILES: &[&str] = &[
    ".apdisk",
    ".directory",
    ".dropbox",
    ".dropbox.attr",
    ".ds_store",
    ".localized",
    "desktop.ini",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "icon\r",
    "thumbs.db",
    "thumbs.db:encryptable",
];

/// Folders that systems keep for themselves, in small letters.
const SYSTEM_FOLDERS: &[&str] = &[
    ".appledouble",
    ".documentrevisions-v100",
    ".fseventsd",
    ".spotlight-v100",
    ".temporaryitems",
    "@eadir",
    "__macosx",
];

/// What names of backups and of files that are being written begin and end with: of Emacs, Vim, Kate, nano, JetBrains'
/// editors, `git mergetool`, `patch`, LibreOffice, Word, NFS and FUSE.
const LEFT_BY_PROGRAMS: &[(&str, &str)] = &[
    ("", "~"),
    ("#", "#"),
    (".#", ""),
    (".~lock.", "#"),
    ("~$", ""),
    ("~", ".tmp"),
    ("", ".bak"),
    ("", ".orig"),
    ("", ".rej"),
    (".", ".swo"),
    (".", ".swp"),
    (".", ".swx"),
    (".", ".un~"),
    (".", ".kate-swp"),
    ("", "___jb_old___"),
    ("", "___jb_tmp___"),
    (".nfs0", ""),
    (".fuse_hidden", ""),
];

/// Whether a file is one that a system leaves by itself, by its name: nobody misses it.
pub(crate) fn is_of_system(name: &OsStr) -> bool {
    let name = in_small_letters(name);
    name.starts_with(b"._") || SYSTEM_FILES.iter().any(|known| name == known.as_bytes())
}

/// Whether a file is one that a system or an editor leaves by itself, by its name: nobody meant to publish it.
pub(crate) fn is_litter(name: &OsStr) -> bool {
    let small = in_small_letters(name);
    let is_between = |(start, end): &(&str, &str)| {
        let is_longer = small.len() > start.len() + end.len();
        is_longer && small.starts_with(start.as_bytes()) && small.ends_with(end.as_bytes())
    };
    is_of_system(name) || LEFT_BY_PROGRAMS.iter().any(is_between)
}

/// Whether a folder is one that a system keeps for itself, by its name.
pub(crate) fn is_litter_folder(name: &OsStr) -> bool {
    let name = in_small_letters(name);
    SYSTEM_FOLDERS.iter().any(|known| name == known.as_bytes())
}

fn in_small_letters(name: &OsStr) -> Vec<u8> {
    name.as_encoded_bytes().to_ascii_lowercase()
}

/// Whether what has this name is no part of a site, whatever it is: it is hidden, or was left by a system or an editor.
pub fn is_passed_over(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || is_litter(name) || is_litter_folder(name)
}
