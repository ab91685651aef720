//! Which folders are watched, and which of their files the site is made of.

use std::fs;
use std::path::{Path, PathBuf};

use notify::RecursiveMode;

// What a site is made of.
const CONTENT: &str = "content";
const THEMES: &str = "themes";
const SETTINGS: &str = "site.toml";

/// A part of the site that is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Watched {
    /// Its path from the site's folder; empty for that itself, of which only its own files count.
    pub(super) name: PathBuf,
    /// Where it is.
    pub(super) real: PathBuf,
    /// The folder to listen at; `None` where another's is around it.
    pub(super) place: Option<PathBuf>,
}

/// The site's folder itself, and below it `content` and `themes` with all that is in them. `themes`, a theme
/// and `site.toml` may be links to elsewhere, as they may for `build`; each is given with where it is.
pub(super) fn watched(root: &Path) -> Vec<Watched> {
    let real = |name: PathBuf| {
        let real = root.join(&name).canonicalize().ok()?;
        Some(Watched { name, real, place: None })
    };
    let mut all: Vec<Watched> = names(root).into_iter().filter_map(real).collect();
    let places: Vec<Option<PathBuf>> = (0..all.len())
        .map(|at| all[at].own_place().filter(|it| !has_around(&all, at, it)))
        .collect();
    for (watched, place) in all.iter_mut().zip(places) {
        watched.place = place;
    }
    all
}

/// Whether all that should be watched is there. Where the site's folder went, or a link leads nowhere,
/// nobody tells when it is back.
pub(super) fn are_all_there(root: &Path) -> bool {
    names(root).iter().all(|name| root.join(name).exists())
}

fn names(root: &Path) -> Vec<PathBuf> {
    let themes = fs::read_dir(root.join(THEMES)).into_iter().flatten().flatten();
    let mut links: Vec<PathBuf> = themes
        .filter(|entry| entry.path().is_symlink())
        .map(|entry| Path::new(THEMES).join(entry.file_name()))
        .collect();
    links.sort();
    let folders = [CONTENT, THEMES].into_iter().map(PathBuf::from).chain(links);
    let folders = folders.filter(|name| {
        let path = root.join(name);
        path.is_dir() || path.is_symlink() && !path.is_file()
    });
    let settings = Some(PathBuf::from(SETTINGS)).filter(|name| root.join(name).is_symlink());
    [PathBuf::new()].into_iter().chain(folders).chain(settings).collect()
}

/// Whether what is listened at for another is around this place, so that it need not be itself.
fn has_around(all: &[Watched], at: usize, place: &Path) -> bool {
    all.iter().enumerate().filter(|(other, it)| *other != at && !it.is_settings()).any(
        |(other, it)| match place.strip_prefix(&it.real) {
            Ok(inside) if inside.as_os_str().is_empty() => other < at || all[at].is_settings(),
            Ok(_) => it.mode() == RecursiveMode::Recursive,
            Err(_) => false,
        },
    )
}

impl Watched {
    pub(super) fn mode(&self) -> RecursiveMode {
        if self.name.as_os_str().is_empty() || self.is_settings() {
            RecursiveMode::NonRecursive
        } else {
            RecursiveMode::Recursive
        }
    }

    /// Whether this is the file `site.toml`, where that is a link.
    pub(super) fn is_settings(&self) -> bool {
        self.name == Path::new(SETTINGS)
    }

    /// Where to listen for it: at the folder around a file, which may be replaced.
    fn own_place(&self) -> Option<PathBuf> {
        let place = if self.is_settings() { self.real.parent() } else { Some(self.real.as_path()) };
        place.map(Path::to_owned)
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
        Some(SETTINGS) => parts.next().is_none(),
        Some(CONTENT) => !parts.any(|part| part.as_encoded_bytes().starts_with(b".")),
        Some(THEMES) => true,
        Some(_) => false,
    };
    is_ours.then_some(path)
}
