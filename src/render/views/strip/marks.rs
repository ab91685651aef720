//! What stands on the strip: inspections, letters, visits without their letter, gaps.

use schemars::JsonSchema;
use serde::Serialize;

use super::axis::Axis;
use super::below::Below;
use crate::index::{Gap, Period, TimelineEntry};
use crate::model::{Argument, Authority, AuthorityId, Date, Inspection, Letter, Message};
use crate::render::judgement::judgement;
use crate::render::page_context::Scene;
use crate::render::views::parts::capital;

/// More missing visits than this are a dotted line alone.
const DOTS_AT_MOST: i32 = 12;

/// The longest name of an area that stands beside a visit's number.
const LONGEST_AREA: usize = 24;

/// From one inspection to the next, oldest first.
pub(super) struct Stretch {
    pub(super) is_cycle: bool,
    pub(super) marks: Vec<StripMark>,
}

/// One thing on the strip.
pub(super) struct StripMark {
    pub(super) kind: MarkKind,
    /// None for a gap, which has only the visits around it.
    pub(super) when: Option<Date>,
    /// The visit's number in its cycle.
    pub(super) number: Option<u32>,
    /// How many visits a gap stands for.
    count: i32,
    /// 'Visit 6 · Early help'.
    pub(super) name: String,
    /// What stands below it.
    pub(super) below: Below,
}

/// What a mark looks like; the most important first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum MarkKind {
    Inspection,
    Letter,
    Visit,
    Gap,
}

/// A mark to draw. Where the day is not known it is a span.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MarkView {
    kind: MarkKind,
    is_span: bool,
    /// Its middle.
    pub(super) x: i32,
    from: i32,
    width: i32,
}

/// A mark with its place on the axis: one to draw, and for a gap one for each visit.
pub(super) struct Placed<'a> {
    pub(super) mark: &'a StripMark,
    pub(super) x: i32,
    pub(super) views: Vec<MarkView>,
}

impl StripMark {
    /// Whether it has a date of its own.
    pub(super) fn is_dated(&self) -> bool {
        self.when.is_some()
    }

    /// What it shows, for those who do not see it.
    pub(super) fn sentence(&self, scene: &Scene<'_>) -> String {
        let when = self.when.as_ref().map(|when| scene.date(when));
        let more = self.below.said();
        let mut arguments: Vec<(&str, Argument<'_>)> = vec![("mark", (&self.name).into())];
        arguments.extend(when.iter().map(|when| ("date", when.into())));
        arguments.extend(more.iter().map(|more| ("more", more.into())));
        let message = match (&when, &more) {
            (None, None) => Message::strip_mark,
            (Some(_), None) => Message::strip_mark_dated,
            (None, Some(_)) => Message::strip_mark_more,
            (Some(_), Some(_)) => Message::strip_mark_dated_more,
        };
        scene.say(message, &arguments)
    }
}

/// The authority's periods as marks.
pub(super) fn stretches(scene: &Scene<'_>, id: AuthorityId) -> Vec<Stretch> {
    let authority = scene.archive.authority(id);
    let stretch = |period: &Period| Stretch {
        is_cycle: period.cycle.is_some(),
        marks: period
            .entries
            .iter()
            .rev()
            .filter_map(|entry| mark(scene, authority, entry))
            .collect(),
    };
    scene.indexes.authority(id).periods.iter().rev().map(stretch).collect()
}

fn mark(scene: &Scene<'_>, authority: &Authority, entry: &TimelineEntry) -> Option<StripMark> {
    Some(match entry {
        TimelineEntry::Inspection(place) => {
            let inspection = &authority.inspections[*place];
            StripMark {
                kind: MarkKind::Inspection,
                when: Some(inspection.date.clone()),
                number: None,
                count: 1,
                name: scene.text(Message::inspection).to_owned(),
                below: of_inspection(scene, inspection),
            }
        }
        TimelineEntry::Letter(letter) => of_letter(scene, scene.archive.letter(*letter)),
        TimelineEntry::KnownVisit(place) => {
            let visit = &authority.visits[*place];
            StripMark {
                kind: MarkKind::Visit,
                when: Some(visit.date.clone()),
                number: visit.visit,
                count: 1,
                name: match visit.visit {
                    None => scene.text(Message::strip_visit).to_owned(),
                    Some(number) => numbered(scene, number),
                },
                below: Below::words(scene.text(Message::strip_not_summarised)),
            }
        }
        TimelineEntry::Gap(gap) => of_gap(scene, gap),
        TimelineEntry::Event(_) => return None,
    })
}

fn of_inspection(scene: &Scene<'_>, inspection: &Inspection) -> Below {
    let judged = judgement(scene, inspection);
    match judged.first() {
        Some(drawn) => Below::Words { drawn: drawn.clone(), said: judged.join(". ") },
        None => Below::Nothing,
    }
}

fn numbered(scene: &Scene<'_>, number: u32) -> String {
    scene.say(Message::strip_visit_number, &[("number", number.into())])
}

fn of_letter(scene: &Scene<'_>, letter: &Letter) -> StripMark {
    let number = letter.number_in_cycle(&scene.archive.vocabulary);
    let name = number.map_or_else(|| scene.letter_name(letter), |number| numbered(scene, number));
    let date = letter.on_site.short_words_in(scene.messages.dates());
    StripMark {
        kind: MarkKind::Letter,
        when: Some(letter.on_site.clone()),
        number,
        count: 1,
        name: match &letter.areas[..] {
            [area] if area.chars().count() <= LONGEST_AREA => {
                let area = capital(area);
                let arguments = [("visit", (&name).into()), ("area", (&area).into())];
                scene.say(Message::strip_visit_area, &arguments)
            }
            _ => name,
        },
        below: match &letter.progress {
            Some(progress) => {
                let words = scene.say(Message::quoted, &[("words", (&progress.words).into())]);
                Below::Quoted { words, date }
            }
            None => Below::Date(date),
        },
    }
}

fn of_gap(scene: &Scene<'_>, gap: &Gap) -> StripMark {
    let name = match gap.first {
        first if first == gap.last => numbered(scene, first),
        first => {
            let arguments = [("first", first.into()), ("last", gap.last.into())];
            scene.say(Message::strip_visits, &arguments)
        }
    };
    StripMark {
        kind: MarkKind::Gap,
        when: None,
        number: None,
        count: i32::try_from(gap.last - gap.first + 1).unwrap_or(i32::MAX),
        name,
        below: Below::words(scene.text(Message::strip_nothing_known)),
    }
}

/// Every mark at its place. Those of a gap stand evenly between the visits around it.
pub(super) fn placed<'a>(axis: &Axis, stretches: &'a [Stretch]) -> Vec<Placed<'a>> {
    let mut all = Vec::new();
    for Stretch { marks, is_cycle: _ } in stretches {
        for (index, mark) in marks.iter().enumerate() {
            let beside = |mark: Option<&StripMark>| {
                mark.and_then(|mark| mark.when.as_ref()).map(|when| axis.middle(when))
            };
            all.extend(match &mark.when {
                Some(when) => Some(dated(axis, mark, when)),
                None => between(
                    mark,
                    beside(index.checked_sub(1).and_then(|before| marks.get(before))),
                    beside(marks.get(index + 1)),
                ),
            });
        }
    }
    all
}

fn dated<'a>(axis: &Axis, mark: &'a StripMark, when: &Date) -> Placed<'a> {
    let (from, to) = (axis.x(when.earliest()), axis.x(when.latest()));
    let x = axis.middle(when);
    let is_span = !when.is_exact();
    Placed {
        mark,
        x,
        views: vec![MarkView { kind: mark.kind, is_span, x, from, width: to - from }],
    }
}

fn between(mark: &StripMark, before: Option<i32>, after: Option<i32>) -> Option<Placed<'_>> {
    let (before, after) = (before?, after?);
    let dot = |number: i32| {
        let x = before + (after - before) * number / (mark.count + 1);
        MarkView { kind: mark.kind, is_span: false, x, from: x, width: 0 }
    };
    let dots = if mark.count <= DOTS_AT_MOST { mark.count } else { 0 };
    Some(Placed { mark, x: i32::midpoint(before, after), views: (1..=dots).map(dot).collect() })
}
