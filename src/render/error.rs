//! Why an address could not be written out.

use std::io;

use crate::diagnostics::{Diagnostic, MachineError};

/// Why an address could not be written out.
#[derive(Debug)]
pub enum RenderError {
    /// The theme cannot make the page, or there is none.
    Page(Diagnostic),
    /// The theme takes more time or memory for the page than it may. It will for others too, one after the other.
    Excess(Diagnostic),
    /// What it was written to took no more.
    Write(io::Error),
    /// The machine would not make it.
    Machine(MachineError),
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

impl From<MachineError> for RenderError {
    fn from(error: MachineError) -> Self {
        RenderError::Machine(error)
    }
}
