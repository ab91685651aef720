//! Reading a theme: from the site's own `themes/` folder, or from the ones inside the program.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use walkdir::{DirEntry, WalkDir};

use super::content::LARGEST_ASSET;
use super::file::{FileRead, Links, file};
use super::{Unread, too_large};
use crate::diagnostics::{MachineError, Shown};

/// The themes that ship with the program, so that a site needs none of its own.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The files of one theme, by their path inside it: `theme.toml`, `templates/base.html`.
#[derive(Debug)]
pub(crate) struct ThemeSources {
    /// The path that people know its folder by: `themes/plain`.
    pub(crate) folder: String,
    /// Every file.
    pub(crate) files: BTreeMap<String, Arc<[u8]>>,
    /// Whether each template is one that came with the program.
    pub(crate) is_built_in: bool,
}

/// Reads a theme by its name; a theme in the site's folder wins over the built-in one of that name.
/// `None` where there is no such theme.
pub(crate) fn theme(root: &Path, name: &str) -> Result<Option<ThemeSources>, Unread> {
    let folder = format!("themes/{name}");
    // A name is looked up as one part of a path, so that no theme lies elsewhere.
    if name.is_empty() || is_hidden_name(name) || name.contains(['/', '\\']) {
        return Ok(None);
    }
    let on_disk = root.join(&folder);
    let files = match fs::metadata(&on_disk) {
        Ok(found) if found.is_dir() => Some(files_on_disk(&on_disk, &folder)?),
        // One that is there and cannot be looked at is not taken for a built-in one of its name.
        Err(error) if !is_missing(&error) => {
            return Err(MachineError::new("look at", &on_disk, error).into());
        }
        _ => BUILT_IN.get_dir(name).map(|theme| files_built_in(theme, theme)),
    };
    Ok(files.map(|files| {
        let is_built_in = has_only_built_in_templates(name, &files);
        ThemeSources { folder, files, is_built_in }
    }))
}

/// Whether every template is the one that came with the program under the same name.
fn has_only_built_in_templates(name: &str, files: &BTreeMap<String, Arc<[u8]>>) -> bool {
    let is_built_in = |(path, bytes): (&String, &Arc<[u8]>)| {
        let own = BUILT_IN.get_file(format!("{name}/{path}"));
        own.is_some_and(|own| *own.contents() == **bytes)
    };
    files.iter().filter(|(path, _)| path.starts_with("templates/")).all(is_built_in)
}

/// Whether nothing is there. A name that no file can have has nothing either.
fn is_missing(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, InvalidInput, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidFilename | InvalidInput)
}

/// The names of the themes that there are, in order.
pub(crate) fn theme_names(root: &Path) -> Vec<String> {
    let on_disk = fs::read_dir(root.join("themes")).into_iter().flatten().flatten();
    let mut names: Vec<String> = on_disk
        .filter(|entry| entry.path().is_dir())
        .map(|entry| Shown::from(&*entry.file_name()).into_raw().into_owned())
        .filter(|name| !is_hidden_name(name))
        .chain(BUILT_IN.dirs().map(|theme| Shown::from(theme.path()).into_raw().into_owned()))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Every file but hidden ones, which tools of all kinds leave behind. `named` is the folder's path from the site's.
fn files_on_disk(folder: &Path, named: &str) -> Result<BTreeMap<String, Arc<[u8]>>, Unread> {
    let is_hidden = |entry: &DirEntry| {
        entry.depth() > 0 && is_hidden_name(&Shown::from(entry.file_name()).into_raw())
    };
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder).into_iter().filter_entry(|entry| !is_hidden(entry)) {
        let entry = entry.map_err(|error| MachineError::new("read", folder, error.into()))?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = inside(folder, entry.path());
        match file(entry.path(), Links::Refused, LARGEST_ASSET)? {
            FileRead::Bytes(bytes) => _ = files.insert(path, bytes.into()),
            FileRead::NotAFile => {}
            FileRead::TooLarge(size) => {
                let problem = too_large(&format!("{named}/{path}"), size, LARGEST_ASSET);
                return Err(Unread::Problem(problem.help("make it smaller, or take it out")));
            }
        }
    }
    Ok(files)
}

fn is_hidden_name(name: &str) -> bool {
    name.starts_with('.')
}

fn files_built_in(theme: &Dir<'_>, folder: &Dir<'_>) -> BTreeMap<String, Arc<[u8]>> {
    let mut files: BTreeMap<String, Arc<[u8]>> = folder
        .files()
        .map(|file| (inside(theme.path(), file.path()), file.contents().into()))
        .collect();
    for folder in folder.dirs() {
        files.extend(files_built_in(theme, folder));
    }
    files
}

fn inside(folder: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> =
        relative.components().map(|part| Shown::from(part.as_os_str()).into_raw()).collect();
    parts.join("/")
}
