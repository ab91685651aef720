//! What `check` says of one file, each at the field that it is of.

use serde::Serialize;

use crate::diagnostics::{Diagnostic, Place, Report, Severity};
use crate::parse;

/// A problem, as it stands at its field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Message {
    severity: &'static str,
    code: &'static str,
    words: String,
    help: Option<String>,
    /// The line of the file, from 1.
    line: usize,
    /// The way to the field: `findings.3.text`; `body`, or empty for the file as a whole.
    path: String,
    /// What the address of the page that has the field ends with.
    query: String,
}

/// All of one file.
#[derive(Debug, Default)]
pub(super) struct Messages(Vec<Message>);

/// What the path of the Markdown below the front matter is called.
pub(super) const BODY: &str = "body";

impl Messages {
    /// Those of a file out of a report on its site, errors first.
    pub(super) fn of(report: &Report, file: &str) -> Self {
        let own = |problem: &&Diagnostic| problem.place.path() == file;
        let mut found: Vec<&Diagnostic> = report.diagnostics().iter().filter(own).collect();
        found.sort_by_key(|problem| problem.severity);
        Messages(found.into_iter().map(message).collect())
    }

    /// Those of a field; of a list or a group only what is said of it as a whole.
    pub(super) fn at(&self, path: &str) -> Vec<Message> {
        self.0.iter().filter(|message| message.path == path).cloned().collect()
    }

    /// How many there are at a field and below it.
    pub(super) fn count_below(&self, path: &str) -> usize {
        let below = |message: &&Message| {
            let rest = message.path.strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.0.iter().filter(below).count()
    }

    /// All, in order.
    pub(super) fn all(&self) -> &[Message] {
        &self.0
    }

    /// How many are errors.
    pub(super) fn errors(&self) -> usize {
        self.0.iter().filter(|message| message.severity == Severity::Error.word()).count()
    }
}

fn message(problem: &Diagnostic) -> Message {
    let Diagnostic { rule, severity, place, message, help, suggestion: _ } = problem;
    let path = match place {
        Place::Span(source, range) => parse::key_path_at(source, range.start),
        Place::File(_) | Place::Nowhere => String::new(),
    };
    let mut steps = path.split('.');
    let query = match (steps.next(), steps.next()) {
        (Some("findings"), Some(index)) => format!("tab=findings&finding={index}"),
        (Some("findings"), None) => "tab=findings".to_owned(),
        (Some(BODY), _) => "tab=summary".to_owned(),
        _ => "tab=facts".to_owned(),
    };
    Message {
        severity: severity.word(),
        code: rule.code,
        words: message.clone(),
        help: help.clone(),
        line: place.positions().0.line,
        path,
        query,
    }
}
