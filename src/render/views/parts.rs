//! Parts that several pages show: dates, links, counts, letters in lists.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;

use super::counts::CountsView;
use super::view_value::ViewValue;
use super::word::WordView;
use crate::index::{Gap, PolarityCounts};
use crate::model::{
    Authority, AuthorityId, Date, DatePart, DateWords, Letter, LetterId, Message, Progress, Quote,
    Slug, Topic, Vocabulary,
};
use crate::plan::Route;
use crate::render::Material;
use crate::render::page_context::Scene;
use crate::render::said::escaped;
use crate::render::said::html;

/// A link within the site.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(in crate::render) struct LinkView {
    pub(in crate::render) title: String,
    pub(in crate::render) path: String,
}

impl LinkView {
    pub(super) fn new(title: impl Into<String>, route: &Route) -> Self {
        LinkView { title: title.into(), path: route.path().to_owned() }
    }

    pub(super) fn authority(authority: &Authority) -> Self {
        LinkView::new(&*authority.name, &Route::authority(authority))
    }

    pub(super) fn topic(topic: &Topic) -> Self {
        LinkView::new(&*topic.title, &Route::topic(topic))
    }
}

/// A date in words, and with its parts in `<time>`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DateView {
    pub(super) words: String,
    /// With the names of months cut short.
    short: String,
    pub(super) html: String,
}

impl DateView {
    pub(super) fn new(scene: &Scene<'_>, date: &Date) -> Self {
        let language = scene.messages.dates();
        let (words, short) = (date.words_in(language), date.short_words_in(language));
        DateView { words, short, html: date_html(date, language) }
    }

    pub(super) fn some(scene: &Scene<'_>, date: Option<&Date>) -> Option<Self> {
        date.map(|date| DateView::new(scene, date))
    }
}

/// A date as HTML. Only a language's words for dates could hold something that has to be escaped.
fn date_html(date: &Date, language: &DateWords) -> String {
    let mut html = String::with_capacity(100);
    for DatePart { words, datetime } in date.parts_in(language) {
        let words = escaped(&words);
        let written = match datetime {
            Some(datetime) => write!(html, "<time datetime=\"{datetime}\">{words}</time>"),
            None => html.write_str(&words),
        };
        // Writing to a text never fails.
        let _ = written;
    }
    html
}

/// How a letter puts the progress.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ProgressView {
    words: String,
}

impl From<&Progress> for ProgressView {
    fn from(progress: &Progress) -> Self {
        // What the words come to is a label of ours, which no page shows.
        let Progress { words, level: _ } = progress;
        ProgressView { words: words.clone() }
    }
}

/// What somebody said, as a letter prints it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct QuoteView {
    words: String,
    speaker: Option<String>,
}

impl From<&Quote> for QuoteView {
    fn from(quote: &Quote) -> Self {
        let Quote { words, speaker } = quote;
        QuoteView { words: words.clone(), speaker: speaker.as_deref().map(capital) }
    }
}

/// A text with a capital at its start, and the rest as it is.
pub(in crate::render) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text with a small letter at its start, and the rest as it is.
pub(in crate::render) fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A letter that is named where something else is shown.
pub(super) fn letter_link(scene: &Scene<'_>, id: LetterId) -> ViewValue<LetterLink> {
    scene.shared.letter(id, || ViewValue::new(&LetterLink::new(scene, id)))
}

/// What is said of a letter that is named. Pages name many, so this is small.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LetterLink {
    path: String,
    /// 'Monitoring visit 6'.
    name: String,
    /// The same with the areas, where they are few: 'Monitoring visit 6: early help'.
    heading: String,
    authorities: Vec<ViewValue<LinkView>>,
    on_site_words: String,
    dated_words: String,
    /// 'Visited 23–24 January 2018'.
    visited: String,
    /// 'letter dated 15 February 2018'.
    letter_dated: String,
}

impl LetterLink {
    fn new(scene: &Scene<'_>, id: LetterId) -> Self {
        let letter = scene.archive.letter(id);
        let name = scene.letter_name(letter);
        let (on_site, dated) = (scene.date(&letter.on_site), scene.date(&letter.dated));
        LetterLink {
            path: Route::letter(letter).path().to_owned(),
            heading: heading_on_page(scene, &name, &letter.areas),
            name,
            authorities: sent_to(scene, id),
            visited: scene.say(Message::visited, &[("date", (&on_site).into())]),
            letter_dated: scene.say(Message::letter_dated_small, &[("date", (&dated).into())]),
            on_site_words: on_site,
            dated_words: dated,
        }
    }
}

/// A letter in a list of letters.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LetterRow {
    #[serde(flatten)]
    link: LetterLink,
    /// Its anchor on a timeline.
    anchor: String,
    kind: ViewValue<WordView>,
    on_site: DateView,
    dated: DateView,
    /// 'Visited 23–24 January 2018', and 'letter dated 15 February 2018'.
    visited_html: String,
    letter_dated_html: String,
    areas: Vec<String>,
    progress: Option<ProgressView>,
    counts: CountsView,
}

impl LetterRow {
    pub(super) fn new(scene: &Scene<'_>, id: LetterId) -> Self {
        let letter = scene.archive.letter(id);
        let polarities = letter.findings.iter().map(|finding| finding.polarity);
        let (on_site, dated) =
            (DateView::new(scene, &letter.on_site), DateView::new(scene, &letter.dated));
        LetterRow {
            link: LetterLink::new(scene, id),
            anchor: format!("section-{}-{}", letter.folder, letter.slug),
            kind: WordView::new(scene, letter.kind),
            visited_html: html(scene.messages, Message::visited, "date", &on_site.html),
            letter_dated_html: html(
                scene.messages,
                Message::letter_dated_small,
                "date",
                &dated.html,
            ),
            on_site,
            dated,
            areas: letter.areas.clone(),
            progress: letter.progress.as_ref().map(ProgressView::from),
            counts: CountsView::new(scene, PolarityCounts::of(polarities)),
        }
    }
}

/// Links to the authorities that a letter was sent to.
pub(super) fn sent_to(scene: &Scene<'_>, id: LetterId) -> Vec<ViewValue<LinkView>> {
    let authorities = scene.indexes.sent_to[id.0].iter();
    authorities.map(|&authority| scene.shared.authority(authority)).collect()
}

/// The names of the authorities that a letter was sent to, in words.
pub(super) fn names_of_authorities(material: &Material<'_>, id: LetterId) -> String {
    let name = |&authority: &AuthorityId| material.archive.authority(authority).name.as_str();
    let names: Vec<&str> = material.indexes.sent_to[id.0].iter().map(name).collect();
    names.join(material.text(Message::separator_last))
}

/// A name with the areas covered, where these fit a heading.
pub(in crate::render) fn heading(scene: &Scene<'_>, name: &str, areas: &[String]) -> String {
    const LONGEST: usize = 70;
    let length = areas.iter().map(|area| area.len() + ", ".len()).sum::<usize>();
    if areas.is_empty() || length > LONGEST + ", ".len() {
        name.to_owned()
    } else {
        let areas = areas.join(scene.text(Message::separator));
        scene.say(Message::heading_with_areas, &[("name", name.into()), ("areas", (&areas).into())])
    }
}

/// The same for pages, where a name is not parted at the end of a line, if it is not too long for a line of a phone.
pub(super) fn heading_on_page(scene: &Scene<'_>, name: &str, areas: &[String]) -> String {
    const LONGEST: usize = 20;
    if name.chars().count() > LONGEST {
        heading(scene, name, areas)
    } else {
        heading(scene, &name.replace(' ', "\u{a0}"), areas)
    }
}

/// What to call visits of which nothing is known: 'Monitoring visits 2 to 4'.
pub(in crate::render) fn missing_visits(scene: &Scene<'_>, gap: &Gap) -> String {
    let kinds = match gap.first == gap.last {
        true => usual_kind(&scene.archive.vocabulary),
        false => usual_kinds(&scene.archive.vocabulary),
    };
    let arguments =
        [("kind", kinds.into()), ("first", gap.first.into()), ("last", gap.last.into())];
    match gap.first == gap.last {
        true => scene.say(Message::visit_missing, &arguments),
        false => scene.say(Message::visits_missing, &arguments),
    }
}

/// A link to a topic by its slug, where the archive has it.
pub(super) fn topic_link(scene: &Scene<'_>, slug: &Slug) -> Option<ViewValue<LinkView>> {
    scene.indexes.topic_id(slug).map(|id| scene.shared.topic(id))
}

/// What to call a letter away from its authority's pages: 'Sunderland: monitoring visit 6'.
pub(in crate::render) fn full_title(
    material: &Material<'_>,
    id: LetterId,
    letter: &Letter,
) -> String {
    let authorities = names_of_authorities(material, id);
    let name = small(&material.letter_name(letter));
    let arguments = [("authorities", (&authorities).into()), ("name", (&name).into())];
    material.say(Message::letter_title, &arguments)
}

/// What a visit is called that nothing more is known of.
pub(in crate::render) fn usual_kind(vocabulary: &Vocabulary) -> &str {
    vocabulary.usual_kind().map_or("", |kind| vocabulary.label(kind))
}

/// What several are called.
fn usual_kinds(vocabulary: &Vocabulary) -> &str {
    vocabulary.usual_kind().map_or("", |kind| &vocabulary[kind].plural)
}
