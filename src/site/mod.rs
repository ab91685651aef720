//! Where the stages meet: from a folder to a site that can be asked for any of its pages.

mod changed;
mod content_part;
mod css;
mod error;
mod fingerprint;
mod folder;
mod language;
mod letters;
mod load_request;
mod progress;
pub(crate) mod rules;
mod setup;
mod size;

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, MachineError, Report};
use crate::index::Indexes;
use crate::model::{Archive, Messages, Settings, Theme};
use crate::plan::{Compared, OldFinding, Plan, Route};
use crate::render::{
    self, MadeFrom, MadeOf, Material, RenderError, Renderer, SearchRecord, Shared,
};
pub use changed::Changed;
pub use error::LoadError;
pub use folder::Folder;
pub use load_request::LoadRequest;
pub use progress::{Amount, Done};
pub use size::size_problem;

/// A site as it was when its folder was read. It never changes.
pub struct Site {
    archive: Archive,
    indexes: Indexes,
    plan: Plan,
    settings: Settings,
    theme: Theme,
    messages: Arc<Messages>,
    renderer: Arc<Renderer>,
    shared: Shared,
}

/// What a command line says over `site.toml`.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// The address that the site is published at.
    pub base_url: Option<String>,
    /// The scheme, host and port to put in place of those of that address, whose path stays.
    pub origin: Option<String>,
    /// The name of the theme.
    pub theme: Option<String>,
    /// Whether drafts are part of the site.
    pub drafts: bool,
    /// Whether the texts of letters are held on to where they are not published.
    pub keeps_texts: bool,
}

/// What came of making every page.
#[derive(Debug, Default)]
pub struct Tried {
    /// The pages that the theme cannot make.
    pub report: Report,
    /// The size of the others together.
    pub bytes: u64,
}

impl Site {
    /// Reads a site's folder, and reports every problem of its content. With an error in the report, the
    /// site is there to be looked at but not to be published.
    ///
    /// # Errors
    /// Where `site.toml` or the theme cannot be used, or the machine would not read a file.
    pub fn load(root: &Path, options: &LoadOptions) -> Result<(Site, Report), LoadError> {
        Folder::new(root, options.clone()).load(&Changed::Anything)
    }

    /// The bytes that an address stands for.
    ///
    /// # Errors
    /// Where there is no such address, or the theme cannot make the page.
    pub fn render(&self, route: &Route) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::new();
        match self.write(route, &mut bytes) {
            Err(RenderError::Page(problem) | RenderError::Excess(problem)) => Err(problem),
            Err(RenderError::Machine(error)) => Err((&error).into()),
            // The memory takes all that is written to it.
            Ok(()) | Err(RenderError::Write(_)) => Ok(bytes),
        }
    }

    /// Writes the bytes that an address stands for, so that a large file need not be in memory.
    ///
    /// # Errors
    /// As [`Site::render`] has them; and where `out` takes no more.
    pub fn write(&self, route: &Route, out: &mut dyn Write) -> Result<(), RenderError> {
        self.renderer.render(self.material(), route, out)
    }

    /// Makes every page by `write`, as [`Site::write`] would, and keeps none, to find what the theme cannot do.
    ///
    /// # Errors
    /// Where the machine would not make one.
    pub fn try_all(
        &self,
        write: impl Fn(&Route, &mut dyn Write) -> Result<(), RenderError> + Sync,
    ) -> Result<Tried, MachineError> {
        let routes = self.routes();
        let tried = routes.par_iter().try_fold(Tally::default, |mut tried, route| {
            let mut size = Size::default();
            match write(route, &mut size) {
                Ok(()) => tried.bytes += size.0,
                Err(RenderError::Page(problem) | RenderError::Excess(problem)) => {
                    tried.problems.push(problem);
                }
                // Counting takes all that is written to it.
                Err(RenderError::Write(_)) => {}
                Err(RenderError::Machine(error)) => return Err(error),
            }
            Ok(tried)
        });
        let Tally { problems, bytes } = tried.try_reduce(Tally::default, |mut one, mut next| {
            one.bytes += next.bytes;
            one.problems.append(&mut next.problems);
            Ok(one)
        })?;
        Ok(Tried { report: problems.into_iter().collect(), bytes })
    }

    /// What each of its addresses is made of; it was made from `given`.
    pub fn made_of(&self, given: MadeFrom) -> MadeOf<'_> {
        MadeOf::new(&self.archive, &self.indexes, &self.plan, &self.renderer, given)
    }

    /// What the search index is made from; nothing where the site has no search.
    pub fn search_records(&self) -> Vec<SearchRecord> {
        if self.settings.search { render::records(self.material()) } else { Vec::new() }
    }

    /// Compares the permalinks of findings with those that the site had before.
    pub fn compare(&self, old: &[OldFinding]) -> Compared {
        self.plan.compare(&self.archive, old)
    }

    /// Every address, in order.
    pub fn routes(&self) -> Vec<&Route> {
        self.plan.routes().map(|(route, _)| route).collect()
    }

    /// The content, typed.
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// What follows from the content.
    pub fn indexes(&self) -> &Indexes {
        &self.indexes
    }

    /// What stands at which address.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The settings, with the options of the command line in them.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    fn material(&self) -> Material<'_> {
        let Site { archive, indexes, plan, settings, theme, messages, shared, renderer: _ } = self;
        Material { archive, indexes, plan, settings, theme, messages, shared }
    }
}

/// What came of making some of the pages.
#[derive(Default)]
struct Tally {
    problems: Vec<Diagnostic>,
    bytes: u64,
}

/// Counts the bytes that are written to it.
#[derive(Default)]
struct Size(u64);

impl Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
