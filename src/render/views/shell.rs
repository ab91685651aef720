//! What every page has around its own part: title, address, the way back.

use serde::Serialize;

use super::parts::LinkView;
use crate::plan::Route;
use crate::render::scene::Scene;

/// `page` in every template.
#[derive(Debug, Serialize)]
pub(in crate::render) struct Shell {
    /// For `<title>` and for other sites, without the name of this one.
    title: String,
    /// For `<meta name="description">`.
    description: String,
    /// The page's whole address, where the site's is known.
    canonical: Option<String>,
    /// The pages above this one, the first page first.
    crumbs: Vec<LinkView>,
    /// The feed of what the page is about.
    feed: Option<LinkView>,
    /// The part of the site that the page belongs to, by the path of its first page.
    section: String,
    /// `root` in every template.
    #[serde(skip)]
    pub(in crate::render) root: String,
}

impl Shell {
    pub(super) fn new(scene: &Scene<'_>, title: impl Into<String>) -> Self {
        let path = scene.route.path();
        Shell {
            title: title.into(),
            description: scene.settings.description.clone(),
            canonical: (!scene.settings.base_url_is_missing)
                .then(|| scene.absolute_url(scene.route)),
            crumbs: Vec::new(),
            feed: None,
            section: path.find('/').map_or("", |slash| &path[..=slash]).to_owned(),
            root: scene.root.clone(),
        }
    }

    /// Says what the page is about. An empty text leaves the site's own words.
    pub(super) fn description(mut self, description: impl Into<String>) -> Self {
        let description = description.into();
        if !description.is_empty() {
            self.description = description;
        }
        self
    }

    /// Puts a page above this one, below those put before.
    pub(super) fn below(mut self, title: impl Into<String>, route: &Route) -> Self {
        if self.crumbs.is_empty() {
            self.crumbs.push(LinkView::new("Home", &Route::home()));
        }
        self.crumbs.push(LinkView::new(title, route));
        self
    }

    /// Puts only the first page above this one.
    pub(super) fn below_home(mut self) -> Self {
        self.crumbs.push(LinkView::new("Home", &Route::home()));
        self
    }

    /// Names the feed of what the page is about.
    pub(super) fn feed(mut self, title: impl Into<String>, page: &Route) -> Self {
        self.feed = Some(LinkView::new(title, &Route::new(format!("{page}feed.xml"))));
        self
    }
}
