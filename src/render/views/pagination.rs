//! The way from one page of a list to its others.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Message;
use crate::plan::{ListPage, Route};
use crate::render::page_context::Scene;

/// Where the pages of a list are.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PaginationView {
    page: usize,
    pages: usize,
    previous: Option<String>,
    next: Option<String>,
    /// The first page, the last, and those near this one, in order.
    links: Vec<PageLinkView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PageLinkView {
    page: usize,
    /// 'Page 3'.
    name: String,
    path: String,
    is_current: bool,
    /// Whether pages are left out before it.
    follows_a_gap: bool,
}

impl PaginationView {
    /// The pages beside this one; `route` has the address of each.
    pub(super) fn new(scene: &Scene<'_>, list: ListPage, route: impl Fn(usize) -> Route) -> Self {
        let path = |page: usize| route(page).path().to_owned();
        let links = page_links(list).into_iter().map(|(page, follows_a_gap)| PageLinkView {
            page,
            name: scene.say(Message::page_number, &[("page", page.into())]),
            path: path(page),
            is_current: page == list.page,
            follows_a_gap,
        });
        PaginationView {
            page: list.page,
            pages: list.pages,
            previous: list.previous().map(path),
            next: list.next().map(path),
            links: links.collect(),
        }
    }
}

/// A page's title: one after the first says which it is.
pub(super) fn title_of_page(scene: &Scene<'_>, title: &str, list: ListPage) -> String {
    match list.page {
        1 => title.to_owned(),
        page => {
            let arguments =
                [("title", title.into()), ("page", page.into()), ("pages", list.pages.into())];
            scene.say(Message::title_of_page, &arguments)
        }
    }
}

/// The pages to link to, each with whether some before it are left out: a long list would otherwise
/// link to thousands of pages from each of them.
fn page_links(list: ListPage) -> Vec<(usize, bool)> {
    const NEAR: usize = 2;
    let near = list.page.saturating_sub(NEAR).max(1)..=(list.page + NEAR).min(list.pages);
    let numbers: BTreeSet<usize> = [1, list.pages].into_iter().chain(near).collect();
    let mut before = 0;
    numbers
        .into_iter()
        .map(|number| (number, number > std::mem::replace(&mut before, number) + 1))
        .collect()
}
