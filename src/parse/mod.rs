//! From texts to the archive: front matter, Markdown, `site.toml`, `theme.toml`.
//!
//! What an editor wrote is first read as it stands (`raw`), then turned into the model, once. A part
//! that cannot be read is reported and stands in as a placeholder, so that the rest of the file is
//! still looked at: a report with an error keeps the site from being published.

mod authority;
mod date_help;
mod document;
mod fields;
mod front_matter;
mod letter;
pub(crate) mod markdown;
mod numbers;
mod page;
mod positions;
mod raw;
mod refusal;
mod schema;
mod settings;
mod theme;
mod topic;
mod tree_reader;
mod yaml;
mod yaml_lines;
mod yaml_unwanted;
mod yaml_words;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::{Archive, Authority, Letter, Page, Slug, Topic};
use crate::read::Sources;

pub(crate) use positions::place_of;
use positions::range_of;
pub use schema::{FrontMatter, schema};
pub(crate) use settings::{BASE_URL_HELP, base_url, settings};
pub(crate) use theme::{add_to_theme, manifest};
pub(crate) use yaml::At;

/// Turns the content into the archive. Letters marked as drafts are left out unless `drafts`.
pub(crate) fn archive(sources: Sources, drafts: bool) -> (Archive, Vec<Diagnostic>) {
    let Sources { texts, assets, mut problems } = sources;
    let parsed: Vec<(Option<Item>, Vec<Diagnostic>)> = texts.par_iter().map(item).collect();

    let mut archive = Archive { assets, ..Archive::default() };
    for (item, found) in parsed {
        match item {
            Some(Item::Letter(letter)) if letter.draft && !drafts => continue,
            Some(Item::Letter(letter)) => archive.letters.push(letter),
            Some(Item::Authority(authority)) => archive.authorities.push(authority),
            Some(Item::Topic(topic)) => archive.topics.push(topic),
            Some(Item::Page(page)) => archive.pages.push(page),
            None => {}
        }
        problems.extend(found);
    }
    (archive, problems)
}

enum Item {
    Authority(Authority),
    Letter(Letter),
    Topic(Topic),
    Page(Page),
}

/// What a file is follows from where it is.
fn item(source: &Arc<SourceText>) -> (Option<Item>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let parts: Vec<&str> = source.path.split('/').collect();
    let item = match parts[..] {
        ["content", "authorities", folder, file] => {
            let folder = slug(source, folder, "folder", &mut problems);
            if file == "authority.md" {
                authority::authority(source, folder, &mut problems).map(Item::Authority)
            } else {
                let slug = slug(source, stem(file), "file", &mut problems);
                letter::letter(source, folder, slug, &mut problems).map(Item::Letter)
            }
        }
        ["content", "topics", file] => {
            let slug = slug(source, stem(file), "file", &mut problems);
            topic::topic(source, slug, &mut problems).map(Item::Topic)
        }
        ["content", "pages", file] => {
            let slug = slug(source, stem(file), "file", &mut problems);
            page::page(source, slug, &mut problems).map(Item::Page)
        }
        _ => {
            problems.push(misplaced(source));
            None
        }
    };
    (item, problems)
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The slug that a file's or a folder's name is; the nearest one, and a problem, where it is none.
fn slug(source: &Arc<SourceText>, name: &str, what: &str, problems: &mut Vec<Diagnostic>) -> Slug {
    if let Some(slug) = Slug::parse(name) {
        return slug;
    }
    let nearest = Slug::from_text(name).unwrap_or_else(Slug::placeholder);
    let message = format!("the name of this {what}, `{name}`, cannot stand in a web address");
    problems.push(
        Diagnostic::error("bad-file-name", Place::File(source.path.clone()), message)
            .help(format!("use small letters, digits and hyphens: `{nearest}`")),
    );
    nearest
}

fn misplaced(source: &Arc<SourceText>) -> Diagnostic {
    let message = "nothing is read from this place";
    Diagnostic::error("misplaced-file", Place::File(source.path.clone()), message).help(
        "letters and `authority.md` go into `content/authorities/<name>/`, topics into \
         `content/topics/`, other pages into `content/pages/`",
    )
}
