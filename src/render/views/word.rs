//! Words of closed sets, as templates see them.

use std::borrow::Cow;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Serialize;

use super::view_value::ViewValue;
use crate::model::{Better, Message, Polarity, Unit, Vocabulary};
use crate::render::page_context::Scene;

/// A word of a closed set: `word` for class names, `label` for people.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct WordView {
    word: &'static str,
    label: Cow<'static, str>,
}

impl<V: Vocabulary> From<V> for WordView {
    fn from(member: V) -> Self {
        WordView { word: member.word(), label: member.label().into() }
    }
}

/// What the values of a measure are.
pub(super) fn unit_view(scene: &Scene<'_>, unit: Unit) -> WordView {
    let label = match unit {
        Unit::Count => Message::unit_count,
        Unit::Percent => Message::unit_percent,
    };
    WordView { word: unit.word(), label: scene.text(label).to_owned().into() }
}

/// Which way a measure is better.
pub(super) fn better_view(scene: &Scene<'_>, better: Better) -> WordView {
    WordView { word: better.word(), label: scene.text(better_label(better)).to_owned().into() }
}

/// What is said of the way in which a measure is better.
pub(in crate::render) fn better_label(better: Better) -> Message {
    match better {
        Better::Higher => Message::better_higher,
        Better::Lower => Message::better_lower,
        Better::Neither => Message::better_neither,
    }
}

/// A polarity, made once for all findings.
pub(super) fn polarity_view(polarity: Polarity) -> ViewValue<WordView> {
    static VALUES: LazyLock<Vec<ViewValue<WordView>>> = LazyLock::new(|| {
        let views = Polarity::ALL.iter().map(|&polarity| WordView::from(polarity));
        views.map(|view| ViewValue::new(&view)).collect()
    });
    VALUES[polarity as usize].clone()
}
