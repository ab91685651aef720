//! Walking the content folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::text;
use crate::diagnostics::{Diagnostic, MachineError, Place, SourceText};

/// What the content folder holds, in the order of the paths.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// Markdown files; their paths start with `content/`.
    pub(crate) texts: Vec<Arc<SourceText>>,
    /// Every other file, by its path inside `content/`.
    pub(crate) assets: BTreeMap<String, Arc<[u8]>>,
    /// Files that could not be taken in.
    pub(crate) problems: Vec<Diagnostic>,
}

/// A whole inspection report has a tenth of this many bytes.
const LARGEST_TEXT: u64 = 1 << 20;

enum Source {
    Text(Arc<SourceText>),
    Asset(String, Arc<[u8]>),
    Problem(Diagnostic),
}

/// Reads every file below `content/` but hidden ones. Links to other places are reported, not followed.
pub(crate) fn content(root: &Path) -> Result<Sources, MachineError> {
    let folder = root.join("content");
    if !folder.exists() {
        return Ok(Sources { problems: vec![no_content()], ..Sources::default() });
    }
    let entries = walk(&folder)?;
    let read: Vec<Source> =
        entries.par_iter().map(|entry| read(root, entry)).collect::<Result<_, _>>()?;

    let mut sources = Sources::default();
    for source in read {
        match source {
            Source::Text(text) => sources.texts.push(text),
            Source::Asset(path, bytes) => {
                sources.assets.insert(path, bytes);
            }
            Source::Problem(diagnostic) => sources.problems.push(diagnostic),
        }
    }
    sources.texts.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

fn no_content() -> Diagnostic {
    let message = "there is no folder `content`, so the site is empty";
    Diagnostic::warning("no-content", Place::File("content".to_owned()), message)
        .help("make it, and put `authorities/`, `topics/` and `pages/` into it")
}

fn walk(folder: &Path) -> Result<Vec<DirEntry>, MachineError> {
    let is_hidden = |entry: &DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| !is_hidden(entry))
        .filter(|entry| !matches!(entry, Ok(entry) if entry.file_type().is_dir()))
        .map(|entry| {
            entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_owned();
                MachineError::new("read", &path, error.into())
            })
        })
        .collect()
}

fn read(root: &Path, entry: &DirEntry) -> Result<Source, MachineError> {
    let path = site_path(root, entry.path());
    if !entry.file_type().is_file() {
        let message = "this is not a file but a link, or something else that holds no text";
        return Ok(Source::Problem(
            Diagnostic::error("not-a-file", Place::File(path), message)
                .help("put the file itself in this place"),
        ));
    }
    let is_markdown =
        Path::new(&path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    let metadata = entry.metadata();
    let size =
        metadata.map_err(|error| MachineError::new("look at", entry.path(), error.into()))?.len();
    if is_markdown && size > LARGEST_TEXT {
        return Ok(Source::Problem(too_large(path, size)));
    }
    let bytes =
        fs::read(entry.path()).map_err(|error| MachineError::new("read", entry.path(), error))?;
    if !is_markdown {
        let inside = path.strip_prefix("content/").unwrap_or(&path).to_owned();
        return Ok(Source::Asset(inside, bytes.into()));
    }
    Ok(match text(path, bytes) {
        Ok(text) => Source::Text(text),
        Err(diagnostic) => Source::Problem(diagnostic),
    })
}

fn too_large(path: String, size: u64) -> Diagnostic {
    let message = format!("this text is {size} bytes long, and {LARGEST_TEXT} are the most");
    Diagnostic::error("too-large", Place::File(path), message)
        .help("a letter's summary is a few pages: is this the file that was meant?")
}

/// The path from the site's folder, with `/` between its parts on every system.
fn site_path(root: &Path, path: &Path) -> String {
    let relative: PathBuf = path.strip_prefix(root).unwrap_or(path).to_owned();
    let parts: Vec<_> =
        relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
