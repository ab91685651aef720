//! `suggested-finding`: a finding that nobody has rewritten since it was imported.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Error RULE = "suggested-finding" {
        about: "`letterpress import` suggests findings in the letter's own words, and guesses what they are about. Only an editor can say that one is right: until then the letter is a draft.",
        example: "polarity: strength\ntopics: [thresholds]\nsuggested: true\ntext: …   # as the letter has it",
        fix: "polarity: improving\ntopics: [thresholds, partnership]\ntext: …   # in your own words",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let findings = At::Root.key("findings");
    let suggested = letter.findings.iter().enumerate().filter(|(_, finding)| finding.suggested);
    suggested
        .map(|(index, _)| {
            let place = place_of(&letter.source, findings.item(index).key("suggested"));
            let message = "this finding is as it was imported: nobody has looked at it";
            let help = "rewrite it against the letter, look at its polarity and topics, and take out `suggested: true`; \
                        or make the letter a draft again: `draft: true`";
            let problem = RULE.at(place, message).help(help);
            if letter.draft { problem.into_warning() } else { problem }
        })
        .collect()
}
