//! From the disk to texts: the only stage that reads what a site is made of. Others read through its door, [`file()`].

mod content;
mod file;
mod letter_texts;
mod litter;
mod messages;
pub(crate) mod rules;
mod source;
mod theme;

use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{
    CONTROL_CHARACTER, Diagnostic, MachineError, Place, SourceText, first_forbidden,
};

pub(crate) use content::{ASSETS_AT_MOST, Reread, again, content};
pub use file::{FileOpened, FileRead, LinkPolicy, file, open};
pub use letter_texts::letter_text_path;
pub(crate) use letter_texts::{letter_of, text_of};
pub use litter::is_passed_over;
pub(crate) use litter::{is_litter, is_litter_folder, is_of_system};
pub(crate) use messages::{built_in_languages, built_in_messages, site_messages};
use source::LARGEST_TEXT;
pub(crate) use source::{CONTENT, Source, Sources};
pub(crate) use theme::{
    MESSAGES, TABLE_ENDING, ThemeRoom, ThemeSources, is_folder, theme, theme_names,
};

/// Why the settings or a theme cannot be read.
pub(crate) enum Unread {
    /// A file is not what it should be.
    Problem(Diagnostic),
    /// The machine would not read a file.
    Machine(MachineError),
}

impl From<MachineError> for Unread {
    fn from(error: MachineError) -> Self {
        Unread::Machine(error)
    }
}

const SETTINGS: &str = "site.toml";

/// Reads `site.toml`. `None` where there is none.
pub(crate) fn settings(root: &Path) -> Result<Option<Arc<SourceText>>, Unread> {
    match file(&root.join(SETTINGS), LinkPolicy::Refused, LARGEST_TEXT) {
        // A byte that is not text is refused by the reader of TOML, at its line.
        Ok(FileRead::Bytes(bytes)) => Ok(Some(Arc::new(SourceText::new(
            SETTINGS,
            normalise(String::from_utf8_lossy(&bytes).into_owned()),
        )))),
        Ok(FileRead::NotAFile) => {
            let message =
                "this is not a file but a link, a folder, or something else that holds no settings";
            let problem = rules::NOT_A_FILE.at(Place::File(SETTINGS.to_owned()), message);
            Err(Unread::Problem(problem.help("put a file with `title = \"…\"` in this place")))
        }
        Ok(FileRead::TooLarge(size)) => {
            let help = "settings are a few lines: is this the file that was meant?";
            Err(Unread::Problem(too_large(SETTINGS, size, LARGEST_TEXT).help(help)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Reads a file of a vocabulary that `site.toml` names. `None` where there is none.
pub(crate) fn vocabulary(root: &Path, name: &str) -> Result<Option<Arc<SourceText>>, Unread> {
    match file(&root.join(name), LinkPolicy::Refused, LARGEST_TEXT) {
        Ok(FileRead::Bytes(bytes)) => {
            Ok(Some(text(name.to_owned(), bytes, PageBreaks::Forbidden).map_err(Unread::Problem)?))
        }
        Ok(FileRead::NotAFile) => {
            let message =
                "this is not a file but a link, a folder, or something else that holds no words";
            let problem = rules::NOT_A_FILE.at(Place::File(name.to_owned()), message);
            Err(Unread::Problem(problem.help("put the file itself in this place")))
        }
        Ok(FileRead::TooLarge(size)) => {
            let help = "a vocabulary is some dozens of lines: is this the file that was meant?";
            Err(Unread::Problem(too_large(name, size, LARGEST_TEXT).help(help)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// A file of so many bytes, where fewer are the most.
fn too_large(path: &str, size: u64, at_most: u64) -> Diagnostic {
    let message = format!("this file is {size} bytes long, and {at_most} are the most");
    rules::TOO_LARGE.at(Place::File(path.to_owned()), message)
}

/// Whether a text may have form feeds in it, each of which begins a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PageBreaks {
    Allowed,
    Forbidden,
}

/// Turns the bytes of a file into a text that later stages can point into.
fn text(path: String, bytes: Vec<u8>, breaks: PageBreaks) -> Result<Arc<SourceText>, Diagnostic> {
    let text = String::from_utf8(bytes).map_err(|error| not_text(path.clone(), &error))?;
    let source = Arc::new(SourceText::new(path, normalise(text)));
    let refused = match breaks {
        PageBreaks::Forbidden => first_forbidden(&source.text),
        PageBreaks::Allowed => first_forbidden(&source.text.replace('\u{c}', "\n")),
    };
    match refused {
        Some((at, character)) => Err(forbidden(&source, at, character)),
        None => Ok(source),
    }
}

fn forbidden(source: &Arc<SourceText>, at: usize, character: char) -> Diagnostic {
    let place = Place::span(source, at..at + character.len_utf8());
    let message =
        format!("here is a character that cannot be seen, U+{:04X}", u32::from(character));
    CONTROL_CHARACTER
        .at(place, message)
        .help("delete it; it may stand between two letters where nothing seems to be")
}

fn not_text(path: String, error: &std::string::FromUtf8Error) -> Diagnostic {
    let bad = error.utf8_error().valid_up_to();
    let source =
        Arc::new(SourceText::new(path, String::from_utf8_lossy(error.as_bytes()).into_owned()));
    let message = format!("the file is not UTF-8 text: byte {} cannot be read", bad + 1);
    rules::NOT_TEXT
        .at(Place::span(&source, bad..bad + 1), message)
        .help("save the file again with the encoding UTF-8")
}

/// A text of the content, from the bytes of its file.
pub(crate) fn text_source(path: &str, bytes: Vec<u8>) -> Source {
    text(path.to_owned(), bytes, PageBreaks::Forbidden).map_or_else(Source::Problem, Source::Text)
}

/// Takes off the byte order mark and makes each line end in `\n`: editors on Windows write both otherwise.
pub fn normalise(text: String) -> String {
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
