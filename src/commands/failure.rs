//! Why a command ends before its work is done.

use std::io;
use std::path::Path;

use letterpress::LoadError;
use letterpress::diagnostics::{Diagnostic, MachineError, Place, Report};
use letterpress::publish::PublishError;

use super::{Outcome, ReportArguments, output};

/// Why a command ends before its work is done.
#[derive(Debug)]
pub(super) enum Failure {
    /// What is said in a line or two.
    Message(Outcome, String),
    /// What is told as the problems of the content are; and what came of the command, where that must be said.
    Problems(Outcome, Report, &'static str),
    /// Nobody hears what is said.
    Unheard(io::Error),
}

impl Failure {
    /// What was asked for cannot be meant, or cannot be done to what is there.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Failure::Message(Outcome::Usage, message.into())
    }

    /// The content or the theme has mistakes, or the site that they make must not be published.
    pub(super) fn nothing_built(report: Report) -> Self {
        let line = "Nothing was built: the site is as it was.";
        Failure::Problems(Outcome::ContentErrors, report, line)
    }

    /// With the problems that were found before.
    pub(super) fn after(mut self, found: Report) -> Self {
        if let Failure::Problems(_, report, _) = &mut self {
            report.merge(found);
        }
        self
    }

    /// Tells a person why, and says how the command ends. `root` is the site's folder.
    pub(super) fn tell(self, root: &Path) -> io::Result<Outcome> {
        match self {
            Failure::Problems(outcome, report, _) => {
                let is_in_a_file = |it: &Diagnostic| it.place != Place::Nowhere;
                if report.diagnostics().iter().any(is_in_a_file) {
                    return output::ended(outcome, output::mistakes(root, &report));
                }
                output::ended(outcome, output::failure(&report))
            }
            Failure::Message(outcome, message) => output::ended(outcome, output::failure(&message)),
            Failure::Unheard(error) => Err(error),
        }
    }

    /// Does so in the format that is asked for.
    pub(super) fn tell_as(self, root: &Path, arguments: &ReportArguments) -> io::Result<Outcome> {
        match self {
            Failure::Problems(outcome, report, line) => {
                output::ended(outcome, output::report_and_line(root, arguments, &report, line))
            }
            other => other.tell(root),
        }
    }
}

impl From<&LoadError> for Outcome {
    fn from(error: &LoadError) -> Self {
        match error {
            LoadError::BadSettings(_) | LoadError::NotASite(_) | LoadError::BadOption(_) => {
                Outcome::Usage
            }
            LoadError::Machine(_) => Outcome::Machine,
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Failure::Problems((&error).into(), (&error).into(), "")
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        let report = Report::from(&error);
        match error {
            PublishError::Pages(_) => Failure::nothing_built(report),
            PublishError::Refused(_) => Failure::Problems(Outcome::Usage, report, ""),
            PublishError::Machine(_) => Failure::Problems(Outcome::Machine, report, ""),
        }
    }
}

impl From<MachineError> for Failure {
    fn from(error: MachineError) -> Self {
        PublishError::from(error).into()
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Unheard(error)
    }
}
