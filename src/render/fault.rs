//! Why a template came to nothing.

use super::limits::{Excess, LARGEST_PAGE, PAGE_MEMORY, PAGE_SECONDS};
use super::{RenderError, rules};
use crate::diagnostics::{Diagnostic, Place};

/// Why a template came to nothing.
#[derive(Debug)]
pub(super) enum Fault {
    /// It asks for what is not there, or cannot be read.
    Mistake {
        place: Place,
        /// In the engine's words.
        message: String,
    },
    /// It took too much of something.
    Excess { place: Place, excess: Excess },
}

impl From<Fault> for Diagnostic {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Mistake { place, message } => rules::BAD_TEMPLATE.at(place, message),
            Fault::Excess { place, excess: Excess::Bytes } => {
                let megabytes = LARGEST_PAGE / 1_000_000;
                let message = format!("a page that this makes is over {megabytes} MB large");
                rules::PAGE_TOO_LARGE.at(place, message).help(
                    "look for a loop in the template; set `per_page` lower where lists are long",
                )
            }
            Fault::Excess { place, excess: Excess::Time } => {
                let message = format!("a page that this makes takes over {PAGE_SECONDS} seconds");
                rules::PAGE_TOO_SLOW.at(place, message).help(
                    "look for a loop within a loop, here and in what this extends or includes",
                )
            }
            Fault::Excess { place, excess: Excess::Memory } => {
                let megabytes = PAGE_MEMORY >> 20;
                let message = format!("a page that this makes takes over {megabytes} MB of memory");
                rules::PAGE_OUT_OF_MEMORY
                    .at(place, message)
                    .help("look for a value that a loop makes longer and longer")
            }
        }
    }
}

impl From<Fault> for RenderError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Excess { excess: Excess::Time | Excess::Memory, .. } => {
                RenderError::Excess(fault.into())
            }
            Fault::Mistake { .. } | Fault::Excess { excess: Excess::Bytes, .. } => {
                RenderError::Page(fault.into())
            }
        }
    }
}
