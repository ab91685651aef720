//! What the site calls letters, those they are sent to and the licence: as its regulator does, or else in plain words.

use crate::model::{Counted, Licence, Message, Messages, Settings};

/// What the regulator writes, in the form that goes with a number.
pub(super) fn letter(settings: &Settings, messages: &Messages, count: usize) -> String {
    let noun = settings.regulator.as_ref().and_then(|it| it.letter.as_ref());
    counted(messages, noun, Message::noun_letter, count)
}

/// The same of any number.
pub(super) fn letters(settings: &Settings, messages: &Messages) -> String {
    let noun = settings.regulator.as_ref().and_then(|it| it.letter.as_ref());
    noun.map_or(messages.text(Message::noun_letters), |it| &it.other).to_owned()
}

/// Whom it writes to, in the form that goes with a number.
pub(super) fn recipient(settings: &Settings, messages: &Messages, count: usize) -> String {
    let noun = settings.regulator.as_ref().and_then(|it| it.recipient.as_ref());
    counted(messages, noun, Message::noun_authority, count)
}

/// All of those, in words.
pub(super) fn all_recipients(settings: &Settings, messages: &Messages) -> String {
    let regulator = settings.regulator.as_ref();
    let all = regulator.and_then(|it| {
        it.all_recipients.as_deref().or(it.recipient.as_ref().map(|it| it.other.as_str()))
    });
    all.unwrap_or(messages.text(Message::noun_authorities)).to_owned()
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

fn counted(messages: &Messages, noun: Option<&Counted>, plain: Message, count: usize) -> String {
    match noun {
        Some(noun) => noun.form(messages.plural(count)).to_owned(),
        None => messages.with(plain, &[("count", count.into())]),
    }
}
