//! The few findings that stand for a letter on its authority's timeline.

use crate::model::{Letter, PolarityId, TermId};

/// How many of a letter's findings its authority's timeline shows at most.
pub const KEY_FINDINGS: usize = 4;

/// The findings that stand for a letter, by their indexes in [`Letter::findings`]; by polarity, then in
/// the letter's order.
///
/// The rule, which the page states: the first finding of each polarity; then, as long as there is room,
/// one more of each in turn, beginning with the polarity that the letter has most of.
pub fn key_findings(letter: &Letter) -> Vec<usize> {
    let mut by_polarity: Vec<Vec<usize>> = vec![Vec::new(); PolarityId::MOST];
    for (index, finding) in letter.findings.iter().enumerate() {
        by_polarity[finding.polarity.index()].push(index);
    }
    let mut key: Vec<usize> =
        by_polarity.iter().filter_map(|indexes| indexes.first()).copied().collect();
    // Stable: of two polarities with as many findings, the one that pages show first comes first.
    by_polarity.sort_by_key(|indexes| std::cmp::Reverse(indexes.len()));
    let longest = by_polarity.first().map_or(0, Vec::len);
    let in_turn = (1..longest)
        .flat_map(|round| by_polarity.iter().filter_map(move |indexes| indexes.get(round)));
    key.extend(in_turn.take(KEY_FINDINGS.saturating_sub(key.len())));
    key.sort_by_key(|&index| (letter.findings[index].polarity, index));
    key
}
