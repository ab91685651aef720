//! Walking the content folder, or a part of it.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::file::{FileRead, LinkPolicy, file};
use super::litter::is_passed_over;
use super::source::{CONTENT, LARGEST_TEXT, Source, Sources, not_a_file};
use super::{letter_texts, rules, text_source, too_large};
use crate::diagnostics::{Diagnostic, MachineError, Place, Shown, SourceText, Text};
use crate::model::is_safe_file;

/// GitHub warns of larger files, and refuses those of twice the size.
pub(super) const LARGEST_ASSET: u64 = 50 << 20;

/// No site that could be published has more bytes in files that are copied, and all of them are held in memory.
pub(crate) const ASSETS_AT_MOST: u64 = 1_000_000_000;

/// What is written for those who browse the repository; no page of a site has such a name.
const READMES: &[&str] = &["README", "README.md", "README.txt"];

/// How many files are read before their texts are put together. All at once, each would have been in memory twice.
const AT_ONCE: usize = 1024;

/// The texts of how many files are held together.
const TOGETHER: usize = 64;

/// Whether files beside the texts are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Assets {
    Read,
    /// They are too large together.
    Left,
}

/// Reads every file below `content/` but those that are [passed over](is_no_content), and the texts of letters that are in another folder. Links to
/// other places are reported, not followed.
pub(crate) fn content(root: &Path, texts: Option<&str>) -> Result<Sources, MachineError> {
    if let Some(problem) = problem_with_folder(root)? {
        return Ok(Sources::from([(CONTENT.to_owned(), Source::Problem(problem))]));
    }
    let mut sources = files(root, &root.join(CONTENT))?;
    letter_texts::add(root, texts, &mut sources)?;
    Ok(sources)
}

/// Why the content's folder is none. One that cannot be looked at is not taken for a missing one: a site without its
/// content would be published in the place of the good one.
fn problem_with_folder(root: &Path) -> Result<Option<Diagnostic>, MachineError> {
    let folder = root.join(CONTENT);
    match fs::symlink_metadata(&folder) {
        Ok(found) if found.is_dir() => Ok(None),
        Ok(_) => Ok(Some(not_a_folder())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Some(no_content())),
        Err(error) => Err(MachineError::new("look at", &folder, error)),
    }
}

/// A part of the content, read anew.
#[derive(Debug)]
pub(crate) struct Reread {
    /// The path of the file or folder, from the site's. What was read from it and below it is of the past.
    pub(crate) path: String,
    /// What is there now.
    pub(crate) sources: Sources,
}

/// Reads what stands at a path from the site's folder, and below it, as [`content`] would. `None` where the
/// path is of no file that the content can have.
pub(crate) fn again(
    root: &Path,
    texts: Option<&str>,
    path: &Path,
) -> Result<Option<Reread>, MachineError> {
    let Some(path) = real_part(root, path) else { return Ok(None) };
    let name = site_path(Path::new(""), &path);
    // Whether the whole folder is there is said of the whole folder.
    if name == CONTENT || problem_with_folder(root)?.is_some() {
        return Ok(Some(Reread { path: CONTENT.to_owned(), sources: content(root, texts)? }));
    }
    // A letter and its text are read together.
    let name = letter_texts::letter_of(&name).unwrap_or(name);
    let paths = [Some(name.clone()), letter_texts::text_of(&name)];
    let mut sources = Sources::new();
    for path in paths.into_iter().flatten() {
        let whole = root.join(path);
        if is_listed(&whole)? {
            sources.append(&mut files(root, &whole)?);
        }
    }
    letter_texts::add(root, texts, &mut sources)?;
    Ok(Some(Reread { path: name, sources }))
}

/// Whether a folder lists a path in just these letters. Some disks find `visit-1.md` as `Visit-1.md` too,
/// which it may have been before.
fn is_listed(path: &Path) -> Result<bool, MachineError> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Ok(true) };
    let listed = fs::read_dir(folder).and_then(|entries| {
        let names = entries.map(|entry| entry.map(|entry| entry.file_name()));
        names.collect::<Result<Vec<_>, _>>()
    });
    match listed {
        Ok(names) => Ok(names.iter().any(|listed| listed == name)),
        Err(error) => ignore_gone(MachineError::new("read", folder, error)).map(|()| false),
    }
}

/// As much of a path as a walk from `content/` would come to: up to the first link on the way. `None`
/// where it is outside, or passed over.
fn real_part(root: &Path, path: &Path) -> Option<PathBuf> {
    let mut parts = path.components().filter(|part| *part != Component::CurDir);
    let mut real = PathBuf::from(CONTENT);
    if parts.next()? != Component::Normal(CONTENT.as_ref()) {
        return None;
    }
    for part in parts {
        let Component::Normal(name) = part else { return None };
        if is_no_content(&real, name) {
            return None;
        }
        let is_link = real.components().count() > 1
            && fs::symlink_metadata(root.join(&real)).is_ok_and(|it| it.is_symlink());
        if is_link {
            break;
        }
        real.push(name);
    }
    Some(real)
}

/// Whether what has this name in a folder is no part of the content: what is hidden or litter, and what is there for
/// those who browse the repository. `folder` is named from the site's.
fn is_no_content(folder: &Path, name: &OsStr) -> bool {
    let is_at_top = || folder == Path::new(CONTENT);
    is_passed_over(name)
        || READMES.iter().any(|it| name == *it || name.eq_ignore_ascii_case(it) && is_at_top())
}

fn no_content() -> Diagnostic {
    let message = "there is no folder `content`, which a site is made from";
    rules::NO_CONTENT.at(Place::File(CONTENT.to_owned()), message)
        .help("is this the folder of the site? If so, make it, and put `authorities/`, `topics/` and `pages/` into it")
}

fn not_a_folder() -> Diagnostic {
    let message = "this is not a folder but a link, or something else that holds no texts";
    rules::NOT_A_FILE.at(Place::File(CONTENT.to_owned()), message).help(
        "put the folder itself, with `authorities/`, `topics/` and `pages/` in it, in this place",
    )
}

/// Reads the file that stands here, or all that are below.
fn files(root: &Path, folder: &Path) -> Result<Sources, MachineError> {
    let entries = walk(root, folder)?;
    let size = size_of_assets(root, &entries);
    let assets = if size > ASSETS_AT_MOST { Assets::Left } else { Assets::Read };
    let mut all: Vec<(String, Source)> = Vec::with_capacity(entries.len() + 1);
    for entries in entries.chunks(AT_ONCE) {
        let read: Vec<Option<(String, Source)>> =
            entries.par_iter().map(|entry| read(root, entry, assets)).collect::<Result<_, _>>()?;
        let first = all.len();
        all.extend(read.into_iter().flatten());
        all[first..].par_chunks_mut(TOGETHER).for_each(hold_together);
    }
    let too_much = (assets == Assets::Left)
        .then(|| (CONTENT.to_owned(), Source::Problem(too_many_bytes(size))));
    Ok(all.into_iter().chain(too_much).collect())
}

/// Whether a file beside the texts is one that the site may have, by its path from the site's folder.
fn may_be_copied(path: &str) -> bool {
    path.strip_prefix(CONTENT).and_then(|path| path.strip_prefix('/')).is_some_and(is_safe_file)
}

/// How many bytes the files have together that may be copied. One that is gone meanwhile has none.
fn size_of_assets(root: &Path, entries: &[DirEntry]) -> u64 {
    let may_be_copied =
        |it: &&DirEntry| it.file_type().is_file() && may_be_copied(&site_path(root, it.path()));
    let size = |it: &DirEntry| it.metadata().map_or(0, |metadata| metadata.len());
    entries.iter().filter(may_be_copied).map(size).sum()
}

fn too_many_bytes(size: u64) -> Diagnostic {
    let megabytes = size.div_ceil(1_000_000);
    let message = format!(
        "the pictures, PDF and CSV files here are {megabytes} MB large together; GitHub Pages publishes 1 GB at most"
    );
    rules::SITE_TOO_LARGE
        .at(Place::File(CONTENT.to_owned()), message)
        .help("make them smaller, or publish them elsewhere and link to them")
}

fn walk(root: &Path, folder: &Path) -> Result<Vec<DirEntry>, MachineError> {
    let is_no_content = |entry: &DirEntry| {
        let around = entry.path().parent().and_then(|around| around.strip_prefix(root).ok());
        entry.depth() > 0 && is_no_content(around.unwrap_or(Path::new("")), entry.file_name())
    };
    let mut entries = Vec::new();
    for entry in WalkDir::new(folder)
        .follow_root_links(false)
        .into_iter()
        .filter_entry(|entry| !is_no_content(entry))
    {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => entries.push(entry),
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                ignore_gone(MachineError::new("read", &path, error.into()))?;
            }
        }
    }
    Ok(entries)
}

/// What was deleted while the folder was read is not there.
fn ignore_gone(error: MachineError) -> Result<(), MachineError> {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Ok(()),
        _ => Err(error),
    }
}

/// Holds the texts of some files together.
fn hold_together(read: &mut [(String, Source)]) {
    let text = |(_, source): &(String, Source)| match source {
        Source::Text(text) => Some(Arc::clone(text)),
        Source::LetterText(_) | Source::Asset(_) | Source::Problem(_) => None,
    };
    let texts: Vec<Arc<SourceText>> = read.iter().filter_map(text).collect();
    let mut together = Text::together(texts.iter().map(|source| &*source.text)).into_iter();
    for (_, source) in read {
        if let Source::Text(source) = source
            && let Some(text) = together.next()
        {
            *source = Arc::new(SourceText::new(source.path.clone(), text));
        }
    }
}

/// Reads a file; `None` where it is there no more.
fn read(
    root: &Path,
    entry: &DirEntry,
    assets: Assets,
) -> Result<Option<(String, Source)>, MachineError> {
    let path = site_path(root, entry.path());
    match source(&path, entry, assets) {
        Ok(source) => Ok(Some((path, source))),
        Err(error) => ignore_gone(error).map(|()| None),
    }
}

fn source(path: &str, entry: &DirEntry, assets: Assets) -> Result<Source, MachineError> {
    if !entry.file_type().is_file() {
        return Ok(Source::Problem(not_a_file(path)));
    }
    if letter_texts::letter_of(path).is_some() {
        return letter_texts::source(path, entry.path());
    }
    let is_markdown =
        Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    if !is_markdown && (assets == Assets::Left || !may_be_copied(path)) {
        return Ok(Source::Asset(Arc::default()));
    }
    let (at_most, help) = if is_markdown {
        (LARGEST_TEXT, "a letter's summary is a few pages: is this the file that was meant?")
    } else {
        (LARGEST_ASSET, "make it smaller, or link to where else it is published")
    };
    let bytes = match file(entry.path(), LinkPolicy::Refused, at_most)? {
        FileRead::Bytes(bytes) => bytes,
        FileRead::NotAFile => return Ok(Source::Problem(not_a_file(path))),
        FileRead::TooLarge(size) => {
            return Ok(Source::Problem(too_large(path, size, at_most).help(help)));
        }
    };
    if !is_markdown {
        return Ok(Source::Asset(bytes.into()));
    }
    Ok(text_source(path, bytes))
}

/// The path from the site's folder, with `/` between its parts on every system.
fn site_path(root: &Path, path: &Path) -> String {
    let relative: PathBuf = path.strip_prefix(root).unwrap_or(path).to_owned();
    let parts: Vec<_> =
        relative.components().map(|part| Shown::from(part.as_os_str()).into_raw()).collect();
    parts.join("/")
}
