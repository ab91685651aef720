//! `late-letter`: a letter is dated long after the visit.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "late-letter" {
        about: "Letters follow their visit by a few weeks. One that is dated over 180 days later has a wrong date, more often than not.",
        example: "on_site: 2017-01-23\ndated: 2018-02-15",
        fix: "on_site: 2018-01-23\ndated: 2018-02-15",
    }
}

/// More days than any letter took whose dates are right.
const LONGEST_LAG: i32 = 180;

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let mut problems = Vec::new();
    if let Some(lag) = letter.publication_lag().filter(|lag| *lag > LONGEST_LAG) {
        let place = place_of(&letter.source, At::Root.key("dated"));
        let message = format!("the letter is dated {lag} days after the visit");
        problems.push(RULE.at(place, message).help("look at the year of both dates"));
    }
    problems
}
