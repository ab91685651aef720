//! The files that the desk may open: Markdown below `content/`, and nothing hidden.

use crate::diagnostics::is_forbidden;
use crate::parse::FrontMatter;

/// A file of the content, by its path from the site's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentPath {
    path: String,
    kind: FrontMatter,
}

/// In bytes.
const LONGEST: usize = 1024;

impl ContentPath {
    /// `None` where the path leads elsewhere, or to no Markdown.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let below = path.strip_prefix("content/")?;
        let is_name = |part: &str| {
            !part.is_empty()
                && !part.starts_with('.')
                && !part.contains(['\\', ':'])
                && !part.contains(is_forbidden)
                && !part.contains(char::is_control)
        };
        if path.len() > LONGEST || !below.split('/').all(is_name) || !below.ends_with(".md") {
            return None;
        }
        Some(ContentPath { path: path.to_owned(), kind: FrontMatter::of_path(path)? })
    }

    pub(super) fn as_str(&self) -> &str {
        &self.path
    }

    /// What front matter it has.
    pub(super) fn kind(&self) -> FrontMatter {
        self.kind
    }
}
