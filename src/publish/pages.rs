//! Making every page of a site, and writing those that are new.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::PublishError;
use super::found::Found;
use super::manifest::Fingerprint;
use super::staging::Staging;
use crate::diagnostics::{Diagnostic, Report};
use crate::plan::Route;

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
        render: impl Fn(&Route) -> Result<Vec<u8>, Diagnostic> + Sync,
        on_page: &(dyn Fn() + Sync),
    ) -> Result<Files, PublishError> {
        let failed = AtomicBool::new(false);
        let page = |route: &&Route| {
            let made = render(route).map_err(PublishError::from).and_then(|bytes| {
                let file = route.file();
                let fingerprint = Fingerprint::of(&bytes);
                let is_new = self.found.ours.get(&file) != Some(&fingerprint);
                if is_new && !failed.load(Ordering::Relaxed) {
                    self.staging.write(&file, &bytes)?;
                }
                Ok((file, fingerprint))
            });
            on_page();
            made.inspect_err(|_| failed.store(true, Ordering::Relaxed))
        };
        all_or_problems(routes.par_iter().map(page).collect())
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

/// The files; or the first thing that the machine would not do; or every page that could not be made.
fn all_or_problems(
    results: Vec<Result<(String, Fingerprint), PublishError>>,
) -> Result<Files, PublishError> {
    let mut files = Files::new();
    let mut report = Report::default();
    for result in results {
        match result {
            Ok((file, fingerprint)) => drop(files.insert(file, fingerprint)),
            Err(PublishError::Pages(pages)) => report.extend(pages.diagnostics().iter().cloned()),
            Err(error) => return Err(error),
        }
    }
    if report.has_errors() {
        report.sort();
        return Err(PublishError::Pages(report));
    }
    Ok(files)
}
