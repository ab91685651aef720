//! All letters, or those of a year.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::parts::{LetterRow, LinkView};
use super::shell::Shell;
use crate::model::LetterId;
use crate::plan::Route;
use crate::render::Sheet;
use crate::render::scene::Scene;

#[derive(Debug, Serialize)]
struct YearView {
    year: LinkView,
    letters: Vec<LetterRow>,
}

pub(super) fn letters(scene: &Scene<'_>, only: Option<i16>) -> Sheet {
    let mut by_year: BTreeMap<i16, Vec<LetterId>> = BTreeMap::new();
    for &id in &scene.indexes.letters {
        by_year.entry(scene.archive.letter(id).dated.year()).or_default().push(id);
    }
    let all_years: Vec<LinkView> = by_year.keys().rev().map(|&year| link(year)).collect();
    let years: Vec<YearView> = by_year
        .into_iter()
        .rev()
        .filter(|(year, _)| only.is_none_or(|only| only == *year))
        .map(|(year, letters)| YearView {
            year: link(year),
            letters: letters.into_iter().map(|id| LetterRow::new(scene, id)).collect(),
        })
        .collect();
    let shell = match only {
        None => Shell::new(scene, "Letters").below_home().feed("All letters", &Route::home()),
        Some(year) => Shell::new(scene, format!("Letters of {year}"))
            .below("Letters", &Route::new("/letters/")),
    };
    Sheet {
        template: "letters.html".into(),
        shell,
        parts: vec![
            ("years", Value::from_serializable(&years)),
            ("all_years", Value::from_serializable(&all_years)),
            ("year", Value::from_serializable(&only)),
        ],
    }
}

fn link(year: i16) -> LinkView {
    LinkView::new(year.to_string(), &Route::year(year))
}
