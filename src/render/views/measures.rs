//! Measures as series, of one authority or of all.

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::{ChartView, chart};
use super::pagination::{PaginationView, title_of_page};
use super::parts::{DateView, LetterLink, LinkView, letter_link, topic_link};
use super::shell::Shell;
use super::structured;
use super::view_value::ViewValue;
use super::word::WordView;
use crate::index::{Series, SeriesPoint};
use crate::model::{AuthorityId, Better, ClosedSet, Settings, Unit};
use crate::plan::{DataTable, ListPage, Route};
use crate::render::Sheet;
use crate::render::page_context::Scene;
use crate::render::regulator;

/// What the page is, also for search engines that list data.
fn description(settings: &Settings) -> String {
    let service = regulator::service(settings).map(|it| format!(" of {it}")).unwrap_or_default();
    format!("Figures that inspectors’ letters state{service}, over time, authority by authority.")
}

/// A measure over time, as letters state it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SeriesView {
    /// Its anchor on the authority's page.
    id: String,
    label: String,
    unit: WordView,
    better: WordView,
    topic: Option<ViewValue<LinkView>>,
    points: Vec<PointView>,
    chart: ChartView,
    /// From the first value to the last: 'up 20 points', 'down 394'. None for a single value.
    change: Option<String>,
    /// 'lower is better', where more looks better and is not.
    hint: Option<&'static str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PointView {
    date: DateView,
    /// '69%'
    words: String,
    /// Whether another letter states another value for this date.
    is_disputed: bool,
    letter: ViewValue<LetterLink>,
    /// When the letter is dated, with the names of months cut short.
    letter_dated: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AuthoritySeries {
    authority: LinkView,
    series: Vec<SeriesView>,
}

/// Measures of all authorities.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct MeasuresPage {
    authorities: Vec<AuthoritySeries>,
    pagination: PaginationView,
}

pub(super) fn measures(scene: &Scene<'_>, page: ListPage) -> Sheet {
    let authorities: Vec<AuthoritySeries> = page
        .of(&scene.indexes.measured)
        .iter()
        .map(|&id| AuthoritySeries {
            authority: LinkView::authority(scene.archive.authority(id)),
            series: series_of(scene, id),
        })
        .collect();
    let files = [("Measures", Route::data_table(DataTable::Measures))];
    let description = description(scene.settings);
    let shell = Shell::new(scene, title_of_page("Measures", page))
        .description(&*description)
        .thing(structured::dataset(scene, "Measures", &description, &files))
        .below_home();
    let pagination = PaginationView::new(page, Route::measures);
    Sheet::new(shell, &MeasuresPage { authorities, pagination })
}

/// The series of an authority.
pub(super) fn series_of(scene: &Scene<'_>, id: AuthorityId) -> Vec<SeriesView> {
    scene.indexes.authority(id).series.iter().map(|series| series_view(scene, series)).collect()
}

fn series_view(scene: &Scene<'_>, series: &Series) -> SeriesView {
    let disputed = series.conflicts();
    let point_view = |point: &SeriesPoint| PointView {
        date: (&point.date).into(),
        words: series.unit.words(point.value),
        is_disputed: disputed.contains(&&point.date),
        letter: letter_link(scene, point.letter),
        letter_dated: scene.archive.letter(point.letter).dated.short_words(),
    };
    SeriesView {
        id: format!("measure-{}", series.id),
        label: series.label.clone(),
        unit: WordView::of_set(series.unit),
        better: WordView::of_set(series.better),
        topic: series.topic.as_ref().and_then(|slug| topic_link(scene, slug)),
        points: series.points.iter().map(point_view).collect(),
        chart: chart(series),
        change: change(series),
        hint: (series.better == Better::Lower).then(|| Better::Lower.label()),
    }
}

/// Percentages change by points; a percentage of a percentage misleads. Where letters differ on a date,
/// that is no change.
fn change(series: &Series) -> Option<String> {
    let (first, last) = (series.points.first()?, series.points.last()?);
    let is_disputed =
        series.conflicts().iter().any(|date| **date == first.date || **date == last.date);
    if first.date == last.date || is_disputed {
        return None;
    }
    let way = match last.value - first.value {
        0.0 => return Some("no change".to_owned()),
        up if up > 0.0 => "up",
        _ => "down",
    };
    // As exact as the values, so that 89.1 − 69 is not 20.099999999999994.
    let scale = 10_f64.powi(decimals(first.value).max(decimals(last.value)));
    let size = ((last.value - first.value).abs() * scale).round() / scale;
    let words = match series.unit {
        Unit::Count => Unit::Count.words(size),
        Unit::Percent if size == 1.0 => "1 point".to_owned(),
        Unit::Percent => format!("{size} points"),
    };
    Some(format!("{way} {words}"))
}

/// How many digits a value has after its point.
fn decimals(value: f64) -> i32 {
    let written = value.to_string();
    written.split_once('.').map_or(0, |(_, digits)| i32::try_from(digits.len()).unwrap_or(0))
}
