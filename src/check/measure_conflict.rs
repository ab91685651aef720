//! `measure-conflict`: letters state different values of one measure for one date. Both are shown.

use rayon::prelude::*;

use super::{Look, Rule};
use crate::diagnostics::{Diagnostic, Severity};
use crate::index::{Indexes, Series};
use crate::model::{Archive, Date};
use crate::parse::{At, place_of};

pub(super) const RULE: Rule = Rule {
    code: "measure-conflict",
    severity: Severity::Warning,
    about: "Two letters state different figures for the same date. That can be as printed: then both are shown, and said to differ.",
    example: "points: {2016-06: 89}   # another letter has 2016-06: 82",
    fix: "points: {2016-06: 82}   # if the letter says so",
    look: Some(Look::AtAll(check)),
};

fn check(archive: &Archive, indexes: &Indexes) -> Vec<Diagnostic> {
    let series = indexes.authorities.par_iter().flat_map_iter(|authority| &authority.series);
    series
        .flat_map_iter(|series| series.conflicts().into_iter().map(move |date| (series, date)))
        .filter_map(|(series, date)| problem(archive, series, date))
        .collect()
}

/// Points at the value of the last letter that states one.
fn problem(archive: &Archive, series: &Series, date: &Date) -> Option<Diagnostic> {
    let stated = || series.points.iter().filter(|point| point.date == *date);
    let letter = archive.letter(stated().next_back()?.letter);
    let place = letter.measures.iter().position(|measure| measure.id == series.id)?;
    let values: Vec<String> = stated().map(|point| series.unit.words(point.value)).collect();

    let measures = At::Root.key("measures");
    let measure = measures.item(place);
    let at = measure.key("points");
    let date_as_written = date.to_string();
    let place = place_of(&letter.source, at.key(&date_as_written));
    let message =
        format!("`{}` has two values for {}: {}", series.id, date.words(), values.join(" and "));
    Some(
        RULE.problem(place, message)
            .help("if both are as printed, leave them: the site shows both"),
    )
}
