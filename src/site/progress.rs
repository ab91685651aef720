//! What is told while a site is loaded, so that whoever has a clock can say how long each part took.

use crate::read::{Source, Sources};

/// A part of loading a site that is done, and how much it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// `site.toml` and the theme are read.
    Setup,
    /// The content is in memory.
    Read(Amount),
    /// The Markdown files are parsed, and each is looked at by itself.
    Parsed(Amount),
    /// What follows from the content is known.
    Indexed {
        /// How many findings there are.
        findings: usize,
    },
    /// The rules on the whole site are checked, its addresses planned, and its templates ready. These three
    /// are done at the same time.
    Planned {
        /// How many addresses there are.
        addresses: usize,
    },
}

/// So many files, and their size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amount {
    /// How many files.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: u64,
}

impl Amount {
    /// Of all files of the content.
    pub(super) fn of_all(sources: &Sources) -> Self {
        Amount::of(sources.values().map(|source| match source {
            Source::Text(text) | Source::LetterText(text) => text.text.len(),
            Source::Asset(bytes) => bytes.len(),
            Source::Problem(_) => 0,
        }))
    }

    /// Of those that are parsed.
    pub(super) fn of_texts(sources: &Sources) -> Self {
        Amount::of(sources.values().filter_map(|source| match source {
            Source::Text(text) => Some(text.text.len()),
            Source::LetterText(_) | Source::Asset(_) | Source::Problem(_) => None,
        }))
    }

    fn of(sizes: impl Iterator<Item = usize>) -> Self {
        sizes.fold(Amount::default(), |Amount { files, bytes }, size| Amount {
            files: files + 1,
            bytes: bytes + size as u64,
        })
    }
}
