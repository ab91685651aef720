//! All letters, or those of a year, newest first.

use schemars::JsonSchema;
use serde::Serialize;

use super::pagination::{PaginationView, title_of_page};
use super::parts::{LetterRow, LinkView};
use super::shell::Shell;
use crate::model::{LetterId, Message};
use crate::plan::{LettersList, Route};
use crate::render::Sheet;
use crate::render::page_context::Scene;

#[derive(Debug, Serialize, JsonSchema)]
struct YearOfLettersView {
    year: LinkView,
    letters: Vec<LetterRow>,
}

/// All letters, or those of a year, newest first.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::render) struct LettersPage {
    heading: String,
    /// The letters of the page, by year.
    years: Vec<YearOfLettersView>,
    all_years: Vec<LinkView>,
    /// The year, where the list is of one.
    year: Option<i16>,
    pagination: PaginationView,
}

pub(super) fn letters(scene: &Scene<'_>, list: LettersList) -> Sheet {
    let LettersList { year, page } = list;
    let all_years: Vec<LinkView> =
        scene.indexes.years.keys().rev().map(|&year| link(year)).collect();
    let year_of = |id: &LetterId| scene.archive.letter(*id).dated.year();
    let shown = page.of(scene.indexes.letters_of(year));
    let years: Vec<YearOfLettersView> = shown
        .chunk_by(|one, next| year_of(one) == year_of(next))
        .map(|letters| YearOfLettersView {
            year: link(year_of(&letters[0])),
            letters: letters.iter().map(|&id| LetterRow::new(scene, id)).collect(),
        })
        .collect();
    let shell = match year {
        None => Shell::new(scene, title_of_page(scene, scene.text(Message::letters), page))
            .below_home()
            .feed(scene.text(Message::all_letters), &Route::home()),
        Some(year) => Shell::new(scene, title_of_page(scene, &heading(scene, year), page))
            .below(scene.text(Message::letters), &Route::letters(None, 1)),
    };
    let seen = LettersPage {
        heading: match year {
            None => scene.text(Message::letters).to_owned(),
            Some(year) => heading(scene, year),
        },
        years,
        all_years,
        year,
        pagination: PaginationView::new(scene, page, |page| Route::letters(year, page)),
    };
    Sheet::new(shell, &seen)
}

fn heading(scene: &Scene<'_>, year: i16) -> String {
    scene.say(Message::letters_of_year, &[("year", year.into())])
}

fn link(year: i16) -> LinkView {
    LinkView::new(year.to_string(), &Route::letters(Some(year), 1))
}
