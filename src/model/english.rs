//! What is said in English whatever the language of the pages: to editors, by problems and commands.

use std::sync::{Arc, LazyLock};

use super::date::{Date, MonthNames};
use super::language::Language;
use super::measure::Unit;
use super::messages::Messages;
use crate::diagnostics::SourceText;

static ENGLISH: LazyLock<Messages> = LazyLock::new(|| {
    let text = include_str!("../../themes/plain/i18n/en.ftl");
    let source = SourceText::new("themes/plain/i18n/en.ftl", text.to_owned());
    let language = Language::parse(Language::REFERENCE).unwrap_or_default();
    Messages::of_texts(language, vec![Arc::new(source)])
});

/// What the program says in English.
pub fn english() -> &'static Messages {
    &ENGLISH
}

/// The English names of the months, from the first.
pub fn english_months() -> &'static MonthNames {
    ENGLISH.dates().months()
}

impl Date {
    /// The date in English words: '23–24 January 2018', 'autumn 2017', 'about June 2016'.
    pub fn words(&self) -> String {
        self.words_in(ENGLISH.dates())
    }
}

impl Unit {
    /// A value in English words: '69%', '1,646', '7.5%'.
    pub fn words(self, value: f64) -> String {
        self.words_in(value, &ENGLISH)
    }
}
