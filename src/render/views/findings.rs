//! The findings index, and the lists of findings by topic and polarity.

use schemars::JsonSchema;
use serde::Serialize;

use super::edit_links::edit_url;
use super::finding::{AuthorityGroup, FindingGroup, by_authority, by_letter};
use super::matrix::{MatrixView, matrix};
use super::pagination::{PaginationView, title_of_page};
use super::parts::{LinkView, full_title};
use super::shell::Shell;
use super::structured;
use super::view_value::ViewValue;
use super::word::WordView;
use crate::model::{FindingId, Message, NationalFrameworkId, PolarityId};
use crate::plan::{DataTable, FindingsList, Route};
use crate::render::Sheet;
use crate::render::page_context::Scene;
use crate::render::regulator;

/// How many of the newest findings the index shows.
const NEWEST: usize = 20;

/// What the index is, also for search engines that list data.
fn description(scene: &Scene<'_>) -> String {
    match regulator::service(scene.settings) {
        Some(service) => {
            scene.say(Message::findings_description_of, &[("service", service.into())])
        }
        None => scene.text(Message::findings_description).to_owned(),
    }
}

/// A page of a list of findings.
#[derive(Debug, Serialize, JsonSchema)]
struct ListView {
    heading: String,
    topic: Option<LinkView>,
    polarity: Option<ViewValue<WordView>>,
    /// What findings under the topic are about.
    html: Option<String>,
    other_names: Vec<String>,
    total: usize,
    authorities: Vec<AuthorityGroup>,
    /// The same topic, or all topics, by polarity.
    by_polarity: Vec<ChoiceView>,
    /// Which findings letters refer to which part of the national framework; on the first page of a topic only.
    national_framework: Vec<ReferenceView>,
    pagination: PaginationView,
    edit_url: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ChoiceView {
    label: String,
    /// None for all polarities together.
    polarity: Option<ViewValue<WordView>>,
    count: usize,
    path: String,
    is_current: bool,
}

/// The index of findings.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct FindingsPage {
    matrix: MatrixView,
    /// The newest findings.
    groups: Vec<FindingGroup>,
}

/// Findings on a topic, of a kind, or both.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct FindingsListPage {
    list: ListView,
}

/// A part of the national framework, with the findings that letters refer to it.
#[derive(Debug, Serialize, JsonSchema)]
struct ReferenceView {
    label: String,
    findings: Vec<LinkView>,
}

pub(super) fn index(scene: &Scene<'_>) -> Sheet {
    let all = scene.indexes.findings.all();
    let newest = &all[..all.len().min(NEWEST)];
    let title = scene.text(Message::findings);
    let description = description(scene);
    let files = [(title, Route::data_table(DataTable::Findings))];
    let shell = Shell::new(scene, title)
        .description(&*description)
        .thing(structured::dataset(scene, title, &description, &files))
        .below_home();
    let seen = FindingsPage { matrix: matrix(scene), groups: by_letter(scene, None, newest) };
    Sheet::new(shell, &seen)
}

pub(super) fn list(scene: &Scene<'_>, list: FindingsList) -> Sheet {
    let findings = scene.indexes.findings.selected(list.topic, list.polarity);
    let topic = list.topic.map(|topic| scene.archive.topic(topic));
    let heading = heading(scene, list);
    let counted_words = match list.page.pages > 1 {
        true => Message::findings_on_page,
        false => Message::count_of_findings,
    };
    let view = ListView {
        heading: heading.clone(),
        topic: topic.map(LinkView::topic),
        polarity: list.polarity.map(|it| WordView::new(scene, it)),
        html: topic.map(|topic| scene.prose(&topic.source.path, &topic.body)),
        other_names: topic.map_or_else(Vec::new, |topic| topic.other_names.clone()),
        total: findings.len(),
        authorities: by_authority(scene, list.topic, list.page.of(findings), counted_words),
        by_polarity: choices(scene, list),
        national_framework: references(scene, list),
        pagination: PaginationView::new(scene, list.page, |page| list.route(scene.archive, page)),
        edit_url: topic.and_then(|topic| edit_url(scene, &topic.source.path)),
    };
    let mut shell = Shell::new(scene, title_of_page(scene, &heading, list.page))
        .description(topic.map_or_else(String::new, |topic| topic.body.lead.to_string()))
        .below(scene.text(Message::findings), &Route::new("/findings/"));
    if let Some(topic) = topic {
        let title = scene.say(Message::letters_on, &[("topic", (&topic.title).into())]);
        shell = shell.feed(title, &Route::topic(topic));
        if list.polarity.is_some() {
            shell = shell.below(&*topic.title, &Route::topic(topic));
        }
    }
    Sheet::new(shell, &FindingsListPage { list: view })
}

fn heading(scene: &Scene<'_>, list: FindingsList) -> String {
    let topic = list.topic.map(|topic| scene.archive.topic(topic).title.as_str());
    match (topic, list.polarity) {
        (Some(topic), Some(polarity)) => {
            let kind = scene.label(polarity).to_lowercase();
            let arguments = [("topic", topic.into()), ("kind", (&kind).into())];
            scene.say(Message::topic_and_kind, &arguments)
        }
        (Some(topic), None) => topic.to_owned(),
        (None, polarity) => {
            polarity.map_or(scene.text(Message::findings), |it| scene.label(it)).to_owned()
        }
    }
}

/// In the order of the framework.
fn references(scene: &Scene<'_>, list: FindingsList) -> Vec<ReferenceView> {
    let Some(topic) = list.topic.filter(|_| list.shows_references()) else { return Vec::new() };
    let referred: Vec<FindingId> = scene.indexes.findings.referred(scene.archive, topic).collect();
    let of_part = |part: NationalFrameworkId| {
        let findings = referred.iter().copied();
        let findings =
            findings.filter(|&id| scene.archive.finding(id).national_framework.contains(&part));
        let findings: Vec<LinkView> = findings.map(|id| finding_link(scene, id)).collect();
        let label = scene.label(part).to_owned();
        (!findings.is_empty()).then_some(ReferenceView { label, findings })
    };
    scene.archive.vocabulary.ids().filter_map(of_part).collect()
}

/// A finding by the name that it has anywhere: 'Bristol: focused visit, finding 3'.
fn finding_link(scene: &Scene<'_>, id: FindingId) -> LinkView {
    let letter = full_title(scene, id.letter(), scene.archive.letter(id.letter()));
    let arguments = [("letter", (&letter).into()), ("number", (id.place() + 1).into())];
    LinkView {
        title: scene.say(Message::finding_title, &arguments),
        path: Route::finding(scene.archive, id),
    }
}

/// The list itself and those beside it: all polarities of the topic, or each one that it has.
fn choices(scene: &Scene<'_>, list: FindingsList) -> Vec<ChoiceView> {
    let counts = scene.indexes.findings.counts(list.topic);
    let choice = |label: &str, polarity: Option<PolarityId>, count: usize| ChoiceView {
        label: label.to_owned(),
        polarity: polarity.map(|it| WordView::new(scene, it)),
        count,
        path: FindingsList { polarity, ..list }.route(scene.archive, 1).path().to_owned(),
        is_current: polarity == list.polarity,
    };
    let all = choice(scene.text(Message::all), None, counts.total());
    let each = scene
        .archive
        .vocabulary
        .ids()
        .map(|it: PolarityId| choice(scene.label(it), Some(it), counts.get(it)))
        .filter(|choice| choice.count > 0 || choice.is_current);
    std::iter::once(all).chain(each).collect()
}
