//! What a letter's file says, held against the letter's text where that is to be had: what should be the letter's own, and
//! what should not.

mod copied;
mod numbers;
mod own_text;
mod printed;
mod words;

use std::ops::Range;

use crate::diagnostics::{Diagnostic, rules};
use crate::import::sentences;
use crate::model::{FlatText, Item, Letter};

rules! {
    Error WORDS = "words-not-in-letter" {
        about: "Readers see the letter's own words under a finding, and trust it for them. Where the letter's text is at hand, each word is looked for in it: spaces, hyphens at line ends, quotation marks and dashes are alike, nothing else. `…` stands for what is left out.",
        example: "words: most care leavers had a good adviser   # in the letter: have",
        fix: "words: Most care leavers have a good … adviser",
    }
    Error PAGE = "wrong-page" {
        about: "The page leads readers to the words. Pages are counted from 1, whatever number they print.",
        example: "words: caseloads are too high\npage: 2   # they are on page 3",
        fix: "words: caseloads are too high\npage: 3",
    }
    Error NUMBER = "number-not-in-letter" {
        about: "A number in a finding stands in the sentences of the letter that carry it: in those that its `words` are of. Each counts as often as it stands there; numbers in words do too, but for one.",
        example: "text: Some 89% have a plan.\nwords: 69% of care leavers have a plan",
        fix: "text: Some 69% have a plan.\nwords: 69% of care leavers have a plan",
    }
    Error PRINTED = "not-printed" {
        about: "Words on progress, quotations, areas and inspectors' names are as the letter prints them, and its days are those that it names. A date that the letter prints wrongly is its `printed`, beside the right one.",
        example: "quotes:\n  - words: it's the best thing of all   # in the letter: ever",
        fix: "quotes:\n  - words: it's the best thing ever",
    }
    Warning COPIED = "copied-text" {
        about: "A summary and the text of a finding are in their editor's own words: the letter's are somebody else's. Where the letter's text is at hand, twelve words in a row that stand so in it are told, in block quotes too. Up to twelve may stand in quotation marks.",
        example: "text: Most care leavers have a good adviser whom they see often and know well.   # as in the letter",
        fix: "text: Most of those who left care are in touch with an adviser, whom they “see often”.",
    }
}

/// Where in a letter's file problems are reported, and what its text is.
struct Proof<'a> {
    letter: &'a Letter,
    /// The path of the text.
    path: &'a str,
    text: FlatText,
}

pub(super) fn check(item: &Item) -> Vec<Diagnostic> {
    let Some(letter) = item.letter() else { return Vec::new() };
    let Some(source) = letter.text.known() else { return Vec::new() };
    let proof = Proof { letter, path: &source.path, text: FlatText::new(&source.text) };
    let mut problems = Vec::new();
    words::check(&proof, &mut problems);
    printed::check(&proof, &source.text, &mut problems);
    copied::check(&proof, &mut problems);
    problems
}

impl Proof<'_> {
    /// What to write in the place of words that the letter has not.
    fn help(&self, words: &FlatText) -> String {
        match self.text.nearest(words) {
            Some(passage) => format!("the letter has: {passage}"),
            None => format!("copy the words from the letter's text, `{}`", self.path),
        }
    }

    /// The sentences of the letter, in order.
    fn sentences(&self) -> Vec<Range<usize>> {
        let whole = self.text.as_str();
        let of_paragraph = |paragraph: Range<usize>| {
            let found = sentences(&whole[paragraph.clone()]).into_iter();
            found.map(move |(at, text)| {
                let start = paragraph.start + at;
                start..start + text.len()
            })
        };
        self.text.paragraphs().flat_map(of_paragraph).collect()
    }
}
