//! What every page has around its own part: title, address, the way back.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::parts::LinkView;
use super::structured;
use crate::model::Message;
use crate::plan::Route;
use crate::render::page_context::Scene;

/// `page` in every template.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct Shell {
    /// For `<title>` and for other sites, without the name of this one.
    title: String,
    /// The same with the name of this site, for `<title>`.
    title_on_site: String,
    /// For `<meta name="description">`.
    description: String,
    /// The page's whole address, where the site's is known.
    canonical: Option<String>,
    /// The pages above this one, the first page first.
    crumbs: Vec<LinkView>,
    /// The feed of what the page is about.
    feed: Option<LinkView>,
    /// The same in other forms: feeds, data, Markdown.
    alternates: Vec<AlternateView>,
    /// The part of the site that the page belongs to, by the path of its first page.
    section: String,
    /// What the page is to other sites that show it, as Open Graph calls it.
    og_type: &'static str,
    /// What the page is about for other programs: JSON that may stand in a page as it is.
    json_ld: String,
    /// The same, thing by thing.
    #[serde(skip)]
    things: Vec<Value>,
    /// What the first page is called.
    #[serde(skip)]
    home: String,
    /// `root` in every template.
    #[serde(skip)]
    pub(in crate::render) root: String,
}

/// Another form of a page, or a feed of what it is about.
#[derive(Debug, Serialize, JsonSchema)]
struct AlternateView {
    media_type: &'static str,
    #[serde(flatten)]
    link: LinkView,
}

impl Shell {
    pub(super) fn new(scene: &Scene<'_>, title: impl Into<String>) -> Self {
        let path = scene.route.path();
        let title = title.into();
        let titles = [("title", (&title).into()), ("site", (&scene.settings.title).into())];
        Shell {
            title_on_site: scene.say(Message::title_on_site, &titles),
            title,
            description: beginning(scene.settings.description.clone()),
            canonical: (!scene.settings.base_url_is_missing)
                .then(|| scene.absolute_url(scene.route)),
            crumbs: Vec::new(),
            feed: None,
            alternates: vec![atom(&scene.settings.title, &Route::home())],
            section: path.find('/').map_or("", |slash| &path[..=slash]).to_owned(),
            og_type: "website",
            json_ld: String::new(),
            things: Vec::new(),
            home: scene.text(Message::home).to_owned(),
            root: scene.root.clone(),
        }
    }

    /// Says what the page is about. An empty text leaves the site's own words.
    pub(super) fn description(mut self, description: impl Into<String>) -> Self {
        let description = description.into();
        if !description.is_empty() {
            self.description = beginning(description);
        }
        self
    }

    /// Puts a page above this one, below those put before.
    pub(super) fn below(mut self, title: impl Into<String>, route: &Route) -> Self {
        if self.crumbs.is_empty() {
            self = self.below_home();
        }
        self.crumbs.push(LinkView::new(title, route));
        self
    }

    /// Puts only the first page above this one.
    pub(super) fn below_home(mut self) -> Self {
        self.crumbs.push(LinkView::new(self.home.clone(), &Route::home()));
        self
    }

    /// Says in schema.org's words what the page is about.
    pub(super) fn thing(mut self, thing: Value) -> Self {
        self.things.push(thing);
        self
    }

    /// Says that the page is a text with a beginning and an end.
    pub(super) fn article(mut self) -> Self {
        self.og_type = "article";
        self
    }

    /// Writes down for other programs what the page is about, and where it stands.
    pub(super) fn with_json_ld(mut self, scene: &Scene<'_>) -> Self {
        let mut things = std::mem::take(&mut self.things);
        things.extend(structured::breadcrumbs(scene, &self.crumbs, &self.title));
        self.json_ld = structured::script(things);
        self
    }

    /// Names the feed of what the page is about.
    pub(super) fn feed(mut self, title: impl Into<String>, page: &Route) -> Self {
        let title = title.into();
        // Every page names the site's own.
        if *page != Route::home() {
            self.alternates.push(atom(&title, page));
        }
        let link = LinkView::new(&*title, &Route::json_feed(page));
        self.alternates.push(AlternateView { media_type: "application/feed+json", link });
        self.feed = Some(LinkView::new(title, &Route::feed(page)));
        self
    }

    /// Names another form of the page.
    pub(super) fn alternate(mut self, media_type: &'static str, title: &str, file: &Route) -> Self {
        let link = LinkView::new(title, file);
        self.alternates.push(AlternateView { media_type, link });
        self
    }
}

/// As much of a text as search engines show: some say 160 letters. It ends where a word does.
fn beginning(mut text: String) -> String {
    const LETTERS: usize = 200;
    let mut last_letters = text.char_indices().skip(LETTERS - 1);
    if let (Some((end, _)), Some(_)) = (last_letters.next(), last_letters.next()) {
        text.truncate(text[..end].rfind(' ').unwrap_or(end));
        text.push('…');
    }
    text
}

fn atom(title: &str, page: &Route) -> AlternateView {
    let link = LinkView::new(title, &Route::feed(page));
    AlternateView { media_type: "application/atom+xml", link }
}
