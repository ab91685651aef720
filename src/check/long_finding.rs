//! `long-finding`: a finding is longer than anybody reads in a list.

use super::Rule;
use crate::diagnostics::{Diagnostic, Severity};
use crate::index::Indexes;
use crate::model::Archive;
use crate::parse::{At, place_of};

pub(super) const RULE: Rule = Rule {
    code: "long-finding",
    severity: Severity::Error,
    about: "A finding is one claim, and stands in lists beside many others. One of over 600 characters is several.",
    example: "text: Managers know … and they also …",
    fix: "text: Managers know …   # and the rest as findings of their own",
    check: Some(check),
};

/// In characters.
const LONGEST: usize = 600;

fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for letter in &archive.letters {
        let findings = At::Root.key("findings");
        for (place, finding) in letter.findings.iter().enumerate() {
            let length = finding.text.chars().count();
            if length > LONGEST {
                let place = place_of(&letter.source, findings.item(place).key("text"));
                let message = format!("this finding is {length} characters long");
                let help = format!("make it several, or shorten it to {LONGEST}");
                problems.push(RULE.problem(place, message).help(help));
            }
        }
    }
    problems
}
