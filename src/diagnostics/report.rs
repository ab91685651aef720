//! All the problems of a run, in a fixed order.

use super::{Diagnostic, Place, Severity};

/// How many problems of one file are told.
pub(crate) const TOLD_AT_MOST: usize = 100;

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
        self.stop_at_most();
    }

    /// Of a file with very many problems only the first are told: all else would take longer to say than to mend.
    fn stop_at_most(&mut self) {
        let mut told: Vec<Diagnostic> = Vec::with_capacity(self.diagnostics.len());
        let mut of_file = 0;
        for diagnostic in self.diagnostics.drain(..) {
            let before = told.last().map_or("", |last| last.place.path());
            of_file = if diagnostic.place.path() == before { of_file + 1 } else { 1 };
            if of_file <= TOLD_AT_MOST || diagnostic.place.path().is_empty() {
                told.push(diagnostic);
            } else if of_file == TOLD_AT_MOST + 1 {
                told.push(too_many(diagnostic.place));
            }
        }
        self.diagnostics = told;
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

fn too_many(place: Place) -> Diagnostic {
    let message = format!("from here on nothing is told: {TOLD_AT_MOST} problems stand before it");
    Diagnostic::error("too-many-problems", place, message)
        .help("mend those first; is this the file that was meant?")
}

impl From<Diagnostic> for Report {
    fn from(diagnostic: Diagnostic) -> Self {
        Report { diagnostics: vec![diagnostic] }
    }
}
