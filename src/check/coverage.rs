//! Which sentences of a letter no finding carries.

use std::ops::Range;

use crate::import::told_sentences;
use crate::model::{FlatText, Letter};

/// How much of a letter its findings carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// How many sentences say what inspectors found.
    pub sentences: usize,
    /// Those in which no finding's words stand, in the letter's order.
    pub without_finding: Vec<UncarriedSentence>,
}

/// A sentence of a letter that no finding carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UncarriedSentence {
    /// Its words, with straight quotation marks and single spaces.
    pub words: String,
    /// The line of the letter's text that it begins in, from 1.
    pub line: usize,
    /// Its page, from 1, where the text has pages.
    pub page: Option<u32>,
    /// Where it stands in the text, in bytes, or as much of it as does so in one piece.
    pub place: Option<Range<usize>>,
}

/// What the letter's findings carry of its text; nothing where that is not at hand.
pub fn coverage(letter: &Letter) -> Option<Coverage> {
    let source = letter.text.known()?;
    let text = FlatText::new(&source.text);
    let quotations = letter.findings.iter().flat_map(|finding| &finding.words);
    let carried = quotations.flat_map(|quotation| quotation.places_in(&text).unwrap_or_default());
    Some(Coverage::of(&source.text, &text, &carried.collect::<Vec<_>>()))
}

impl Coverage {
    /// What findings carry of a text whose words stand there in it; `flat` is the same text.
    pub(crate) fn of(text: &str, flat: &FlatText, carried: &[Range<usize>]) -> Self {
        let sentences = told_sentences(text);
        let count = sentences.len();
        let mut from = 0;
        let mut without_finding = Vec::new();
        for sentence in sentences {
            // What a page's end or a footnote broke stands nowhere in one piece: its beginning does.
            let place = flat.find(&FlatText::new(&sentence.words), from);
            let place =
                place.or_else(|| flat.find(&FlatText::new(beginning(&sentence.words)), from));
            // One that is not found counts as carried by none.
            from = place.as_ref().map_or(from, |place| place.start);
            let is_in = |place: &Range<usize>| {
                carried.iter().any(|it| it.start < place.end && place.start < it.end)
            };
            if !place.as_ref().is_some_and(is_in) {
                without_finding.push(UncarriedSentence {
                    words: sentence.words,
                    line: sentence.line,
                    page: place.as_ref().and_then(|place| flat.page_of(place.start)),
                    place: place.map(|place| flat.original(text, &place)),
                });
            }
        }
        Coverage { sentences: count, without_finding }
    }
}

/// As many words as are surely in one line.
fn beginning(words: &str) -> &str {
    words.match_indices(' ').nth(5).map_or(words, |(end, _)| &words[..end])
}
