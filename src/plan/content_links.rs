//! Every link of the content, and those that lead nowhere.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::destination::{Destination, is_elsewhere, is_on_another_host};
use super::{LinkProblem, Links, rules};
use crate::diagnostics::{Diagnostic, Place, SourceText, Suggestion, TOLD_AT_MOST};
use crate::model::{Archive, ItemRef, LinkKind, MarkdownText, plain_path};
use crate::parse::markdown::inline;
use crate::parse::{At, place_of};

/// A link of the content.
struct LinkAt<'a> {
    source: &'a Arc<SourceText>,
    kind: LinkKind,
    destination: String,
    place: LinkPlace<'a>,
}

/// Where a link stands; found only when there is something to report.
enum LinkPlace<'a> {
    Body(Range<usize>),
    /// In a text of the front matter: of a list's item, under a key.
    Text(&'a str, usize, &'a str),
}

/// Reports every link that leads nowhere.
pub(super) fn check(archive: &Archive, links: Links<'_>) -> Vec<Diagnostic> {
    let mut problems: Vec<Diagnostic> = Vec::new();
    // To find what was meant takes time, and of one file no more are told.
    let mut before = (None, 0);
    for link in all_links(archive) {
        let path = Some(link.source.path.as_str());
        before = if before.0 == path { before } else { (path, 0) };
        if before.1 > TOLD_AT_MOST {
            continue;
        }
        if let Some(problem) = problem(&link, links) {
            problems.push(problem);
            before.1 += 1;
        }
    }
    problems
}

/// The files that are not Markdown and that some link leads to, by their path inside `content/`.
pub(super) fn linked_assets(archive: &Archive) -> BTreeSet<&str> {
    if archive.assets.is_empty() {
        return BTreeSet::new();
    }
    all_links(archive)
        .into_iter()
        .flat_map(|link| asset_paths(&link))
        .filter_map(|path| archive.assets.get_key_value(&path).map(|(path, _)| path.as_str()))
        .collect()
}

/// The files beside the texts that a link may lead to, by their path inside `content/`.
fn asset_paths(link: &LinkAt<'_>) -> Vec<String> {
    if is_elsewhere(&link.destination) {
        return Vec::new();
    }
    let written = Destination::of(&link.destination);
    if let Some(path) = written.path.strip_prefix('/') {
        return vec![path.to_owned()];
    }
    let inside = |path: String| path.strip_prefix("content/").map(str::to_owned);
    written.files(&link.source.path).into_iter().filter_map(inside).collect()
}

/// The files with a link that does not lead elsewhere, by their paths.
pub(crate) fn files_with_links(archive: &Archive) -> BTreeSet<&str> {
    let here = all_links(archive).into_iter().filter(|link| !is_elsewhere(&link.destination));
    here.map(|link| link.source.path.as_str()).collect()
}

fn all_links(archive: &Archive) -> Vec<LinkAt<'_>> {
    let mut links = Vec::new();
    for item in archive.items() {
        let source = item.source();
        links.extend(item.body().links.iter().map(|link| LinkAt {
            source,
            kind: link.kind,
            destination: link.destination.clone(),
            place: LinkPlace::Body(link.range.clone()),
        }));
        if let ItemRef::Letter(letter) = item {
            links.extend(letter.finding_links.iter().map(|link| LinkAt {
                source,
                kind: link.kind,
                destination: link.destination.clone(),
                place: LinkPlace::Text("findings", link.finding, "text"),
            }));
        } else {
            for MarkdownText { list, index, key, words } in item.markdown_texts() {
                links.extend(inline(words).links.into_iter().map(|link| LinkAt {
                    source,
                    kind: link.kind,
                    destination: link.destination,
                    place: LinkPlace::Text(list, index, key),
                }));
            }
        }
    }
    links
}

impl LinkAt<'_> {
    fn place(&self) -> Place {
        match &self.place {
            LinkPlace::Body(range) => Place::span(self.source, range.clone()),
            LinkPlace::Text(list, item, key) => {
                let list = At::Root.key(list);
                place_of(self.source, list.item(*item).key(key))
            }
        }
    }

    /// Where its address stands in the file, as it is written: `None` where that is written otherwise, or more than once.
    fn destination_in_body(&self) -> Option<Range<usize>> {
        let LinkPlace::Body(range) = &self.place else { return None };
        let link = &self.source.text[range.clone()];
        let written = format!("]({}", self.destination);
        let mut places = link.match_indices(&written);
        let (at, _) = places.next().filter(|_| places.next().is_none())?;
        let start = range.start + at + 2;
        Some(start..start + self.destination.len())
    }
}

/// What is wrong with a link. A picture that a browser would have to load from elsewhere is never shown, as the pages'
/// policy forbids it; but whoever reads a feed would load it from there.
fn problem(link: &LinkAt<'_>, links: Links<'_>) -> Option<Diagnostic> {
    let destination = &link.destination;
    if link.kind == LinkKind::Picture && is_on_another_host(destination) {
        let message = format!("the picture `{destination}` is on another site");
        return Some(rules::EXTERNAL_PICTURE.at(link.place(), message).help(
            "pages load nothing from elsewhere: save it beside this text, and name that file; or link to it without \
             the `!`",
        ));
    }
    let problem = links.resolve(&link.source.path, destination).err()?;
    // Of a file that is to have this very name it is said there.
    let is_to_be_named = |path: &String| asset_paths(link).contains(path);
    if links.archive.assets.keys().filter_map(|path| plain_path(path)).any(|it| is_to_be_named(&it))
    {
        return None;
    }
    if is_told(link, &problem, links.archive) {
        return None;
    }
    let told = dead_or_unsafe(link.place(), destination, &problem);
    Some(match (link.destination_in_body(), problem) {
        (Some(range), LinkProblem::Misspelt(meant)) => {
            told.suggest(Suggestion::likely(range, meant))
        }
        _ => told,
    })
}

/// Whether a link is dead as what it leads to could not be read, which is told there.
fn is_told(link: &LinkAt<'_>, problem: &LinkProblem, archive: &Archive) -> bool {
    let unread = &archive.unread;
    if unread.is_empty() {
        return false;
    }
    let written = Destination::of(&link.destination);
    let mut files = written.files(&link.source.path);
    if written.path.starts_with('/') {
        let inside = written.path.trim_matches('/');
        files = vec![format!("content/{inside}"), format!("content/pages/{inside}")];
    }
    match problem {
        LinkProblem::NoSuchPlace(_) | LinkProblem::Misspelt(_) => files.iter().any(|file| {
            let as_text = [format!("{file}.md"), format!("{file}/authority.md")];
            unread.contains(file) || as_text.iter().any(|it| unread.contains(it))
        }),
        // A finding may be in any letter to the authority.
        LinkProblem::NoSuchAnchor(..) => files.iter().any(|file| {
            let is_authority = file.ends_with("/authority.md");
            let beside = file.strip_suffix("authority.md").filter(|_| is_authority);
            let beside = beside.map_or_else(|| format!("{file}/"), str::to_owned);
            unread.range(beside.clone()..).next().is_some_and(|it| it.starts_with(&beside))
        }),
        LinkProblem::Draft(_) | LinkProblem::UnsafeScheme(_) => false,
    }
}

fn dead_or_unsafe(place: Place, destination: &str, problem: &LinkProblem) -> Diagnostic {
    let (rule, message) = match problem {
        LinkProblem::UnsafeScheme(_) => {
            (rules::UNSAFE_LINK, format!("the link `{destination}` is not safe: {problem}"))
        }
        _ => (rules::DEAD_LINK, format!("the link `{destination}` is dead: {problem}")),
    };
    rule.at(place, message).help(problem.help())
}
