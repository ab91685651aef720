//! Where a page stands, and what it can see from there.

use std::ops::Deref;

use super::Material;
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
}
