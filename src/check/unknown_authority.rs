//! `unknown-authority`: a letter or an authority names an authority that has no folder.

use std::sync::Arc;

use super::authorities_by_name::AuthoritiesByName;
use super::known_name::suggest_known;
use crate::diagnostics::{Applicability, Diagnostic, SourceText, nearest, rules};
use crate::index::Indexes;
use crate::model::{Archive, Slug};
use crate::parse::{At, place_of, suggest_instead, suggest_near};

rules! {
    Error RULE = "unknown-authority" {
        about: "Authorities are named by the folder that they have in `content/authorities/`. Statistical neighbours need not be there, if the table of England's authorities has them.",
        example: "authorities: [sunderlnad]",
        fix: "authorities: [sunderland]",
    }
    Error ITSELF = "own-predecessor" {
        about: "An authority that replaced another, or was replaced, is named in the other's file: none replaces itself.",
        example: "predecessors: [sunderland]   # in the folder `sunderland`",
        fix: "predecessors: []",
    }
    Error NEIGHBOUR = "own-neighbour" {
        about: "An authority is compared with its statistical neighbours. It is none of its own.",
        example: "statistical_neighbours: [sunderland, halton]   # in the folder `sunderland`",
        fix: "statistical_neighbours: [halton]",
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
        for (index, slug) in unknown(archive, indexes, slugs) {
            problems.push(problem(archive, source, At::Root.key(key).item(index), slug));
        }
    }
    problems.extend(unknown_neighbours(archive, indexes));
    for authority in &archive.authorities {
        let lists = [
            (ITSELF, "predecessors", &authority.predecessors),
            (ITSELF, "successors", &authority.successors),
            (NEIGHBOUR, "statistical_neighbours", &authority.statistical_neighbours),
        ];
        for (rule, key, slugs) in lists {
            if let Some(index) = slugs.iter().position(|slug| *slug == authority.slug) {
                let place = place_of(&authority.source, At::Root.key(key).item(index));
                let message = format!("this is the folder of {} itself", authority.known_as());
                problems.push(
                    rule.at(place, message).help("write the folder of the other, or take it out"),
                );
            }
        }
    }
    problems
}

/// Those of a list that no folder has, and that are not told of already, with their places in it.
fn unknown<'a>(
    archive: &'a Archive,
    indexes: &'a Indexes,
    slugs: &'a [Slug],
) -> impl Iterator<Item = (usize, &'a Slug)> {
    slugs.iter().enumerate().filter(|(_, slug)| {
        let file = || format!("content/authorities/{slug}/authority.md");
        let is_known = indexes.authority_id(slug).is_some() || slug.is_placeholder();
        !is_known && !archive.unread.contains(&file())
    })
}

/// Statistical neighbours that neither the site nor the table has: the site need not have those of the table.
fn unknown_neighbours(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let known = archive.vocabulary.known_authorities;
    let mut problems = Vec::new();
    // Where the site is not about England, they are refused as a key.
    if !known.have_codes() {
        return problems;
    }
    let mut table = None;
    for authority in &archive.authorities {
        for (index, slug) in unknown(archive, indexes, &authority.statistical_neighbours) {
            let table = table.get_or_insert_with(|| AuthoritiesByName::new(known.all()));
            if table.all.iter().any(|known| known.slug == slug.as_str()) {
                continue;
            }
            let list = At::Root.key("statistical_neighbours");
            let at = list.item(index);
            let place = place_of(&authority.source, at);
            let message = format!("no authority known here has the folder `{slug}`");
            let problem = RULE.at(place, message);
            if let Some(known) = table.named(slug.as_str()) {
                let problem = problem
                    .help(format!("did you mean `{}`, which goes by this name too?", known.slug));
                let meant = (known.slug, Applicability::MachineApplicable);
                problems.push(suggest_instead(problem, at, meant));
                continue;
            }
            let here = archive.authorities.iter().map(|it| it.slug.as_str());
            let all = here.chain(table.all.iter().map(|known| known.slug));
            problems.push(match nearest(slug.as_str(), all) {
                Some(near) => suggest_near(problem, at, near),
                None => problem.help("look at the name again, or take it out"),
            });
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
