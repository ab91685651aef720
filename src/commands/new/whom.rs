//! The authority that a person means: one of the site's, or one that the program knows of.

use std::path::Path;

use letterpress::Site;
use letterpress::diagnostics::{Shown, nearest};
use letterpress::model::council_name::{key, matching};
use letterpress::model::england::KnownAuthority;
use letterpress::model::{Archive, Authority};

use crate::commands::site::command_line;

/// The site's authorities of this name; the table's other names count too.
pub(super) fn in_site<'a>(archive: &'a Archive, name: &str) -> Vec<&'a Authority> {
    let named: Vec<(&Authority, Vec<&str>)> =
        archive.authority_ids().map(|(_, authority)| (authority, names_of(authority))).collect();
    let found = matching(name, &named);
    if !found.is_empty() {
        return found;
    }
    let known = in_table(archive, name).map(|known| known.slug);
    let has_slug = |authority: &&Authority| Some(authority.slug.as_str()) == known;
    archive.authorities.iter().map(AsRef::as_ref).filter(has_slug).collect()
}

/// The authority of this name that the program knows of.
pub(super) fn in_table(archive: &Archive, name: &str) -> Option<KnownAuthority> {
    let mut all = archive.vocabulary.known_authorities.all();
    let named: Vec<(usize, Vec<&str>)> =
        all.iter().enumerate().map(|(index, known)| (index, known.names())).collect();
    match matching(name, &named)[..] {
        [only] => Some(all.swap_remove(only)),
        _ => None,
    }
}

/// The name of a known authority that is spelt almost like this.
pub(super) fn nearest_in_table(archive: &Archive, name: &str) -> Option<&'static str> {
    let all = archive.vocabulary.known_authorities.all();
    let keys: Vec<(String, &'static str)> = all
        .iter()
        .flat_map(|known| known.names().into_iter().map(|name| (key(name), known.name)))
        .collect();
    let near = nearest(&key(name), keys.iter().map(|(key, _)| key.as_str()))?;
    keys.iter().find(|(key, _)| key == near).map(|(_, name)| *name)
}

/// The one authority of the site that is meant; or else what to do.
pub(super) fn the_one<'a>(
    root: &Path,
    site: &'a Site,
    name: &str,
) -> Result<&'a Authority, String> {
    let archive = site.archive();
    let shown = Shown::from(name);
    match in_site(archive, name)[..] {
        [only] => Ok(only),
        [] => Err(format!(
            "there is no authority `{shown}` in this site\n  help: {}",
            advice(root, archive, name)
        )),
        ref several => {
            let slugs: Vec<&str> = several.iter().map(|one| one.slug.as_str()).collect();
            Err(format!("`{shown}` can mean {}\n  help: give one of these", slugs.join(" or ")))
        }
    }
}

fn advice(root: &Path, archive: &Archive, name: &str) -> String {
    let make = |name: &str| command_line(root, &format!("new authority {}", quoted(name)));
    if let Some(known) = in_table(archive, name) {
        return format!("make it with `{}`", make(known.name));
    }
    let known = archive.vocabulary.known_authorities.all();
    let of_site = archive
        .authorities
        .iter()
        .flat_map(|one| names_of(one).into_iter().map(|name| (key(name), one.slug.as_str(), true)));
    let of_table = known
        .iter()
        .flat_map(|one| one.names().into_iter().map(|name| (key(name), one.name, false)));
    // The site's come first, so that its own word wins over the table's.
    let all: Vec<(String, &str, bool)> = of_site.chain(of_table).collect();
    let near = nearest(&key(name), all.iter().map(|(key, ..)| key.as_str()));
    match near.and_then(|near| all.iter().find(|(key, ..)| key == near)) {
        Some((_, slug, true)) => format!("did you mean `{slug}`?"),
        Some((_, known, false)) => {
            format!("did you mean {known}? Make it with `{}`", make(known))
        }
        None => format!(
            "`{}` shows those that there are; make one with `{}`",
            command_line(root, "list authorities"),
            command_line(root, "new authority NAME"),
        ),
    }
}

/// Every name that an authority of the site goes by.
fn names_of(authority: &Authority) -> Vec<&str> {
    [authority.slug.as_str(), &authority.name]
        .into_iter()
        .chain(authority.formal_name.as_deref())
        .chain(authority.other_names.iter().map(String::as_str))
        .collect()
}

/// A name of the table as one word of a command line.
fn quoted(name: &str) -> String {
    if name.contains([' ', ',']) { format!("\"{name}\"") } else { name.to_owned() }
}

/// The command that makes a known authority.
pub(super) fn command_to_make(root: &Path, known: &KnownAuthority) -> String {
    command_line(root, &format!("new authority {}", quoted(known.name)))
}
