//! Where a page stands, and what it can see from there.

use std::borrow::Cow;
use std::ops::Deref;

use super::{Material, markdown, twin};
use crate::model::Prose;
use crate::plan::{LinkBase, Links, Route};

/// A page's address and the material; what its links begin with.
pub(super) struct Scene<'a> {
    material: Material<'a>,
    /// The page's address.
    pub(super) route: &'a Route,
    /// What its links start from.
    pub(super) links_start_from: LinkBase,
    /// What comes before a path from the site's root: `../../`, `/letters/`, `https://…/letters/`.
    pub(super) root: String,
}

impl<'a> Deref for Scene<'a> {
    type Target = Material<'a>;

    fn deref(&self) -> &Material<'a> {
        &self.material
    }
}

impl<'a> Scene<'a> {
    /// A page or file, and what its links start from.
    pub(super) fn new(material: Material<'a>, route: &'a Route, base: LinkBase) -> Self {
        let root = match base {
            LinkBase::Page => route.way_up(),
            LinkBase::Domain => material.settings.base_path().to_owned(),
            LinkBase::Nothing => material.settings.base_url.clone(),
        };
        Scene { material, route, links_start_from: base, root }
    }

    /// The whole address of a page of this site.
    pub(super) fn absolute_url(&self, route: &Route) -> String {
        format!("{}{}", self.settings.base_url, route.path())
    }

    /// Where links of the content lead.
    pub(super) fn links(&self) -> Links<'_> {
        self.plan.links(self.archive, self.indexes)
    }

    /// A body as HTML.
    pub(super) fn prose(&self, file: &str, prose: &Prose) -> String {
        markdown::blocks(self, file, prose)
    }

    /// A body as HTML: the paragraph that it begins with, and the rest.
    pub(super) fn lead_and_rest(&self, file: &str, prose: &Prose) -> (String, String) {
        markdown::lead_and_rest(self, file, prose)
    }

    /// The paragraph that a body begins with, as HTML.
    pub(super) fn lead(&self, file: &str, prose: &Prose) -> String {
        markdown::lead(self, file, prose)
    }

    /// A text of front matter as HTML, without a block around it.
    pub(super) fn inline(&self, file: &str, text: &str) -> String {
        markdown::inline(self, file, text)
    }

    /// The same, not copied where it is the same in HTML, as most texts are.
    pub(super) fn inline_text<'t>(&self, file: &str, text: &'t str) -> Cow<'t, str> {
        markdown::simple(text).unwrap_or_else(|| self.inline(file, text).into())
    }

    /// The words of a text of front matter.
    pub(super) fn words(&self, file: &str, text: &str) -> String {
        markdown::words(self, file, text)
    }

    /// A body as Markdown that can be read away from its file.
    pub(super) fn markdown(&self, file: &str, prose: &Prose) -> String {
        twin::body(self, file, prose)
    }
}
