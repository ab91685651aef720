//! Making every page of a site, and writing those that are new.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::PublishError;
use super::draft::Draft;
use super::found::Found;
use super::manifest::Fingerprint;
use super::staging::Staging;
use crate::diagnostics::Report;
use crate::plan::Route;
use crate::render::RenderError;

/// The files of a site, by their path from the output folder.
pub(super) type Files = BTreeMap<String, Fingerprint>;

/// Where pages are written, and what stands in the output folder already.
pub(super) struct Pages<'a> {
    pub(super) staging: &'a Staging,
    pub(super) found: &'a Found,
}

impl Pages<'_> {
    /// Makes every page and writes those that are not published already as they are. Once one has failed, the
    /// rest is only made, to find what else is wrong.
    pub(super) fn write(
        &self,
        routes: &[&Route],
        write: impl Fn(&Route, &mut dyn Write) -> Result<(), RenderError> + Sync,
    ) -> Result<Files, PublishError> {
        let failed = AtomicBool::new(false);
        let page = |route: &&Route| {
            let file = route.file();
            let keeps = !failed.load(Ordering::Relaxed);
            let mut draft = Draft::new(self.staging, &file, keeps);
            let made = match write(route, &mut draft) {
                Ok(()) => draft.finish(self.found.ours.get(&file)).map_err(PublishError::from),
                Err(RenderError::Page(problem)) => Err(problem.into()),
                Err(RenderError::Write(error)) => Err(draft.refused(error).into()),
            };
            made.map(|fingerprint| (file, fingerprint))
                .inspect_err(|_| failed.store(true, Ordering::Relaxed))
        };
        let made = routes.par_iter().map(page).fold(Made::default, Made::with);
        made.reduce(Made::default, Made::and).all_or_problems()
    }

    /// Takes over from the old site what is the same in the new one.
    pub(super) fn keep(&self, files: &Files, old_site: &Path) -> Result<(), PublishError> {
        files.par_iter().try_for_each(|(file, fingerprint)| {
            match self.found.ours.get(file) == Some(fingerprint) {
                true => self.staging.keep(file, old_site, *fingerprint),
                false => Ok(()),
            }
        })
    }
}

/// What came of making some of the pages, in order. It is kept small: a site may have half a million.
#[derive(Default)]
struct Made {
    files: Files,
    report: Report,
    machine: Option<PublishError>,
}

impl Made {
    fn with(mut self, page: Result<(String, Fingerprint), PublishError>) -> Self {
        match page {
            Ok((file, fingerprint)) => drop(self.files.insert(file, fingerprint)),
            Err(PublishError::Pages(pages)) => {
                self.report.extend(pages.diagnostics().iter().cloned());
            }
            Err(error) => self.machine = self.machine.or(Some(error)),
        }
        self
    }

    fn and(mut self, mut later: Self) -> Self {
        self.files.append(&mut later.files);
        self.report.extend(later.report.diagnostics().iter().cloned());
        self.machine = self.machine.or(later.machine);
        self
    }

    /// The files; or the first thing that the machine would not do; or every page that could not be made.
    fn all_or_problems(mut self) -> Result<Files, PublishError> {
        if let Some(error) = self.machine {
            return Err(error);
        }
        if self.report.has_errors() {
            self.report.sort();
            return Err(PublishError::Pages(self.report));
        }
        Ok(self.files)
    }
}
