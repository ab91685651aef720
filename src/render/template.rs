//! What a template sees, and its name.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

/// What a template sees, beside what all see: `site`, `page` and `root`.
pub(super) trait Template: Serialize {
    /// The template's name in themes.
    const NAME: &'static str;

    /// What it sees, name by name.
    fn parts(&self) -> Vec<(Cow<'static, str>, Value)> {
        let names = Value::from_serializable(self).into_map().unwrap_or_default();
        names.into_iter().map(|(name, value)| (name.to_string().into(), value)).collect()
    }
}
