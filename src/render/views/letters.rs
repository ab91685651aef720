//! All letters, or those of a year, newest first.

use serde::Serialize;
use tera::Value;

use super::pagination::{PaginationView, title_of_page};
use super::parts::{LetterRow, LinkView};
use super::shell::Shell;
use crate::model::LetterId;
use crate::plan::{LettersList, Route};
use crate::render::Sheet;
use crate::render::page_context::Scene;

#[derive(Debug, Serialize)]
struct YearView {
    year: LinkView,
    letters: Vec<LetterRow>,
}

pub(super) fn letters(scene: &Scene<'_>, list: LettersList) -> Sheet {
    let LettersList { year, page } = list;
    let all_years: Vec<LinkView> =
        scene.indexes.years.keys().rev().map(|&year| link(year)).collect();
    let year_of = |id: &LetterId| scene.archive.letter(*id).dated.year();
    let shown = page.of(scene.indexes.letters_of(year));
    let years: Vec<YearView> = shown
        .chunk_by(|one, next| year_of(one) == year_of(next))
        .map(|letters| YearView {
            year: link(year_of(&letters[0])),
            letters: letters.iter().map(|&id| LetterRow::new(scene, id)).collect(),
        })
        .collect();
    let shell = match year {
        None => Shell::new(scene, title_of_page("Letters", page))
            .below_home()
            .feed("All letters", &Route::home()),
        Some(year) => Shell::new(scene, title_of_page(&heading(year), page))
            .below("Letters", &Route::letters(None, 1)),
    };
    Sheet {
        template: "letters.html".into(),
        shell,
        parts: vec![
            ("heading", Value::from(year.map_or_else(|| "Letters".to_owned(), heading))),
            ("years", Value::from_serializable(&years)),
            ("all_years", Value::from_serializable(&all_years)),
            ("year", Value::from_serializable(&year)),
            (
                "pagination",
                Value::from_serializable(&PaginationView::new(page, |page| {
                    Route::letters(year, page)
                })),
            ),
        ],
    }
}

fn heading(year: i16) -> String {
    format!("Letters of {year}")
}

fn link(year: i16) -> LinkView {
    LinkView::new(year.to_string(), &Route::letters(Some(year), 1))
}
