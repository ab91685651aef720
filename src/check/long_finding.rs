//! `long-finding`, `long-words` and `long-title`: a finding, or a part of it, is longer than anybody reads in a list.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::{Item, Quotation};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "long-finding" {
        about: "A finding is one claim, and stands in lists beside many others. One of over 600 characters is several.",
        example: "text: Managers know … and they also …",
        fix: "text: Managers know …   # and the rest as findings of their own",
    }
    Warning WORDS = "long-words" {
        about: "The letter's own words are somebody else's: at most twelve in a row are quoted, enough to find the passage.",
        example: "words: Most children’s plans are late, and a third of them are not dated, signed or shared with parents",
        fix: "words: Most children’s plans are late … not dated, signed or shared",
    }
    Warning TITLE = "long-title" {
        about: "The title of a finding stands for it in lists of the few that matter most: in six to ten words.",
        example: "title: Most young people who leave care have a good adviser who knows them well and sees them often",
        fix: "title: Most care leavers have a good adviser",
    }
}

/// In characters.
const LONGEST: usize = 600;

/// In words: some more than are asked for.
const LONGEST_TITLE: usize = 14;

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
        let at = findings.item(index);
        let quoted = finding.words.iter().flat_map(|it| it.words.split('…'));
        let most = quoted.map(|words| words.split_whitespace().count()).max().unwrap_or(0);
        if most > Quotation::MOST_IN_A_ROW {
            let message = format!("these are {most} words in a row");
            let help = format!(
                "leave out what is not needed, with `…` in its place, so that at most {} are in a row",
                Quotation::MOST_IN_A_ROW
            );
            problems.push(WORDS.at(place_of(&letter.source, at.key("words")), message).help(help));
        }
        let length = finding.title.as_ref().map_or(0, |title| title.split_whitespace().count());
        if length > LONGEST_TITLE {
            let message = format!("this title has {length} words");
            let help = "say it in six to ten; the text says the rest";
            problems.push(TITLE.at(place_of(&letter.source, at.key("title")), message).help(help));
        }
    }
    problems
}
