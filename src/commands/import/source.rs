//! The text of a file that somebody names: text as it is, and that of a PDF.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use letterpress::diagnostics::{Diagnostic, MachineError, Shown, SourceText};
use letterpress::import::unreadable;
use letterpress::read::{self, FileRead, LinkPolicy};

use super::pdf;
use crate::commands::failure::Failure;

/// In bytes. A letter of ten pages has 50 kB of text, and its PDF half a megabyte.
const LARGEST_TEXT: u64 = 256 << 10;
const LARGEST_PDF: u64 = 30 << 20;

/// What to do about what is too large.
const WHICH: &str = "is it the letter that was meant?";

/// How a PDF begins, within its first kilobyte.
const PDF: &[u8] = b"%PDF-";

/// Reads it; or else says what is wrong with it.
pub(super) fn read(file: &Path) -> Result<Result<Arc<SourceText>, Diagnostic>, Failure> {
    let path = if file == Path::new("-") {
        "standard input".to_owned()
    } else {
        Shown::from(file).into_raw().into_owned()
    };
    match bytes(file)? {
        Some(bytes) => of_bytes(&path, bytes),
        None => Ok(Err(too_large(&path, LARGEST_PDF))),
    }
}

/// The text of what a file of this name holds; or else what is wrong with it.
pub(super) fn of_bytes(
    path: &str,
    bytes: Vec<u8>,
) -> Result<Result<Arc<SourceText>, Diagnostic>, Failure> {
    let refused =
        |message: &str, help: &str| Ok(Err(unreadable(path.to_owned(), message).help(help)));
    let is_pdf = bytes.windows(PDF.len()).take(1024).any(|window| window == PDF);
    let largest = if is_pdf { LARGEST_PDF } else { LARGEST_TEXT };
    if bytes.len() as u64 > largest {
        return Ok(Err(too_large(path, largest)));
    }
    let text = if is_pdf {
        match pdf::text(Path::new(path), &bytes)? {
            Ok(text) => text,
            Err(no_text) => return refused(&no_text.to_string(), no_text.help()),
        }
    } else {
        match String::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => text,
            _ => {
                return refused(
                    "this is neither text in UTF-8 nor a PDF",
                    "save it as plain text in UTF-8",
                );
            }
        }
    };
    if text.len() as u64 > LARGEST_TEXT {
        return refused("this has more words than a letter", WHICH);
    }
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    Ok(Ok(Arc::new(SourceText::new(path, text))))
}

fn too_large(path: &str, largest: u64) -> Diagnostic {
    unreadable(path.to_owned(), &format!("this has more than {} kB", largest >> 10)).help(WHICH)
}

/// All of it; `None` where it is larger than anything that is taken.
fn bytes(file: &Path) -> Result<Option<Vec<u8>>, Failure> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().take(LARGEST_PDF + 1).read_to_end(&mut bytes);
        read.map_err(|error| MachineError::without_path("read the standard input", error))?;
        return Ok((bytes.len() as u64 <= LARGEST_PDF).then_some(bytes));
    }
    match read::file(file, LinkPolicy::Followed, LARGEST_PDF)? {
        FileRead::Bytes(bytes) => Ok(Some(bytes)),
        FileRead::TooLarge(_) => Ok(None),
        FileRead::NotAFile if file.is_dir() => Err(Failure::usage(format!(
            "{} is a folder: name the letters in it",
            Shown::from(file)
        ))),
        // Whoever names a pipe may wait for ever.
        FileRead::NotAFile => {
            let help = "what comes out of a pipe is read as `-`: `… | letterpress import -`";
            let message = format!("{} is not a file\n  help: {help}", Shown::from(file));
            Err(Failure::usage(message))
        }
    }
}
