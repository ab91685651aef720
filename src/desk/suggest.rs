//! What the desk suggests for words that an editor marks in a letter.

use std::sync::Arc;

use crate::diagnostics::SourceText;
use crate::edit::Value;
use crate::import;
use crate::model::{Archive, FlatText};

/// Suggests for claims of one letter.
pub(super) struct Suggester<'a> {
    pub(super) archive: &'a Archive,
    /// The letter's own text, where it is at hand.
    pub(super) letter_text: Option<&'a Arc<SourceText>>,
}

/// What is suggested for a claim.
pub(super) struct Suggested {
    /// As the letter prints them, on one line.
    pub(super) words: String,
    pub(super) page: Option<u32>,
    pub(super) polarity: Option<String>,
    pub(super) topics: Vec<String>,
}

impl Suggested {
    /// What the claim says, by the keys of a finding.
    pub(super) fn claim(&self) -> Vec<(&'static str, Value)> {
        let topics: Vec<Value> = self.topics.iter().cloned().map(Value::Text).collect();
        let topics = (!topics.is_empty()).then_some(("topics", Value::List(topics)));
        let polarity = self.polarity.clone().map(|word| ("polarity", Value::Text(word)));
        polarity.into_iter().chain(topics).collect()
    }

    /// The page, as a finding has it.
    pub(super) fn page(&self) -> Option<Value> {
        self.page.map(|page| Value::Text(page.to_string()))
    }
}

impl Suggester<'_> {
    /// `None` where the letter has no such words.
    pub(super) fn suggest(&self, words: &str) -> Option<Suggested> {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return None;
        }
        let page = match self.letter_text {
            Some(source) => {
                let text = FlatText::new(&source.text);
                let place = text.find(&FlatText::new(&words), 0)?;
                text.page_of(place.start)
            }
            None => None,
        };
        let (polarity, topics) = import::suggested(&words, self.archive);
        Some(Suggested {
            words,
            page,
            polarity: polarity.map(|it| self.archive.vocabulary.word(it).to_owned()),
            topics: topics.iter().map(|slug| slug.as_str().to_owned()).collect(),
        })
    }

    /// Where words begin in the letter.
    pub(super) fn place(&self, words: &str) -> Option<usize> {
        let text = FlatText::new(&self.letter_text?.text);
        text.find(&FlatText::new(words), 0).map(|place| place.start)
    }
}
