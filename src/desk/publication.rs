//! What is left to be done until others see a file.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::diff::{DiffLine, diff};
use super::path::ContentPath;
use super::{Desk, GitHubRepository};

/// What is left to be done until others see it.
#[derive(Debug, Serialize)]
pub(super) struct Publication {
    diff: Vec<DiffLine>,
    /// What has to be committed with it: its authority's file, and topics that git does not know.
    others: Vec<String>,
    /// What does all that in a shell.
    commands: Vec<String>,
    is_new: bool,
    message: String,
    /// Where a pull request is opened.
    address: Option<String>,
    /// Whether the branch that is checked out is the one that all is merged into.
    is_on_default_branch: bool,
}

/// That of a file with this title, which holds this.
pub(super) fn publication(desk: &Desk, path: &ContentPath, title: &str, text: &str) -> Publication {
    let committed = desk.store.committed(path.as_str());
    let is_new = committed.is_none();
    let what = if is_new { "Add" } else { "Change" };
    let message = format!("{what} {title}");
    let repository = desk.store.repository();
    let is_on_default_branch = repository.as_ref().is_some_and(|it| it.is_default_branch);
    let others = others(desk, path);
    let mut commands = Vec::new();
    if is_on_default_branch {
        let branch: String =
            path.as_str().trim_start_matches("content/").trim_end_matches(".md").replace('/', "-");
        commands.push(format!("git switch --create {}", quoted(&branch)));
    }
    let files = [path.as_str()].into_iter().chain(others.iter().map(String::as_str)).map(quoted);
    commands.push(format!("git add {}", files.collect::<Vec<_>>().join(" ")));
    commands.push(format!("git commit --message {}", quoted(&message)));
    commands.push("git push --set-upstream origin HEAD".to_owned());
    Publication {
        others,
        commands,
        diff: diff(&committed.unwrap_or_default(), text),
        is_new,
        is_on_default_branch,
        address: repository
            .filter(|it| !it.is_default_branch)
            .map(|it| pull_request(&it, &message)),
        message,
    }
}

/// What a file needs beside it where others have the repository.
fn others(desk: &Desk, path: &ContentPath) -> Vec<String> {
    let mut others = desk.store.unknown_to_git();
    if let Some((folder, _)) = path.as_str().rsplit_once('/') {
        let authority = format!("{folder}/authority.md");
        // Another letter that nobody has committed yet goes its own way.
        others.retain(|other| *other == authority || other.starts_with("content/topics/"));
        let is_changed = match (desk.store.read(&authority).ok(), desk.store.committed(&authority))
        {
            (Some(now), Some(committed)) => now != committed,
            _ => false,
        };
        others.extend(is_changed.then_some(authority));
    }
    others.retain(|other| other != path.as_str());
    others
}

/// A word of a shell.
fn quoted(word: &str) -> String {
    let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | '/');
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

/// Where GitHub opens a pull request of the branch that is checked out.
fn pull_request(repository: &GitHubRepository, title: &str) -> String {
    let GitHubRepository { name, branch, is_default_branch: _ } = repository;
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let branch: Vec<String> = branch.split('/').map(encoded).collect();
    format!(
        "https://github.com/{name}/compare/{}?quick_pull=1&title={}",
        branch.join("/"),
        encoded(title)
    )
}
