//! The words on the strip: as many as there is room for, the most important first.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use super::axis::{MARGIN, WIDTH};
use super::marks::{MarkKind, Placed};

/// The words beside a mark.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LabelView {
    x: i32,
    /// Where the mark is.
    mark: i32,
    /// Which end of the words stands at `x`, as SVG calls it: `start`, `middle` or `end`.
    anchor: &'static str,
    /// Its name, then what is known of it; the last is the one beside the mark.
    lines: Vec<String>,
}

/// The number of a visit, above its mark.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NumberView {
    x: i32,
    number: u32,
}

/// From one place to another.
type Extent = (i32, i32);

/// Half of what a mark takes up.
const HALF_MARK: i32 = 9;

/// What stays free between two labels.
const SPACE: i32 = 14;

/// The labels, and the numbers of the visits that have none. Of two that would overlap the more
/// important one stays, and then the newer. Letters have labels only where there is room for
/// those of all, as one alone would stand out for no reason; and so have visits, and gaps.
pub(super) fn labels(placed: &[Placed<'_>]) -> (Vec<LabelView>, Vec<NumberView>) {
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.sort_by_key(|&index| (placed[index].mark.kind, Reverse(placed[index].x)));

    let mut labels: Vec<(LabelView, Extent)> = Vec::new();
    let mut without: Vec<usize> = Vec::new();
    for of_kind in order.chunk_by(|&one, &next| placed[one].mark.kind == placed[next].mark.kind) {
        let kept = labels.len();
        let mut left_out = Vec::new();
        for &index in of_kind {
            match fitted(&placed[index], &labels) {
                Some(label) => labels.push(label),
                None => left_out.push(index),
            }
        }
        let is_inspection = placed[of_kind[0]].mark.kind == MarkKind::Inspection;
        let all_fit = left_out.is_empty() && without.is_empty();
        if !is_inspection && !all_fit {
            labels.truncate(kept);
            left_out = of_kind.to_vec();
        }
        without.extend(left_out);
    }
    let mut labels: Vec<LabelView> = labels.into_iter().map(|(label, _)| label).collect();
    labels.sort_by_key(|label| label.mark);

    let mut numbers: Vec<NumberView> = Vec::new();
    let mut taken: Vec<Extent> =
        labels.iter().map(|label| (label.mark - 5, label.mark + 5)).collect();
    for index in without {
        let Placed { mark, x, .. } = &placed[index];
        let Some(number) = mark.number else { continue };
        let half = 5 * i32::try_from(number.to_string().len()).unwrap_or(1);
        let extent = (x - half, x + half);
        if taken.iter().all(|other| is_apart(*other, extent, 4)) {
            taken.push(extent);
            numbers.push(NumberView { x: *x, number });
        }
    }
    numbers.sort_by_key(|number| number.x);
    (labels, numbers)
}

impl LabelView {
    /// How many lines it has.
    pub(super) fn height(&self) -> usize {
        self.lines.len()
    }
}

/// A label where it overlaps none: after its mark, before it, or around it.
fn fitted(placed: &Placed<'_>, taken: &[(LabelView, Extent)]) -> Option<(LabelView, Extent)> {
    let (x, width) = (placed.x, width(placed));
    let after = ("start", x - HALF_MARK, (x - HALF_MARK, x - HALF_MARK + width));
    let before = ("end", x + HALF_MARK, (x + HALF_MARK - width, x + HALF_MARK));
    let around = ("middle", x, (x - width / 2, x + width / 2));
    let choices = match placed.mark.kind {
        MarkKind::Gap => vec![around],
        MarkKind::Inspection | MarkKind::Letter | MarkKind::Visit => vec![after, before, around],
    };
    let (anchor, x, extent) = choices.into_iter().find(|(_, _, extent)| {
        extent.0 >= MARGIN - HALF_MARK
            && extent.1 <= WIDTH
            && taken.iter().all(|(_, other)| is_apart(*other, *extent, SPACE))
    })?;
    let name = std::iter::once(placed.mark.name.clone());
    let lines = name.chain(placed.mark.below.lines()).collect();
    Some((LabelView { x, mark: placed.x, anchor, lines }, extent))
}

fn is_apart(one: Extent, other: Extent, space: i32) -> bool {
    one.1 + space <= other.0 || other.1 + space <= one.0
}

/// How much room the words take: an estimate on the safe side, as no font is known here.
fn width(placed: &Placed<'_>) -> i32 {
    let wide = |words: &str, tenths: i32| {
        i32::try_from(words.chars().count()).unwrap_or(WIDTH) * tenths / 10
    };
    let below = placed.mark.below.lines();
    let below = below.iter().map(|line| wide(line, 94));
    below.fold(wide(&placed.mark.name, 102), i32::max)
}
