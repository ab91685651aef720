//! Where a link of the content leads: to another content file, to a page of the site, or elsewhere.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use super::{Route, Target};
use crate::diagnostics::did_you_mean;
use crate::index::Indexes;
use crate::model::{Archive, Prose};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Href {
    /// To another site, or to a mailbox.
    Elsewhere(String),
    /// To a place on this site.
    Here {
        /// The path from the site's root, without a slash at its start; with the anchor.
        path: String,
        /// What the place is called, for a link without words of its own.
        title: String,
    },
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkProblem {
    /// There is no such file or page. With what may have been meant, or where it was looked for.
    NoSuchPlace(String),
    /// The file has no such heading or finding. With what may have been meant.
    NoSuchAnchor(String, Option<String>),
    /// A scheme that pages may not use.
    UnsafeScheme(String),
}

impl fmt::Display for LinkProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkProblem::NoSuchPlace(_) => formatter.write_str("it leads to nothing"),
            LinkProblem::NoSuchAnchor(anchor, _) => {
                write!(formatter, "there is no heading and no finding `#{anchor}`")
            }
            LinkProblem::UnsafeScheme(scheme) => {
                write!(formatter, "addresses that begin with `{scheme}` are not let through")
            }
        }
    }
}

impl std::error::Error for LinkProblem {}

impl LinkProblem {
    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            LinkProblem::NoSuchPlace(help) | LinkProblem::NoSuchAnchor(_, Some(help)) => {
                help.clone()
            }
            LinkProblem::NoSuchAnchor(..) => {
                "use the id of a finding, or the words of a heading joined by hyphens".to_owned()
            }
            LinkProblem::UnsafeScheme(_) => {
                "use `https:`, `http:` or `mailto:`, or link to a file".to_owned()
            }
        }
    }
}

/// What can be linked to, by content file.
#[derive(Debug, Clone, Default)]
pub(super) struct Links {
    files: BTreeMap<String, Known>,
}

#[derive(Debug, Clone)]
struct Known {
    route: Route,
    title: String,
    /// The path from the site's root for each anchor.
    anchors: HashMap<String, String>,
}

impl Links {
    pub(super) fn new(archive: &Archive, indexes: &Indexes) -> Self {
        let mut files = BTreeMap::new();
        for (id, authority) in archive.authority_ids() {
            let mut known =
                Known::new(Route::authority(authority), &authority.name, &authority.body);
            for &letter in &indexes.authority(id).letters {
                known.add_findings(archive, letter.0);
            }
            files.insert(authority.source.path.clone(), known);
        }
        for (id, letter) in archive.letter_ids() {
            let mut known = Known::new(Route::letter(letter), &letter.name(), &letter.body);
            known.add_findings(archive, id.0);
            files.insert(letter.source.path.clone(), known);
        }
        for topic in &archive.topics {
            let known = Known::new(Route::topic(topic), &topic.title, &topic.body);
            files.insert(topic.source.path.clone(), known);
        }
        for page in &archive.pages {
            let known = Known::new(Route::page(page), &page.title, &page.body);
            files.insert(page.source.path.clone(), known);
        }
        for path in archive.assets.keys() {
            let route = Route::new(format!("/{path}"));
            files.insert(format!("content/{path}"), Known::new(route, path, &Prose::default()));
        }
        Links { files }
    }

    pub(super) fn resolve(
        &self,
        routes: &BTreeMap<Route, Target>,
        file: &str,
        destination: &str,
    ) -> Result<Href, LinkProblem> {
        if let Some(scheme) = scheme(destination) {
            return match scheme.to_ascii_lowercase().as_str() {
                "https:" | "http:" | "mailto:" => Ok(Href::Elsewhere(destination.to_owned())),
                _ => Err(LinkProblem::UnsafeScheme(scheme.to_owned())),
            };
        }
        let (path, anchor) = match destination.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (destination, None),
        };
        if path.starts_with('/') {
            return to_page(routes, path, anchor);
        }
        let target = if path.is_empty() && anchor.is_some() {
            Some(file.to_owned())
        } else {
            join(file, path)
        };
        match target.as_ref().and_then(|target| self.files.get(target)) {
            Some(known) => known.href(anchor),
            None if destination.is_empty() => {
                let help = "write where it leads, in the round brackets".to_owned();
                Err(LinkProblem::NoSuchPlace(help))
            }
            None if path.starts_with("www.") => {
                Err(LinkProblem::NoSuchPlace(format!("did you mean `https://{destination}`?")))
            }
            None => Err(LinkProblem::NoSuchPlace(match target {
                Some(target) => self
                    .near(file, &target)
                    .unwrap_or_else(|| format!("there is no file `{target}`")),
                None => "it leads out of `content/`, which is all that is published".to_owned(),
            })),
        }
    }

    /// A file in the same folder as the one meant, whose name is near; put as this file would link to
    /// it where it stands beside it.
    fn near(&self, file: &str, target: &str) -> Option<String> {
        let folder = folder_of(target);
        let shown_from = if folder_of(file) == folder { folder.len() } else { 0 };
        let beside = self
            .files
            .range(folder.to_owned()..)
            .map(|(path, _)| path.as_str())
            .take_while(|path| path.starts_with(folder))
            .filter(|path| folder_of(path) == folder);
        did_you_mean(&target[shown_from..], beside.map(|path| &path[shown_from..]))
    }
}

/// The folder of a path, with the slash behind it.
fn folder_of(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| &path[..=slash])
}

impl Known {
    fn new(route: Route, title: &str, body: &Prose) -> Self {
        let anchors = body
            .headings
            .iter()
            .map(|heading| (heading.id.to_string(), format!("{}#{}", route.path(), heading.id)))
            .collect();
        Known { route, title: title.to_owned(), anchors }
    }

    /// A finding can be linked to on its letter, or through the authority that the letter went to.
    fn add_findings(&mut self, archive: &Archive, letter: usize) {
        let letter = &archive.letters[letter];
        for finding in &letter.findings {
            let path = format!("{}#{}", Route::letter(letter).path(), finding.id);
            for old_id in &finding.old_ids {
                self.anchors.entry(old_id.to_string()).or_insert_with(|| path.clone());
            }
            self.anchors.insert(finding.id.to_string(), path);
        }
    }

    fn href(&self, anchor: Option<&str>) -> Result<Href, LinkProblem> {
        let path = match anchor {
            None | Some("") => self.route.path().to_owned(),
            Some(anchor) => self.anchors.get(anchor).cloned().ok_or_else(|| {
                let mut known: Vec<&str> = self.anchors.keys().map(String::as_str).collect();
                known.sort_unstable();
                LinkProblem::NoSuchAnchor(anchor.to_owned(), did_you_mean(anchor, known))
            })?,
        };
        Ok(Href::Here { path, title: self.title.clone() })
    }
}

/// A link from the site's root. Anchors of pages that no file stands for are not known here.
fn to_page(
    routes: &BTreeMap<Route, Target>,
    path: &str,
    anchor: Option<&str>,
) -> Result<Href, LinkProblem> {
    let exact = Route::new(path);
    let with_slash = Route::new(format!("{path}/"));
    let route = [exact, with_slash].into_iter().find(|route| routes.contains_key(route));
    let route = route.ok_or_else(|| {
        let near = did_you_mean(path, routes.keys().map(Route::as_str));
        LinkProblem::NoSuchPlace(near.unwrap_or_else(|| "no page has this address".to_owned()))
    })?;
    let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
    Ok(Href::Here { path: format!("{}{anchor}", route.path()), title: route.to_string() })
}

/// What an address to another place begins with: `https:`; or `//`, for a host under the scheme of the
/// page that it stands on. `None` for an address on this site.
fn scheme(destination: &str) -> Option<&str> {
    if destination.starts_with("//") {
        return Some("//");
    }
    let colon = destination.find(':')?;
    let scheme = &destination[..=colon];
    (!scheme.contains(['/', '#', '?', '.'])).then_some(scheme)
}

/// The content file at a path from another one; `None` where the path leads out of the content.
pub(super) fn join(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (parts.first() == Some(&"content")).then(|| parts.join("/"))
}
