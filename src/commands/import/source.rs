//! The text of a file that somebody names: text as it is, and that of a PDF.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use letterpress::diagnostics::{Diagnostic, MachineError, Place, Shown, SourceText};

use super::pdf;
use crate::commands::stop::Stop;

/// In bytes. A letter of ten pages has 50 kB of text, and its PDF half a megabyte.
const LARGEST_TEXT: u64 = 256 << 10;
const LARGEST_PDF: u64 = 30 << 20;

/// How a PDF begins, within its first kilobyte.
const PDF: &[u8] = b"%PDF-";

/// Reads it; or else says what is wrong with it.
pub(super) fn read(file: &Path) -> Result<Result<Arc<SourceText>, Diagnostic>, Stop> {
    let path = if file == Path::new("-") {
        "standard input".to_owned()
    } else {
        Shown::from(file).into_raw().into_owned()
    };
    let bytes = bytes(file)?;
    let refused = |message: &str, help: &str| {
        let place = Place::File(path.clone());
        Ok(Err(Diagnostic::error("unreadable-letter", place, message).help(help)))
    };
    let is_pdf = bytes.windows(PDF.len()).take(1024).any(|window| window == PDF);
    let largest = if is_pdf { LARGEST_PDF } else { LARGEST_TEXT };
    if bytes.len() as u64 > largest {
        return refused(
            &format!("this has more than {} kB", largest >> 10),
            "is it the letter that was meant?",
        );
    }
    let text = if is_pdf {
        match pdf::text(file, &bytes)? {
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
        return refused("this has more words than a letter", "is it the letter that was meant?");
    }
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    Ok(Ok(Arc::new(SourceText { path, text: text.into() })))
}

/// All of it, or a byte more than is taken.
fn bytes(file: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        let read = io::stdin().lock().take(LARGEST_PDF + 1).read_to_end(&mut bytes);
        read.map_err(|error| Stop::Usage(format!("could not read the standard input: {error}")))?;
        return Ok(bytes);
    }
    let failed = |error| Stop::from(MachineError::new("read", file, error));
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(Stop::Usage(format!(
            "{} is a folder: name the letters in it",
            Shown::from(file)
        )));
    }
    File::open(file)
        .map_err(failed)?
        .take(LARGEST_PDF + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    Ok(bytes)
}
