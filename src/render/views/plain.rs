//! Pages without data: the content's plain pages, old addresses, and the page for errors.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use super::edit_links::edit_url;
use super::parts::LinkView;
use super::shell::Shell;
use crate::model::{LetterKindId, Message, PageId};
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::page_context::Scene;

#[derive(Debug, Serialize, JsonSchema)]
struct ContentView {
    title: String,
    /// How many letters of which kind the site has, where the page is to say so.
    collection: Option<String>,
    html: String,
    edit_url: Option<String>,
}

/// A page of the content that is about nothing else: `about/`, say.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct PlainPage {
    content: ContentView,
}

/// An old address, which leads to a new one.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct RedirectPage {
    /// The new page; its title is its whole address.
    to: LinkView,
    /// From the old address to the site's root.
    way_up: String,
}

/// The search.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct SearchPage {}

/// What is shown where there is no page. Its links start from the site's domain.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct NotFoundPage {}

pub(super) fn page(scene: &Scene<'_>, id: PageId) -> Sheet {
    let page = scene.archive.page(id);
    let view = ContentView {
        title: page.title.clone(),
        collection: page.tells_of_collection.then(|| collection(scene)).flatten(),
        html: scene.prose(&page.source.path, &page.body),
        edit_url: edit_url(scene, &page.source.path),
    };
    let shell = Shell::new(scene, &*page.title).description(&*page.body.lead).below_home();
    Sheet::new(shell, &PlainPage { content: view })
}

/// How many letters there are, from when to when, and of which kinds, the most first.
pub(super) fn collection(scene: &Scene<'_>) -> Option<String> {
    let letters = &scene.archive.letters;
    let dates = || letters.iter().map(|letter| &letter.dated);
    let first = dates().min_by_key(|date| date.sort_key())?;
    let last = dates().max_by_key(|date| date.sort_key())?;
    let count = |kind| letters.iter().filter(|letter| letter.kind == kind).count();
    let kinds = scene.archive.vocabulary.ids::<LetterKindId>().map(|kind| (count(kind), kind));
    let mut kinds: Vec<(usize, LetterKindId)> = kinds.filter(|(count, _)| *count > 0).collect();
    kinds.sort_by_key(|(count, _)| Reverse(*count));
    let each = kinds.into_iter().map(|(count, kind)| {
        let known = [("kind", scene.label(kind).into()), ("count", count.into())];
        scene.say(Message::collection_kind, &known)
    });
    let each: Vec<String> = each.collect();
    let (first, last) = (scene.date(first), scene.date(last));
    Some(scene.say(
        Message::collection,
        &[
            ("count", letters.len().into()),
            ("from", (&first).into()),
            ("to", (&last).into()),
            ("kinds", (&each.join(scene.text(Message::separator))).into()),
        ],
    ))
}

/// An old address. The canonical address is where it leads.
pub(super) fn redirect(scene: &Scene<'_>, to: &Route) -> Sheet {
    let to = LinkView::new(scene.absolute_url(to), to);
    let seen = RedirectPage { to, way_up: scene.route.way_up() };
    Sheet::new(Shell::new(scene, scene.text(Message::page_moved)), &seen)
}

/// The search page. What is found is shown by a script.
pub(super) fn search(scene: &Scene<'_>) -> Sheet {
    let shell = Shell::new(scene, scene.text(Message::search))
        .description(scene.text(Message::search_description))
        .below_home();
    Sheet::new(shell, &SearchPage {})
}

/// A file of the theme's that depends on the site's options.
pub(in crate::render) fn theme_file(scene: &Scene<'_>, name: &str) -> Sheet {
    let template = format!("static/{name}").into();
    Sheet { template, shell: Shell::new(scene, name), parts: Vec::new() }
}

pub(super) fn not_found(scene: &Scene<'_>) -> Sheet {
    Sheet::new(Shell::new(scene, scene.text(Message::page_not_found)), &NotFoundPage {})
}
