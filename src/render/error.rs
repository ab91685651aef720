//! Why an address could not be written out.

use std::io;

use crate::diagnostics::{Diagnostic, MachineError};

/// Why an address could not be written out.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The theme cannot make the page, or there is none.
    #[error("{0}")]
    Page(Diagnostic),
    /// The theme takes more time or memory for the page than it may. It will for others too, one after the other.
    #[error("{0}")]
    Excess(Diagnostic),
    /// What it was written to took no more.
    #[error("{0}")]
    Write(#[from] io::Error),
    /// The machine would not make it.
    #[error("{0}")]
    Machine(#[from] MachineError),
}

impl From<Diagnostic> for RenderError {
    fn from(problem: Diagnostic) -> Self {
        RenderError::Page(problem)
    }
}
