//! Where a link of the content leads: to another content file, to a page of the site, or elsewhere.

use super::destination::{Destination, decoded, in_full, is_elsewhere, scheme};
use super::link_problem::LinkProblem;
use super::{Plan, Route};
use crate::diagnostics::{did_you_mean, nearest};
use crate::index::Indexes;
use crate::model::{Archive, AuthorityId, Finding, Heading, Letter, Page, Prose, Slug, Topic};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Href {
    /// To another site, a mailbox or a telephone.
    Elsewhere(String),
    /// To a place on this site.
    Here {
        /// The path from the site's root, without a slash at its start; with the anchor.
        path: String,
        /// What the place is called, for a link without words of its own.
        title: String,
    },
}

/// Where the links of the content lead.
#[derive(Clone, Copy)]
pub struct Links<'a> {
    pub(super) archive: &'a Archive,
    pub(super) indexes: &'a Indexes,
    pub(super) plan: &'a Plan,
}

/// A file of the content that can be linked to.
#[derive(Clone, Copy)]
enum LinkTarget<'a> {
    Authority(AuthorityId),
    Letter(&'a Letter),
    Topic(&'a Topic),
    Page(&'a Page),
    Asset(&'a str),
}

impl<'a> Links<'a> {
    /// Where a link leads that stands in this content file.
    ///
    /// # Errors
    /// Where it leads nowhere, or nowhere that is safe.
    pub fn resolve(self, file: &str, destination: &str) -> Result<Href, LinkProblem> {
        if is_elsewhere(destination) {
            return Ok(Href::Elsewhere(destination.to_owned()));
        }
        if let Some(scheme) = scheme(destination) {
            return Err(LinkProblem::UnsafeScheme(scheme.to_owned()));
        }
        let written = Destination::of(destination);
        if written.path.starts_with('/') {
            return self.to_page(written);
        }
        let files = written.files(file);
        if let Some(known) = files.iter().find_map(|path| self.known_or_folder(path)) {
            return self.to_file(known, written);
        }
        if let Some(list) = files.iter().find_map(|path| list_of(path)) {
            return self.to_page(Destination { path: list, ..written });
        }
        if let Some(draft) = files.iter().find_map(|path| self.draft(path)) {
            return Err(LinkProblem::Draft(draft.source.path.clone()));
        }
        if destination.is_empty() {
            let help = "write where it leads, in the round brackets".to_owned();
            return Err(LinkProblem::NoSuchPlace(help));
        }
        if let Some(address) = in_full(destination) {
            return Err(LinkProblem::Misspelt(address));
        }
        let Some(path) = files.first() else {
            let help = "it leads out of `content/`, which is all that is published";
            return Err(LinkProblem::NoSuchPlace(help.to_owned()));
        };
        Err(match self.meant(file, path, written) {
            Some(meant) => LinkProblem::Misspelt(meant),
            None => LinkProblem::NoSuchPlace(format!("there is no file `{path}`")),
        })
    }

    /// The file of this path, or the one that stands for the folder of this path; or one with this path but for its
    /// ending.
    fn known_or_folder(self, path: &str) -> Option<LinkTarget<'a>> {
        let known = self.known(path).or_else(|| self.known(&format!("{path}/authority.md")));
        known.or_else(|| self.known(&format!("{path}.md")))
    }

    /// The draft of this path, with or without its ending.
    fn draft(self, path: &str) -> Option<&'a Letter> {
        let is_it = |draft: &Letter| {
            let own = draft.source.path.as_str();
            own == path || own.strip_suffix(".md") == Some(path)
        };
        let drafts: &[_] = &self.archive.drafts;
        drafts.iter().map(|draft| &**draft).find(|draft| is_it(draft))
    }

    /// The file of this path. Each list of the archive is in the order of its paths.
    fn known(self, path: &str) -> Option<LinkTarget<'a>> {
        let Archive { authorities, letters, topics, pages, assets, .. } = self.archive;
        if let Ok(place) = letters.binary_search_by(|it| it.source.path.as_str().cmp(path)) {
            return Some(LinkTarget::Letter(&letters[place]));
        }
        if let Ok(place) = authorities.binary_search_by(|it| it.source.path.as_str().cmp(path)) {
            return Some(LinkTarget::Authority(AuthorityId(place)));
        }
        if let Ok(place) = topics.binary_search_by(|it| it.source.path.as_str().cmp(path)) {
            return Some(LinkTarget::Topic(&topics[place]));
        }
        if let Ok(place) = pages.binary_search_by(|it| it.source.path.as_str().cmp(path)) {
            return Some(LinkTarget::Page(&pages[place]));
        }
        let (path, _) = assets.get_key_value(path.strip_prefix("content/")?)?;
        Some(LinkTarget::Asset(path))
    }

    fn to_file(self, known: LinkTarget<'_>, written: Destination<'_>) -> Result<Href, LinkProblem> {
        let (route, title) = match known {
            LinkTarget::Authority(id) => {
                let authority = self.archive.authority(id);
                (Route::authority(authority), authority.name.clone())
            }
            LinkTarget::Letter(letter) => {
                (Route::letter(letter), letter.name(&self.archive.vocabulary))
            }
            LinkTarget::Topic(topic) => (Route::topic(topic), topic.title.clone()),
            LinkTarget::Page(page) => (Route::page(page), page.title.clone()),
            LinkTarget::Asset(path) => (Route::new(format!("/{path}")), path.to_owned()),
        };
        let path = match (written.anchor, known) {
            // What it is in a PDF or a table is for who shows these: a page, a row.
            (None | Some(""), _) | (_, LinkTarget::Asset(_)) => route.path().to_owned(),
            (Some(written), _) => {
                let decoded = decoded(written);
                let anchor = decoded.as_deref().unwrap_or(written);
                self.anchor(known, &route, anchor).ok_or_else(|| {
                    if let Some(draft) = self.draft_with(known, anchor) {
                        return LinkProblem::Draft(draft.source.path.clone());
                    }
                    let mut anchors = self.anchors(known);
                    anchors.sort_unstable();
                    LinkProblem::NoSuchAnchor(anchor.to_owned(), did_you_mean(anchor, anchors))
                })?
            }
        };
        let path = written.follow(&path);
        Ok(Href::Here { path, title })
    }

    /// The path from the site's root for an anchor. A finding can be linked to on its letter, or through the
    /// authority that the letter went to; there the latest letter with the id comes first, and the earliest
    /// of those that had it.
    fn anchor(self, known: LinkTarget<'_>, route: &Route, anchor: &str) -> Option<String> {
        let letters = self.letters(known);
        let on = |letter: &Letter, finding: &Finding| {
            Some(format!("{}#{}", Route::letter(letter).path(), finding.id))
        };
        let of_id = letters.iter().rev().find_map(|letter| on(letter, letter.finding(anchor)?));
        let heading = self.body(known).and_then(|body| body.heading(anchor));
        let to_heading = |it: &Heading| format!("{}#{}", route.path(), it.id);
        // The anchor that a heading has on GitHub alone may be a finding's here.
        let is_here = |it: &&Heading| it.on_github.as_deref() != Some(anchor);
        let of_heading = || heading.filter(is_here).map(to_heading);
        let of_old_id =
            || letters.iter().find_map(|letter| on(letter, letter.finding_once(anchor)?));
        of_id.or_else(of_heading).or_else(of_old_id).or_else(|| heading.map(to_heading))
    }

    /// The draft that has a finding of the authority.
    fn draft_with(self, known: LinkTarget<'_>, anchor: &str) -> Option<&'a Letter> {
        let LinkTarget::Authority(id) = known else { return None };
        let slug = &self.archive.authority(id).slug;
        let drafts: &'a [_] = &self.archive.drafts;
        let mut drafts = drafts.iter().map(|draft| &**draft);
        drafts.find(|it| it.authorities.contains(slug) && it.finding(anchor).is_some())
    }

    fn anchors(self, known: LinkTarget<'a>) -> Vec<&'a str> {
        let findings = self.letters(known).into_iter().flat_map(|letter| &letter.findings);
        let of_findings = findings.flat_map(Finding::anchors).map(Slug::as_str);
        let headings = self.body(known).into_iter().flat_map(|body| &body.headings);
        let of_headings = headings.flat_map(Heading::anchors);
        of_findings.chain(of_headings).collect()
    }

    /// The letters whose findings can be linked to through a file, oldest first.
    fn letters(self, known: LinkTarget<'a>) -> Vec<&'a Letter> {
        match known {
            LinkTarget::Authority(id) => {
                let letters = self.indexes.authority(id).letters.iter();
                letters.map(|&letter| self.archive.letter(letter)).collect()
            }
            LinkTarget::Letter(letter) => vec![letter],
            LinkTarget::Topic(_) | LinkTarget::Page(_) | LinkTarget::Asset(_) => Vec::new(),
        }
    }

    fn body(self, known: LinkTarget<'a>) -> Option<&'a Prose> {
        match known {
            LinkTarget::Authority(id) => Some(&self.archive.authority(id).body),
            LinkTarget::Letter(letter) => Some(&letter.body),
            LinkTarget::Topic(topic) => Some(&topic.body),
            LinkTarget::Page(page) => Some(&page.body),
            LinkTarget::Asset(_) => None,
        }
    }

    /// A link from the site's root. Anchors of pages that no file stands for are not known here.
    fn to_page(self, written: Destination<'_>) -> Result<Href, LinkProblem> {
        let path = written.path;
        let routes = [Route::new(path), Route::new(format!("{path}/"))];
        let Some(route) = routes.iter().find(|it| self.plan.target(it).is_some()) else {
            let mut drafts = self.archive.drafts.iter();
            if let Some(draft) = drafts.find(|draft| routes.contains(&Route::letter(draft))) {
                return Err(LinkProblem::Draft(draft.source.path.clone()));
            }
            let near = nearest(path, self.plan.routes().map(|(route, _)| route.as_str()));
            return Err(match near {
                Some(near) => LinkProblem::Misspelt(written.follow(near)),
                None => LinkProblem::NoSuchPlace("no page has this address".to_owned()),
            });
        };
        Ok(Href::Here { path: written.follow(route.path()), title: route.to_string() })
    }
}

/// The page that lists what is in a folder of the content.
fn list_of(folder: &str) -> Option<&'static str> {
    match folder {
        "content" => Some("/"),
        "content/authorities" => Some("/authorities/"),
        "content/topics" => Some("/findings/"),
        _ => None,
    }
}
