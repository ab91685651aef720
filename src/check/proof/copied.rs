//! Words of the letter that its summary or a finding says as if they were the editor's own.

use std::collections::HashSet;
use std::ops::Range;

use super::own_text::{OwnText, blocks, words};
use super::{COPIED, Proof};
use crate::diagnostics::{Diagnostic, Place};
use crate::model::Quotation;
use crate::parse::{At, place_of};

/// As many words of the letter in a row are told. Who says a claim in other words may share up to eleven with it, such as the
/// names of services and of groups of children; of the sentences of letters, six in seven are longer.
const FEWEST: usize = 12;

/// How many words of a run a message says, so that it is found in a finding.
const FIRST: usize = 4;

/// What stands in the letter as it is, as the runs of so many words.
struct Runs<'a>(HashSet<&'a [String]>);

pub(super) fn check(proof: &Proof<'_>, problems: &mut Vec<Diagnostic>) {
    let letter = proof.letter;
    let of_letter: Vec<String> = words(&proof.text).map(|(_, letters)| letters).collect();
    let runs = Runs(of_letter.windows(FEWEST).collect());
    let findings = At::Root.key("findings");
    for (index, finding) in letter.findings.iter().enumerate() {
        // That it has the letter's words is told already.
        if finding.suggested {
            continue;
        }
        let text = OwnText::inline(&finding.text);
        let place = |_: Range<usize>| place_of(&letter.source, findings.item(index).key("text"));
        problems.extend(copied(&runs, &text, place));
    }
    for block in blocks(&letter.body) {
        let place = |range| Place::span(&letter.source, block.written(&range));
        problems.extend(copied(&runs, &block, place));
    }
}

/// What a text has copied; `place` says where a part of it stands in the file.
fn copied(
    runs: &Runs<'_>,
    text: &OwnText,
    place: impl Fn(Range<usize>) -> Place,
) -> Vec<Diagnostic> {
    let mut words = text.words();
    let letters: Vec<String> = words.iter_mut().map(|it| std::mem::take(&mut it.letters)).collect();
    let problem = |run: Range<usize>| {
        let run = &words[run];
        let start = run.iter().position(|it| !it.is_quoted)?;
        let end = run.iter().rposition(|it| !it.is_quoted)?;
        let own = run.iter().filter(|it| !it.is_quoted).count();
        if own < FEWEST {
            return None;
        }
        let run = &run[start..=end];
        let [first, .., last] = run else { return None };
        let opening = text.shown(first.range.start..run[FIRST - 1].range.end);
        let opening = opening.split_whitespace().collect::<Vec<_>>().join(" ");
        let message =
            format!("these {} words in a row are the letter's own, from `{opening}` on", run.len());
        let help = format!(
            "say it in your own words; or quote at most {} of them, in quotation marks",
            Quotation::MOST_IN_A_ROW
        );
        Some(COPIED.at(place(first.range.start..last.range.end), message).help(help))
    };
    runs.in_words(&letters).into_iter().filter_map(problem).collect()
}

impl Runs<'_> {
    /// Where words stand as they stand in the letter, each run as far as it goes.
    fn in_words(&self, words: &[String]) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let starts = words.windows(FEWEST).enumerate().filter(|(_, run)| self.0.contains(run));
        for (start, _) in starts {
            match found.last_mut() {
                Some(last) if start < last.end => last.end = start + FEWEST,
                _ => found.push(start..start + FEWEST),
            }
        }
        found
    }
}
