//! Addresses and folders that `site.toml` names.

use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::line::OneLine;
use super::rules;
use crate::diagnostics::{Diagnostic, Place, SourceText, is_forbidden};
use crate::model::NamedFolder;

/// `[repository]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRepository {
    url: Spanned<String>,
    branch: Option<OneLine>,
}

/// The address of the site with a slash at its end, or why it is not one.
pub(crate) fn base_url(written: &str) -> Result<String, String> {
    let host = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
    let host_is_there = host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'));
    let is_plain = !written.contains(|character: char| {
        character.is_whitespace() || is_forbidden(character) || "?#<>\"'\\".contains(character)
    });
    let has_empty_part = host.is_some_and(|host| host.trim_end_matches('/').contains("//"));
    if !host_is_there || !is_plain || has_empty_part {
        return Err(format!("`{written}` is not the address of a site"));
    }
    if let Some(why) = host.and_then(no_folder) {
        return Err(format!("`{written}` is not the address of a site: {why}"));
    }
    Ok(format!("{}/", written.trim_end_matches('/')))
}

/// Why an address without its scheme is not that of a folder that all can reach.
fn no_folder(address: &str) -> Option<&'static str> {
    let mut parts = address.trim_end_matches('/').split('/');
    if parts.next()?.contains('@') {
        return Some("there is a user's name in it");
    }
    let is_step = |part: &str| [".", ".."].contains(&&*part.to_lowercase().replace("%2e", "."));
    if parts.clone().any(is_step) {
        return Some("no part of it is `.` or `..`");
    }
    let last = parts.next_back().unwrap_or("").to_lowercase();
    let is_page = [".html", ".htm"].iter().any(|ending| last.ends_with(ending));
    is_page.then_some("this is one of a page; leave its name out")
}

/// What to write for the address of the site.
pub(crate) const BASE_URL_HELP: &str =
    "write the whole address, such as `https://example.org/letters/`";

/// The address of the site, as it is written.
pub(super) fn base_url_at(
    source: &Arc<SourceText>,
    written: &Spanned<String>,
) -> Result<String, Diagnostic> {
    base_url(written.get_ref()).map_err(|message| {
        rules::BAD_SETTING.at(Place::span(source, written.span()), message).help(BASE_URL_HELP)
    })
}

/// A folder beside the site's or in it, as a path from the site's.
pub(super) fn folder_at(
    source: &Arc<SourceText>,
    written: Spanned<OneLine>,
) -> Result<NamedFolder, Diagnostic> {
    let range = written.span();
    let path = written.into_inner().into_text();
    let is_relative = !path.is_empty() && !path.starts_with('/') && !path.contains(['\\', ':']);
    if is_relative {
        return Ok(NamedFolder { path, range });
    }
    let message = format!("`{path}` is not the path of a folder from this one");
    let help = "write it with slashes, such as `texts` or `../texts`";
    Err(rules::BAD_SETTING.at(Place::span(source, range), message).help(help))
}

/// The address of the repository, without a slash at its end, and the branch.
pub(super) fn repository_at(
    source: &Arc<SourceText>,
    raw: RawRepository,
) -> Result<(String, String), Diagnostic> {
    let RawRepository { url, branch } = raw;
    let address = base_url(url.get_ref()).map_err(|_| {
        let message = format!("`{}` is not the address of a repository", url.get_ref());
        rules::BAD_SETTING
            .at(Place::span(source, url.span()), message)
            .help("write the whole address, such as `https://github.com/example/letters`")
    })?;
    let branch = branch.map_or_else(|| "main".to_owned(), OneLine::into_text);
    Ok((address.trim_end_matches('/').to_owned(), branch))
}
