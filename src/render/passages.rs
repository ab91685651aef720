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

/// The first place of a quotation that is on its page, or else its first.
fn passage(text: &str, flat: &FlatText, quotation: &Quotation) -> Passage {
    let parts: Vec<FlatText> = quotation.parts().map(FlatText::new).collect();
    let mut first = None;
    let mut from = 0;
    while let Some(runs) = runs(flat, &parts, from) {
        let Some(run) = runs.first().cloned() else { break };
        from = run.end;
        let page = flat.page_of(run.start);
        let is_on_page = quotation.page.is_none() || quotation.page == page;
        if is_on_page || first.is_none() {
            first = Some((runs, page));
        }
        if is_on_page {
            break;
        }
    }
    let Some((runs, page)) = first else { return Passage::default() };
    let runs = runs.iter().map(|run| flat.original(text, run)).collect();
    Passage { runs, page }
}

/// These parts, one after the other, from a byte on.
fn runs(flat: &FlatText, parts: &[FlatText], mut from: usize) -> Option<Vec<Range<usize>>> {
    let mut runs = Vec::with_capacity(parts.len());
    for part in parts {
        let run = flat.find(part, from)?;
        from = run.end;
        runs.push(run);
    }
    Some(runs)
}
