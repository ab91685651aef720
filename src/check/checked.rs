//! `checked`: warnings that an editor has looked at, and that are not told again.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Place, Severity, nearest, rules};
use crate::model::Archive;
use crate::parse::{At, place_of, suggest_near};

rules! {
    Error NO_WARNING = "no-warning" {
        about: "`checked` lists warnings that an editor has looked at and found to be no mistake, by the names that `check` gives them. An error cannot be left standing.",
        example: "checked: [late-leter]",
        fix: "checked: [late-letter]",
    }
    Warning NOT_NEEDED = "checked-in-vain" {
        about: "What `checked` lists should be there: when the facts are mended, it goes, or it would hide the next mistake of the kind.",
        example: "checked: [late-letter]   # and the letter is not late",
        fix: "the letter without `checked:`",
    }
}

/// The problems without the warnings that were looked at; and with those of `checked` itself: what is no warning, and what
/// is not warned of.
pub(crate) fn without_checked(archive: &Archive, mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let items = archive.items().filter(|item| !item.checked().is_empty());
    let mut counts: BTreeMap<&str, Vec<(&str, usize)>> = items
        .map(|item| {
            let codes = item.checked().iter().map(|code| (code.as_str(), 0)).collect();
            (item.source().path.as_str(), codes)
        })
        .collect();
    if counts.is_empty() {
        return problems;
    }
    problems.retain(|problem| {
        let Place::Span(source, _) = &problem.place else { return true };
        let Some(codes) = counts.get_mut(source.path.as_str()) else { return true };
        let Some((_, count)) = codes.iter_mut().find(|(code, _)| *code == problem.code()) else {
            return true;
        };
        let is_warning = problem.rule.severity == Severity::Warning;
        *count += usize::from(is_warning);
        !is_warning
    });
    let warnings =
        || super::rules().filter(|rule| rule.severity == Severity::Warning).map(|rule| rule.code);
    for item in archive.items() {
        let source = item.source();
        let codes = counts.get(source.path.as_str()).into_iter().flatten();
        for (index, (code, count)) in codes.enumerate() {
            let place = || place_of(source, At::Root.key("checked").item(index));
            if !warnings().any(|known| known == *code) {
                let message = format!("`{code}` is no warning");
                let problem = NO_WARNING.at(place(), message);
                problems.push(match nearest(code, warnings()) {
                    Some(near) => suggest_near(problem, At::Root.key("checked").item(index), near),
                    None => problem.help("write the name that `check` gives in brackets"),
                });
            } else if *count == 0 {
                let message = format!("`{code}` is not warned of here");
                problems.push(NOT_NEEDED.at(place(), message).help("take it out"));
            }
        }
    }
    problems
}
