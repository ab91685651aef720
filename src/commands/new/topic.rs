//! `new topic`: a topic's file.

use std::path::Path;

use clap::Args;
use letterpress::Site;
use letterpress::diagnostics::called;
use letterpress::model::council_name::key;
use letterpress::model::{Slug, TopicGroupId};

use super::values::{name, word, yaml};
use crate::commands::failure::Failure;
use crate::commands::new_file::{already_there, create};
use crate::commands::prompt::{self, Question};
use crate::commands::site::open;

#[derive(Debug, Args)]
pub(super) struct TopicArguments {
    /// What the topic is called: 'Management oversight'
    #[arg(value_parser = name)]
    title: Option<String>,
    /// The group that it is listed in, of those of the site's vocabulary
    #[arg(long)]
    group: Option<String>,
}

const TITLE: Question<'static> =
    Question { option: "TITLE", what: "what the topic is called", example: "Management oversight" };
/// Makes the file, and gives what to say of it.
pub(super) fn make(root: &Path, arguments: &TopicArguments) -> Result<Vec<String>, Failure> {
    let TopicArguments { title, group } = arguments;
    let (site, _) = open(root)?;
    let vocabulary = &site.archive().vocabulary;
    let groups: Vec<&str> = vocabulary.ids().map(|it: TopicGroupId| vocabulary.word(it)).collect();
    let groups = groups.join(", ");
    let question = Question {
        option: "--group",
        what: "the group that the topic is listed in",
        example: &format!("one of {groups}"),
    };
    prompt::refuse_missing(&[(&TITLE, title.is_none()), (&question, group.is_none())])?;
    let title = match title {
        Some(title) => title.clone(),
        None => prompt::answer(&TITLE, name)?,
    };
    let slug = free_slug(root, &site, &title)?;
    let group = match group {
        Some(group) => word(vocabulary, group).map_err(Failure::usage)?,
        None => prompt::answer(&question, |group| word(vocabulary, group))?,
    };
    let path = write(root, &site, &title, group)?;
    Ok(vec![
        format!("Made {}.", called(root, &path)),
        format!(
            "Say below its front matter what findings on it are about. Findings call it `{slug}`."
        ),
    ])
}

/// Makes the file without asking anybody. Gives its path.
#[cfg(feature = "preview")]
pub(in crate::commands) fn make_unasked(
    root: &Path,
    title: &str,
    group: &str,
) -> Result<String, Failure> {
    let (site, _) = open(root)?;
    let group = word(&site.archive().vocabulary, group).map_err(Failure::usage)?;
    write(root, &site, title, group)
}

fn write(root: &Path, site: &Site, title: &str, group: TopicGroupId) -> Result<String, Failure> {
    let path = format!("content/topics/{}.md", free_slug(root, site, title)?);
    let group = site.archive().vocabulary.word(group);
    create(root, &path, text(title, group).as_bytes())?;
    Ok(path)
}

/// What the file of a topic with this title is called.
fn free_slug(root: &Path, site: &Site, title: &str) -> Result<Slug, Failure> {
    let slug = Slug::from_text(title).ok_or_else(|| no_slug(title))?;
    refuse_known(root, site, title)?;
    Ok(slug)
}

/// Refuses a title that a topic has already, as its own or as another name.
fn refuse_known(root: &Path, site: &Site, title: &str) -> Result<(), Failure> {
    let known = site.archive().topics.iter().find(|topic| {
        let mut names = topic.other_names.iter().map(String::as_str);
        key(&topic.title) == key(title) || names.any(|name| key(name) == key(title))
    });
    known.map_or(Ok(()), |topic| Err(already_there(root, &topic.source.path)))
}

fn no_slug(title: &str) -> Failure {
    Failure::usage(format!(
        "`{title}` gives no name for a file\n  help: use letters from a to z, or digits"
    ))
}

fn text(title: &str, group: &str) -> String {
    format!(
        "---\ntitle: {}\ngroup: {}\n# aliases: [management grip, oversight]   # words that letters use for it\n---\n",
        yaml(title),
        yaml(group),
    )
}
