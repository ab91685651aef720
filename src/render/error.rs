//! Why an address could not be written out.

use std::io;

use crate::diagnostics::Diagnostic;

/// Why an address could not be written out.
#[derive(Debug)]
pub enum RenderError {
    /// The theme cannot make the page, or there is none.
    Page(Diagnostic),
    /// What it was written to took no more.
    Write(io::Error),
}

impl From<Diagnostic> for RenderError {
    fn from(problem: Diagnostic) -> Self {
        RenderError::Page(problem)
    }
}

impl From<io::Error> for RenderError {
    fn from(error: io::Error) -> Self {
        RenderError::Write(error)
    }
}
