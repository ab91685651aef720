//! The findings index, and the lists of findings by topic and polarity.

use std::collections::BTreeSet;

use serde::Serialize;
use tera::Value;

use super::finding::{AuthorityGroup, by_authority, by_letter};
use super::matrix::matrix;
use super::parts::{LinkView, WordView, edit_url};
use super::shell::Shell;
use super::structured;
use crate::model::{Polarity, Vocabulary};
use crate::plan::{DataTable, FindingsList, Route};
use crate::render::Sheet;
use crate::render::scene::Scene;

/// How many of the newest findings the index shows.
const NEWEST: usize = 20;

/// What the index is, also for search engines that list data.
const DESCRIPTION: &str = "What inspectors found in services for children, finding by finding, by topic \
    and across authorities, as summarised from their published letters.";

/// A page of a list of findings.
#[derive(Debug, Serialize)]
struct ListView {
    heading: String,
    topic: Option<LinkView>,
    polarity: Option<WordView>,
    /// What findings under the topic are about.
    html: Option<String>,
    other_names: Vec<String>,
    total: usize,
    authorities: Vec<AuthorityGroup>,
    /// The same topic, or all topics, by polarity.
    by_polarity: Vec<ChoiceView>,
    pagination: PaginationView,
    edit_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct ChoiceView {
    label: String,
    /// None for all polarities together.
    polarity: Option<WordView>,
    count: usize,
    path: String,
    is_current: bool,
}

#[derive(Debug, Serialize)]
struct PaginationView {
    page: usize,
    pages: usize,
    previous: Option<String>,
    next: Option<String>,
    /// The first page, the last, and those near this one, in order.
    links: Vec<PageLinkView>,
}

#[derive(Debug, Serialize)]
struct PageLinkView {
    page: usize,
    path: String,
    is_current: bool,
    /// Whether pages are left out before it.
    follows_a_gap: bool,
}

pub(super) fn index(scene: &Scene<'_>) -> Sheet {
    let all = scene.indexes.findings.all();
    let newest = &all[..all.len().min(NEWEST)];
    let files = [("Findings", Route::data_table(DataTable::Findings))];
    Sheet {
        template: "findings.html".into(),
        shell: Shell::new(scene, "Findings")
            .description(DESCRIPTION)
            .thing(structured::dataset(scene, "Findings", DESCRIPTION, &files))
            .below_home(),
        parts: vec![
            ("matrix", Value::from_serializable(&matrix(scene))),
            ("groups", Value::from_serializable(&by_letter(scene, newest))),
        ],
    }
}

pub(super) fn list(scene: &Scene<'_>, list: FindingsList) -> Sheet {
    let findings = scene.indexes.findings.selected(list.topic, list.polarity);
    let per_page = scene.settings.findings_per_page;
    let start = (list.page - 1) * per_page;
    let end = findings.len().min(start + per_page);
    let topic = list.topic.map(|topic| scene.archive.topic(topic));
    let heading = heading(scene, list);
    let view = ListView {
        heading: heading.clone(),
        topic: topic.map(LinkView::topic),
        polarity: list.polarity.map(WordView::from),
        html: topic.map(|topic| scene.prose(&topic.source.path, &topic.body)),
        other_names: topic.map_or_else(Vec::new, |topic| topic.other_names.clone()),
        total: findings.len(),
        authorities: by_authority(scene, &findings[start.min(end)..end]),
        by_polarity: choices(scene, list),
        pagination: pagination(scene, list),
        edit_url: topic.and_then(|topic| edit_url(scene, &topic.source.path)),
    };
    let title = match list.page {
        1 => heading,
        page => format!("{heading} (page {page} of {})", list.pages),
    };
    let mut shell = Shell::new(scene, title)
        .description(topic.map_or_else(String::new, |topic| topic.body.lead.clone()))
        .below("Findings", &Route::new("/findings/"));
    if let Some(topic) = topic {
        shell = shell.feed(format!("Letters on {}", topic.title), &Route::topic(topic));
        if list.polarity.is_some() {
            shell = shell.below(&*topic.title, &Route::topic(topic));
        }
    }
    Sheet {
        template: "findings-list.html".into(),
        shell,
        parts: vec![("list", Value::from_serializable(&view))],
    }
}

fn heading(scene: &Scene<'_>, list: FindingsList) -> String {
    let topic = list.topic.map(|topic| scene.archive.topic(topic).title.as_str());
    match (topic, list.polarity) {
        (Some(topic), Some(polarity)) => format!("{topic}: {}", polarity.label().to_lowercase()),
        (Some(topic), None) => topic.to_owned(),
        (None, polarity) => polarity.map_or("Findings", Vocabulary::label).to_owned(),
    }
}

/// The list itself and those beside it: all polarities of the topic, or each one that it has.
fn choices(scene: &Scene<'_>, list: FindingsList) -> Vec<ChoiceView> {
    let counts = scene.indexes.findings.counts(list.topic);
    let choice = |label: &str, polarity: Option<Polarity>, count: usize| ChoiceView {
        label: label.to_owned(),
        polarity: polarity.map(WordView::from),
        count,
        path: FindingsList { polarity, ..list }.route(scene.archive, 1).path().to_owned(),
        is_current: polarity == list.polarity,
    };
    let all = choice("All", None, counts.total());
    let each = Polarity::ALL
        .iter()
        .map(|&polarity| choice(polarity.label(), Some(polarity), counts.get(polarity)))
        .filter(|choice| choice.count > 0 || choice.is_current);
    std::iter::once(all).chain(each).collect()
}

fn pagination(scene: &Scene<'_>, list: FindingsList) -> PaginationView {
    let path = |page: usize| list.route(scene.archive, page).path().to_owned();
    PaginationView {
        page: list.page,
        pages: list.pages,
        previous: (list.page > 1).then(|| path(list.page - 1)),
        next: (list.page < list.pages).then(|| path(list.page + 1)),
        links: page_links(list.page, list.pages)
            .into_iter()
            .map(|(page, follows_a_gap)| PageLinkView {
                page,
                path: path(page),
                is_current: page == list.page,
                follows_a_gap,
            })
            .collect(),
    }
}

/// The pages to link to, each with whether some before it are left out: a long list would otherwise
/// link to thousands of pages from each of them.
fn page_links(page: usize, pages: usize) -> Vec<(usize, bool)> {
    const NEAR: usize = 2;
    let near = page.saturating_sub(NEAR).max(1)..=(page + NEAR).min(pages);
    let numbers: BTreeSet<usize> = [1, pages].into_iter().chain(near).collect();
    let mut before = 0;
    numbers
        .into_iter()
        .map(|number| (number, number > std::mem::replace(&mut before, number) + 1))
        .collect()
}
