//! Why there is no site at all.

use std::path::PathBuf;

use super::rules;
use crate::diagnostics::{Diagnostic, MachineError, Place, Report, Shown};
use crate::read::Unread;

/// Why there is no site at all.
#[derive(Debug, thiserror::Error)]
#[error("{}", Report::from(self))]
pub enum LoadError {
    /// The folder holds no `site.toml`.
    NotASite(PathBuf),
    /// An option of the command line cannot be meant.
    BadOption(Diagnostic),
    /// `site.toml`, or the theme that it names, cannot be used.
    BadSettings(Report),
    /// The machine would not read a file.
    Machine(#[from] MachineError),
}

/// The same as problems, to be told as those of the content are.
impl From<&LoadError> for Report {
    fn from(error: &LoadError) -> Self {
        match error {
            LoadError::NotASite(root) => {
                let message = format!("there is no site.toml in {}", Shown::from(root));
                let help =
                    "make one with `title = \"…\"` in it, or name the site's folder with --root";
                rules::NOT_A_SITE.at(Place::Nowhere, message).help(help).into()
            }
            LoadError::BadOption(problem) => problem.clone().into(),
            LoadError::BadSettings(report) => report.clone(),
            LoadError::Machine(error) => Diagnostic::from(error).into(),
        }
    }
}

impl From<Unread> for LoadError {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Problem(problem) => problem.into(),
            Unread::Machine(error) => error.into(),
        }
    }
}

impl From<Diagnostic> for LoadError {
    fn from(diagnostic: Diagnostic) -> Self {
        LoadError::BadSettings(diagnostic.into())
    }
}
