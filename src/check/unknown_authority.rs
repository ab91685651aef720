//! `unknown-authority`: a letter or an authority names an authority that has no folder.

use std::sync::Arc;

use crate::diagnostics::{Applicability, Diagnostic, SourceText, nearest, rules};
use crate::index::Indexes;
use crate::model::{Archive, Slug};
use crate::parse::{At, place_of, suggest_instead, suggest_near};

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
    let mut named = by_another_name(archive, slug);
    if let Some(meant) = named.next() {
        let is_only = named.next().is_none();
        let applicability =
            if is_only { Applicability::MachineApplicable } else { Applicability::MaybeIncorrect };
        let problem = problem.help(format!("did you mean `{meant}`, which goes by this name too?"));
        return suggest_instead(problem, at, (meant.as_str(), applicability));
    }
    let known = archive.authorities.iter().map(|authority| authority.slug.as_str());
    match nearest(slug.as_str(), known) {
        Some(near) => suggest_near(problem, at, near),
        None => problem.help(format!("add `content/authorities/{slug}/authority.md`")),
    }
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
