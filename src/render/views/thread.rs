//! A thread: one authority, one topic, over time.

use schemars::JsonSchema;
use serde::Serialize;

use super::counts::CountsView;
use super::finding::{FindingGroup, by_letter};
use super::parts::LinkView;
use super::shell::Shell;
use crate::index::PolarityCounts;
use crate::model::{AuthorityId, Message, TopicId};
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::page_context::Scene;

#[derive(Debug, Serialize, JsonSchema)]
struct ThreadView {
    authority: LinkView,
    topic: LinkView,
    counts: CountsView,
    /// What the page shows, in a sentence.
    about: String,
    /// In time order.
    groups: Vec<FindingGroup>,
}

/// One authority on one topic, over time.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct ThreadPage {
    thread: ThreadView,
}

pub(super) fn thread(scene: &Scene<'_>, authority: AuthorityId, topic: TopicId) -> Sheet {
    let findings =
        scene.indexes.authority(authority).threads.get(&topic).map_or(&[][..], Vec::as_slice);
    let groups = by_letter(scene, Some(topic), findings);
    let authority = scene.archive.authority(authority);
    let topic = scene.archive.topic(topic);
    let polarities = findings.iter().map(|&id| scene.archive.finding(id).polarity);
    let view = ThreadView {
        authority: LinkView::authority(authority),
        topic: LinkView::topic(topic),
        counts: CountsView::new(scene, PolarityCounts::of(polarities)),
        about: scene.say(Message::thread_about, &[("authority", (&authority.name).into())]),
        groups,
    };
    let named = [("authority", (&authority.name).into()), ("topic", (&topic.title).into())];
    let title = scene.say(Message::thread_title, &named);
    let description = scene.say(Message::thread_description, &named);
    let shell = Shell::new(scene, title)
        .description(description)
        .below(scene.text(Message::authorities), &Route::new("/authorities/"))
        .below(&*authority.name, &Route::authority(authority));
    Sheet::new(shell, &ThreadPage { thread: view })
}
