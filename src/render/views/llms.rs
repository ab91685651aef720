//! What there is, for programs that answer questions from texts: a file of the form of <https://llmstxt.org/>.

use schemars::JsonSchema;
use serde::Serialize;

use super::plain::collection;
use super::shell::Shell;
use crate::model::{Message, Page};
use crate::plan::{DataTable, Route};
use crate::render::Sheet;
use crate::render::data::describe;
use crate::render::page_context::Scene;

/// An overview of the site for programs.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct LlmsFile {
    /// How many letters there are, from when to when, and of which kinds.
    collection: Option<String>,
    /// The data, first what lists all of it.
    data: Vec<LlmsLink>,
    /// Pages that list others.
    lists: Vec<LlmsLink>,
    /// Plain pages.
    pages: Vec<LlmsLink>,
}

/// A link of the overview.
#[derive(Debug, Serialize, JsonSchema)]
struct LlmsLink {
    title: String,
    /// The whole address.
    url: String,
    about: String,
}

pub(in crate::render) fn llms(scene: &Scene<'_>) -> Sheet {
    let link = |title: &str, route: &Route, about: &str| LlmsLink {
        title: title.to_owned(),
        url: scene.absolute_url(route),
        about: about.to_owned(),
    };
    let tables = DataTable::ALL.iter().map(|&table| {
        let described = describe(scene, table);
        link(&described.title, &Route::data_table(table), &described.about)
    });
    let package = link(scene.text(Message::data_package), &Route::data_package(), "");
    let listed = |message: Message, route: Route| link(scene.text(message), &route, "");
    let mut lists = vec![
        listed(Message::authorities, Route::new("/authorities/")),
        listed(Message::findings, Route::new("/findings/")),
        listed(Message::all_letters, Route::letters(None, 1)),
        listed(Message::measures, Route::measures(1)),
    ];
    if scene.archive.vocabulary.has_monitoring() {
        lists.push(listed(Message::monitored_now, Route::monitored()));
    }
    let page = |page: &Page| link(&page.title, &Route::page(page), &page.body.lead);
    let seen = LlmsFile {
        collection: collection(scene),
        data: std::iter::once(package).chain(tables).collect(),
        lists,
        pages: scene.archive.pages.iter().map(|it| page(it)).collect(),
    };
    Sheet::new(Shell::new(scene, "llms.txt"), &seen)
}
