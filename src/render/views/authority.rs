//! An authority's page: who they are, their timeline, measures and topics.

use schemars::JsonSchema;
use serde::Serialize;

use super::counts::CountsView;
use super::edit_links::{add_letter_url, edit_url};
use super::facts::{FactView, facts};
use super::measures::{SeriesView, series_of};
use super::parts::LinkView;
use super::shell::Shell;
use super::strip::{StripView, strip};
use super::structured;
use super::timeline::{PeriodView, timeline};
use crate::index::{PolarityCounts, key_findings};
use crate::model::{AuthorityId, Message};
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::facts::of_authority;
use crate::render::page_context::Scene;

#[derive(Debug, Serialize, JsonSchema)]
struct AuthorityView {
    name: String,
    path: String,
    /// What is known of it, in the order in which it is shown.
    facts: Vec<FactView>,
    counts: CountsView,
    /// The paragraph that the text on it begins with.
    lead_html: String,
    /// What follows.
    rest_html: String,
    /// Its inspections and visits on an axis of time.
    strip: Option<StripView>,
    /// The findings on its timeline, by polarity.
    key_counts: CountsView,
    /// Its timeline, newest first.
    periods: Vec<PeriodView>,
    /// Its measures over time.
    series: Vec<SeriesView>,
    topics: Vec<ThreadRow>,
    /// The findings on the topic that has most: the longest bar.
    largest_topic: usize,
    edit_url: Option<String>,
    /// The page's data as JSON.
    json_path: String,
    /// The page's text as Markdown.
    markdown_path: String,
    add_letter_url: Option<String>,
}

/// A topic that letters to the authority have findings on.
#[derive(Debug, Serialize, JsonSchema)]
struct ThreadRow {
    topic: LinkView,
    /// This authority on this topic.
    path: String,
    counts: CountsView,
}

/// An authority's page.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct AuthorityPage {
    authority: AuthorityView,
}

pub(super) fn authority(scene: &Scene<'_>, id: AuthorityId) -> Sheet {
    let authority = scene.archive.authority(id);
    let index = scene.indexes.authority(id);
    let route = Route::authority(authority);
    let (lead_html, rest_html) = scene.lead_and_rest(&authority.source.path, &authority.body);
    let view = AuthorityView {
        name: authority.name.clone(),
        path: route.path().to_owned(),
        facts: facts(scene, of_authority(scene, id)),
        counts: CountsView::new(scene, scene.indexes.counts_of_authority(scene.archive, id)),
        lead_html,
        rest_html,
        strip: strip(scene, id),
        key_counts: CountsView::new(scene, key_counts(scene, id)),
        periods: timeline(scene, id),
        series: series_of(scene, id),
        topics: threads(scene, id),
        largest_topic: index.threads.values().map(Vec::len).max().unwrap_or(0),
        edit_url: edit_url(scene, &authority.source.path),
        json_path: Route::data_of_authority(authority).path().to_owned(),
        markdown_path: Route::twin(&route).path().to_owned(),
        add_letter_url: add_letter_url(scene, authority),
    };
    let named = [("authority", (&authority.name).into())];
    let shell = Shell::new(scene, scene.say(Message::authority_title, &named))
        .description(&*authority.body.lead)
        .below(scene.text(Message::authorities), &Route::new("/authorities/"))
        .feed(scene.say(Message::letters_to, &named), &route)
        .alternate("text/markdown", scene.text(Message::page_as_markdown), &Route::twin(&route))
        .alternate(
            "application/json",
            scene.text(Message::page_as_json),
            &Route::data_of_authority(authority),
        )
        .thing(structured::authority(scene, authority));
    Sheet::new(shell, &AuthorityPage { authority: view })
}

fn key_counts(scene: &Scene<'_>, id: AuthorityId) -> PolarityCounts {
    let letters = scene.indexes.authority(id).letters.iter().map(|&id| scene.archive.letter(id));
    PolarityCounts::of(letters.flat_map(|letter| {
        key_findings(letter).into_iter().map(|index| letter.findings[index].polarity)
    }))
}

fn threads(scene: &Scene<'_>, id: AuthorityId) -> Vec<ThreadRow> {
    let authority = scene.archive.authority(id);
    let mut threads: Vec<_> = scene.indexes.authority(id).threads.iter().collect();
    threads.sort_by_key(|(topic, _)| scene.archive.topic(**topic).title.to_lowercase());
    threads
        .into_iter()
        .map(|(&topic, findings)| {
            let topic = scene.archive.topic(topic);
            let polarities = findings.iter().map(|&id| scene.archive.finding(id).polarity);
            ThreadRow {
                topic: LinkView::topic(topic),
                path: Route::thread(authority, topic).path().to_owned(),
                counts: CountsView::new(scene, PolarityCounts::of(polarities)),
            }
        })
        .collect()
}
