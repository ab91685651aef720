//! A rule: what every problem of one kind has in common, and what `explain` says of it.

use super::{Diagnostic, Place, Severity};

/// A kind of problem. Each is declared by `rules!`, which lists it too, and a problem is made by a rule alone: so
/// nothing can be reported that `explain` does not know.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// Its stable name, such as `unknown-topic`.
    pub code: &'static str,
    /// Whether a problem keeps the site from being built.
    pub severity: Severity,
    /// What it is for, in a sentence or two.
    pub about: &'static str,
    /// What breaks it, as an editor would write it.
    pub example: &'static str,
    /// What to write in its place.
    pub fix: &'static str,
}

impl Rule {
    /// A problem of this kind.
    pub(crate) fn at(&'static self, place: Place, message: impl Into<String>) -> Diagnostic {
        let severity = self.severity;
        let message = in_words(message.into());
        Diagnostic { rule: self, severity, place, message, help: None, suggestion: None }
    }
}

/// What people read of a problem. Nothing is decided by it, which `.ci/reworded` holds: the feature says it in other
/// words, and the problems stay as they are.
pub(super) fn in_words(text: String) -> String {
    if cfg!(feature = "reworded") { text.chars().rev().collect() } else { text }
}

/// Declares the rules of a file, and `RULES`, the list of them that `src/rules.rs` collects. One that nobody collects
/// is dead code to the compiler.
macro_rules! rules {
    ($($severity:ident $name:ident = $code:literal {
        about: $about:literal,
        example: $example:literal,
        fix: $fix:literal,
    })+) => {
        $(pub(crate) const $name: &$crate::diagnostics::Rule = &$crate::diagnostics::Rule {
            code: $code,
            severity: $crate::diagnostics::Severity::$severity,
            about: $about,
            example: $example,
            fix: $fix,
        };)+
        pub(crate) const RULES: &[&$crate::diagnostics::Rule] = &[$($name),+];
    };
}
pub(crate) use rules;
