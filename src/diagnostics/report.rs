//! All the problems of a run, in a fixed order.

use std::fmt;

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

/// The problems that a run found, in the order that people read them in: file by file and from the top. It is made of
/// problems in any order, and cannot be unsorted. None is in it twice, and of one file there are 100 at most, errors
/// first, and a word that there are more.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl FromIterator<Diagnostic> for Report {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(problems: I) -> Self {
        fn key(diagnostic: &Diagnostic) -> impl Ord {
            let Diagnostic { rule, severity, place, message, help: _, suggestion: _ } = diagnostic;
            let bytes = place.bytes();
            (place.path(), bytes.start, bytes.end, *severity, rule.code, message)
        }
        let mut diagnostics: Vec<Diagnostic> = problems.into_iter().collect();
        diagnostics.sort_by(|one, other| key(one).cmp(&key(other)));
        diagnostics.dedup();
        limit_each_file(&mut diagnostics);
        Report { diagnostics }
    }
}

impl IntoIterator for Report {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.diagnostics.into_iter()
    }
}

impl Report {
    /// Adds problems, or another report, each in its place.
    pub fn merge(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        let mut others = others.into_iter().peekable();
        if others.peek().is_some() {
            let own = std::mem::take(self);
            *self = own.into_iter().chain(others).collect();
        }
    }

    /// Makes every warning an error, as `--strict` asks.
    pub fn deny_warnings(&mut self) {
        for diagnostic in &mut self.diagnostics {
            diagnostic.severity = Severity::Error;
        }
    }

    /// The problems, in order.
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

/// Of a file with very many problems only some are told: all else would take longer to say than to mend. No warning is
/// told in the place of an error.
fn limit_each_file(problems: &mut Vec<Diagnostic>) {
    let is_of_same_file =
        |one: &Diagnostic, other: &Diagnostic| one.place.path() == other.place.path();
    // A report that is merged may have the word that there are more already.
    let is_word = |it: &Diagnostic| it.rule == TOO_MANY_PROBLEMS;
    let is_short = |of_file: &[Diagnostic]| {
        of_file[0].place.path().is_empty()
            || of_file.iter().filter(|it| !is_word(it)).count() <= TOLD_AT_MOST
    };
    if problems.chunk_by(is_of_same_file).all(is_short) {
        return;
    }
    let mut told: Vec<Diagnostic> = Vec::with_capacity(problems.len());
    for of_file in problems.chunk_by(is_of_same_file) {
        if is_short(of_file) {
            told.extend_from_slice(of_file);
            continue;
        }
        let (words, of_file): (Vec<_>, Vec<_>) = of_file.iter().cloned().partition(is_word);
        let kept = worst(&of_file, TOLD_AT_MOST, |problem| problem.severity);
        let is_hidden = |index: &usize| kept.binary_search(index).is_err();
        let hidden: Vec<usize> = (0..of_file.len()).filter(is_hidden).collect();
        let unsaid = hidden.iter().map(|&index| &of_file[index]).chain(&words);
        let severity = unsaid.map(|it| it.severity).min();
        for (index, diagnostic) in of_file.iter().enumerate() {
            if hidden.first() == Some(&index) {
                let problem = too_many(diagnostic.place.clone());
                let severity = severity.unwrap_or(problem.severity);
                told.push(Diagnostic { severity, ..problem });
            }
            told.extend((!is_hidden(&index)).then(|| diagnostic.clone()));
        }
    }
    *problems = told;
}

fn too_many(place: Place) -> Diagnostic {
    let message = format!(
        "from here on not all problems are told: of one file they are {TOLD_AT_MOST}, and errors first"
    );
    TOO_MANY_PROBLEMS.at(place, message).help("mend those first; is this the file that was meant?")
}

/// The indexes of so many of some things, in order: of errors first, then of warnings.
pub(super) fn worst<T>(
    things: &[T],
    at_most: usize,
    severity: impl Fn(&T) -> Severity,
) -> Vec<usize> {
    let mut indexes: Vec<usize> = (0..things.len()).collect();
    indexes.sort_by_key(|&index| severity(&things[index]));
    indexes.truncate(at_most);
    indexes.sort_unstable();
    indexes
}

/// What is wrong and what to do about it, a problem after the other, for whoever needs no more.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems: Vec<String> = self.diagnostics.iter().map(Diagnostic::to_string).collect();
        formatter.write_str(&problems.join("\n"))
    }
}

impl From<Diagnostic> for Report {
    fn from(diagnostic: Diagnostic) -> Self {
        Report { diagnostics: vec![diagnostic] }
    }
}
