//! The sentences of a letter that say what inspectors found, beside those on the visit itself.

use super::claims::is_claim;
use super::headings::Section;
use super::letter::LetterParts;

/// A sentence of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToldSentence {
    /// Its words, with straight quotation marks and single spaces.
    pub(crate) words: String,
    /// The line of the text that it begins in, from 1.
    pub(crate) line: usize,
}

/// The sentences in which this letter's text says what was found, in its order.
pub(crate) fn told_sentences(text: &str) -> Vec<ToldSentence> {
    let letter = LetterParts::new(text);
    let sentences = letter.sentences(&[Section::Headline, Section::Improve, Section::Findings]);
    let told = sentences.into_iter().filter(is_claim);
    told.map(|it| ToldSentence { words: it.text.to_owned(), line: it.line + 1 }).collect()
}
