//! What people are told as one: an error at its place, or the warnings of one kind in one file.

use std::collections::BTreeMap;

use super::{Diagnostic, Report, Severity};

/// How many lines are named before the rest is only counted.
const LINES_AT_MOST: usize = 30;

/// How many that say something else are told before the rest is only counted.
const DIFFERENT_AT_MOST: usize = 20;

/// A problem, and the others of its kind in its file. An error is always alone: each has to be mended at its place.
/// Programs get every problem by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProblemGroup<'a> {
    /// The one that is shown at its place.
    pub(crate) first: &'a Diagnostic,
    others: Vec<&'a Diagnostic>,
}

impl Report {
    /// The problems as people are told them, in the order of the first of each.
    pub(crate) fn groups(&self) -> Vec<ProblemGroup<'_>> {
        let mut groups: Vec<ProblemGroup<'_>> = Vec::new();
        for of_file in
            self.diagnostics().chunk_by(|one, other| one.place.path() == other.place.path())
        {
            let mut of_kind: BTreeMap<(&str, Severity), usize> = BTreeMap::new();
            for problem in of_file {
                let kind = (problem.code(), problem.severity);
                match of_kind.get(&kind).filter(|_| is_grouped(problem)) {
                    Some(index) => groups[*index].others.push(problem),
                    None => {
                        of_kind.insert(kind, groups.len());
                        groups.push(ProblemGroup { first: problem, others: Vec::new() });
                    }
                }
            }
        }
        groups
    }
}

/// Whether a problem is told with others of its kind.
fn is_grouped(problem: &Diagnostic) -> bool {
    // With `--strict`, what the rule only warns of is an error, and still one message.
    let is_warning = [problem.severity, problem.rule.severity].contains(&Severity::Warning);
    is_warning && !problem.place.path().is_empty()
}

impl<'a> ProblemGroup<'a> {
    /// Every problem in it.
    pub(crate) fn problems(&self) -> impl Iterator<Item = &'a Diagnostic> + use<'a, '_> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// The others in lines of words: how many, and where; and what those say that say something else than the first. None
    /// where there are none.
    pub(crate) fn others(&self) -> Vec<String> {
        let is_same = |other: &&&Diagnostic| {
            (&self.first.message, &self.first.help) == (&other.message, &other.help)
        };
        let (same, different): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            self.others.iter().copied().partition(|other| is_same(&other));
        let count = self.others.len();
        match (count, different.is_empty()) {
            (0, _) => return Vec::new(),
            (_, true) => return vec![format!("and {count} more like it below: {}", lines(&same))],
            (_, false) => {}
        }
        let mut words = vec![format!("and {count} more of this kind below:")];
        words.extend((!same.is_empty()).then(|| format!("{}: the same", lines(&same))));
        words.extend(different.iter().take(DIFFERENT_AT_MOST).map(|other| self.in_line(other)));
        let hidden = different.len().saturating_sub(DIFFERENT_AT_MOST);
        words.extend((hidden > 0).then(|| format!("… and {hidden} more")));
        words
    }

    /// What one says that the first does not.
    fn in_line(&self, other: &Diagnostic) -> String {
        let message = Some(other.message.as_str()).filter(|_| other.message != self.first.message);
        let help = other.help.as_deref().filter(|_| other.help != self.first.help);
        let words: Vec<&str> = message.into_iter().chain(help).collect();
        format!("line {}: {}", line(other), words.join("; "))
    }
}

fn line(problem: &Diagnostic) -> usize {
    problem.place.positions().0.line
}

/// 'line 3', 'lines 3, 9 and 12', each line once.
fn lines(problems: &[&Diagnostic]) -> String {
    let mut numbers: Vec<usize> = problems.iter().map(|problem| line(problem)).collect();
    numbers.dedup();
    let hidden = numbers.len().saturating_sub(LINES_AT_MOST);
    let mut words: Vec<String> = numbers.iter().take(LINES_AT_MOST).map(usize::to_string).collect();
    words.extend((hidden > 0).then(|| format!("{hidden} more")));
    match words.pop() {
        Some(last) if words.is_empty() => format!("line {last}"),
        Some(last) => format!("lines {} and {last}", words.join(", ")),
        None => String::new(),
    }
}
