//! `new authority`: an authority's folder and file, with the codes and the region of those known.

use std::path::Path;

use clap::Args;
use letterpress::diagnostics::{Shown, called};
use letterpress::model::england::KnownAuthority;
use letterpress::model::{Archive, Slug};

use super::values::{name, with_words, yaml, yaml_list};
use super::whom::{command_to_make, in_site, in_table, nearest_in_table};
use crate::commands::failure::Failure;
use crate::commands::new_file::{already_there, create};
use crate::commands::prompt::{self, Question};
use crate::commands::site::{command_line, open};

#[derive(Debug, Args)]
pub(in crate::commands) struct AuthorityArguments {
    /// Any name that the authority goes by: 'Medway', 'Hull City Council'
    #[arg(value_parser = name)]
    name: Option<String>,
    /// Make it under this very name, though one of almost the same is known
    #[arg(long)]
    as_spelt: bool,
}

const NAME: Question<'static> =
    Question { option: "NAME", what: "the authority's name", example: "Medway" };

/// Makes the file, and gives what to say of it.
pub(super) fn make(root: &Path, arguments: &AuthorityArguments) -> Result<Vec<String>, Failure> {
    let (site, _) = open(root)?;
    prompt::refuse_missing(&[(&NAME, arguments.name.is_none())])?;
    let name = match &arguments.name {
        Some(name) => name.clone(),
        None => prompt::answer(&NAME, name)?,
    };
    let archive = site.archive();
    refuse_known(root, archive, &name)?;
    let known = in_table(archive, &name);
    if known.is_none() && !arguments.as_spelt {
        refuse_misspelt(root, archive, &name)?;
    }
    let slug = slug(&name, known.as_ref())?;
    let path = write(root, archive, &name, known.as_ref())?;

    let mut lines = vec![format!("Made {}.", called(root, &path))];
    match &known {
        Some(known) => {
            let filled_in = if known.statistical_neighbours.is_empty() {
                "Its codes and its region are filled in."
            } else {
                "Its codes, its region and its statistical neighbours are filled in."
            };
            lines.push(filled_in.to_owned());
            lines.extend(relations(root, archive, "replaced", &known.predecessors));
            lines.extend(relations(root, archive, "was replaced by", &known.successors));
        }
        None => lines.extend(unknown(archive, &name)),
    }
    let next = command_line(root, &format!("new letter {slug} --dated DATE --on-site DATE"));
    lines.push(format!("Add a letter with `{next}`."));
    Ok(lines)
}

/// Makes the file without asking anybody, under a name that nothing known is nearly called. Gives its path.
#[cfg(feature = "preview")]
pub(in crate::commands) fn make_unasked(root: &Path, name: &str) -> Result<String, Failure> {
    let (site, _) = open(root)?;
    let archive = site.archive();
    refuse_known(root, archive, name)?;
    let known = in_table(archive, name);
    match known.is_none().then(|| near(archive, name)).flatten() {
        Some(near) => Err(misspelt(root, name, &near)),
        None => write(root, archive, name, known.as_ref()),
    }
}

fn refuse_known(root: &Path, archive: &Archive, name: &str) -> Result<(), Failure> {
    match in_site(archive, name).first() {
        Some(authority) => Err(already_there(root, &authority.source.path)),
        None => Ok(()),
    }
}

fn write(
    root: &Path,
    archive: &Archive,
    name: &str,
    known: Option<&KnownAuthority>,
) -> Result<String, Failure> {
    let path = format!("content/authorities/{}/authority.md", slug(name, known)?);
    create(root, &path, text(archive, name, known).as_bytes())?;
    Ok(path)
}

/// What the folder is called.
fn slug(name: &str, known: Option<&KnownAuthority>) -> Result<String, Failure> {
    match known {
        Some(known) => Ok(known.slug.to_owned()),
        None => Ok(Slug::from_text(name).ok_or_else(|| no_slug(name))?.to_string()),
    }
}

/// Makes the file of an authority of the table, for a letter to it. Gives its path; `None` where the table has none.
pub(in crate::commands) fn make_known(
    root: &Path,
    archive: &Archive,
    slug: &str,
) -> Result<Option<String>, Failure> {
    let Some(known) = in_table(archive, slug) else { return Ok(None) };
    let path = format!("content/authorities/{slug}/authority.md");
    create(root, &path, text(archive, known.name, Some(&known)).as_bytes())?;
    Ok(Some(path))
}

/// Asks whether a name is right that is almost that of a known authority; refuses it where there is nobody to ask.
fn refuse_misspelt(root: &Path, archive: &Archive, name: &str) -> Result<(), Failure> {
    let Some(known) = near(archive, name) else { return Ok(()) };
    let (near, shown) = (known.name, Shown::from(name));
    if prompt::is_person_there()
        && prompt::says_yes(&format!("{shown} is not known here, but {near} is. Make {shown}?"))?
    {
        return Ok(());
    }
    Err(misspelt(root, name, &known))
}

/// The known authority that is almost called so.
fn near(archive: &Archive, name: &str) -> Option<KnownAuthority> {
    // Of few letters, too many names are near.
    let begins = |one: &str| one.chars().next().map(|first| first.to_ascii_lowercase());
    let is_near = |near: &&str| name.chars().count() > 4 && begins(near) == begins(name);
    let near = nearest_in_table(archive, name).filter(is_near);
    near.and_then(|near| in_table(archive, near))
}

fn misspelt(root: &Path, name: &str, known: &KnownAuthority) -> Failure {
    let (near, shown, command) = (known.name, Shown::from(name), command_to_make(root, known));
    Failure::usage(format!(
        "{shown} is not known here, but {near} is; nothing was written\n  help: make that with `{command}`; or this with \
         `--as-spelt`"
    ))
}

fn no_slug(name: &str) -> Failure {
    Failure::usage(format!(
        "`{name}` gives no name for a folder\n  help: use letters from a to z, or digits; the name can be \
         changed in the file"
    ))
}

/// What an authority needs that the table does not have; nothing where there is no table.
fn unknown(archive: &Archive, name: &str) -> Option<String> {
    let vocabulary = &archive.vocabulary;
    let near = nearest_in_table(archive, name);
    let near = near.map_or_else(String::new, |near| format!(" (but {near} is)"));
    match (vocabulary.known_authorities.have_codes(), vocabulary.regions.is_empty()) {
        (true, _) => {
            Some(format!("{name} is not known here{near}: add its codes and its region by hand."))
        }
        (false, false) => Some("Add its region by hand.".to_owned()),
        (false, true) => None,
    }
}

/// Says which authorities it replaced, or was replaced by, and how to make those that the site lacks.
fn relations(root: &Path, archive: &Archive, verb: &str, slugs: &[&str]) -> Vec<String> {
    let others = slugs.iter().filter_map(|slug| in_table(archive, slug));
    others
        .map(|other| {
            let KnownAuthority { name, .. } = other;
            if is_in_site(archive, other.slug) {
                format!("It {verb} {name}, as the file says.")
            } else {
                let command = command_to_make(root, &other);
                format!("It {verb} {name}, which is not in this site: `{command}` makes it.")
            }
        })
        .collect()
}

fn is_in_site(archive: &Archive, slug: &str) -> bool {
    archive.authorities.iter().any(|authority| authority.slug.as_str() == slug)
}

/// The file: what is known as front matter, an inspection as an example in comments.
fn text(archive: &Archive, name: &str, known: Option<&KnownAuthority>) -> String {
    let mut text = String::from("---\n");
    let mut line = |key: &str, value: &str| {
        if !value.is_empty() && value != "[]" {
            text.push_str(&format!("{key}: {value}\n"));
        }
    };
    match known {
        None => line("name", &yaml(name)),
        Some(known) => {
            let in_site = |slugs: &[&'static str]| {
                let there = slugs.iter().copied().filter(|slug| is_in_site(archive, slug));
                yaml_list(there.collect::<Vec<_>>())
            };
            line("name", &yaml(known.name));
            line("aliases", &yaml_list(known.other_names.iter().copied()));
            line("gss_code", known.gss_code);
            line("former_gss_codes", &yaml_list(known.former_gss_codes.iter().copied()));
            line("la_code", known.la_code);
            line("ofsted_urn", known.ofsted_urn.unwrap_or_default());
            line("region", known.region);
            line("predecessors", &in_site(&known.predecessors));
            line("successors", &in_site(&known.successors));
            let neighbours = known.statistical_neighbours.iter().copied();
            line("statistical_neighbours", &yaml_list(neighbours));
        }
    }
    text.push_str(&with_words(include_str!("authority.yaml"), &archive.vocabulary));
    text.push_str("---\n");
    text
}
