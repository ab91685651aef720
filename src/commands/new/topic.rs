//! `new topic`: a topic's file.

use std::path::Path;

use clap::Args;
use letterpress::Site;
use letterpress::diagnostics::called;
use letterpress::model::{Slug, TopicGroup, Vocabulary};

use super::names::key;
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
    /// Access, Practice, Risk, In care and leaving care, Groups or System
    #[arg(long, value_parser = word::<TopicGroup>)]
    group: Option<TopicGroup>,
}

const TITLE: Question =
    Question { option: "TITLE", what: "what the topic is called", example: "Management oversight" };
const GROUP: Question = Question {
    option: "--group",
    what: "the group that the topic is listed in",
    example: "System (or Access, Practice, Risk, In care and leaving care, Groups)",
};

/// Makes the file, and gives what to say of it.
pub(super) fn make(root: &Path, arguments: &TopicArguments) -> Result<Vec<String>, Failure> {
    let TopicArguments { title, group } = arguments;
    let (site, _) = open(root)?;
    prompt::refuse_missing(&[(&TITLE, title.is_none()), (&GROUP, group.is_none())])?;
    let title = match title {
        Some(title) => title.clone(),
        None => prompt::answer(&TITLE, name)?,
    };
    let slug = Slug::from_text(&title).ok_or_else(|| no_slug(&title))?;
    refuse_known(root, &site, &title)?;
    let group = match group {
        Some(group) => *group,
        None => prompt::answer(&GROUP, word::<TopicGroup>)?,
    };
    let path = format!("content/topics/{slug}.md");
    create(root, &path, text(&title, group).as_bytes())?;
    Ok(vec![
        format!("Made {}.", called(root, &path)),
        format!(
            "Say below its front matter what findings on it are about. Findings call it `{slug}`."
        ),
    ])
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

fn text(title: &str, group: TopicGroup) -> String {
    format!(
        "---\ntitle: {}\ngroup: {}\n# aliases: [management grip, oversight]   # words that letters use for it\n---\n",
        yaml(title),
        group.word(),
    )
}
