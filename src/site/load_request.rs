//! What to read of a site's folder, and who is told of it.

use super::changed::Changed;
use super::progress::Done;

/// What to read of a folder.
pub struct LoadRequest<'a> {
    /// What has changed since the last time.
    pub changed: &'a Changed,
    /// Who is told of each part when it is done; of reading and parsing only where that is of the whole content.
    pub on_progress: Option<&'a mut dyn FnMut(Done)>,
}

impl LoadRequest<'_> {
    /// Tells that a part is done.
    pub(super) fn done(&mut self, part: Done) {
        if let Some(on_progress) = &mut self.on_progress {
            on_progress(part);
        }
    }
}

impl<'a> From<&'a Changed> for LoadRequest<'a> {
    fn from(changed: &'a Changed) -> Self {
        LoadRequest { changed, on_progress: None }
    }
}
