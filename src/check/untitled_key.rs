//! `untitled-key`: a key finding has no title.

use crate::diagnostics::{Diagnostic, rules};
use crate::model::Item;
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "untitled-key" {
        about: "The few findings that matter most stand in lists by their titles. Without one the whole text stands there.",
        example: "key: true",
        fix: "title: Most care leavers have a good adviser\nkey: true",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let findings = At::Root.key("findings");
    let untitled =
        letter.findings.iter().enumerate().filter(|(_, it)| it.key && it.title.is_none());
    let problem = |index: usize| {
        let place = place_of(&letter.source, findings.item(index).key("key"));
        let help = "add a line `title:` with the claim in six to ten words";
        RULE.at(place, "this key finding has no title").help(help)
    };
    untitled.map(|(index, _)| problem(index)).collect()
}
