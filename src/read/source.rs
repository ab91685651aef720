//! What a file of the content holds, before it means anything.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rules;
use crate::diagnostics::{Diagnostic, Place, SourceText};

/// What the content folder holds, by the path from the site's folder: `content/topics/thresholds.md`.
pub(crate) type Sources = BTreeMap<String, Source>;

/// What came of reading a file.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// A Markdown file.
    Text(Arc<SourceText>),
    /// The whole text of a letter, at the path that the letter's file has but for its ending.
    LetterText(Arc<SourceText>),
    /// Any other file; without its bytes, where it cannot be published.
    Asset(Arc<[u8]>),
    /// A file that could not be taken in.
    Problem(Diagnostic),
}

/// The content's folder in the site's.
pub(crate) const CONTENT: &str = "content";

/// A whole inspection report has a tenth of this many bytes.
pub(super) const LARGEST_TEXT: u64 = 1 << 20;

pub(super) fn not_a_file(path: &str) -> Diagnostic {
    let message = "this is not a file but a link, or something else that holds no text";
    rules::NOT_A_FILE
        .at(Place::File(path.to_owned()), message)
        .help("put the file itself in this place")
}
