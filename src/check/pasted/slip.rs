//! What was meant for a link or for emphasis, and is none.

use std::ops::Range;

use super::LINK;
use crate::diagnostics::Rule;

/// What was meant otherwise than it is read.
pub(super) struct Slip {
    pub(super) rule: &'static Rule,
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
    /// What to write in its place, where that is known.
    pub(super) meant: Option<String>,
}

pub(super) fn link(range: Range<usize>, message: &str, help: String) -> Slip {
    Slip { rule: LINK, range, message: message.to_owned(), help, meant: None }
}

impl Slip {
    pub(super) fn meaning(self, meant: String) -> Self {
        Slip { meant: Some(meant), ..self }
    }
}
