//! A letter's page.

use schemars::JsonSchema;
use serde::Serialize;

use super::counts::CountsView;
use super::edit_links::edit_url;
use super::facts::{FactView, facts};
use super::finding::FindingView;
use super::parts::{
    DateView, LetterLink, LinkView, ProgressView, QuoteView, full_title, heading_on_page,
    letter_link, sent_to, topic_link,
};
use super::quotation::{QuotationView, quotations};
use super::revisited::{RevisitedView, revisited};
use super::shell::Shell;
use super::structured;
use super::view_value::ViewValue;
use super::word::{WordView, better_view};
use crate::index::PolarityCounts;
use crate::model::{Authority, AuthorityId, FindingId, LetterId, Measure, Message, Slug};
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::facts::of_letter;
use crate::render::page_context::Scene;

#[derive(Debug, Serialize, JsonSchema)]
struct LetterView {
    /// 'Monitoring visit 6'.
    name: String,
    /// The same with the areas, where they are few.
    heading: String,
    path: String,
    kind: ViewValue<WordView>,
    visit: Option<u32>,
    authorities: Vec<ViewValue<LinkView>>,
    on_site: DateView,
    dated: DateView,
    areas: Vec<String>,
    /// What is known of it, in the order in which it is shown.
    facts: Vec<FactView>,
    progress: Option<ProgressView>,
    /// The paragraph that the summary begins with.
    lead_html: String,
    /// What follows.
    rest_html: String,
    counts: CountsView,
    findings: Vec<ViewValue<FindingView>>,
    by_topic: Vec<TopicFindingsView>,
    measures: Vec<MeasureView>,
    quotes: Vec<QuoteView>,
    /// The letters before and after it.
    neighbours: Vec<NeighboursView>,
    /// Earlier letters, and the topics that they had findings on too.
    revisited: Vec<RevisitedView>,
    /// Whether it is not published yet.
    draft: bool,
    /// The regulator's own copy.
    url: Option<String>,
    /// The letter's own text, where the site has that.
    text_path: Option<String>,
    /// Where its file can be edited.
    edit_url: Option<String>,
    /// The page's text as Markdown.
    markdown_path: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MeasureView {
    id: String,
    label: String,
    topic: Option<ViewValue<LinkView>>,
    better: WordView,
    points: Vec<MeasurePointView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MeasurePointView {
    date: DateView,
    words: String,
}

/// The findings of the letter whose main topic is the same.
#[derive(Debug, Serialize, JsonSchema)]
struct TopicFindingsView {
    topic: Option<ViewValue<LinkView>>,
    /// Their places in `findings`.
    places: Vec<usize>,
}

/// The letters before and after it, of one authority that it was sent to.
#[derive(Debug, Serialize, JsonSchema)]
struct NeighboursView {
    authority: ViewValue<LinkView>,
    /// 'Letters to Sunderland'.
    letters_to: String,
    previous: Option<ViewValue<LetterLink>>,
    next: Option<ViewValue<LetterLink>>,
}

/// A letter's page.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct LetterPage {
    letter: LetterView,
}

pub(super) fn letter(scene: &Scene<'_>, id: LetterId) -> Sheet {
    let letter = scene.archive.letter(id);
    let (lead_html, rest_html) = scene.lead_and_rest(&letter.source.path, &letter.body);
    let at_home = |(place, quotations): (usize, Vec<QuotationView>)| {
        ViewValue::new(&FindingView::at_home(scene, FindingId::new(id, place), quotations))
    };
    let findings: Vec<ViewValue<FindingView>> =
        quotations(scene, id).into_iter().enumerate().map(at_home).collect();
    let polarities = letter.findings.iter().map(|finding| finding.polarity);
    let text = scene.settings.published_text(letter);
    let view = LetterView {
        name: scene.letter_name(letter),
        heading: heading_on_page(scene, &scene.letter_name(letter), &letter.areas),
        path: Route::letter(letter).path().to_owned(),
        kind: WordView::new(scene, letter.kind),
        visit: letter.visit,
        authorities: sent_to(scene, id),
        on_site: DateView::new(scene, &letter.on_site),
        dated: DateView::new(scene, &letter.dated),
        areas: letter.areas.clone(),
        facts: facts(scene, of_letter(scene, id)),
        progress: letter.progress.as_ref().map(ProgressView::from),
        lead_html,
        rest_html,
        counts: CountsView::new(scene, PolarityCounts::of(polarities)),
        by_topic: by_topic(scene, id),
        measures: letter.measures.iter().map(|measure| measure_view(scene, measure)).collect(),
        quotes: letter.quotes.iter().map(QuoteView::from).collect(),
        neighbours: neighbours(scene, id),
        revisited: revisited(scene, id, &findings),
        findings,
        draft: letter.draft,
        url: letter.url().map(str::to_owned),
        text_path: text.map(|_| Route::letter_text(letter).path().to_owned()),
        edit_url: edit_url(scene, &letter.source.path),
        markdown_path: Route::twin(scene.route).path().to_owned(),
    };
    let title = full_title(scene, id, letter);
    let sent_to: Vec<&Authority> = scene.indexes.sent_to[id.0]
        .iter()
        .map(|&authority| scene.archive.authority(authority))
        .collect();
    let mut shell = Shell::new(scene, &*title)
        .description(&*letter.body.lead)
        .article()
        .alternate(
            "text/markdown",
            scene.text(Message::page_as_markdown),
            &Route::twin(scene.route),
        )
        .thing(structured::report(scene, letter, &title, &sent_to))
        .below(scene.text(Message::authorities), &Route::new("/authorities/"));
    // A letter to two stands below the one in whose folder it is.
    let home = sent_to.iter().find(|it| it.slug == letter.folder).or(sent_to.first());
    if let Some(authority) = home {
        shell = shell.below(&*authority.name, &Route::authority(authority));
    }
    Sheet::new(shell, &LetterPage { letter: view })
}

/// Topics in the order in which the letter comes to them.
fn by_topic(scene: &Scene<'_>, id: LetterId) -> Vec<TopicFindingsView> {
    let view = |(topic, places): (Option<&Slug>, Vec<usize>)| TopicFindingsView {
        topic: topic.and_then(|slug| topic_link(scene, slug)),
        places,
    };
    scene.archive.letter(id).findings_by_topic().into_iter().map(view).collect()
}

fn measure_view(scene: &Scene<'_>, measure: &Measure) -> MeasureView {
    let points = measure.points.iter().map(|point| MeasurePointView {
        date: DateView::new(scene, &point.date),
        words: measure.unit.words_in(point.value, scene.messages),
    });
    MeasureView {
        id: format!("measure-{}", measure.id),
        label: measure.label.clone(),
        topic: measure.topic.as_ref().and_then(|slug| topic_link(scene, slug)),
        better: better_view(scene, measure.better),
        points: points.collect(),
    }
}

fn neighbours(scene: &Scene<'_>, id: LetterId) -> Vec<NeighboursView> {
    let of_authority = |&authority: &AuthorityId| {
        let letters = &scene.indexes.authority(authority).letters;
        let place = letters.iter().position(|&letter| letter == id)?;
        let row = |place: usize| letters.get(place).map(|&letter| letter_link(scene, letter));
        let view = NeighboursView {
            authority: scene.shared.authority(authority),
            letters_to: scene.say(
                Message::letters_to,
                &[("authority", (&scene.archive.authority(authority).name).into())],
            ),
            previous: place.checked_sub(1).and_then(row),
            next: row(place + 1),
        };
        (view.previous.is_some() || view.next.is_some()).then_some(view)
    };
    scene.indexes.sent_to[id.0].iter().filter_map(of_authority).collect()
}
