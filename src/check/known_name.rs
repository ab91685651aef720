//! Names that nothing has, but that something goes by, or nearly has.

use crate::diagnostics::{Applicability, Diagnostic, nearest};
use crate::model::Slug;
use crate::parse::{At, suggest_instead, suggest_near};

/// Adds what was meant to a problem of a name that nothing has: what goes by this name too, or has nearly this one among
/// those that are known; where there is neither, this help.
pub(super) fn suggest_known<'a>(
    problem: Diagnostic,
    (at, slug): (At<'_>, &Slug),
    mut named: impl Iterator<Item = &'a Slug>,
    known: impl Iterator<Item = &'a Slug>,
    help: impl Into<String>,
) -> Diagnostic {
    if let Some(meant) = named.next() {
        let is_only = named.next().is_none();
        let applicability =
            if is_only { Applicability::MachineApplicable } else { Applicability::MaybeIncorrect };
        let problem = problem.help(format!("did you mean `{meant}`, which goes by this name too?"));
        return suggest_instead(problem, at, (meant.as_str(), applicability));
    }
    match nearest(slug.as_str(), known.map(Slug::as_str)) {
        Some(near) => suggest_near(problem, at, near),
        None => problem.help(help),
    }
}
