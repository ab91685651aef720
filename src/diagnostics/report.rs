//! All the problems of a run, in a fixed order.

use super::{Diagnostic, Severity};

/// All the problems that a run found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds several problems.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// Puts the problems in the order that people read them in, file by file and from the top, and
    /// drops those that say the same of the same words.
    pub fn sort(&mut self) {
        fn key(diagnostic: &Diagnostic) -> impl Ord {
            let Diagnostic { severity, code, place, message, help: _ } = diagnostic;
            let bytes = place.bytes();
            (place.path(), bytes.start, bytes.end, *severity, *code, message)
        }
        self.diagnostics.sort_by(|one, other| key(one).cmp(&key(other)));
        self.diagnostics.dedup();
    }

    /// Makes every warning an error, as `--strict` asks.
    pub fn deny_warnings(&mut self) {
        for diagnostic in &mut self.diagnostics {
            diagnostic.severity = Severity::Error;
        }
    }

    /// The problems, as they were added or as [`Report::sort`] left them.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many problems have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        let with_it = |diagnostic: &&Diagnostic| diagnostic.severity == severity;
        self.diagnostics.iter().filter(with_it).count()
    }

    /// Whether a problem keeps the site from being built.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

impl From<Diagnostic> for Report {
    fn from(diagnostic: Diagnostic) -> Self {
        Report { diagnostics: vec![diagnostic] }
    }
}
