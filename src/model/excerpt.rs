//! A text of the content that is kept once, in its file.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::to_u32;
use crate::diagnostics::SourceText;

/// Words of a file. Where they stand in it as they are, they are held there and not copied: most of a letter's
/// memory is its words.
#[derive(Clone)]
pub struct Excerpt {
    /// The file; or other words by themselves, such as YAML makes of a text in several lines.
    source: Arc<SourceText>,
    /// Where in it, in bytes. No text is so long that these would not do.
    start: u32,
    end: u32,
}

impl Excerpt {
    /// A part of a file, in bytes.
    pub fn part(source: &Arc<SourceText>, range: Range<usize>) -> Self {
        debug_assert!(source.text.get(range.clone()).is_some(), "{range:?} is in {}", source.path);
        Excerpt { source: Arc::clone(source), start: to_u32(range.start), end: to_u32(range.end) }
    }

    /// These words, if they stand in a file as they are, from this byte on.
    pub fn find(source: &Arc<SourceText>, from: usize, words: &str) -> Option<Self> {
        let start = from + source.text.get(from..)?.find(words)?;
        Some(Excerpt::part(source, start..start + words.len()))
    }

    /// These words, if they stand in a file as they are from this byte on or behind blanks there.
    pub fn find_near(source: &Arc<SourceText>, from: usize, words: &str) -> Option<Self> {
        let rest = source.text.get(from..)?;
        let start = from + rest.len() - rest.trim_start().len();
        let is_there = source.text[start..].starts_with(words);
        is_there.then(|| Excerpt::part(source, start..start + words.len()))
    }

    /// Where it ends in its text, in bytes.
    pub fn end(&self) -> usize {
        self.end as usize
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.source.text[self.start as usize..self.end as usize]
    }
}

impl Default for Excerpt {
    fn default() -> Self {
        String::new().into()
    }
}

impl From<String> for Excerpt {
    fn from(text: String) -> Self {
        let end = to_u32(text.len());
        Excerpt { source: Arc::new(SourceText::new("", text)), start: 0, end }
    }
}

impl Deref for Excerpt {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Excerpt {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Excerpt {}

impl fmt::Debug for Excerpt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(formatter)
    }
}
