//! Where in a letter's own text the words of its findings stand.

use std::ops::Range;

use crate::model::{Finding, FlatText, Letter, Quotation};

/// The places of a letter's quotations, finding by finding and in the findings' order.
pub(super) struct Passages(Vec<Vec<Passage>>);

/// Where a quotation stands.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// Each of its runs, in bytes of the text; none where it is not there as a whole.
    pub(super) runs: Vec<Range<usize>>,
    /// The page of the text that it begins on, where that has pages.
    pub(super) page: Option<u32>,
}

impl Passages {
    /// Those of a letter in its text.
    pub(super) fn new(letter: &Letter, text: &str) -> Self {
        let flat = FlatText::new(text);
        let of_quotation = |quotation: &Quotation| passage(text, &flat, quotation);
        let of_finding = |finding: &Finding| finding.words.iter().map(of_quotation).collect();
        Passages(letter.findings.iter().map(of_finding).collect())
    }

    /// Those of a finding, by its place in the letter.
    pub(super) fn of(&self, place: usize) -> &[Passage] {
        self.0.get(place).map_or(&[], Vec::as_slice)
    }

    /// All runs, each with the place of its finding.
    pub(super) fn runs(&self) -> impl Iterator<Item = (usize, &Range<usize>)> {
        let findings = self.0.iter().enumerate();
        findings.flat_map(|(place, passages)| {
            passages.iter().flat_map(|passage| &passage.runs).map(move |run| (place, run))
        })
    }
}

/// None of it, where it is not there as a whole.
fn passage(text: &str, flat: &FlatText, quotation: &Quotation) -> Passage {
    let runs = quotation.places_in(flat).unwrap_or_default();
    let page = runs.first().and_then(|run| flat.page_of(run.start));
    Passage { runs: runs.iter().map(|run| flat.original(text, run)).collect(), page }
}
