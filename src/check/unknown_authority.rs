//! `unknown-authority`: a letter or an authority names an authority that has no folder.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, SourceText, did_you_mean, rules};
use crate::index::Indexes;
use crate::model::{Archive, Slug};
use crate::parse::{At, place_of};

rules! {
    Error RULE = "unknown-authority" {
        about: "Authorities are named by the folder that they have in `content/authorities/`.",
        example: "authorities: [sunderlnad]",
        fix: "authorities: [sunderland]",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let of_letters =
        archive.letters.iter().map(|letter| (&letter.source, "authorities", &letter.authorities));
    let of_authorities = archive.authorities.iter().flat_map(|authority| {
        [
            (&authority.source, "predecessors", &authority.predecessors),
            (&authority.source, "successors", &authority.successors),
        ]
    });
    let mut problems = Vec::new();
    for (source, key, slugs) in of_letters.chain(of_authorities) {
        for (index, slug) in slugs.iter().enumerate() {
            let file = format!("content/authorities/{slug}/authority.md");
            let is_told = slug.is_placeholder() || archive.unread.contains(&file);
            if indexes.authority_id(slug).is_none() && !is_told {
                let list = At::Root.key(key);
                problems.push(problem(archive, source, list.item(index), slug));
            }
        }
    }
    problems
}

fn problem(archive: &Archive, source: &Arc<SourceText>, at: At<'_>, slug: &Slug) -> Diagnostic {
    let known = archive.authorities.iter().map(|authority| authority.slug.as_str());
    let help = did_you_mean(slug.as_str(), known)
        .unwrap_or_else(|| format!("add `content/authorities/{slug}/authority.md`"));
    let message = format!("there is no authority `{slug}`");
    RULE.at(place_of(source, at), message).help(help)
}
