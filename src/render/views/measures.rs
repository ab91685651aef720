//! Measures as series, of one authority or of all.

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::{ChartView, chart};
use super::pagination::{PaginationView, title_of_page};
use super::parts::{DateView, LetterLink, LinkView, letter_link, topic_link};
use super::shell::Shell;
use super::structured;
use super::view_value::ViewValue;
use super::word::{WordView, better_view, unit_view};
use crate::index::{Series, SeriesPoint};
use crate::model::{Argument, AuthorityId, Better, Message, Unit};
use crate::plan::{DataTable, ListPage, Route};
use crate::render::Sheet;
use crate::render::page_context::Scene;
use crate::render::regulator;

/// What the page is, also for search engines that list data.
fn description(scene: &Scene<'_>) -> String {
    match regulator::service(scene.settings) {
        Some(service) => {
            scene.say(Message::measures_description_of, &[("service", service.into())])
        }
        None => scene.text(Message::measures_description).to_owned(),
    }
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
    hint: Option<String>,
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
    let title = scene.text(Message::measures);
    let description = description(scene);
    let files = [(title, Route::data_table(DataTable::Measures))];
    let shell = Shell::new(scene, title_of_page(scene, title, page))
        .description(&*description)
        .thing(structured::dataset(scene, title, &description, &files))
        .below_home();
    let pagination = PaginationView::new(scene, page, Route::measures);
    Sheet::new(shell, &MeasuresPage { authorities, pagination })
}

/// The series of an authority.
pub(super) fn series_of(scene: &Scene<'_>, id: AuthorityId) -> Vec<SeriesView> {
    scene.indexes.authority(id).series.iter().map(|series| series_view(scene, series)).collect()
}

fn series_view(scene: &Scene<'_>, series: &Series) -> SeriesView {
    let disputed = series.conflicts();
    let point_view = |point: &SeriesPoint| PointView {
        date: DateView::new(scene, &point.date),
        words: series.unit.words_in(point.value, scene.messages),
        is_disputed: disputed.contains(&&point.date),
        letter: letter_link(scene, point.letter),
        letter_dated: scene
            .archive
            .letter(point.letter)
            .dated
            .short_words_in(scene.messages.dates()),
    };
    SeriesView {
        id: format!("measure-{}", series.id),
        label: series.label.clone(),
        unit: unit_view(scene, series.unit),
        better: better_view(scene, series.better),
        topic: series.topic.as_ref().and_then(|slug| topic_link(scene, slug)),
        points: series.points.iter().map(point_view).collect(),
        chart: chart(series),
        change: change(scene, series),
        hint: (series.better == Better::Lower)
            .then(|| scene.text(Message::better_lower).to_owned()),
    }
}

/// Percentages change by points; a percentage of a percentage misleads. Where letters differ on a date,
/// that is no change.
fn change(scene: &Scene<'_>, series: &Series) -> Option<String> {
    let (first, last) = (series.points.first()?, series.points.last()?);
    let is_disputed =
        series.conflicts().iter().any(|date| **date == first.date || **date == last.date);
    if first.date == last.date || is_disputed {
        return None;
    }
    let way = match last.value - first.value {
        0.0 => return Some(scene.text(Message::change_none).to_owned()),
        up if up > 0.0 => Message::change_up,
        _ => Message::change_down,
    };
    // As exact as the values, so that 89.1 − 69 is not 20.099999999999994.
    let scale = 10_f64.powi(decimals(first.value).max(decimals(last.value)));
    let size = ((last.value - first.value).abs() * scale).round() / scale;
    let words = match series.unit {
        Unit::Count => Unit::Count.words_in(size, scene.messages),
        Unit::Percent => {
            let number = scene.messages.numbers().written(size);
            let arguments = [("points", Argument::Number(size)), ("number", (&number).into())];
            scene.say(Message::change_in_points, &arguments)
        }
    };
    Some(scene.say(way, &[("change", (&words).into())]))
}

/// How many digits a value has after its point.
fn decimals(value: f64) -> i32 {
    let written = value.to_string();
    written.split_once('.').map_or(0, |(_, digits)| i32::try_from(digits.len()).unwrap_or(0))
}
