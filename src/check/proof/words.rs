//! The words that carry findings, their pages, and the findings' numbers.

use std::ops::Range;

use super::{NUMBER, PAGE, Proof, WORDS, numbers};
use crate::diagnostics::{Applicability, Diagnostic, Place};
use crate::model::{FlatText, MissingRun, Quotation};
use crate::parse::markdown;
use crate::parse::{At, place_of, suggest_instead};

pub(super) fn check(proof: &Proof<'_>, problems: &mut Vec<Diagnostic>) {
    let findings = At::Root.key("findings");
    let mut sentences = None;
    for (index, finding) in proof.letter.findings.iter().enumerate() {
        let at = findings.item(index);
        let at_words = at.key("words");
        let mut carrying = Vec::new();
        let mut is_carried = !finding.words.is_empty();
        for (index, quotation) in finding.words.iter().enumerate() {
            let at = if finding.words.len() == 1 { at_words } else { at_words.item(index) };
            match quotation.places_in(&proof.text) {
                Ok(places) => carrying.extend(places),
                Err(run) => {
                    is_carried = false;
                    let place = place_of(&proof.letter.source, at);
                    problems.push(missing(proof, run, place));
                }
            }
        }
        if !is_carried {
            continue;
        }
        problems.extend(wrong_page(proof, &finding.words, &carrying, at.key("page")));
        let figures = numbers::of(&markdown::words(&finding.text));
        if figures.is_empty() {
            continue;
        }
        let sentences = sentences.get_or_insert_with(|| proof.sentences());
        let said = around(sentences, &carrying);
        // Each counts once: of '16 and 17' one who writes '17 and 17' has changed a number.
        let mut known: Vec<String> =
            said.iter().flat_map(|it| numbers::of(&proof.text.as_str()[it.clone()])).collect();
        for figure in figures {
            if let Some(place) = known.iter().position(|it| *it == figure) {
                known.swap_remove(place);
                continue;
            }
            let place = place_of(&proof.letter.source, at.key("text"));
            let message =
                format!("`{figure}` is not in the sentences of the letter that carry this finding");
            let said: Vec<&str> = said.iter().map(|it| &proof.text.as_str()[it.clone()]).collect();
            let help = format!("the letter has: {}", said.join(" … "));
            problems.push(NUMBER.at(place, message).help(help));
        }
    }
}

/// What is wrong with a quotation of which a run is missing.
fn missing(proof: &Proof<'_>, run: MissingRun<'_>, place: Place) -> Diagnostic {
    match run {
        MissingRun::Nowhere(part) => {
            let message = format!("`{part}` does not stand in the letter");
            WORDS.at(place, message).help(proof.help(&FlatText::new(part)))
        }
        MissingRun::OutOfOrder(part) => {
            let message = format!(
                "in the letter, `{part}` does not stand behind the words that it follows here"
            );
            let help = "quote words in the letter's order; separate passages are a list";
            WORDS.at(place, message).help(help)
        }
    }
}

/// The pages that quotations are said to begin on, where one is another.
fn wrong_page(
    proof: &Proof<'_>,
    quotations: &[Quotation],
    places: &[Range<usize>],
    at: At<'_>,
) -> Option<Diagnostic> {
    let mut places = places.iter();
    let mut pages = Vec::new();
    for quotation in quotations {
        let first = places.next()?;
        // Only a mark stands for what is left out: one part more each time.
        let others = quotation.parts().count().saturating_sub(1);
        places.by_ref().take(others).for_each(drop);
        pages.push((quotation.page, proof.text.page_of(first.start)));
    }
    let is_wrong = |(said, found): &(Option<u32>, Option<u32>)| matches!((said, found), (Some(said), Some(found)) if said != found);
    let (said, found) = pages.iter().find(|it| is_wrong(it)).copied()?;
    let (said, found) = (said?, found?);
    let right: Vec<String> =
        pages.iter().filter_map(|(_, found)| Some(found.as_ref()?.to_string())).collect();
    let right = if right.iter().all(|page| *page == right[0]) {
        right[0].clone()
    } else {
        format!("[{}]", right.join(", "))
    };
    let message = format!("these words are on page {found} of the letter, not on page {said}");
    let problem =
        PAGE.at(place_of(&proof.letter.source, at), message).help(format!("write `page: {right}`"));
    Some(suggest_instead(problem, at, (right, Applicability::MaybeIncorrect)))
}

/// The sentences that these places are in, each once.
fn around(sentences: &[Range<usize>], places: &[Range<usize>]) -> Vec<Range<usize>> {
    let has = |sentence: &&Range<usize>| {
        places.iter().any(|place| place.start < sentence.end && sentence.start < place.end)
    };
    sentences.iter().filter(has).cloned().collect()
}
