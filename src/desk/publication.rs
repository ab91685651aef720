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
    Publication {
        diff: diff(&committed.unwrap_or_default(), text),
        is_new,
        is_on_default_branch: repository.as_ref().is_some_and(|it| it.is_default_branch),
        address: repository
            .filter(|it| !it.is_default_branch)
            .map(|it| pull_request(&it, &message)),
        message,
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
