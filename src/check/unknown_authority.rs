//! `unknown-authority`: a letter or an authority names an authority that has no folder.

use std::sync::Arc;

use super::known_name::suggest_known;
use crate::diagnostics::{Diagnostic, SourceText, rules};
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
    let message = format!("there is no authority `{slug}`");
    let problem = RULE.at(place_of(source, at), message);
    let named = by_another_name(archive, slug);
    let known = archive.authorities.iter().map(|authority| &authority.slug);
    let help = format!("add `content/authorities/{slug}/authority.md`");
    suggest_known(problem, (at, slug), named, known, help)
}

/// The authorities that go by this name too.
fn by_another_name<'a>(archive: &'a Archive, slug: &'a Slug) -> impl Iterator<Item = &'a Slug> {
    let is_meant = |name: &String| Slug::from_text(name).as_ref() == Some(slug);
    let authorities = archive.authorities.iter().filter(move |it| {
        let mut names = [&it.name].into_iter().chain(&it.formal_name).chain(&it.other_names);
        names.any(is_meant)
    });
    authorities.map(|it| &it.slug)
}
