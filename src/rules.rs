//! All rules, whichever stage reports them.

use crate::diagnostics::Rule;
use crate::{check, diagnostics, import, model, parse, plan, publish, read, render, site};

/// Every rule there is, in the order of the codes.
pub fn all() -> Vec<&'static Rule> {
    let stages = [
        model::rules::RULES,
        read::rules::RULES,
        parse::rules::RULES,
        import::rules::RULES,
        plan::rules::RULES,
        render::rules::RULES,
        publish::RULES,
        site::rules::RULES,
    ];
    let mut rules: Vec<&Rule> = diagnostics::RULES
        .into_iter()
        .chain(stages)
        .flatten()
        .copied()
        .chain(check::rules())
        .collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}
