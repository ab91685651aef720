//! Which folders are watched, and which of their files the site is made of.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder that is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Watched {
    /// Its path from the site's folder; empty for that itself.
    pub(super) name: PathBuf,
    /// Where it is.
    pub(super) real: PathBuf,
}

/// The site's folder itself, and below it `content` and `themes` with all that is in them. Those, and a
/// theme, may be links to elsewhere, as they may for `build`.
pub(super) fn watched(root: &Path) -> Vec<Watched> {
    let mut names = vec![PathBuf::new(), PathBuf::from("content"), PathBuf::from("themes")];
    let themes = fs::read_dir(root.join("themes")).into_iter().flatten().flatten();
    let mut links: Vec<PathBuf> = themes
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_symlink()))
        .map(|entry| Path::new("themes").join(entry.file_name()))
        .collect();
    links.sort();
    names.extend(links);
    names
        .into_iter()
        .filter_map(|name| {
            let real = root.join(&name).canonicalize().ok().filter(|real| real.is_dir())?;
            Some(Watched { name, real })
        })
        .collect()
}

/// The path from the site's folder of a file that the site is made of, or of a folder of such; `None` for
/// any other.
pub(super) fn ours(watched: &[Watched], path: &Path) -> Option<PathBuf> {
    // The innermost first: the site's folder is around the others.
    let folder = watched.iter().rev().find(|folder| path.starts_with(&folder.real))?;
    let path = folder.name.join(path.strip_prefix(&folder.real).ok()?);
    // Joined with nothing, a name would end in a slash.
    let path: PathBuf = path.components().collect();
    let mut parts = path.components().map(|part| part.as_os_str());
    let is_ours = match parts.next().and_then(|first| first.to_str()) {
        None => path.as_os_str().is_empty(),
        Some("site.toml") => parts.next().is_none(),
        Some("content") => !parts.any(|part| part.as_encoded_bytes().starts_with(b".")),
        Some("themes") => true,
        Some(_) => false,
    };
    is_ours.then_some(path)
}
