//! What the site calls letters, those they are sent to and the licence: as its regulator does, or else in plain words.

use crate::model::{Licence, Noun, Settings};

/// What pages say of letters and of those they are sent to.
#[derive(Debug, Clone, Copy)]
pub(super) struct NounWords<'a> {
    pub(super) one: &'a str,
    pub(super) other: &'a str,
}

/// What the regulator writes.
pub(super) fn letter(settings: &Settings) -> NounWords<'_> {
    let noun = settings.regulator.as_ref().and_then(|it| it.letter.as_ref());
    words(noun, NounWords { one: "letter", other: "letters" })
}

/// Whom it writes to.
pub(super) fn recipient(settings: &Settings) -> NounWords<'_> {
    let noun = settings.regulator.as_ref().and_then(|it| it.recipient.as_ref());
    words(noun, NounWords { one: "authority", other: "authorities" })
}

/// All of those, in words.
pub(super) fn all_recipients(settings: &Settings) -> &str {
    let regulator = settings.regulator.as_ref();
    regulator
        .and_then(|it| it.all_recipients.as_deref())
        .unwrap_or_else(|| recipient(settings).other)
}

/// What is inspected.
pub(super) fn service(settings: &Settings) -> Option<&str> {
    settings.regulator.as_ref()?.service.as_deref()
}

/// On what terms the letters may be used, where that is said.
pub(super) fn licence(settings: &Settings) -> Option<&Licence> {
    settings.regulator.as_ref()?.licence.as_ref()
}

/// Where the licence can be read.
pub(super) fn licence_url(settings: &Settings) -> Option<&str> {
    licence(settings)?.url.as_deref()
}

/// Words as a sentence or a label begins.
pub(super) fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}

fn words<'a>(noun: Option<&'a Noun>, plain: NounWords<'a>) -> NounWords<'a> {
    noun.map_or(plain, |Noun { one, other }| NounWords { one, other })
}
