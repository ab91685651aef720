//! Whether a site has lost its letters since it was last shown.

use super::{Site, rules};
use crate::diagnostics::{Diagnostic, Place};
use crate::read::CONTENT;

impl Site {
    /// What is wrong with it where it takes the place of one with letters and has none: a folder that was not copied, or
    /// another than was meant, looks just like this.
    pub fn lost_letters(&self) -> Option<Diagnostic> {
        self.archive.letters.is_empty().then(|| {
            let message = "no letter is left here, and the last site had some";
            rules::NO_LETTERS.at(Place::File(CONTENT.to_owned()), message).help(
                "is this the folder that was meant? To build a site without letters, delete the folder that it is built \
                 into first; to look at one, start the preview again",
            )
        })
    }
}
