//! The files that a command line names, by their paths in the site.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use letterpress::diagnostics::{MachineError, Report, Shown};

use crate::commands::failure::Failure;
use crate::commands::output;

/// Which files are to be looked at.
pub(super) enum SomeFiles {
    /// All of the site.
    All,
    /// These, by their paths from the site's folder.
    These(BTreeSet<String>),
}

impl SomeFiles {
    /// The files at these paths, from where the command was called; all where there are none.
    pub(super) fn of(root: &Path, paths: &[PathBuf]) -> Result<Self, Failure> {
        if paths.is_empty() {
            return Ok(SomeFiles::All);
        }
        let real = |path: &Path| {
            fs::canonicalize(path).map_err(|error| MachineError::new("look at", path, error))
        };
        // Without a folder there is no site to load either.
        let root = fs::canonicalize(root).ok();
        let mut files = BTreeSet::new();
        for path in paths {
            let folder = match path.parent() {
                Some(folder) if folder != Path::new("") => folder,
                _ => Path::new("."),
            };
            // A link stands for itself, and not for what it leads to.
            match path.symlink_metadata() {
                Ok(_) if path.is_dir() => {
                    return Err(usage(path, "is a folder", "name the files in it"));
                }
                Ok(_) => {}
                Err(error) if is_gone(&error) => return Err(not_there(path)),
                Err(error) => return Err(MachineError::new("look at", path, error).into()),
            }
            let name = path.file_name().ok_or_else(|| outside(path))?;
            let whole = real(folder)?.join(name);
            let inside = root.as_ref().and_then(|root| whole.strip_prefix(root).ok());
            files.insert(inside.and_then(site_path).ok_or_else(|| outside(path))?);
        }
        Ok(SomeFiles::These(files))
    }

    pub(super) fn are_all(&self) -> bool {
        matches!(self, SomeFiles::All)
    }

    /// Whether a file is one of them, by its path from the site's folder.
    pub(super) fn has(&self, path: &str) -> bool {
        match self {
            SomeFiles::All => true,
            SomeFiles::These(files) => files.contains(path),
        }
    }

    /// The problems of these files alone.
    pub(super) fn only(&self, report: Report) -> Report {
        report.into_iter().filter(|problem| self.has(problem.place.path())).collect()
    }

    /// How many there are: '2 files'.
    pub(super) fn counted(&self) -> String {
        match self {
            SomeFiles::All => "all files".to_owned(),
            SomeFiles::These(files) => output::counted(files.len(), "file", "files"),
        }
    }
}

fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// A path in the site's folder as problems name it; `None` for one outside the content.
fn site_path(path: &Path) -> Option<String> {
    let parts = path.components().map(|part| match part {
        Component::Normal(name) => Some(Shown::from(name).into_raw().into_owned()),
        _ => None,
    });
    let parts: Vec<String> = parts.collect::<Option<_>>()?;
    (parts.len() > 1 && parts[0] == "content").then(|| parts.join("/"))
}

fn not_there(path: &Path) -> Failure {
    usage(path, "is not there", "check that the path is spelt right, from where you are")
}

fn outside(path: &Path) -> Failure {
    let help = "name files in `content/`; without any, all of the site is checked";
    usage(path, "is no file of this site's content", help)
}

fn usage(path: &Path, what: &str, help: &str) -> Failure {
    Failure::usage(format!("{} {what}\n  help: {help}", Shown::from(path)))
}
