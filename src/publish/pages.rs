//! Making every page of a site, and writing those that are new.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::PublishError;
use super::dir::Dir;
use super::input_fingerprints::InputFingerprints;
use super::inventory::Inventory;
use super::manifest::Fingerprint;
use super::page_writer::PageWriter;
use super::snapshot::{FileStat, SnapshotFingerprint};
use crate::diagnostics::Diagnostic;
use crate::plan::Route;
use crate::render::RenderError;

/// The files of a site, by their path from the output folder.
pub(super) type Files = BTreeMap<String, Fingerprint>;

/// Where pages are written, and what stands in the output folder already.
pub(super) struct PagesToWrite<'a> {
    /// Where they are written.
    pub(super) site: &'a Dir,
    pub(super) found: &'a Inventory,
    /// What these files were made of.
    pub(super) last: &'a InputFingerprints,
}

impl PagesToWrite<'_> {
    /// Makes every page that is not made of the same as the published one, and writes those that are not published
    /// already as they are. Once one has failed, the rest is only made, to find what else is wrong.
    pub(super) fn write(
        &self,
        routes: &[&Route],
        made_of: impl Fn(&Route) -> Option<u128> + Sync,
        write: impl Fn(&Route, &mut dyn Write) -> Result<(), RenderError> + Sync,
    ) -> Result<Written, PublishError> {
        let failed = AtomicBool::new(false);
        let page = |route: &&Route| {
            let file = route.file();
            let made_of = made_of(route);
            let published = self.found.ours.get(&file);
            if let Some(fingerprint) =
                published.filter(|_| made_of.is_some_and(|it| self.last.has(it)))
            {
                return Ok(MadeFile { file, fingerprint: *fingerprint, made_of, mark: None });
            }
            let keeps = !failed.load(Ordering::Relaxed);
            let mut draft = PageWriter::new(self.site, &file, keeps);
            let made = match write(route, &mut draft) {
                Ok(()) => draft.finish(published).map_err(PublishError::from),
                Err(RenderError::Page(problem) | RenderError::Excess(problem)) => {
                    Err(problem.into())
                }
                Err(RenderError::Machine(error)) => Err(error.into()),
                Err(RenderError::Write(error)) => Err(draft.refused(error).into()),
            };
            made.map(|(fingerprint, mark)| MadeFile { file, fingerprint, made_of, mark })
                .inspect_err(|_| failed.store(true, Ordering::Relaxed))
        };
        let made = routes.par_iter().map(page).fold(MadePages::default, MadePages::with);
        made.reduce(MadePages::default, MadePages::and).all_or_problems()
    }
}

/// What is written, and what there was already.
pub(super) struct Written {
    /// All files of the site.
    pub(super) files: Files,
    pub(super) made_of: InputFingerprints,
    /// Of the files that are written.
    pub(super) marks: SnapshotFingerprint,
}

/// A file that is made, or was already.
struct MadeFile {
    file: String,
    fingerprint: Fingerprint,
    made_of: Option<u128>,
    /// Of one that is written.
    mark: Option<FileStat>,
}

/// What came of making some of the pages, in order. It is kept small: a site may have half a million.
#[derive(Default)]
struct MadePages {
    files: Files,
    made_of: Vec<u128>,
    marks: SnapshotFingerprint,
    problems: Vec<Diagnostic>,
    machine: Option<PublishError>,
}

impl MadePages {
    fn with(mut self, page: Result<MadeFile, PublishError>) -> Self {
        match page {
            Ok(MadeFile { file, fingerprint, made_of, mark }) => {
                let mark = mark.map(|mark| mark.but_for_change().fingerprint(Path::new(&file)));
                self.marks = mark.into_iter().chain([self.marks]).sum();
                self.files.insert(file, fingerprint);
                self.made_of.extend(made_of);
            }
            Err(PublishError::Pages(pages)) => self.problems.extend(pages),
            Err(error) => self.machine = self.machine.or(Some(error)),
        }
        self
    }

    fn and(mut self, mut later: Self) -> Self {
        self.files.append(&mut later.files);
        self.made_of.append(&mut later.made_of);
        self.marks = [self.marks, later.marks].into_iter().sum();
        self.problems.append(&mut later.problems);
        self.machine = self.machine.or(later.machine);
        self
    }

    /// The files; or the first thing that the machine would not do; or every page that could not be made.
    fn all_or_problems(self) -> Result<Written, PublishError> {
        if let Some(error) = self.machine {
            return Err(error);
        }
        if !self.problems.is_empty() {
            return Err(PublishError::Pages(self.problems.into_iter().collect()));
        }
        let made_of = InputFingerprints::new(self.made_of);
        Ok(Written { files: self.files, made_of, marks: self.marks })
    }
}
