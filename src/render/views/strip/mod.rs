//! The strip at the top of an authority's page: inspections and visits on a true time axis.

mod axis;
mod below;
mod labels;
mod marks;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::AuthorityId;
use crate::render::page_context::Scene;
use axis::{Axis, YearView};
use labels::{LabelView, NumberView};
use marks::{MarkView, Stretch, StripMark};

/// What to draw, from left to right. Every `x` is in units of `width`; how high things stand is the
/// template's choice.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StripView {
    width: i32,
    /// The years that the axis covers: '2015 to 2018'.
    years_covered: String,
    /// The same in words, for those who do not see it.
    description: String,
    years: Vec<YearView>,
    /// The monitoring cycles.
    lines: Vec<LineView>,
    marks: Vec<MarkView>,
    labels: Vec<LabelView>,
    /// The most lines that a label has: two at least, so that most strips are of one height.
    most_lines: usize,
    /// The numbers of visits that there is no room to say more of.
    numbers: Vec<NumberView>,
}

/// A part of a monitoring cycle.
#[derive(Debug, Serialize, JsonSchema)]
struct LineView {
    from: i32,
    to: i32,
    /// Whether visits are missing within it.
    is_gap: bool,
}

/// The strip of an authority. None where there are not two things to set in order.
pub(super) fn strip(scene: &Scene<'_>, id: AuthorityId) -> Option<StripView> {
    let stretches = marks::stretches(scene, id);
    let marks: Vec<&StripMark> = stretches.iter().flat_map(|stretch| &stretch.marks).collect();
    if marks.iter().filter(|mark| mark.is_dated()).count() < 2 {
        return None;
    }
    let axis = Axis::new(marks.iter().filter_map(|mark| mark.when.as_ref()))?;
    let placed = marks::placed(&axis, &stretches);
    let (labels, numbers) = labels::labels(&placed);
    Some(StripView {
        width: axis::WIDTH,
        years_covered: axis.years_covered(scene),
        description: marks.iter().map(|mark| mark.sentence(scene)).collect::<Vec<_>>().join(" "),
        years: axis.years(),
        lines: lines(&axis, &stretches),
        most_lines: labels.iter().map(LabelView::height).max().unwrap_or(0).max(2),
        labels,
        numbers,
        marks: placed.into_iter().flat_map(|placed| placed.views).collect(),
    })
}

/// A cycle's line goes from mark to mark, and on to the inspection that closes it.
fn lines(axis: &Axis, stretches: &[Stretch]) -> Vec<LineView> {
    let mut lines = Vec::new();
    let mut from: Option<i32> = None;
    for stretch in stretches {
        let mut is_gap = false;
        for (index, mark) in stretch.marks.iter().enumerate() {
            let Some(to) = mark.when.as_ref().map(|when| axis.middle(when)) else {
                is_gap = true;
                continue;
            };
            let is_within = stretch.is_cycle || index == 0;
            if let Some(from) = from.filter(|_| is_within) {
                lines.push(LineView { from, to, is_gap });
            }
            is_gap = false;
            from = stretch.is_cycle.then_some(to);
        }
    }
    lines
}
