//! The regulator, its words and its licence as templates see them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Licence, LicenceSentence, Settings};
use crate::render::regulator;

/// Who writes the letters.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RegulatorView {
    name: String,
    /// Where it publishes.
    url: Option<String>,
}

/// A word for one of a kind.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NounView {
    /// `a` or `an`, as stands before it in English.
    article: &'static str,
    one: String,
}

/// On what terms the letters may be used.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LicenceView {
    name: String,
    /// Where it can be read.
    url: Option<String>,
    /// What it allows and asks for.
    terms: Option<String>,
    /// The sentence that it asks for.
    sentence: Option<LicenceSentenceView>,
}

/// A sentence with the name of the licence in it.
#[derive(Debug, Serialize, JsonSchema)]
struct LicenceSentenceView {
    /// What stands before the name.
    before: String,
    /// What stands after it.
    after: String,
}

pub(super) fn regulator(settings: &Settings) -> Option<RegulatorView> {
    let regulator = settings.regulator.as_ref()?;
    Some(RegulatorView { name: regulator.name.clone(), url: regulator.url.clone() })
}

pub(super) fn licence(settings: &Settings) -> Option<LicenceView> {
    let Licence { name, id: _, url, terms, sentence } = regulator::licence(settings)?.clone();
    let sentence =
        sentence.map(|LicenceSentence { before, after }| LicenceSentenceView { before, after });
    Some(LicenceView { name, url, terms, sentence })
}

impl NounView {
    pub(super) fn new(one: String) -> Self {
        let article = if one.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        NounView { article, one }
    }
}
