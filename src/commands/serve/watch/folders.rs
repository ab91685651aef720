//! Which folders are watched, and which of their files the site is made of.

use std::path::{Path, PathBuf};

use letterpress::read::is_passed_over;
use notify::RecursiveMode;

// What a site is made of.
const CONTENT: &str = "content";
const THEMES: &str = "themes";
const MESSAGES: &str = "i18n";

/// A part of the site that is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Watched {
    /// Its path from the site's folder; empty for that itself, of which only its own files count.
    pub(super) name: PathBuf,
    /// Where it is.
    pub(super) real: PathBuf,
}

/// The site's folder itself, and below it `content`, `themes` and `i18n` with all that is in them. Links to other places are
/// refused by whoever reads the site.
pub(super) fn watched(root: &Path) -> Vec<Watched> {
    let is_folder = |name: &&str| root.join(name).symlink_metadata().is_ok_and(|it| it.is_dir());
    let names = ["", CONTENT, THEMES, MESSAGES].into_iter().filter(is_folder);
    names.map(|name| Watched { name: name.into(), real: root.join(name) }).collect()
}

impl Watched {
    pub(super) fn mode(&self) -> RecursiveMode {
        match self.name.as_os_str().is_empty() {
            true => RecursiveMode::NonRecursive,
            false => RecursiveMode::Recursive,
        }
    }
}

/// The path from the site's folder of a file that the site is made of, or of a folder of such; `None` for
/// any other.
pub(super) fn ours(watched: &[Watched], path: &Path) -> Option<PathBuf> {
    // The innermost: the site's folder is around most others.
    let around = watched.iter().filter(|watched| path.starts_with(&watched.real));
    let watched = around.max_by_key(|watched| watched.real.components().count())?;
    let path = watched.name.join(path.strip_prefix(&watched.real).ok()?);
    // Joined with nothing, a name would end in a slash.
    let path: PathBuf = path.components().collect();
    let mut parts = path.components().map(|part| part.as_os_str());
    let is_ours = match parts.next().and_then(|first| first.to_str()) {
        None => path.as_os_str().is_empty(),
        // The settings, or a vocabulary that they name.
        Some(name) if name.ends_with(".toml") => parts.next().is_none(),
        Some(CONTENT) => !parts.any(is_passed_over),
        Some(THEMES | MESSAGES) => true,
        Some(_) => false,
    };
    is_ours.then_some(path)
}
