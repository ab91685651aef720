//! The pages of a site, made until one takes too much.

use std::io::Write;
use std::sync::OnceLock;

use letterpress::Site;
use letterpress::diagnostics::Diagnostic;
use letterpress::plan::Route;
use letterpress::render::RenderError;

/// The pages of a site, made one after the other or at once.
pub(super) struct PageMaker<'a> {
    site: &'a Site,
    excess: OnceLock<Diagnostic>,
}

impl<'a> PageMaker<'a> {
    pub(super) fn new(site: &'a Site) -> Self {
        PageMaker { site, excess: OnceLock::new() }
    }

    /// Writes a page, as [`Site::write`] does. Once a page took too much time or memory, no other is made: a thousand
    /// letters have one template, and to hear the same of each would take hours.
    pub(super) fn write(&self, route: &Route, out: &mut dyn Write) -> Result<(), RenderError> {
        if let Some(excess) = self.excess.get() {
            return Err(RenderError::Excess(excess.clone()));
        }
        let written = self.site.write(route, out);
        if let Err(RenderError::Excess(excess)) = &written {
            let _ = self.excess.set(excess.clone());
        }
        written
    }
}
