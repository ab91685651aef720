//! What is wrong with the content, as values: where, what, and what to do about it.
//!
//! A content problem never stops a run. Each stage adds what it found to a [`Report`], and the
//! commands print the whole report once, for people, for GitHub, for code scanning or for a program.

mod escape;
mod machine;
mod place;
mod print;
mod report;
mod serialize;
mod suggest;
mod text;
mod value_tree;

use std::fmt;

pub use escape::{Shown, json_line, log_line, log_lines};
pub use machine::MachineError;
pub use place::{Place, Position, SourceText, is_forbidden};
pub use print::{Format, called, print, print_step_summary, print_summary_line};
pub use report::Report;
pub(crate) use report::TOLD_AT_MOST;
pub(crate) use suggest::question;
pub use suggest::{did_you_mean, nearest};
pub use text::Text;
pub(crate) use value_tree::{At, Entry, Node, Value};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built while there is one.
    Error,
    /// The site is built, unless `--strict` is given.
    Warning,
}

impl Severity {
    /// The word that every printer uses.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One problem in the content, a theme or `site.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it keeps the site from being built.
    pub severity: Severity,
    /// The stable name of the kind of problem, such as `unknown-topic`.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in the sector's words, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem that keeps the site from being built.
    pub fn error(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, place, message.into())
    }

    /// A problem that an editor should know of.
    pub fn warning(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, place, message.into())
    }

    fn new(severity: Severity, code: &'static str, place: Place, message: String) -> Self {
        Self { severity, code, place, message, help: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// What is wrong and what to do about it, for whoever needs no more.
impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Shown::from(&self.message).fmt(formatter)?;
        self.help.iter().try_for_each(|help| write!(formatter, "\n  help: {}", Shown::from(help)))
    }
}
