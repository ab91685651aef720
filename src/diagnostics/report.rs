//! All the problems of a run, in a fixed order.

use super::{Diagnostic, Place, Severity, rules};

rules! {
    Error TOO_MANY_PROBLEMS = "too-many-problems" {
        about: "A hundred problems of a file are told, and errors before warnings. When so many are there, one mistake is often behind them all.",
        example: "a whole web page as `visit-6.md`",
        fix: "a summary of the letter",
    }
}

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
            let Diagnostic { rule, severity, place, message, help: _ } = diagnostic;
            let bytes = place.bytes();
            (place.path(), bytes.start, bytes.end, *severity, rule.code, message)
        }
        self.diagnostics.sort_by(|one, other| key(one).cmp(&key(other)));
        self.diagnostics.dedup();
        self.stop_at_most();
    }

    /// Of a file with very many problems only some are told: all else would take longer to say than to mend. No
    /// warning is told in the place of an error.
    fn stop_at_most(&mut self) {
        let is_of_same_file =
            |one: &Diagnostic, other: &Diagnostic| one.place.path() == other.place.path();
        let is_short = |of_file: &[Diagnostic]| {
            of_file.len() <= TOLD_AT_MOST || of_file[0].place.path().is_empty()
        };
        if self.diagnostics.chunk_by(is_of_same_file).all(is_short) {
            return;
        }
        let mut told: Vec<Diagnostic> = Vec::with_capacity(self.diagnostics.len());
        for of_file in self.diagnostics.chunk_by(is_of_same_file) {
            if is_short(of_file) {
                told.extend_from_slice(of_file);
                continue;
            }
            let kept = worst(of_file, TOLD_AT_MOST);
            let is_kept = |place: &usize| kept.binary_search(place).is_ok();
            let mut hidden = (0..of_file.len()).filter(|place| !is_kept(place)).peekable();
            let first = hidden.peek().copied().unwrap_or(0);
            let severity = hidden.map(|place| of_file[place].severity).min();
            for (place, diagnostic) in of_file.iter().enumerate() {
                if place == first {
                    let problem = too_many(diagnostic.place.clone());
                    let severity = severity.unwrap_or(problem.severity);
                    told.push(Diagnostic { severity, ..problem });
                }
                told.extend(is_kept(&place).then(|| diagnostic.clone()));
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

    /// So many of the problems, in their order: errors before warnings where there is no room for all.
    pub(super) fn worst(&self, at_most: usize) -> Vec<&Diagnostic> {
        worst(&self.diagnostics, at_most)
            .into_iter()
            .map(|place| &self.diagnostics[place])
            .collect()
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
    let message = format!(
        "from here on not all problems are told: of one file they are {TOLD_AT_MOST}, and errors first"
    );
    TOO_MANY_PROBLEMS.at(place, message).help("mend those first; is this the file that was meant?")
}

/// The places of so many problems, in order: of errors first, then of warnings.
fn worst(problems: &[Diagnostic], at_most: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..problems.len()).collect();
    places.sort_by_key(|&place| problems[place].severity);
    places.truncate(at_most);
    places.sort_unstable();
    places
}

impl From<Diagnostic> for Report {
    fn from(diagnostic: Diagnostic) -> Self {
        Report { diagnostics: vec![diagnostic] }
    }
}
