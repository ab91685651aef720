//! Files that stand in another folder than what they hold, or under another name: told once, and read no further, as every
//! key would be a mistake there.

use std::sync::Arc;

use super::document::split;
use super::known_keys::is_first_key_of;
use super::lines::lines;
use super::rules;
use super::schema::{AUTHORITY, FrontMatter};
use crate::diagnostics::{Diagnostic, Place, SourceText};

/// A file in the wrong place.
pub(super) struct Misplaced {
    pub(super) problem: Diagnostic,
    /// Where it should stand, as far as that is known: what is looked for there is not missing.
    pub(super) meant: Option<String>,
}

/// Whether a file stands in another place than it should, by its folder and the keys that it has. `kind` is what is read
/// from the place where it stands; nothing is from some.
pub(super) fn misplaced(source: &Arc<SourceText>, kind: Option<FrontMatter>) -> Option<Misplaced> {
    let parts: Vec<&str> = source.path.split('/').collect();
    let (file, folders) = parts.split_last()?;
    let is_nearly_authority = *file != AUTHORITY && file.eq_ignore_ascii_case(AUTHORITY);
    let (found, key) = match looks_like(source, kind) {
        Some((found, key)) => (found, Some(key)),
        None if is_nearly_authority && kind == Some(FrontMatter::Letter) => {
            (FrontMatter::Authority, None)
        }
        None => return None,
    };
    let name = file.rsplit_once('.').map_or(*file, |(stem, _)| stem);
    let (meant, help) = match (found, folders) {
        (FrontMatter::Authority, ["content", "authorities", folder, ..]) if folders.len() > 3 => {
            let meant = format!("content/authorities/{folder}/{AUTHORITY}");
            let help = format!("move it to `{meant}`");
            (Some(meant), help)
        }
        (FrontMatter::Authority, ["content", "authorities", folder]) => {
            let meant = format!("content/authorities/{folder}/{AUTHORITY}");
            (
                Some(meant),
                format!("call it `{AUTHORITY}`, or put its facts into the one that is there"),
            )
        }
        (FrontMatter::Authority, ["content"] | ["content", "authorities" | "topics" | "pages"])
            if !is_nearly_authority && *file != AUTHORITY =>
        {
            let meant = format!("content/authorities/{name}/{AUTHORITY}");
            let help = format!("move it to `{meant}`");
            (Some(meant), help)
        }
        (FrontMatter::Authority, _) => (
            None,
            format!("move it to the council's folder: `content/authorities/<council>/{AUTHORITY}`"),
        ),
        (FrontMatter::Letter, ["content", "authorities", folder]) => (
            None,
            format!(
                "give it the name of a letter, such as `content/authorities/{folder}/2018-02-15-visit-1.md`"
            ),
        ),
        (FrontMatter::Letter, ["content", "authorities", folder, ..]) => {
            let meant = format!("content/authorities/{folder}/{file}");
            let help = format!("move it to `{meant}`");
            (Some(meant), help)
        }
        (FrontMatter::Letter, _) => (
            None,
            "move it to the folder of the council: `content/authorities/<council>/`".to_owned(),
        ),
        (FrontMatter::Topic, _) => {
            (Some(format!("content/topics/{file}")), "move it to `content/topics/`".to_owned())
        }
        (FrontMatter::Page, _) => {
            (Some(format!("content/pages/{file}")), "move it to `content/pages/`".to_owned())
        }
    };
    let what = match found {
        FrontMatter::Authority => "an authority's file",
        FrontMatter::Letter => "a letter",
        FrontMatter::Topic => "a topic",
        FrontMatter::Page => "a page",
    };
    let message = match key {
        Some(key) => format!("this is {what}, as it has `{key}`, and is not read as one here"),
        None => format!("this looks like {what}, and is not read as one under this name"),
    };
    let problem = rules::MISPLACED_FILE.at(Place::start_of(source), message).help(help);
    Some(Misplaced { problem, meant })
}

/// What kind of file this is by its keys, and one that tells; `None` where it is what its place says, or may be.
fn looks_like(source: &SourceText, kind: Option<FrontMatter>) -> Option<(FrontMatter, String)> {
    let text: &str = &source.text;
    let part = split(source).map_or(0..text.len(), |document| document.yaml);
    let first_keys =
        lines(text, part).filter(|line| line.is_at_margin() && !line.text.starts_with('-'));
    let keys: Vec<&str> = first_keys.filter_map(|line| line.key()).collect();
    let is_of_here = |key: &&str| kind.is_some_and(|kind| is_first_key_of(kind, key));
    if keys.iter().all(is_of_here) {
        return None;
    }
    let count = |kind| keys.iter().filter(|key| is_first_key_of(kind, key)).count();
    let here = kind.map_or(0, count);
    // Of two that fit as well, the first: `title` alone is a page's.
    let others =
        [FrontMatter::Letter, FrontMatter::Authority, FrontMatter::Page, FrontMatter::Topic];
    let mut found: Option<(FrontMatter, usize)> = None;
    for other in others.into_iter().filter(|it| Some(*it) != kind) {
        let there = count(other);
        if there > found.map_or(0, |(_, most)| most) {
            found = Some((other, there));
        }
    }
    let (found, most) = found?;
    let is_own =
        |key: &&&str| FrontMatter::ALL.iter().all(|it| *it == found || !is_first_key_of(*it, key));
    let telling = keys.iter().filter(|key| is_first_key_of(found, key)).find(is_own);
    let telling = telling.or_else(|| {
        keys.iter().filter(|key| is_first_key_of(found, key)).find(|key| !is_of_here(key))
    })?;
    // One key may be a slip, but where anything is put.
    let is_enough = most >= 2 || matches!(kind, None | Some(FrontMatter::Letter));
    let fits = most > here && most == keys.len();
    (here == 0 && is_enough || most >= here + 2 || fits && here > 0)
        .then(|| (found, (*telling).to_owned()))
}
