//! From a site to a folder: written beside the output folder, then put in its place in one step.
//!
//! The last good site stays where it is until the next one is whole. Beside the output folder stands
//! `.letterpress/`, with what is being built and with a list of the files that were published.

mod manifest;
mod output;
mod swap;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, MachineError, Report};
use crate::plan::Route;
use manifest::{Fingerprint, Manifest};
pub use output::Refusal;

/// What was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// How many files.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: u64,
}

/// Why nothing was published. The output folder is as it was.
#[derive(Debug)]
pub enum PublishError {
    /// Pages that the theme cannot make.
    Pages(Report),
    /// A folder that is not ours to replace.
    Refused(Refusal),
    /// The machine would not write a file.
    Machine(MachineError),
}

/// Where a site is to be published, found to be ours to replace.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    /// `.letterpress/` beside it.
    workshop: PathBuf,
}

impl Output {
    /// Looks whether a folder may be replaced: it must lie apart from what the site is made from, and
    /// hold only what was published there before. Changes nothing.
    ///
    /// # Errors
    /// Where it may not, or cannot be looked at.
    pub fn new(root: &Path, folder: &Path) -> Result<Self, PublishError> {
        let folder = output::resolve(folder)?;
        let output = Output { workshop: output::workshop(&folder), folder };
        output::refuse_sources(root, &output.folder)?;
        output.refuse_strangers()?;
        Ok(output)
    }

    /// Two manifests count: the last whole one, and the one that was about to follow it if a run was
    /// stopped between putting the site in its place and saying so.
    fn refuse_strangers(&self) -> Result<(), PublishError> {
        let manifests =
            [Manifest::read(&self.manifest_path())?, Manifest::read(&self.next_manifest_path())?];
        output::refuse_strangers(&self.folder, &manifests)
    }

    /// Renders every address and publishes the whole. Calls `on_page` after each, from any thread.
    ///
    /// # Errors
    /// Where a page cannot be made or written. The folder is then as it was.
    pub fn publish(
        &self,
        routes: &[&Route],
        render: impl Fn(&Route) -> Result<Vec<u8>, Diagnostic> + Sync,
        on_page: &(dyn Fn() + Sync),
    ) -> Result<Published, PublishError> {
        let staging = Staging::new(&self.workshop)?;
        staging.make_folders(routes)?;
        let pages = Pages { staging: &staging, failed: AtomicBool::new(false) };
        let results: Vec<Result<PublishedFile, PublishError>> = routes
            .par_iter()
            .filter_map(|route| {
                let result = pages.write(route, &render).transpose();
                on_page();
                result
            })
            .collect();
        let files = all_or_problems(results)?;

        let manifest = Manifest::new(files);
        let published = manifest.published();
        manifest.write(&staging.manifest())?;
        swap::rename(&staging.manifest(), &self.next_manifest_path())?;
        // Somebody may have put a file there while the pages were made.
        self.refuse_strangers()?;
        swap::replace(&staging.site(), &self.folder)?;
        swap::rename(&self.next_manifest_path(), &self.manifest_path())?;
        Ok(published)
    }

    /// The files below a folder of the output that were published there and have been left as they were, by
    /// their path from the output folder.
    ///
    /// # Errors
    /// Where the machine would not read one.
    pub fn published(&self, below: &str) -> Result<BTreeMap<String, Vec<u8>>, PublishError> {
        let manifest = Manifest::read(&self.manifest_path())?;
        Ok(manifest.files_below(&self.folder, below)?)
    }

    /// The folder that is replaced.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn manifest_path(&self) -> PathBuf {
        self.workshop.join(format!("{}.manifest", self.name()))
    }

    fn next_manifest_path(&self) -> PathBuf {
        self.workshop.join(format!("{}.next-manifest", self.name()))
    }

    fn name(&self) -> Cow<'_, str> {
        self.folder.file_name().unwrap_or_default().to_string_lossy()
    }
}

/// A folder of our own, which goes when it is dropped, with what is left in it.
struct Staging {
    folder: tempfile::TempDir,
}

impl Staging {
    fn new(workshop: &Path) -> Result<Self, MachineError> {
        fs::create_dir_all(workshop)
            .map_err(|error| MachineError::new("make the folder", workshop, error))?;
        let folder = tempfile::Builder::new()
            .prefix("build-")
            .tempdir_in(workshop)
            .map_err(|error| MachineError::new("make a folder in", workshop, error))?;
        Ok(Staging { folder })
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn manifest(&self) -> PathBuf {
        self.folder.path().join("manifest")
    }

    fn make_folders(&self, routes: &[&Route]) -> Result<(), MachineError> {
        let site = self.site();
        let mut folders: BTreeSet<PathBuf> = BTreeSet::from([site.clone()]);
        for route in routes {
            folders.extend(site.join(route.file()).parent().map(Path::to_owned));
        }
        for folder in folders {
            fs::create_dir_all(&folder)
                .map_err(|error| MachineError::new("make the folder", &folder, error))?;
        }
        Ok(())
    }
}

/// A file from the output folder, and what it holds.
type PublishedFile = (String, Fingerprint);

struct Pages<'a> {
    staging: &'a Staging,
    failed: AtomicBool,
}

impl Pages<'_> {
    /// Once a page has failed, the rest is only rendered, to find what else is wrong.
    fn write(
        &self,
        route: &Route,
        render: impl Fn(&Route) -> Result<Vec<u8>, Diagnostic>,
    ) -> Result<Option<PublishedFile>, PublishError> {
        let bytes = render(route).inspect_err(|_| self.failed.store(true, Ordering::Relaxed))?;
        if self.failed.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let file = route.file();
        let path = self.staging.site().join(&file);
        fs::write(&path, &bytes).map_err(|error| {
            self.failed.store(true, Ordering::Relaxed);
            MachineError::new("write", &path, error)
        })?;
        Ok(Some((file, Fingerprint::of(&bytes))))
    }
}

/// The files; or the first thing that the machine would not do; or every page that could not be made.
fn all_or_problems(
    results: Vec<Result<PublishedFile, PublishError>>,
) -> Result<Vec<PublishedFile>, PublishError> {
    let mut files = Vec::with_capacity(results.len());
    let mut report = Report::default();
    for result in results {
        match result {
            Ok(file) => files.push(file),
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

impl From<MachineError> for PublishError {
    fn from(error: MachineError) -> Self {
        PublishError::Machine(error)
    }
}

impl From<Refusal> for PublishError {
    fn from(refusal: Refusal) -> Self {
        PublishError::Refused(refusal)
    }
}

impl From<Diagnostic> for PublishError {
    fn from(diagnostic: Diagnostic) -> Self {
        PublishError::Pages(diagnostic.into())
    }
}

/// The same as problems, to be told with the others.
impl From<&PublishError> for Report {
    fn from(error: &PublishError) -> Self {
        match error {
            PublishError::Pages(report) => report.clone(),
            PublishError::Refused(refusal) => Diagnostic::from(refusal).into(),
            PublishError::Machine(error) => Diagnostic::from(error).into(),
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PublishError::Pages(report) => {
                write!(formatter, "{} pages could not be made", report.diagnostics().len())
            }
            PublishError::Refused(refusal) => refusal.fmt(formatter),
            PublishError::Machine(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for PublishError {}
