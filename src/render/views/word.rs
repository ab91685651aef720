//! Words of closed sets and of the vocabulary, as templates see them.

use schemars::JsonSchema;
use serde::Serialize;

use super::view_value::ViewValue;
use crate::model::{Better, ClosedSet, Message, TermId, TermList, Unit, Vocabulary};
use crate::render::page_context::Scene;

/// A word of a closed set: `word` for class names, `label` for people.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WordView {
    word: String,
    label: String,
}

impl WordView {
    /// A word of the site's vocabulary.
    pub(super) fn new(scene: &Scene<'_>, member: impl TermId) -> ViewValue<Self> {
        scene.shared.words.of(member)
    }

    /// A word that every site has, with what the site's language has for it.
    fn of_set(scene: &Scene<'_>, member: impl ClosedSet, label: Message) -> Self {
        WordView { word: member.word().to_owned(), label: scene.text(label).to_owned() }
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

/// What the values of a measure are.
pub(super) fn unit_view(scene: &Scene<'_>, unit: Unit) -> WordView {
    let label = match unit {
        Unit::Count => Message::unit_count,
        Unit::Percent => Message::unit_percent,
    };
    WordView::of_set(scene, unit, label)
}

/// Which way a measure is better.
pub(super) fn better_view(scene: &Scene<'_>, better: Better) -> WordView {
    WordView::of_set(scene, better, better_label(better))
}

/// What is said of the way in which a measure is better.
pub(in crate::render) fn better_label(better: Better) -> Message {
    match better {
        Better::Higher => Message::better_higher,
        Better::Lower => Message::better_lower,
        Better::Neither => Message::better_neither,
    }
}
