//! `measure-conflict`: letters state different values of one measure for one date. Both are shown.

use rayon::prelude::*;

use crate::diagnostics::{Diagnostic, rules};
use crate::index::{Indexes, Series, SeriesPoint};
use crate::model::{Archive, Date, LetterId};
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "measure-conflict" {
        about: "Two letters state different figures for the same date. That can be as printed: then both are shown, and said to differ.",
        example: "points: {2016-06: 89}   # another letter has 2016-06: 82",
        fix: "points: {2016-06: 82}   # if the letter says so",
    }
}

pub(super) fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let series = indexes.authorities.par_iter().flat_map_iter(|authority| &authority.series);
    let mut conflicts: Vec<(LetterId, &Series, &Date)> = series
        .flat_map_iter(|series| series.conflicts().into_iter().map(move |date| (series, date)))
        .filter_map(|(series, date)| Some((last_letter(series, date)?, series, date)))
        .collect();
    // Letter by letter, as where a value stands is found in the whole of a letter.
    conflicts.sort_by_key(|(letter, ..)| *letter);
    let of_letters = conflicts.par_chunk_by(|(one, ..), (next, ..)| one == next);
    of_letters
        .flat_map_iter(|conflicts| conflicts.iter().copied())
        .filter_map(|conflict| problem(archive, conflict))
        .collect()
}

/// The last letter that states a value for a date.
fn last_letter(series: &Series, date: &Date) -> Option<LetterId> {
    stated(series, date).next_back().map(|point| point.letter)
}

fn stated<'a>(
    series: &'a Series,
    date: &'a Date,
) -> impl DoubleEndedIterator<Item = &'a SeriesPoint> {
    series.points.iter().filter(move |point| point.date == *date)
}

/// Points at the value of that letter.
fn problem(
    archive: &Archive,
    (letter, series, date): (LetterId, &Series, &Date),
) -> Option<Diagnostic> {
    let letter = archive.letter(letter);
    let index = letter.measures.iter().position(|measure| measure.id == series.id)?;
    let stated = stated(series, date);
    let values: Vec<String> = stated.map(|point| series.unit.words(point.value)).collect();

    let measures = At::Root.key("measures");
    let measure = measures.item(index);
    let at = measure.key("points");
    let point = letter.measures[index].points.iter().find(|point| point.date == *date)?;
    let place = place_of(&letter.source, at.key(&point.key));
    let message =
        format!("`{}` has two values for {}: {}", series.id, date.words(), values.join(" and "));
    Some(RULE.at(place, message).help("if both are as printed, leave them: the site shows both"))
}
