//! An authority's timeline, period by period.

use schemars::JsonSchema;
use serde::Serialize;

use super::finding::FindingView;
use super::parts::{
    DateView, LetterLink, LetterRow, ProgressView, QuoteView, heading_on_page, letter_link,
    missing_visits, usual_kind,
};
use super::view_value::ViewValue;
use super::word::WordView;
use crate::index::{Gap, Period, TimelineEntry, key_findings};
use crate::model::{
    Authority, AuthorityId, Event, FindingId, Inspection, KnownVisit, LetterId, Message,
};
use crate::render::judgement::{led_by, opening_areas, without_overall};
use crate::render::page_context::Scene;

/// From one inspection to the next.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PeriodView {
    /// Its anchor on the page.
    id: String,
    /// The number of the monitoring cycle, where it is one.
    cycle: Option<usize>,
    /// When the inspection that it starts with was published, or was.
    since: Option<DateView>,
    /// The year of that, and the overall judgement.
    year: Option<i16>,
    overall: Option<ViewValue<WordView>>,
    /// Whether that is when its report was published.
    since_publication: bool,
    /// When the inspection that it ends with was published, or was.
    until: Option<DateView>,
    entries: Vec<EntryView>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum EntryView {
    Inspection(InspectionView),
    Letter(Box<LetterEntryView>),
    Visit(VisitView),
    Event(EventView),
    Gap(GapView),
}

#[derive(Debug, Serialize, JsonSchema)]
struct LetterEntryView {
    letter: LetterRow,
    /// 'Read all 12 findings', and which letter they are of: 'of monitoring visit 6, 23 January 2018'.
    read_all: String,
    of_letter: String,
    /// The findings that stand for it.
    key_findings: Vec<FindingView>,
    /// The first thing that somebody says in it.
    quote: Option<QuoteView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct InspectionView {
    id: String,
    date: DateView,
    on_site: Option<DateView>,
    published: Option<DateView>,
    framework: Option<ViewValue<WordView>>,
    overall: Option<ViewValue<WordView>>,
    /// What is said where there is none: 'No overall grade is given since April 2026'.
    without_overall: Option<String>,
    /// 'Inadequate: leadership, care leavers', where the overall grade does not say so.
    opening_areas: Option<String>,
    judgements: Vec<AreaView>,
    /// 'Led by Margaret Burke and Ann Example'.
    led_by: Option<String>,
    /// As the report lists it.
    needs_to_improve: Vec<String>,
    opens_a_cycle: bool,
    url: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AreaView {
    area: ViewValue<WordView>,
    grade: ViewValue<WordView>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct VisitView {
    name: String,
    heading: String,
    on_site: Option<DateView>,
    published: Option<DateView>,
    areas: Vec<String>,
    progress: Option<ProgressView>,
    note_html: Option<String>,
    url: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct EventView {
    date: DateView,
    html: String,
    /// The letter where it is stated.
    letter: Option<ViewValue<LetterLink>>,
    url: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct GapView {
    /// 'Monitoring visits 2 to 4'.
    heading: String,
    /// What is known of the letters of first visits, where this is one.
    first_visits: Option<String>,
    first: u32,
    last: u32,
    count: u32,
    after: Option<DateView>,
    before: DateView,
}

pub(super) fn timeline(scene: &Scene<'_>, id: AuthorityId) -> Vec<PeriodView> {
    let periods = &scene.indexes.authority(id).periods;
    let newer = std::iter::once(None).chain(periods.iter().map(Some));
    periods.iter().zip(newer).map(|(period, newer)| period_view(scene, id, period, newer)).collect()
}

fn period_view(
    scene: &Scene<'_>,
    id: AuthorityId,
    period: &Period,
    newer: Option<&Period>,
) -> PeriodView {
    let inspections = &scene.archive.authority(id).inspections;
    let opening = |period: &Period| period.inspection.map(|index| &inspections[index]);
    let inspection = opening(period);
    let entries = period.entries.iter().map(|entry| entry_view(scene, id, entry));
    PeriodView {
        id: match inspection {
            Some(inspection) => format!("section-since-{}", inspection.date.earliest()),
            None => "section-before-inspections".to_owned(),
        },
        cycle: period.cycle,
        since: inspection.map(|it| published(scene, it)),
        year: inspection.map(|it| it.published.as_ref().unwrap_or(&it.date).year()),
        overall: inspection
            .and_then(|inspection| inspection.overall)
            .map(|it| WordView::new(scene, it)),
        since_publication: inspection.is_some_and(|inspection| inspection.published.is_some()),
        until: newer.and_then(opening).map(|it| published(scene, it)),
        entries: entries.collect(),
    }
}

fn published(scene: &Scene<'_>, inspection: &Inspection) -> DateView {
    DateView::new(scene, inspection.published.as_ref().unwrap_or(&inspection.date))
}

fn entry_view(scene: &Scene<'_>, id: AuthorityId, entry: &TimelineEntry) -> EntryView {
    let authority = scene.archive.authority(id);
    match entry {
        TimelineEntry::Inspection(place) => {
            EntryView::Inspection(inspection_view(scene, &authority.inspections[*place]))
        }
        TimelineEntry::Letter(letter) => EntryView::Letter(Box::new(letter_view(scene, *letter))),
        TimelineEntry::KnownVisit(place) => {
            EntryView::Visit(visit_view(scene, authority, &authority.visits[*place]))
        }
        TimelineEntry::Event(place) => {
            EntryView::Event(event_view(scene, id, &authority.events[*place]))
        }
        TimelineEntry::Gap(gap) => EntryView::Gap(gap_view(scene, gap)),
    }
}

fn letter_view(scene: &Scene<'_>, id: LetterId) -> LetterEntryView {
    let letter = scene.archive.letter(id);
    let key_findings = key_findings(letter).into_iter();
    let (name, date) = (scene.letter_name(letter), scene.date(&letter.on_site));
    let named = [("letter", (&name).into()), ("date", (&date).into())];
    let count = [("count", letter.findings.len().into())];
    LetterEntryView {
        letter: LetterRow::new(scene, id),
        read_all: scene.say(Message::read_all_findings, &count),
        of_letter: scene.say(Message::of_letter, &named),
        key_findings: key_findings
            .map(|place| FindingView::new(scene, FindingId::new(id, place)))
            .collect(),
        quote: letter.quotes.first().map(QuoteView::from),
    }
}

fn inspection_view(scene: &Scene<'_>, inspection: &Inspection) -> InspectionView {
    let judgements = inspection.judgements.iter();
    InspectionView {
        id: format!("section-inspection-{}", inspection.date.earliest()),
        date: DateView::new(scene, &inspection.date),
        on_site: DateView::some(scene, inspection.on_site.as_ref()),
        published: DateView::some(scene, inspection.published.as_ref()),
        framework: inspection.framework.map(|it| WordView::new(scene, it)),
        overall: inspection.overall.map(|it| WordView::new(scene, it)),
        without_overall: without_overall(scene, inspection),
        opening_areas: opening_areas(scene, inspection),
        judgements: judgements
            .map(|&(area, grade)| AreaView {
                area: WordView::new(scene, area),
                grade: WordView::new(scene, grade),
            })
            .collect(),
        led_by: led_by(scene, inspection),
        needs_to_improve: inspection.needs_to_improve.clone(),
        opens_a_cycle: inspection.opens_a_cycle(&scene.archive.vocabulary),
        url: inspection.url.clone(),
    }
}

fn visit_view(scene: &Scene<'_>, authority: &Authority, visit: &KnownVisit) -> VisitView {
    let kind = usual_kind(&scene.archive.vocabulary);
    let name = visit.visit.map_or_else(|| kind.to_owned(), |number| format!("{kind} {number}"));
    let note = visit.note.as_ref();
    VisitView {
        heading: heading_on_page(scene, &name, &visit.areas),
        name,
        on_site: DateView::some(scene, visit.on_site.as_ref()),
        published: DateView::some(scene, visit.published.as_ref()),
        areas: visit.areas.clone(),
        progress: visit.progress.as_ref().map(ProgressView::from),
        note_html: note.map(|note| scene.inline(&authority.source.path, note)),
        url: visit.url.clone(),
    }
}

fn event_view(scene: &Scene<'_>, id: AuthorityId, event: &Event) -> EventView {
    let mut letters = scene.indexes.authority(id).letters.iter().copied();
    let stated_in = event.letter.as_ref();
    let letter = letters.find(|&letter| Some(&scene.archive.letter(letter).slug) == stated_in);
    EventView {
        date: DateView::new(scene, &event.date),
        html: scene.inline(&scene.archive.authority(id).source.path, &event.text),
        letter: letter.map(|letter| letter_link(scene, letter)),
        url: event.url.clone(),
    }
}

fn gap_view(scene: &Scene<'_>, gap: &Gap) -> GapView {
    let vocabulary = &scene.archive.vocabulary;
    GapView {
        heading: missing_visits(scene, gap),
        first_visits: vocabulary.first_visits_about.clone().filter(|_| gap.first == 1),
        first: gap.first,
        last: gap.last,
        count: gap.last - gap.first + 1,
        after: DateView::some(scene, gap.after.as_ref()),
        before: DateView::new(scene, &gap.before),
    }
}
