//! Feeds: of all letters, of an authority's, of those with findings on a topic. In Atom and in JSON, with
//! the same entries.

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use tera::Value;

use super::finding::FindingView;
use super::parts::full_title;
use super::shell::Shell;
use crate::model::{FindingId, Letter, LetterId, Message, TopicId};
use crate::plan::{FeedOf, Route};
use crate::render::page_context::Scene;
use crate::render::template::Template;
use crate::render::templates::Templates;
use crate::render::{RenderError, Sheet};

#[derive(Debug, Serialize, JsonSchema)]
struct FeedView {
    /// A name that never changes, wherever the feed is moved to.
    id: String,
    title: String,
    /// The page that the feed is of.
    page_url: String,
    self_url: String,
    updated: String,
    entries: Vec<FeedEntryView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FeedEntryView {
    id: String,
    title: String,
    url: String,
    /// The day on which the letter was published, or else dated; of a month or a year the first that it can be.
    updated: String,
    /// What the letter says as a whole, where `html` does not.
    summary: String,
    html: String,
}

/// A letter in a feed.
#[derive(Debug, Serialize, JsonSchema)]
struct EntryContent {
    /// The first paragraph of the summary: with the whole of 30, a feed had 340 kB. Empty in a
    /// topic's feed, whose entries have it as their summary.
    html: String,
    findings: Vec<FindingView>,
}

/// A feed as Atom.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct FeedFile {
    feed: FeedView,
}

/// The text of a letter in a feed. `root` is whole here, and there is no `page`.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct FeedEntry {
    entry: EntryContent,
}

/// A feed as Atom (RFC 4287).
pub(in crate::render) fn atom(
    templates: &Templates,
    scene: &Scene<'_>,
    of: FeedOf,
) -> Result<Sheet, RenderError> {
    let view = feed(templates, scene, of)?;
    Ok(Sheet::new(Shell::new(scene, &*view.title), &FeedFile { feed: view }))
}

/// A feed as JSON (<https://www.jsonfeed.org/version/1.1/>).
pub(in crate::render) fn json(
    templates: &Templates,
    scene: &Scene<'_>,
    of: FeedOf,
) -> Result<serde_json::Value, RenderError> {
    let FeedView { id: _, title, page_url, self_url, updated: _, entries } =
        feed(templates, scene, of)?;
    let authors =
        json!([{"name": scene.settings.title, "url": scene.absolute_url(&Route::home())}]);
    Ok(json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": page_url,
        "feed_url": self_url,
        "language": scene.settings.language,
        "authors": authors,
        "items": entries.into_iter().map(|it| item(it, &authors)).collect::<Vec<serde_json::Value>>(),
    }))
}

/// An entry of a JSON feed. No empty text may stand in it. Programs do not pass on to entries who wrote the feed.
fn item(entry: FeedEntryView, authors: &serde_json::Value) -> serde_json::Value {
    let FeedEntryView { id, title, url, updated, summary, html } = entry;
    let mut item = json!({
        "id": id,
        "url": url,
        "title": title,
        "content_html": html,
        "date_published": updated,
        "authors": authors,
    });
    if !summary.is_empty() {
        item["summary"] = json!(summary);
    }
    item
}

fn feed(templates: &Templates, scene: &Scene<'_>, of: FeedOf) -> Result<FeedView, RenderError> {
    let (title, page, topic) = match of {
        FeedOf::Site => (scene.settings.title.clone(), Route::home(), None),
        FeedOf::Authority(id) => {
            let authority = scene.archive.authority(id);
            let title = scene.say(Message::letters_to, &[("authority", (&authority.name).into())]);
            (title, Route::authority(authority), None)
        }
        FeedOf::Topic(id) => {
            let topic = scene.archive.topic(id);
            let title = scene.say(Message::letters_on, &[("topic", (&topic.title).into())]);
            (title, Route::topic(topic), Some(id))
        }
    };
    let newest = letters(scene, of);
    let entries: Vec<FeedEntryView> = newest
        .into_iter()
        .map(|id| entry(templates, scene, id, topic))
        .collect::<Result<_, _>>()?;
    Ok(FeedView {
        id: tag(scene, &page),
        title,
        page_url: scene.absolute_url(&page),
        self_url: scene.absolute_url(scene.route),
        updated: entries.iter().map(|entry| entry.updated.clone()).max().unwrap_or_else(|| {
            // Atom wants a date even of an empty feed.
            "1970-01-01T00:00:00Z".to_owned()
        }),
        entries,
    })
}

/// The newest letters that belong into a feed, newest first.
fn letters(scene: &Scene<'_>, of: FeedOf) -> Vec<LetterId> {
    let limit = scene.settings.feed_limit;
    match of {
        FeedOf::Site => scene.indexes.letters.iter().copied().take(limit).collect(),
        FeedOf::Authority(id) => {
            scene.indexes.authority(id).letters.iter().rev().copied().take(limit).collect()
        }
        FeedOf::Topic(id) => {
            let mut letters: Vec<LetterId> = scene
                .indexes
                .findings
                .selected(Some(id), None)
                .iter()
                .map(|finding| finding.letter())
                .collect();
            letters.dedup();
            letters.truncate(limit);
            letters
        }
    }
}

/// A letter with its findings; with those on the topic alone, where the feed is of one.
fn entry(
    templates: &Templates,
    scene: &Scene<'_>,
    id: LetterId,
    topic: Option<TopicId>,
) -> Result<FeedEntryView, RenderError> {
    let letter = scene.archive.letter(id);
    let route = Route::letter(letter);
    let is_on_topic = |place: &usize| {
        let topics = &letter.findings[*place].topics;
        topic.is_none_or(|topic| topics.contains(&scene.archive.topic(topic).slug))
    };
    let entry = EntryContent {
        html: match topic {
            Some(_) => String::new(),
            None => scene.first_paragraph(&letter.source.path, &letter.body),
        },
        findings: (0..letter.findings.len())
            .filter(is_on_topic)
            .map(|place| FindingView::in_feed(scene, FindingId::new(id, place)))
            .collect(),
    };
    let mut values = FeedEntry { entry }.parts();
    values.push(("root".into(), Value::from_serializable(&scene.root)));
    let html = templates.render(FeedEntry::NAME, values)?;
    Ok(FeedEntryView {
        id: tag(scene, &route),
        title: full_title(scene, id, letter),
        url: scene.absolute_url(&route),
        updated: format!("{}T00:00:00Z", day(letter)),
        summary: topic.map_or_else(String::new, |_| letter.body.lead.to_string()),
        html: String::from_utf8_lossy(&html).into_owned(),
    })
}

/// The day of an entry. Nothing here depends on when the site is built, so of a month or a year it is the first day: the last
/// may be still to come, and readers of feeds hide what is of the future, or keep it on top. But no letter is older than
/// the visit that it is on.
fn day(letter: &Letter) -> civil::Date {
    let told = letter.published.as_ref().unwrap_or(&letter.dated).earliest();
    told.max(letter.dated.earliest()).max(letter.on_site.earliest())
}

/// A tag URI (RFC 4151): the site's host, a date on which that was the site's, and the page, with the
/// path of the site, as a host may have several. It stays the same while the page has its address,
/// whatever of the letter is corrected.
fn tag(scene: &Scene<'_>, route: &Route) -> String {
    let host = scene.settings.host().to_ascii_lowercase();
    format!("tag:{host},2026:{}{}", scene.settings.base_path(), route.path())
}
