//! Words of closed sets, as templates see them.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Serialize;

use super::view_value::ViewValue;
use crate::model::{Polarity, Vocabulary};

/// A word of a closed set: `word` for class names, `label` for people.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub(super) struct WordView {
    word: &'static str,
    label: &'static str,
}

impl<V: Vocabulary> From<V> for WordView {
    fn from(member: V) -> Self {
        WordView { word: member.word(), label: member.label() }
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
