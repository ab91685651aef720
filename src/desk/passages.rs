//! A letter's own text, with the passages marked that carry findings, and those that no finding carries yet.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::value_path::texts;
use crate::check::Coverage;
use crate::diagnostics::SourceText;
use crate::edit::Value;
use crate::model::{Excerpt, FlatText, Quotation};

/// A page of the letter.
#[derive(Debug, Serialize)]
pub(super) struct LetterPage {
    /// From 1.
    number: usize,
    pieces: Vec<Piece>,
}

/// Words that all mean the same to the desk.
#[derive(Debug, Serialize)]
struct Piece {
    words: String,
    /// The indexes of the findings that they carry.
    findings: Vec<usize>,
    /// Whether they say what was found, and no finding has them.
    is_uncarried: bool,
}

/// How many sentences say what was found, and how many of them findings carry.
#[derive(Debug, Serialize)]
pub(super) struct Carried {
    sentences: usize,
    carried: usize,
}

/// The pages of a letter's text, with what its findings carry.
pub(super) fn passages(source: &Arc<SourceText>, findings: &[Value]) -> (Vec<LetterPage>, Carried) {
    let text = &*source.text;
    let flat = FlatText::new(text);
    let runs: Vec<(usize, Range<usize>)> = findings
        .iter()
        .enumerate()
        .flat_map(|(index, finding)| runs(finding, &flat).into_iter().map(move |run| (index, run)))
        .collect();
    let flat_runs: Vec<Range<usize>> = runs.iter().map(|(_, run)| run.clone()).collect();
    let coverage = Coverage::of(text, &flat, &flat_runs);
    let uncarried: Vec<Range<usize>> =
        coverage.without_finding.iter().filter_map(|sentence| sentence.place.clone()).collect();
    let runs: Vec<(usize, Range<usize>)> =
        runs.into_iter().map(|(index, run)| (index, flat.original(text, &run))).collect();
    let mut pages = Vec::new();
    let mut start = 0;
    for page in text.split('\u{c}') {
        let end = start + page.len();
        let pieces = pieces(text, start..end, &runs, &uncarried);
        pages.push(LetterPage { number: pages.len() + 1, pieces });
        start = end + '\u{c}'.len_utf8();
    }
    let carried = coverage.sentences - coverage.without_finding.len();
    (pages, Carried { sentences: coverage.sentences, carried })
}

/// Where a finding's words stand.
fn runs(finding: &Value, flat: &FlatText) -> Vec<Range<usize>> {
    let pages: Vec<Option<u32>> =
        texts(finding, "page").iter().map(|page| page.parse().ok()).collect();
    let quotation = |(index, words): (usize, &str)| {
        let length = words.len();
        let words = Excerpt::part(&Arc::new(SourceText::new("", words.to_owned())), 0..length);
        let page = pages.get(index).or(pages.first()).copied().flatten();
        Quotation { words, page }.places_in(flat).unwrap_or_default()
    };
    texts(finding, "words").into_iter().enumerate().flat_map(quotation).collect()
}

fn pieces(
    text: &str,
    page: Range<usize>,
    runs: &[(usize, Range<usize>)],
    uncarried: &[Range<usize>],
) -> Vec<Piece> {
    let all = runs.iter().map(|(_, run)| run).chain(uncarried);
    let mut ends: Vec<usize> = all
        .flat_map(|run| [run.start, run.end])
        .filter(|end| page.contains(end))
        .chain([page.start, page.end])
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let of = |range: &[usize]| {
        let (start, end) = (range[0], range[1]);
        let is_in = |run: &Range<usize>| run.start <= start && end <= run.end;
        let mut findings: Vec<usize> =
            runs.iter().filter(|(_, run)| is_in(run)).map(|(index, _)| *index).collect();
        findings.dedup();
        let is_uncarried = findings.is_empty() && uncarried.iter().any(is_in);
        Piece { words: text[start..end].to_owned(), findings, is_uncarried }
    };
    ends.windows(2).map(of).collect()
}
