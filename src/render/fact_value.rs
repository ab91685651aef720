//! What a fact says: words, dates and links, and what is said of them.

use super::page_context::Scene;
use super::stand_in::{STAND_INS, parts};
use crate::model::{Argument, Authority, Date, Message};
use crate::plan::Route;

/// One value of a fact, and what is said of it after it, piece by piece.
#[derive(Debug)]
pub(super) struct FactValue {
    pub(super) words: Piece,
    pub(super) note: Vec<Piece>,
}

/// A part of what is said.
#[derive(Debug)]
pub(super) enum Piece {
    Text(String),
    Date(Date),
    Page { title: String, route: Route },
    Elsewhere { title: String, url: String },
}

impl<T: Into<String>> From<T> for Piece {
    fn from(text: T) -> Self {
        Piece::Text(text.into())
    }
}

impl From<&Date> for Piece {
    fn from(date: &Date) -> Self {
        Piece::Date(date.clone())
    }
}

impl From<&Authority> for Piece {
    fn from(authority: &Authority) -> Self {
        Piece::Page { title: authority.name.clone(), route: Route::authority(authority) }
    }
}

impl<T: Into<Piece>> From<T> for FactValue {
    fn from(words: T) -> Self {
        FactValue { words: words.into(), note: Vec::new() }
    }
}

impl FactValue {
    /// Says something of it in brackets, where there is something to say.
    pub(super) fn in_brackets(mut self, note: impl IntoIterator<Item = Piece>) -> Self {
        self.note.extend(note);
        if !self.note.is_empty() {
            self.note.insert(0, "(".into());
            self.note.push(")".into());
        }
        self
    }
}

/// A message as pieces, of which some stand for its variables.
pub(super) fn pieces(scene: &Scene<'_>, message: Message, known: Vec<(&str, Piece)>) -> Vec<Piece> {
    let arguments: Vec<(&str, Argument<'_>)> =
        known.iter().zip(STAND_INS).map(|((name, _), it)| (*name, it.into())).collect();
    let said = scene.say(message, &arguments);
    let mut known: Vec<Option<Piece>> = known.into_iter().map(|(_, piece)| Some(piece)).collect();
    let mut pieces = Vec::new();
    for (words, index) in parts(&said) {
        if !words.is_empty() {
            pieces.push(words.into());
        }
        pieces.extend(index.and_then(|index| known.get_mut(index)?.take()));
    }
    pieces
}
