//! `unknown-finding`: a finding takes up one that no letter to the authority has.

use crate::diagnostics::{Diagnostic, did_you_mean, rules};
use crate::index::Indexes;
use crate::model::{Archive, Letter, Slug};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "unknown-finding" {
        about: "`follows` names a finding of an earlier letter to the same authority: the end of the letter's address, `#` and the finding's id.",
        example: "follows: 2016-09-02-visit-1#late-plans",
        fix: "follows: 2016-09-02-visit-1#plans-late",
    }
}

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let findings = At::Root.key("findings");
    for letter in &archive.letters {
        for (index, finding) in letter.findings.iter().enumerate() {
            let Some(follows) = &finding.follows else { continue };
            let is_meant = |it: &&Letter| it.folder == letter.folder && it.slug == follows.letter;
            let earlier = archive.letters.iter().map(|it| &**it).find(is_meant);
            let id = follows.finding.as_str();
            let (message, help) = match earlier {
                Some(earlier) if earlier.slug == letter.slug => (
                    "this is a finding of the same letter".to_owned(),
                    "name one of an earlier letter, or take the line out".to_owned(),
                ),
                Some(earlier) if earlier.finding(id).or(earlier.finding_once(id)).is_some() => {
                    continue;
                }
                Some(earlier) => {
                    let known = earlier.findings.iter().map(|it| it.id.as_str());
                    let help = did_you_mean(id, known);
                    let other = || format!("look the id up in `{}`", earlier.source.path);
                    (
                        format!("the letter `{}` has no finding `{id}`", earlier.slug),
                        help.unwrap_or_else(other),
                    )
                }
                None if draft_of(archive, letter, &follows.letter).is_some() => (
                    format!("the letter `{}` is a draft, which is not published", follows.letter),
                    "take its `draft: true` out, or this line until then; `--drafts` shows both"
                        .to_owned(),
                ),
                None => {
                    let others = archive.letters.iter().filter(|it| it.folder == letter.folder);
                    let known = others.map(|it| it.slug.as_str());
                    let help = did_you_mean(follows.letter.as_str(), known);
                    let other = || "use the name of the letter's file, without `.md`".to_owned();
                    (
                        format!("there is no letter `{}` in this folder", follows.letter),
                        help.unwrap_or_else(other),
                    )
                }
            };
            let place = place_of(&letter.source, findings.item(index).key("follows"));
            problems.push(RULE.at(place, message).help(help));
        }
    }
    problems
}

/// The draft of this name beside a letter.
fn draft_of<'a>(archive: &'a Archive, beside: &Letter, slug: &Slug) -> Option<&'a Letter> {
    let is_meant = |it: &&Letter| it.folder == beside.folder && it.slug == *slug;
    archive.drafts.iter().map(|it| &**it).find(is_meant)
}
