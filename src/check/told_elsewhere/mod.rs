//! Rules that an earlier stage holds, because it cannot go on without them: told there, explained here.

mod files;
mod front_matter;
mod import;
mod run;
mod site;
mod values;

use super::Rule;
use crate::diagnostics::Severity;

/// All of them.
pub(super) fn rules() -> impl Iterator<Item = &'static Rule> {
    [files::RULES, front_matter::RULES, import::RULES, run::RULES, site::RULES, values::RULES]
        .into_iter()
        .flatten()
}

const fn error(
    code: &'static str,
    about: &'static str,
    example: &'static str,
    fix: &'static str,
) -> Rule {
    Rule { code, severity: Severity::Error, about, example, fix, look: None }
}

const fn warning(
    code: &'static str,
    about: &'static str,
    example: &'static str,
    fix: &'static str,
) -> Rule {
    Rule { code, severity: Severity::Warning, about, example, fix, look: None }
}
