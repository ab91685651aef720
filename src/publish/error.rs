//! Why nothing was published, as an error and as problems to be told.

use super::refusal::Refusal;
use crate::diagnostics::{Diagnostic, MachineError, Report};

/// Why nothing was published. The output folder is as it was.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Pages that the theme cannot make.
    #[error("{} pages could not be made", .0.diagnostics().len())]
    Pages(Report),
    /// A folder that is not ours to replace.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// The machine would not do it, or another process is doing it.
    #[error("{0}")]
    Machine(#[from] MachineError),
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
