//! Who is monitored now: since which inspection, why, and which visits are known of.

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{DateView, LinkView};
use super::shell::Shell;
use super::view_value::ViewValue;
use super::word::WordView;
use crate::index::{Period, TimelineEntry};
use crate::model::{AuthorityId, Date, Message};
use crate::render::Sheet;
use crate::render::judgement::without_overall;
use crate::render::page_context::Scene;

/// An authority that is monitored.
#[derive(Debug, Serialize, JsonSchema)]
struct MonitoredView {
    authority: LinkView,
    region: Option<String>,
    /// When the report was published that opened the cycle; or else the inspection.
    since: DateView,
    /// The overall grade of that inspection, and what is said where there is none.
    overall: Option<ViewValue<WordView>>,
    without_overall: Option<String>,
    /// The areas with a grade that opens monitoring.
    areas: Vec<String>,
    /// The address of the report.
    source: Option<String>,
    /// How many visits since are known of, with their letter here or without.
    visits: usize,
    /// The highest number that one of them has.
    last_number: Option<u32>,
    /// How many of their letters are here.
    letters: usize,
    /// The last visit.
    last: Option<DateView>,
    /// How long before the newest date of the content it was: '14 months'.
    months: Option<String>,
}

/// Who is monitored now.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct MonitoredPage {
    authorities: Vec<MonitoredView>,
    /// The newest date of the content, which 'now' is.
    as_of: Option<DateView>,
}

pub(super) fn monitored(scene: &Scene<'_>) -> Sheet {
    let newest = newest(scene);
    let authorities = scene.indexes.monitored(scene.archive).into_iter();
    let seen = MonitoredPage {
        authorities: authorities.filter_map(|id| view(scene, id, newest.as_ref())).collect(),
        as_of: DateView::some(scene, newest.as_ref()),
    };
    let shell = Shell::new(scene, scene.text(Message::monitored_now))
        .description(scene.text(Message::monitored_about))
        .below_home();
    Sheet::new(shell, &seen)
}

fn view(scene: &Scene<'_>, id: AuthorityId, newest: Option<&Date>) -> Option<MonitoredView> {
    let authority = scene.archive.authority(id);
    let period = scene.indexes.authority(id).periods.first()?;
    let inspection = &authority.inspections[period.inspection?];
    let vocabulary = &scene.archive.vocabulary;
    let judged = inspection.judgements.iter();
    let areas = judged.filter(|(_, grade)| vocabulary[*grade].opens_monitoring);
    let numbered = period.numbered_visits(scene.archive, authority);
    let visits = visits(scene, id, period);
    let last = visits.first().map(|(date, _)| *date);
    let months = last.zip(newest).map(|(last, newest)| {
        let months = months_between(last.latest(), newest.earliest());
        scene.say(Message::months, &[("count", months.into())])
    });
    Some(MonitoredView {
        authority: LinkView::authority(authority),
        region: authority.region.map(|region| scene.label(region).to_owned()),
        since: DateView::new(scene, inspection.published.as_ref().unwrap_or(&inspection.date)),
        overall: inspection.overall.map(|grade| WordView::new(scene, grade)),
        without_overall: without_overall(scene, inspection),
        areas: areas.map(|(area, _)| scene.label(*area).to_owned()).collect(),
        source: inspection.url.clone(),
        visits: visits.len(),
        last_number: numbered.iter().map(|visit| visit.number).max(),
        letters: visits.iter().filter(|(_, has_letter)| *has_letter).count(),
        last: DateView::some(scene, last),
        months,
    })
}

/// The monitoring visits of a cycle, newest first, each with whether its letter is here.
fn visits<'s>(scene: &Scene<'s>, id: AuthorityId, period: &'s Period) -> Vec<(&'s Date, bool)> {
    let authority = scene.archive.authority(id);
    let visit = |entry: &TimelineEntry| match *entry {
        TimelineEntry::Letter(id) => {
            let letter = scene.archive.letter(id);
            scene.archive.vocabulary[letter.kind].is_numbered.then_some((&letter.on_site, true))
        }
        TimelineEntry::KnownVisit(index) => Some((&authority.visits[index].date, false)),
        TimelineEntry::Inspection(_) | TimelineEntry::Event(_) | TimelineEntry::Gap(_) => None,
    };
    period.entries.iter().filter_map(visit).collect()
}

/// The newest date of letters, inspections and known visits. Of one that is not exact it is the first day that counts.
fn newest(scene: &Scene<'_>) -> Option<Date> {
    let archive = scene.archive;
    let letters = archive.letters.iter().map(|letter| &letter.dated);
    let authorities = archive.authorities.iter();
    let others = authorities.flat_map(|authority| {
        let inspections = authority.inspections.iter();
        let inspections = inspections.map(|it| it.published.as_ref().unwrap_or(&it.date));
        inspections.chain(authority.visits.iter().map(|visit| &visit.date))
    });
    letters.chain(others).max_by_key(|date| date.earliest()).cloned()
}

/// Whole months from one day to another; 0 where that is earlier.
fn months_between(from: civil::Date, to: civil::Date) -> i32 {
    let of = |day: civil::Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let months = of(to) - of(from) - i32::from(to.day() < from.day());
    months.max(0)
}
