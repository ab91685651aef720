//! The whole texts of letters: each lies beside its letter, or at the same place in a folder that `site.toml` names.

use std::io;
use std::path::Path;

use super::file::{FileRead, LinkPolicy, file};
use super::source::{LARGEST_TEXT, Source, Sources, not_a_file};
use super::{PageBreaks, text, too_large};
use crate::diagnostics::MachineError;

/// What letters are below.
const AUTHORITIES: &str = "content/authorities/";

/// The file of the letter whose text a file of this path is.
pub(crate) fn letter_of(path: &str) -> Option<String> {
    Some(format!("{}.md", in_authority(path)?.strip_suffix(".txt")?))
}

/// The file beside this letter's that its text is in.
pub(crate) fn text_of(path: &str) -> Option<String> {
    let stem = in_authority(path)?.strip_suffix(".md")?;
    (!stem.ends_with("/authority")).then(|| format!("{stem}.txt"))
}

/// Where the text of a letter belongs: in the folder that the site names for texts, or else beside the letter.
pub fn letter_text_path(letter: &str, folder: Option<&str>) -> Option<String> {
    let beside = text_of(letter)?;
    Some(match folder {
        Some(folder) => in_folder(folder, &beside),
        None => beside,
    })
}

/// The same place in a folder of texts.
fn in_folder(folder: &str, beside: &str) -> String {
    format!("{folder}/{}", beside.strip_prefix(AUTHORITIES).unwrap_or(beside))
}

/// The path again, where it is of a file in an authority's folder.
fn in_authority(path: &str) -> Option<&str> {
    let below = path.strip_prefix(AUTHORITIES)?;
    (below.matches('/').count() == 1).then_some(path)
}

/// Adds the texts of letters that are in another folder. One that lies beside its letter is the letter's.
pub(super) fn add(
    root: &Path,
    folder: Option<&str>,
    sources: &mut Sources,
) -> Result<(), MachineError> {
    let Some(folder) = folder else { return Ok(()) };
    let texts = sources.keys().filter_map(|path| text_of(path));
    let missing: Vec<String> = texts.filter(|path| !sources.contains_key(path)).collect();
    for path in missing {
        let elsewhere = in_folder(folder, &path);
        match source(&elsewhere, &root.join(&elsewhere)) {
            Ok(source) => _ = sources.insert(path, source),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Reads a text.
pub(super) fn source(path: &str, file_path: &Path) -> Result<Source, MachineError> {
    Ok(match file(file_path, LinkPolicy::Refused, LARGEST_TEXT)? {
        FileRead::NotAFile => Source::Problem(not_a_file(path)),
        FileRead::TooLarge(size) => Source::Problem(
            too_large(path, size, LARGEST_TEXT).help("is this the text of one letter?"),
        ),
        FileRead::Bytes(bytes) => match text(path.to_owned(), bytes, PageBreaks::Allowed) {
            Ok(text) => Source::LetterText(text),
            Err(problem) => Source::Problem(problem),
        },
    })
}
