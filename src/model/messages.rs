//! What pages say, in one language: the messages of its tables, ready to be put together.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{self, Entry};
use intl_pluralrules::operands::PluralOperands;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::argument::Argument;
use super::date::DateWords;
use super::language::Language;
use super::message::Message;
use super::message_form::MessageForm;
use super::numbers::NumberMarks;
use crate::diagnostics::SourceText;

/// Why a message cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// No table has it.
    #[error("there is no message `{0}`")]
    Unknown(String),
    /// It has a variable that it was not given.
    #[error("the message `{id}` needs `{variable}`")]
    MissingVariable {
        /// The message.
        id: String,
        /// What it was not given.
        variable: String,
    },
}

/// The messages of a language.
pub struct Messages {
    language: Language,
    sources: Vec<Arc<SourceText>>,
    bundle: FluentBundle<Arc<FluentResource>>,
    forms: BTreeMap<String, MessageForm>,
    /// Those that the program itself uses, in the order of [`Message::ALL`].
    own: Vec<MessageForm>,
    plurals: Option<PluralRules>,
    dates: DateWords,
    numbers: NumberMarks,
}

impl Messages {
    /// The messages of tables that were read from these texts, the nearest first. What is missing from them, or written
    /// wrongly, is for the reader of tables to say.
    pub(crate) fn new(
        language: Language,
        tables: Vec<(Arc<SourceText>, Arc<FluentResource>)>,
    ) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier().clone()]);
        // The marks around what is put in are for texts that run both ways; they would stand in each page, file and index.
        bundle.set_use_isolating(false);
        let mut forms = BTreeMap::new();
        // What comes later stands in front of what came before.
        for (_, resource) in tables.iter().rev() {
            for entry in resource.entries() {
                if let Entry::Message(ast::Message { id, value: Some(value), .. }) = entry {
                    forms.insert(id.name.to_owned(), MessageForm::new(value));
                }
            }
            bundle.add_resource_overriding(Arc::clone(resource));
        }
        let own = |message: &Message| {
            forms
                .get(message.id())
                .cloned()
                .unwrap_or_else(|| MessageForm::Text(message.id().to_owned()))
        };
        let mut messages = Messages {
            sources: tables.into_iter().map(|(source, _)| source).collect(),
            own: Message::ALL.iter().map(own).collect(),
            plurals: plural_rules(&language),
            dates: DateWords::default(),
            numbers: NumberMarks::default(),
            language,
            bundle,
            forms,
        };
        messages.dates = DateWords::new(&|message, arguments| messages.with(message, arguments));
        messages.numbers = NumberMarks {
            thousands: messages.text(Message::number_thousands).to_owned(),
            decimal: messages.text(Message::number_decimal).to_owned(),
            minus: messages.text(Message::number_minus).to_owned(),
        };
        messages
    }

    /// The messages of tables in which nothing is wrong, the nearest first.
    pub(crate) fn of_texts(language: Language, texts: Vec<Arc<SourceText>>) -> Self {
        let read = |source: Arc<SourceText>| {
            // Whoever asks for this has had them read before.
            let (Ok(table) | Err((table, _))) = FluentResource::try_new(source.text.to_string());
            (source, Arc::new(table))
        };
        Messages::new(language, texts.into_iter().map(read).collect())
    }

    /// The language of the tables.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The texts of the tables, the nearest first.
    pub(crate) fn sources(&self) -> &[Arc<SourceText>] {
        &self.sources
    }

    /// How dates are said.
    pub fn dates(&self) -> &DateWords {
        &self.dates
    }

    /// How numbers are written.
    pub fn numbers(&self) -> &NumberMarks {
        &self.numbers
    }

    /// A message without variables.
    pub fn text(&self, message: Message) -> &str {
        match &self.own[message as usize] {
            MessageForm::Text(text) => text,
            MessageForm::Pattern(_) | MessageForm::Plural(_) | MessageForm::Choice(_) => {
                message.id()
            }
        }
    }

    /// A message with what its variables stand for.
    pub fn with(&self, message: Message, arguments: &[(&str, Argument<'_>)]) -> String {
        let written = self.written(message.id(), &self.own[message as usize], arguments);
        // A test holds what each message is given against the tables.
        written.map_or_else(|error| error.to_string(), Cow::into_owned)
    }

    /// A message by its id, for whoever knows of it only when a page is made.
    ///
    /// # Errors
    /// Where there is none, or one of its variables is not given.
    pub fn find(
        &self,
        id: &str,
        arguments: &[(&str, Argument<'_>)],
    ) -> Result<Cow<'_, str>, MessageError> {
        let form = self.forms.get(id).ok_or_else(|| MessageError::Unknown(id.to_owned()))?;
        self.written(id, form, arguments)
    }

    /// A message without variables, by its id.
    pub(crate) fn find_text(&self, id: &str) -> Option<&str> {
        match self.forms.get(id)? {
            MessageForm::Text(text) => Some(text),
            MessageForm::Pattern(_) | MessageForm::Plural(_) | MessageForm::Choice(_) => None,
        }
    }

    /// The ids of all messages, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.forms.keys().map(String::as_str)
    }

    /// All messages without variables, by their ids.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.forms.iter().filter_map(|(id, form)| match form {
            MessageForm::Text(text) => Some((id.as_str(), text.as_str())),
            MessageForm::Pattern(_) | MessageForm::Plural(_) | MessageForm::Choice(_) => None,
        })
    }

    /// The plural category of a number in this language, as Unicode names it: `zero`, `one`, `two`, `few`, `many` or
    /// `other`.
    pub fn plural(&self, count: usize) -> &'static str {
        self.select(count)
    }

    /// The same of any number. Most are whole, and to look at one as such takes a tenth of the time.
    fn category(&self, number: f64) -> &'static str {
        const EXACT: f64 = (1_u64 << 53) as f64;
        match number.fract() == 0.0 && (0.0..EXACT).contains(&number) {
            true => self.select(number as u64),
            false => self.select(number),
        }
    }

    fn select(&self, number: impl TryInto<PluralOperands>) -> &'static str {
        let category = self.plurals.as_ref().and_then(|rules| rules.select(number).ok());
        match category {
            Some(PluralCategory::ZERO) => "zero",
            Some(PluralCategory::ONE) => "one",
            Some(PluralCategory::TWO) => "two",
            Some(PluralCategory::FEW) => "few",
            Some(PluralCategory::MANY) => "many",
            Some(PluralCategory::OTHER) | None => "other",
        }
    }

    fn written<'m>(
        &'m self,
        id: &str,
        form: &'m MessageForm,
        arguments: &[(&str, Argument<'_>)],
    ) -> Result<Cow<'m, str>, MessageError> {
        let missing = |variable: &str| MessageError::MissingVariable {
            id: id.to_owned(),
            variable: variable.to_owned(),
        };
        match form {
            MessageForm::Text(text) => Ok(text.into()),
            MessageForm::Pattern(parts) => {
                MessageForm::joined(parts, arguments).map(Cow::Owned).map_err(missing)
            }
            MessageForm::Plural(plural) => {
                let said = plural.said(arguments, |number| self.category(number));
                said.map(Cow::Owned).map_err(missing)
            }
            MessageForm::Choice(variables) => {
                let given = |variable: &str| arguments.iter().any(|(name, _)| *name == variable);
                if let Some(variable) = variables.iter().find(|variable| !given(variable)) {
                    return Err(missing(variable));
                }
                self.chosen(id, arguments).ok_or_else(|| MessageError::Unknown(id.to_owned()))
            }
        }
    }

    /// A message whose words depend on what its variables stand for.
    fn chosen<'m>(&'m self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<Cow<'m, str>> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut given = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            given.set(*name, FluentValue::from(*argument));
        }
        Some(Cow::Owned(self.bundle.format_pattern(pattern, Some(&given), &mut Vec::new()).into()))
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Messages").field(&self.language).finish()
    }
}

/// The rules of the nearest language that has any.
fn plural_rules(language: &Language) -> Option<PluralRules> {
    let tags = language.tables().into_iter();
    tags.filter_map(|tag| Language::parse(&tag)).find_map(|tag| {
        PluralRules::create(tag.identifier().clone(), PluralRuleType::CARDINAL).ok()
    })
}
