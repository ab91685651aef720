//! The site's folder as it was read, for the preview that follows the disk and for the desk that asks what would be.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use letterpress::diagnostics::{MachineError, Report};
use letterpress::site::Changed;
use letterpress::{Folder, LoadError, Site};

/// A folder that one asks at a time.
pub(super) struct SharedFolder {
    inside: Mutex<Inside>,
}

struct Inside {
    folder: Folder,
    /// What is taken for something else than the disk holds, until it is read again.
    supposed: BTreeSet<PathBuf>,
}

impl SharedFolder {
    pub(super) fn new(folder: Folder) -> Self {
        SharedFolder { inside: Mutex::new(Inside { folder, supposed: BTreeSet::new() }) }
    }

    /// The site as the disk has it.
    pub(super) fn load(&self, changed: &Changed) -> Result<(Site, Report), LoadError> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let mut changed = changed.clone();
        if let Changed::Paths(paths) = &mut changed {
            paths.extend(inside.supposed.iter().cloned());
        }
        let loaded = inside.folder.load(&changed)?;
        inside.supposed.clear();
        Ok(loaded)
    }

    /// The site as it would be if a file held this.
    pub(super) fn suppose(&self, path: &str, text: &str) -> Result<(Site, Report), LoadError> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let own = PathBuf::from(path);
        let mut others = std::mem::take(&mut inside.supposed);
        others.remove(&own);
        inside.supposed.insert(own);
        let machine = |error: MachineError| LoadError::Machine(error);
        inside.folder.suppose(path, text.as_bytes().to_vec()).map_err(machine)?;
        inside.folder.load(&Changed::Paths(others))
    }
}
