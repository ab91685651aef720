//! Reading a theme: from the site's own `themes/` folder, or from the ones inside the program.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use walkdir::{DirEntry, WalkDir};

use super::content::{ASSETS_AT_MOST, LARGEST_ASSET};
use super::file::{FileRead, LinkPolicy, file};
use super::litter::is_passed_over;
use super::source::LARGEST_TEXT;
use super::{Unread, rules, too_large};
use crate::diagnostics::{Diagnostic, MachineError, Place, Shown};

/// The themes that ship with the program, so that a site needs none of its own.
pub(super) static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

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

/// In bytes: all templates that a site is made with are held at once, and so is what they are parsed to. Those that come
/// with the program have a fortieth.
const TEMPLATES_AT_MOST: u64 = 10_000_000;

/// How much more may be read of the themes that a site is made with, in bytes.
#[derive(Debug)]
pub(crate) struct ThemeRoom {
    templates: u64,
    copied: u64,
}

impl ThemeRoom {
    /// Before the first theme.
    pub(crate) fn new() -> Self {
        ThemeRoom { templates: TEMPLATES_AT_MOST, copied: ASSETS_AT_MOST }
    }
}

/// What a file of a theme is for. Nothing else in a theme is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// `theme.toml`.
    Manifest,
    /// In `templates/`.
    Template,
    /// In `static/`.
    Copied,
    /// In `i18n/`.
    Messages,
}

impl Use {
    /// By the first part of its path in the theme.
    fn of(first: &str) -> Option<Self> {
        match first {
            "theme.toml" => Some(Use::Manifest),
            "templates" => Some(Use::Template),
            "static" => Some(Use::Copied),
            MESSAGES => Some(Use::Messages),
            _ => None,
        }
    }

    /// How large one file may be, in bytes.
    fn at_most(self) -> u64 {
        match self {
            Use::Manifest | Use::Template | Use::Messages => LARGEST_TEXT,
            Use::Copied => LARGEST_ASSET,
        }
    }
}

/// Reads a theme by its name, where there is room for it; a theme in the site's folder wins over the built-in one of that
/// name. `None` where there is no such theme.
pub(crate) fn theme(
    root: &Path,
    name: &str,
    room: &mut ThemeRoom,
) -> Result<Option<ThemeSources>, Unread> {
    let folder = format!("themes/{name}");
    // A name is looked up as one part of a path, so that no theme lies elsewhere.
    if name.is_empty() || is_hidden_name(name) || name.contains(['/', '\\']) {
        return Ok(None);
    }
    let files = match is_folder(root, THEMES)? && is_folder(root, &folder)? {
        true => Some(files_on_disk(&root.join(&folder), &folder, room)?),
        false => BUILT_IN.get_dir(name).map(|theme| files_built_in(theme, theme)),
    };
    Ok(files.map(|files| {
        let is_built_in = has_only_built_in_templates(name, &files);
        ThemeSources { folder, files, is_built_in }
    }))
}

/// The folder of tables of messages, of a site as of a theme.
pub(crate) const MESSAGES: &str = "i18n";

/// What the name of a table of messages ends with.
pub(crate) const TABLE_ENDING: &str = ".ftl";

/// The folder of a site's own themes.
pub(super) const THEMES: &str = "themes";

/// Whether a folder of themes is there. What a link leads to is not the site's, and would be published.
pub(crate) fn is_folder(root: &Path, path: &str) -> Result<bool, Unread> {
    let whole = root.join(path);
    match fs::symlink_metadata(&whole) {
        Ok(found) if found.is_symlink() => {
            let message = "this is not a folder but a link to another place";
            let problem = rules::NOT_A_FILE.at(Place::File(path.to_owned()), message);
            Err(Unread::Problem(problem.help("put the folder itself in this place")))
        }
        Ok(found) => Ok(found.is_dir()),
        // One that is there and cannot be looked at is not taken for a built-in one of its name.
        Err(error) if !is_missing(&error) => {
            Err(MachineError::new("look at", &whole, error).into())
        }
        Err(_) => Ok(false),
    }
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
    let on_disk = fs::read_dir(root.join(THEMES)).into_iter().flatten().flatten();
    let mut names: Vec<String> = on_disk
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| Shown::from(&*entry.file_name()).into_raw().into_owned())
        .filter(|name| !is_hidden_name(name))
        .chain(BUILT_IN.dirs().map(|theme| Shown::from(theme.path()).into_raw().into_owned()))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Every file that a site can be made with, but hidden ones and others that tools of all kinds leave behind. `named` is the
/// folder's path from the site's.
fn files_on_disk(
    folder: &Path,
    named: &str,
    room: &mut ThemeRoom,
) -> Result<BTreeMap<String, Arc<[u8]>>, Unread> {
    let entries = walk(folder, named)?;
    room.take(&entries).map_err(|too_large| Unread::Problem(too_large.told(named)))?;
    let mut files = BTreeMap::new();
    for (entry, used) in entries {
        let path = inside(folder, entry.path());
        match file(entry.path(), LinkPolicy::Refused, used.at_most())? {
            FileRead::Bytes(bytes) => _ = files.insert(path, bytes.into()),
            FileRead::NotAFile => return Err(not_a_file(named, &path)),
            FileRead::TooLarge(size) => {
                let problem = too_large(&format!("{named}/{path}"), size, used.at_most());
                return Err(Unread::Problem(problem.help("make it smaller, or take it out")));
            }
        }
    }
    Ok(files)
}

/// The files of a theme, and what each is for. Folders of which nothing is used are not even looked into.
fn walk(folder: &Path, named: &str) -> Result<Vec<(DirEntry, Use)>, Unread> {
    let is_used = |entry: &DirEntry| {
        let name = Shown::from(entry.file_name()).into_raw();
        match entry.depth() {
            0 => true,
            1 => Use::of(&name).is_some(),
            _ => !is_passed_over(entry.file_name()),
        }
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).into_iter().filter_entry(is_used) {
        let entry = entry.map_err(|error| MachineError::new("read", folder, error.into()))?;
        let path = inside(folder, entry.path());
        let Some(used) = path.split('/').next().and_then(Use::of) else { continue };
        match entry.file_type() {
            kind if kind.is_file() => files.push((entry, used)),
            kind if kind.is_dir() => {}
            _ => return Err(not_a_file(named, &path)),
        }
    }
    Ok(files)
}

pub(super) fn not_a_file(theme: &str, path: &str) -> Unread {
    let message = "this is not a file but a link, or something else that no site is made of";
    let place = Place::File(format!("{theme}/{path}"));
    let problem = rules::NOT_A_FILE.at(place, message);
    Unread::Problem(problem.help("put the file itself in this place, or take it out"))
}

/// Files of one kind that are too large together.
struct TooLarge {
    used: Use,
    /// In bytes.
    size: u64,
    at_most: u64,
}

impl ThemeRoom {
    /// Takes the room that these files need, before any of them is read. One that is gone meanwhile needs none.
    fn take(&mut self, files: &[(DirEntry, Use)]) -> Result<(), TooLarge> {
        for (used, room) in [(Use::Template, &mut self.templates), (Use::Copied, &mut self.copied)]
        {
            let of_these = files.iter().filter(|(_, other)| *other == used);
            let size = of_these.map(|(it, _)| it.metadata().map_or(0, |found| found.len())).sum();
            *room = room.checked_sub(size).ok_or(TooLarge { used, size, at_most: *room })?;
        }
        Ok(())
    }
}

impl TooLarge {
    fn told(&self, theme: &str) -> Diagnostic {
        let folder = if self.used == Use::Template { "templates" } else { "static" };
        let [size, at_most] = [self.size.div_ceil(1_000_000), self.at_most / 1_000_000];
        let message = format!(
            "the files here are {size} MB large together, and there is room for {at_most} MB in this theme and those \
             that it extends"
        );
        rules::TOO_LARGE
            .at(Place::File(format!("{theme}/{folder}")), message)
            .help("take out what no page needs, or make it smaller")
    }
}

pub(super) fn is_hidden_name(name: &str) -> bool {
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

pub(super) fn inside(folder: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> =
        relative.components().map(|part| Shown::from(part.as_os_str()).into_raw()).collect();
    parts.join("/")
}
