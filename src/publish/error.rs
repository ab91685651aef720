//! Why nothing was published, as an error and as problems to be told.

use std::fmt;

use super::refusal::Refusal;
use crate::diagnostics::{Diagnostic, MachineError, Report};

/// Why nothing was published. The output folder is as it was.
#[derive(Debug)]
pub enum PublishError {
    /// Pages that the theme cannot make.
    Pages(Report),
    /// A folder that is not ours to replace.
    Refused(Refusal),
    /// The machine would not do it, or another process is doing it.
    Machine(MachineError),
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
