//! Facts as templates see them.

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::DateView;
use crate::render::fact_value::{FactValue, Piece};
use crate::render::facts::{Fact, FactKey, Form};
use crate::render::page_context::Scene;

/// A fact on a letter or an authority.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FactView {
    /// Which it is, for a theme that leaves it out or shows it elsewhere.
    key: FactKey,
    label: String,
    values: Vec<FactValueView>,
    /// Whether its values are texts of some length, each on a line of its own.
    is_list: bool,
    /// Whether it is of use to few: a name, a code, or what was before.
    is_detail: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FactValueView {
    words: PieceView,
    /// What is said of it after it, piece by piece.
    note: Vec<PieceView>,
}

/// A text, a date or a link.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct PieceView {
    words: String,
    /// A date, in its place.
    html: Option<String>,
    /// Where it leads within the site.
    path: Option<String>,
    /// Where it leads elsewhere.
    url: Option<String>,
}

/// Facts, for a template to lay out.
pub(super) fn facts(scene: &Scene<'_>, facts: Vec<Fact>) -> Vec<FactView> {
    facts.into_iter().map(|fact| FactView::new(scene, fact)).collect()
}

impl FactView {
    fn new(scene: &Scene<'_>, fact: Fact) -> Self {
        let Fact { key, label, form, values } = fact;
        FactView {
            key,
            label,
            values: values.into_iter().map(|it| FactValueView::new(scene, it)).collect(),
            is_list: form == Form::List,
            is_detail: form == Form::Detail,
        }
    }
}

impl FactValueView {
    fn new(scene: &Scene<'_>, value: FactValue) -> Self {
        let FactValue { words, note } = value;
        let note = note.into_iter().map(|piece| PieceView::new(scene, piece));
        FactValueView { words: PieceView::new(scene, words), note: note.collect() }
    }
}

impl PieceView {
    fn new(scene: &Scene<'_>, piece: Piece) -> Self {
        let mut view = PieceView::default();
        match piece {
            Piece::Text(text) => view.words = text,
            Piece::Date(date) => {
                let date = DateView::new(scene, &date);
                (view.words, view.html) = (date.words, Some(date.html));
            }
            Piece::Page { title, route } => {
                (view.words, view.path) = (title, Some(route.path().to_owned()));
            }
            Piece::Elsewhere { title, url } => {
                (view.words, view.url) = (title, Some(url));
            }
        }
        view
    }
}
