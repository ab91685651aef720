//! What else is said to be as the letter prints it: words on progress, quotations, areas, names, days.

use super::{PRINTED, Proof};
use crate::diagnostics::{Applicability, Diagnostic};
use crate::import::{named_days, only_day};
use crate::model::{Date, FlatText, Quotation};
use crate::parse::{At, place_of, suggest_instead};

/// In bytes: 'Wednesday 24th September 2018' is shorter.
const LONGEST_DAY: usize = 40;

pub(super) fn check(proof: &Proof<'_>, text: &str, problems: &mut Vec<Diagnostic>) {
    let letter = proof.letter;
    let (progress, inspectors) = (At::Root.key("progress"), At::Root.key("inspectors"));
    let (quotes, areas) = (At::Root.key("quotes"), At::Root.key("areas"));
    if let Some(words) = letter.progress.as_ref().map(|progress| &progress.words) {
        problems.extend(not_printed(proof, words, progress.key("words")));
    }
    for (index, quote) in letter.quotes.iter().enumerate() {
        problems.extend(not_printed(proof, &quote.words, quotes.item(index).key("words")));
    }
    for (index, inspector) in letter.inspectors.iter().enumerate() {
        problems.extend(not_printed(proof, &inspector.name, inspectors.item(index).key("name")));
    }
    for (index, area) in letter.areas.iter().enumerate() {
        // In a list of bullets, or at the start of a sentence, an area has a capital.
        if !is_there(proof, &with_capital(area)) {
            problems.extend(not_printed(proof, area, areas.item(index)));
        }
    }
    problems.extend(wrong_date(proof, text));
    problems.extend(wrong_days(proof, text));
}

fn is_there(proof: &Proof<'_>, words: &str) -> bool {
    proof.text.find(&FlatText::new(words), 0).is_some()
}

fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words that the letter has not; each part of them, where some are left out.
fn not_printed(proof: &Proof<'_>, words: &str, at: At<'_>) -> Option<Diagnostic> {
    let parts = words.split(Quotation::LEFT_OUT).map(str::trim);
    let missing = parts.filter(|part| !part.is_empty()).find(|part| !is_there(proof, part))?;
    let message = format!("the letter does not print `{missing}`");
    let place = place_of(&proof.letter.source, at);
    Some(PRINTED.at(place, message).help(proof.help(&FlatText::new(missing))))
}

/// The date of the letter, where that stands in it by itself and is another.
fn wrong_date(proof: &Proof<'_>, text: &str) -> Option<Diagnostic> {
    let letter = proof.letter;
    let (key, date) = match &letter.printed {
        Some(printed) => ("printed", printed),
        None => ("dated", &letter.dated),
    };
    let mut short = text.lines().map(str::trim).filter(|line| line.len() <= LONGEST_DAY);
    let printed = short.find_map(only_day)?;
    if printed.overlaps(date) {
        return None;
    }
    let message = format!("the letter prints the date {}", printed.words());
    let help = match &letter.printed {
        Some(_) => format!("write `printed: {printed}`"),
        None => format!(
            "write `dated: {printed}`; or add `printed: {printed}`, if that is plainly wrong"
        ),
    };
    let at = At::Root.key(key);
    let problem = PRINTED.at(place_of(&letter.source, at), message).help(help);
    Some(suggest_instead(problem, at, (printed.to_string(), Applicability::MaybeIncorrect)))
}

/// The days on site, where the letter names days and none of them are these.
fn wrong_days(proof: &Proof<'_>, text: &str) -> Option<Diagnostic> {
    let letter = proof.letter;
    if !letter.on_site.is_exact() || letter.on_site.is_placeholder() {
        return None;
    }
    let year = letter.dated.earliest().year();
    let mut wanted = vec![letter.on_site.earliest(), letter.on_site.latest()];
    let mut of_visit: Option<Date> = None;
    // Most letters name them in their first sentence: what stands behind it need not be read.
    for paragraph in text.split("\n\n").filter(|it| it.contains("visit")) {
        let named = [year, year - 1].map(|year| named_days(paragraph, Some(year)));
        for date in named.iter().flatten() {
            wanted.retain(|day| *day != date.earliest() && *day != date.latest());
        }
        if wanted.is_empty() {
            return None;
        }
        of_visit = of_visit.or_else(|| named.into_iter().flatten().next());
    }
    let days = of_visit?;
    let at = At::Root.key("on_site");
    let help = format!("it names {}: `on_site: {days}`", days.words());
    let message = "the letter does not name these days";
    let problem = PRINTED.at(place_of(&letter.source, at), message).help(help);
    Some(suggest_instead(problem, at, (days.to_string(), Applicability::MaybeIncorrect)))
}
