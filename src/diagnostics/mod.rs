//! What is wrong with the content, as values: where, what, and what to do about it.
//!
//! A content problem never stops a run. Each stage adds what it found to a [`Report`], and the
//! commands print the whole report once, for people, for GitHub, for code scanning or for a program.

mod escape;
mod forbidden;
mod machine;
mod place;
mod print;
mod problem_group;
mod report;
mod rule;
mod serialize;
mod suggest;
mod suggestion;
mod text;
mod value_tree;

use std::fmt;

pub use escape::{Shown, json_line, log_line, log_lines};
pub(crate) use forbidden::CONTROL_CHARACTER;
pub use forbidden::{first_forbidden, is_forbidden};
pub(crate) use machine::MACHINE;
pub use machine::MachineError;
pub use place::{Place, Position, SourceText};
pub use print::{Format, called, print, print_step_summary, print_summary_line};
pub(crate) use problem_group::ProblemGroup;
pub use report::Report;
pub(crate) use report::TOLD_AT_MOST;
pub use rule::Rule;
pub(crate) use rule::rules;
pub(crate) use suggest::question;
pub use suggest::{did_you_mean, nearest};
pub use suggestion::{Applicability, Edit, Suggestion, applied, joined};
pub(crate) use suggestion::{FileOffsets, file_line_end};
pub use text::Text;
pub(crate) use value_tree::{At, MapEntry, Node, NodeValue};

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
    /// What kind of problem it is.
    pub rule: &'static Rule,
    /// Whether it keeps the site from being built: as the rule has it, unless `--strict` makes it worse, or it is of a draft,
    /// which nobody publishes.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in the sector's words, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What to write so that it is mended, where that is known; only where the place is in a text.
    pub suggestion: Option<Box<Suggestion>>,
}

/// The rules on a run as a whole, and on characters that no text may have.
pub(crate) const RULES: [&[&Rule]; 3] = [machine::RULES, forbidden::RULES, report::RULES];

impl Diagnostic {
    /// The stable name of the kind of problem, such as `unknown-topic`.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// The problem as one that keeps no site from being built.
    #[must_use]
    pub(crate) fn into_warning(self) -> Self {
        Diagnostic { severity: Severity::Warning, ..self }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(rule::in_words(help.into()));
        self
    }

    /// Adds what to write. Of a problem that is in no text it is left out, as there is nothing to write it into.
    #[must_use]
    pub fn suggest(mut self, suggestion: Suggestion) -> Self {
        self.suggestion = matches!(self.place, Place::Span(..)).then(|| Box::new(suggestion));
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
