//! `heading-levels`: headings skip a level, or one is the heading of the whole page.

use crate::diagnostics::{Diagnostic, Place, Suggestion, rules};
use crate::model::Item;

rules! {
    Warning RULE = "heading-levels" {
        about: "The page's own heading is the first; those of a text begin with `##`, and each goes at most one level deeper than the one before. People who listen to a page find their way by them.",
        example: "# Findings\n\n#### Early help",
        fix: "## Findings\n\n### Early help",
    }
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let (source, body) = item.body();
    let mut problems = Vec::new();
    let mut before = 1;
    for heading in &body.headings {
        let place = || Place::span(source, heading.range.clone());
        if heading.level == 1 {
            let message = "the page has its heading already";
            let problem = RULE.at(place(), message);
            let written = &source.text[heading.range.clone()];
            // A line of `=` below it makes it one; or Git's mark between two versions, which is told as that.
            problems.push(match written.trim_end().rsplit_once('\n') {
                Some((words, _)) if words.starts_with("<<<<<<< ") => continue,
                Some((words, _)) if !words.starts_with('#') && !words.contains('\n') => {
                    let meant = format!("## {}", words.trim());
                    let help = format!("write `{meant}`, without the line below it");
                    let range = heading.range.start..heading.range.start + written.trim_end().len();
                    problem.help(help).suggest(Suggestion::likely(range, meant))
                }
                _ => problem.help("begin it with `##`"),
            });
        } else if heading.level > before + 1 {
            let message = format!("this heading skips a level: {} follows {before}", heading.level);
            let help = format!("begin it with `{}`", "#".repeat(usize::from(before) + 1));
            problems.push(RULE.at(place(), message).help(help));
        }
        before = heading.level;
    }
    problems
}
