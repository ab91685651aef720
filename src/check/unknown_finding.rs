//! `unknown-finding`: a finding takes up one that no letter to the authority has.

use crate::diagnostics::{Applicability, Diagnostic, nearest, question, rules};
use crate::index::Indexes;
use crate::model::{Archive, Letter, Slug};
use crate::parse::{At, place_of, suggest_instead};

rules! {
    Error RULE = "unknown-finding" {
        about: "`follows` names a finding of an earlier letter to the same authority: the end of the letter's address, `#` and the finding's id.",
        example: "follows: 2016-09-02-visit-1#late-plans",
        fix: "follows: 2016-09-02-visit-1#plans-late",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let findings = At::Root.key("findings");
    for (id, letter) in archive.letter_ids() {
        for (index, finding) in letter.findings.iter().enumerate() {
            let Some(follows) = &finding.follows else { continue };
            let found = indexes.followed(archive, id, follows);
            let file = format!("content/authorities/{}/{}.md", letter.folder, follows.letter);
            let is_told = archive.unread.contains(&file);
            if is_told || found.is_some_and(|found| found.letter() != id) {
                continue;
            }
            let others = || archive.letters.iter().filter(|it| it.folder == letter.folder);
            let earlier = others().find(|it| it.slug == follows.letter);
            let meant = |letter: &str, finding: &str| Some(format!("{letter}#{finding}"));
            let (message, help, meant) = match earlier {
                Some(earlier) if earlier.slug == letter.slug => (
                    "this is a finding of the same letter".to_owned(),
                    "name one of an earlier letter, or take the line out".to_owned(),
                    None,
                ),
                Some(earlier) => {
                    let known = earlier.findings.iter().map(|it| it.id.as_str());
                    let other = || format!("look the id up in `{}`", earlier.source.path);
                    let near = nearest(follows.finding.as_str(), known);
                    (
                        format!(
                            "the letter `{}` has no finding `{}`",
                            earlier.slug, follows.finding
                        ),
                        near.map_or_else(other, question),
                        near.and_then(|near| meant(follows.letter.as_str(), near)),
                    )
                }
                None if draft_of(archive, letter, &follows.letter).is_some() => (
                    format!("the letter `{}` is a draft, which is not published", follows.letter),
                    "take its `draft: true` out, or this line until then; `--drafts` shows both"
                        .to_owned(),
                    None,
                ),
                None => {
                    let known = others().map(|it| it.slug.as_str());
                    let other = || "use the name of the letter's file, without `.md`".to_owned();
                    let near = nearest(follows.letter.as_str(), known);
                    (
                        format!("the authority has no letter `{}`", follows.letter),
                        near.map_or_else(other, question),
                        near.and_then(|near| meant(near, follows.finding.as_str())),
                    )
                }
            };
            let at = findings.item(index);
            let at = at.key("follows");
            let problem = RULE.at(place_of(&letter.source, at), message).help(help);
            problems.push(match meant {
                // Of two ids in a value both may be wrong.
                Some(words) => suggest_instead(problem, at, (words, Applicability::MaybeIncorrect)),
                None => problem,
            });
        }
    }
    problems
}

/// The draft of this name beside a letter.
fn draft_of<'a>(archive: &'a Archive, beside: &Letter, slug: &Slug) -> Option<&'a Letter> {
    let is_meant = |it: &&Letter| it.folder == beside.folder && it.slug == *slug;
    archive.drafts.iter().map(|it| &**it).find(is_meant)
}
