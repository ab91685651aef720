//! `suggested-finding`: a finding that nobody has rewritten since it was imported.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Error RULE = "suggested-finding" {
        about: "`letterpress import` suggests findings in the letter's own words, and guesses what they are about. Only an editor can say that one is right: until then the letter is a draft.",
        example: "suggested: true\nfindings:\n  - polarity: strength\n    topics: [thresholds]\n    text: …   # as the letter has it",
        fix: "findings:\n  - polarity: improving\n    topics: [thresholds, partnership]\n    text: …   # in your own words",
    }
}

/// What to do.
const HELP: &str = "rewrite it against the letter, look at its polarity and topics, and take out `suggested: true`; or make the \
                    letter a draft again: `draft: true`";

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let problem = |at: At<'_>, message: &str| {
        let problem = RULE.at(place_of(&letter.source, at), message).help(HELP);
        if letter.draft { problem.into_warning() } else { problem }
    };
    let is_left = letter.findings.iter().any(|finding| finding.suggested);
    // Said once for all, it is told once.
    if letter.suggested && is_left {
        let message =
            "the findings of this letter are as they were imported: nobody has looked at them";
        return vec![problem(At::Root.key("suggested"), message)];
    }
    let findings = At::Root.key("findings");
    let suggested = letter.findings.iter().enumerate().filter(|(_, finding)| finding.suggested);
    let message = "this finding is as it was imported: nobody has looked at it";
    suggested.map(|(index, _)| problem(findings.item(index).key("suggested"), message)).collect()
}
