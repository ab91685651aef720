//! The site that somebody works on: opened for a command, and named in the words of another.

use std::path::Path;

use letterpress::diagnostics::{Severity, Shown};
use letterpress::{LoadError, LoadOptions, Site};

/// The site in a folder, with its drafts: an editor's work is not done yet. Mistakes in it are for
/// `check` to tell; how many there are is given beside it.
pub(super) fn open(root: &Path) -> Result<(Site, usize), LoadError> {
    open_with(root, LoadOptions { drafts: true, ..LoadOptions::default() })
}

fn open_with(root: &Path, options: LoadOptions) -> Result<(Site, usize), LoadError> {
    let (site, report) = Site::load(root, &options)?;
    Ok((site, report.count(Severity::Error)))
}

/// The same, with the texts of its letters.
pub(super) fn open_with_texts(root: &Path) -> Result<(Site, usize), LoadError> {
    open_with(root, LoadOptions { drafts: true, keeps_texts: true, ..LoadOptions::default() })
}

/// A command line that does something else on the same site, for a message.
pub(super) fn command_line(root: &Path, words: &str) -> String {
    match Shown::from(root).to_string() {
        here if here == "." => format!("letterpress {words}"),
        root if root.contains(char::is_whitespace) => {
            format!("letterpress {words} --root \"{root}\"")
        }
        root => format!("letterpress {words} --root {root}"),
    }
}
