//! Words of closed sets and of the vocabulary, as templates see them.

use schemars::JsonSchema;
use serde::Serialize;

use super::view_value::ViewValue;
use crate::model::{ClosedSet, TermId, TermList, Vocabulary};
use crate::render::page_context::Scene;

/// A word of a closed set: `word` for class names, `label` for people.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WordView {
    word: String,
    label: String,
}

impl WordView {
    /// A word that every site has.
    pub(super) fn of_set(member: impl ClosedSet) -> Self {
        WordView { word: member.word().to_owned(), label: member.label().to_owned() }
    }

    /// A word of the site's vocabulary.
    pub(super) fn new(scene: &Scene<'_>, member: impl TermId) -> ViewValue<Self> {
        scene.shared.words.of(member)
    }
}

/// The words of a vocabulary, made once for all pages.
pub(super) struct Words([Vec<ViewValue<WordView>>; TermList::ALL.len()]);

impl Words {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        Words(TermList::ALL.map(|list| {
            let terms = vocabulary.list(list).into_iter();
            let views =
                terms.map(|term| WordView { word: term.word.clone(), label: term.label.clone() });
            views.map(|view| ViewValue::new(&view)).collect()
        }))
    }

    fn of<I: TermId>(&self, member: I) -> ViewValue<WordView> {
        self.0[I::LIST as usize][member.index()].clone()
    }
}
