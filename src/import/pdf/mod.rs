//! The text of a PDF, in lines as they stand on its pages.
//!
//! Its fonts say which letters are meant, and `page` and `layout` where they stand. A PDF that does neither gives no
//! text, and a reader that fails gives a word on it. Text in forms, pictures and notes is not read.

mod font;

mod layout;

mod page;

mod standard_font;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, Error, LoadOptions};

/// Letters have up to fifteen pages.
const MOST_PAGES: usize = 100;

/// In bytes: no part of a letter is larger once it is unpacked.
const LARGEST_PART: usize = 32 << 20;

/// In letters for each page: a page with fewer holds pictures of words.
const FEWEST_LETTERS: usize = 40;

/// Why a PDF gives no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfError {
    /// It cannot be read without a password.
    Encrypted,
    /// Its pages are pictures.
    Scanned,
    /// It does not hold together.
    Broken,
    /// It has more pages than any letter.
    TooLong,
}

impl PdfError {
    const ALL: [PdfError; 4] =
        [PdfError::Encrypted, PdfError::Scanned, PdfError::Broken, PdfError::TooLong];

    /// A name of it for programs.
    pub fn word(self) -> &'static str {
        match self {
            PdfError::Encrypted => "encrypted",
            PdfError::Scanned => "scanned",
            PdfError::Broken => "broken",
            PdfError::TooLong => "too-long",
        }
    }

    /// The one of this name; a broken file for any other.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|error| error.word() == word).unwrap_or(PdfError::Broken)
    }

    /// What to do about it.
    pub fn help(self) -> &'static str {
        match self {
            PdfError::Encrypted => {
                "save a copy without a password; or copy its text into a file, and import that"
            }
            PdfError::Scanned => "a program that recognises letters can make a text of it",
            PdfError::Broken => {
                "open it and save it anew; or copy its text into a file, and import that"
            }
            PdfError::TooLong => "is it the letter that was meant?",
        }
    }
}

impl fmt::Display for PdfError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            PdfError::Encrypted => "this PDF is encrypted",
            PdfError::Scanned => "this PDF holds no text, only pictures of it",
            PdfError::Broken => "this PDF is broken, or cannot be read here",
            PdfError::TooLong => "this PDF has more pages than a letter",
        })
    }
}

impl std::error::Error for PdfError {}

/// The text of a PDF, a form feed before each page but the first.
///
/// # Errors
/// Where it gives none.
pub fn text(bytes: &[u8]) -> Result<String, PdfError> {
    // The reader may panic on what nobody has thought of. It keeps nothing that could be left half done.
    catch_unwind(AssertUnwindSafe(|| pages(bytes))).unwrap_or(Err(PdfError::Broken))
}

fn pages(bytes: &[u8]) -> Result<String, PdfError> {
    let options = LoadOptions::with_max_decompressed_size(LARGEST_PART);
    let document =
        Document::load_mem_with_options(bytes, options).map_err(|error| match error {
            Error::InvalidPassword
            | Error::Decryption(_)
            | Error::UnsupportedSecurityHandler(_) => PdfError::Encrypted,
            _ => PdfError::Broken,
        })?;
    if document.is_encrypted() {
        return Err(PdfError::Encrypted);
    }
    let ids: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
    if ids.len() > MOST_PAGES {
        return Err(PdfError::TooLong);
    }
    if ids.is_empty() {
        return Err(PdfError::Broken);
    }
    let mut texts = Vec::with_capacity(ids.len());
    for id in &ids {
        texts.push(layout::lines(
            page::runs(&document, *id, LARGEST_PART).map_err(|_| PdfError::Broken)?,
        ));
    }
    let letters: usize =
        texts.iter().map(|text| text.chars().filter(|it| it.is_alphabetic()).count()).sum();
    if letters < FEWEST_LETTERS * ids.len() {
        return Err(PdfError::Scanned);
    }
    Ok(with_soft_hyphens(&texts.join("\u{c}")))
}

/// A soft hyphen shows, and is in a PDF, only where a line breaks. Where a PDF has one elsewhere, it has them for hyphens.
fn with_soft_hyphens(text: &str) -> String {
    let mut behind = text.split('\u{ad}').skip(1);
    if behind.all(|rest| rest.trim_start_matches(' ').starts_with('\n')) {
        return text.to_owned();
    }
    text.replace('\u{ad}', "-")
}
