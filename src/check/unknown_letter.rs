//! `unknown-letter`: an event is said to be stated in a letter that the authority does not have.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, nearest, rules};
use crate::index::Indexes;
use crate::model::{Archive, Letter};
use crate::parse::{At, place_of, suggest_near};

rules! {
    Error RULE = "unknown-letter" {
        about: "An event can name the letter where it is stated: the name of the letter's file, without `.md`.",
        example: "letter: visit-6",
        fix: "letter: 2018-02-15-visit-6",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (id, authority) in archive.authority_ids() {
        let own: Vec<&Letter> =
            indexes.authority(id).letters.iter().map(|&letter| archive.letter(letter)).collect();
        let events = At::Root.key("events");
        for (index, event) in authority.events.iter().enumerate() {
            let Some(slug) = &event.letter else { continue };
            let file = format!("content/authorities/{}/{slug}.md", authority.slug);
            if own.iter().any(|letter| letter.slug == *slug) || archive.unread.contains(&file) {
                continue;
            }
            let at = events.item(index);
            let place = place_of(&authority.source, at.key("letter"));
            let is_meant = |it: &&Arc<Letter>| {
                it.slug == *slug
                    && (it.folder == authority.slug || it.authorities.contains(&authority.slug))
            };
            if let Some(draft) = archive.drafts.iter().find(is_meant) {
                let message = format!("the letter `{slug}` is a draft, which is not published");
                let help = format!(
                    "take `draft: true` out of `{}`, or this line until then; `--drafts` shows both",
                    draft.source.path
                );
                problems.push(RULE.at(place, message).help(help));
                continue;
            }
            let known = own.iter().map(|letter| letter.slug.as_str());
            let message = format!("{} has no letter `{slug}`", authority.known_as());
            let problem = RULE.at(place, message);
            problems.push(match nearest(slug.as_str(), known) {
                Some(near) => suggest_near(problem, at.key("letter"), near),
                None => problem.help("use the name of the letter's file, without `.md`"),
            });
        }
    }
    problems
}
