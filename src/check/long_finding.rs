//! `long-finding`: a finding is longer than anybody reads in a list.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Error RULE = "long-finding" {
        about: "A finding is one claim, and stands in lists beside many others. One of over 600 characters is several.",
        example: "text: Managers know … and they also …",
        fix: "text: Managers know …   # and the rest as findings of their own",
    }
}

/// In characters.
const LONGEST: usize = 600;

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let mut problems = Vec::new();
    let findings = At::Root.key("findings");
    for (index, finding) in letter.findings.iter().enumerate() {
        let length = finding.text.chars().count();
        if length > LONGEST {
            let place = place_of(&letter.source, findings.item(index).key("text"));
            let message = format!("this finding is {length} characters long");
            let help = format!("make it several, or shorten it to {LONGEST}");
            problems.push(RULE.at(place, message).help(help));
        }
    }
    problems
}
