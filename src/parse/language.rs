//! The language that `site.toml` names.

use std::sync::Arc;

use toml::Spanned;

use super::one_line::OneLine;
use super::rules;
use crate::diagnostics::{Diagnostic, Place, SourceText};
use crate::model::Language;

/// The language of the pages, as it is written.
pub(super) fn language_at(
    source: &Arc<SourceText>,
    written: Spanned<OneLine>,
) -> Result<String, Diagnostic> {
    let place = Place::span(source, written.span());
    let tag = written.into_inner().into_text();
    if Language::parse(&tag).is_none() {
        let message = format!("`{tag}` is not the tag of a language");
        return Err(rules::BAD_SETTING.at(place, message).help(language_help(&tag)));
    }
    Ok(tag)
}

/// What to write in the place of a text that is no tag.
pub(super) fn language_help(tag: &str) -> String {
    Language::meant_by(tag).map_or_else(
        || "write it as BCP 47 does, such as `en-GB`, or `cy` for Welsh".to_owned(),
        |language| format!("write `{language}`"),
    )
}
