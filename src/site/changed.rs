//! What may have changed in a site's folder.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::read;

/// What may have changed in a site's folder since it was last read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// Anything.
    Anything,
    /// These files and folders, by their paths from the site's folder, and what is in them.
    Paths(BTreeSet<PathBuf>),
}

impl Changed {
    /// Whether only content has changed, and neither `site.toml` nor a theme.
    pub fn is_content(&self) -> bool {
        match self {
            Changed::Anything => false,
            Changed::Paths(paths) => paths.iter().all(|path| path.starts_with(read::CONTENT)),
        }
    }
}
