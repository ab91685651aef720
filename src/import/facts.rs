//! What a letter says of its visit: kind, number, days, date, the inspection that it goes back to.

use super::dates::{Days, days, is_broken_day, month_at, only_day};
use super::documents;
use super::draft::{Draft, Referred};
use super::headings::Section;
use super::letter::{LetterParts, Sentence};
use super::meanings::{Meaning, VisitKind};
use super::problems::Doubts;
use super::sentences::words;
use crate::model::{Date, Letter, Vocabulary, ordinal};

/// Where facts stand.
const BEFORE_FINDINGS: &[Section] = &[Section::Opening, Section::Areas];

/// In days: inspectors write within three months.
const LONGEST_LAG: i32 = 120;

/// In days: few visits are of more than a week, and that of a fortnight is printed wrong.
const LONGEST_VISIT: i32 = 14;

/// Reads all of them. Without a kind this is no letter on a visit.
pub(super) fn read(
    letter: &LetterParts,
    vocabulary: &Vocabulary,
    draft: &mut Draft,
    doubts: &mut Doubts<'_>,
) {
    let Some(kind) = kind(letter, doubts) else {
        let message = match documents::named(letter) {
            Some(name) => format!("this calls itself {name}, and is no letter on a visit"),
            None => {
                "this does not say that it is on a monitoring visit or a focused visit".to_owned()
            }
        };
        let help = "letters on monitoring visits and focused visits can be imported, and reports of inspections of an authority's services for children";
        doubts.no_letter(&message, help);
        return;
    };
    draft.kind = kind.in_words_of(vocabulary);
    if draft.kind.is_none() {
        let word = kind.word();
        let message = format!("the site's vocabulary has no kind of visit `{word}`");
        let help = "letters can be imported only where it has the kinds that come with the program";
        doubts.no_letter(&message, help);
        return;
    }
    draft.dated = dated(letter, doubts);
    draft.on_site = on_site(letter, draft.dated.as_ref(), doubts);
    lag(letter, draft, doubts);
    if kind == VisitKind::Monitoring {
        draft.visit = visit(letter, doubts);
    }
    draft.inspection = inspection(letter, draft);
}

/// The sentence that says what the letter is: 'This letter summarises the findings of …'.
pub(super) fn summary(letter: &LetterParts) -> Option<Sentence<'_>> {
    letter.sentences(BEFORE_FINDINGS).into_iter().find(|sentence| found_of(sentence.text).is_some())
}

/// What a letter says that it has the findings of.
fn found_of(text: &str) -> Option<&str> {
    let of_letter = ["his letter ", "I am writing ", "I write ", "We are writing "];
    let at = of_letter.iter().filter_map(|words| text.find(words)).min()?;
    let rest = &text[at..];
    let leads = ["findings ", "outcome", "summarises ", "summarizes "];
    leads.iter().find_map(|words| rest.find(words)).map(|at| &rest[at..])
}

fn kind_of(text: &str) -> Option<VisitKind> {
    let text = text.to_ascii_lowercase();
    let monitoring = text.find("monitoring visit").or_else(|| text.find("monitoring of "));
    let focused = text.find("focused visit").or_else(|| text.find("focussed visit"));
    match (monitoring, focused) {
        (Some(one), Some(other)) if one > other => Some(VisitKind::Focused),
        (Some(_), _) => Some(VisitKind::Monitoring),
        (None, Some(_)) => Some(VisitKind::Focused),
        (None, None) => None,
    }
}

/// The kind of visit, by the title or by what the letter says that it has the findings of. What else it says of visits
/// is of other visits; and the findings of an inspection, even of one after visits, are none of a visit.
fn kind(letter: &LetterParts, doubts: &mut Doubts<'_>) -> Option<VisitKind> {
    let found = summary(letter).and_then(|sentence| found_of(sentence.text));
    let by_summary = found.and_then(|found| {
        let kind = kind_of(found)?;
        let visit = found.to_ascii_lowercase().find(" visit").unwrap_or(found.len());
        (!found[..visit].contains("inspection")).then_some(kind)
    });
    let title = letter.title();
    let by_title = title.and_then(|title| kind_of(title.text));
    if let (Some(title), Some(one), Some(other)) = (title, by_title, by_summary)
        && one != other
    {
        let message = "the title and the letter do not name the same kind of visit";
        doubts.doubt(title.line, message, "the letter's own words are taken");
    }
    let is_other = by_summary.is_none() && documents::named(letter).is_some();
    by_summary.or(by_title).filter(|_| !is_other)
}

fn dated(letter: &LetterParts, doubts: &mut Doubts<'_>) -> Option<Date> {
    let mut found: Vec<(Date, usize)> = Vec::new();
    for (day, line) in printed_days(letter) {
        match day.date {
            Some(date) => found.push((date, line)),
            None => {
                let message = format!("`{}` cannot be a date, and is left out", day.words);
                doubts.doubt(line, message, "write it behind `dated:`, as it must be meant");
            }
        }
    }
    if let [(first, _), rest @ ..] = &found[..]
        && let Some((other, line)) = rest.iter().find(|(date, _)| date != first)
    {
        let message = format!("the letter is dated {first} and {other}; the first is taken");
        doubts.doubt(*line, message, "which of the two is it?");
    }
    let printed = found.into_iter().next().map(|(date, _)| date);
    if printed.is_some() {
        return printed;
    }
    let named = doubts.file_name().and_then(|name| days(&name, None));
    match &named {
        Some(Days { date, .. }) => {
            let message =
                format!("the letter gives no date; that of its file's name is taken: {date}");
            doubts.doubt(0, message, "is it the right one?");
        }
        None => doubts.missing("the date of the letter", "write it behind `dated:`"),
    }
    named.map(|days| days.date)
}

/// A day as the head of a letter has it.
pub(super) struct PrintedDay {
    pub(super) words: String,
    /// Nothing where it can be none.
    pub(super) date: Option<Date>,
}

/// The days in the head of a letter, each with its line, from 0.
pub(super) fn printed_days(letter: &LetterParts) -> impl Iterator<Item = (PrintedDay, usize)> {
    letter.head.iter().filter_map(|words| {
        let text = words.text.trim_start_matches("Date:").trim();
        Some((day_in(text)?, words.number))
    })
}

/// The day that a line is, or ends or begins with, where it stands beside an address.
fn day_in(text: &str) -> Option<PrintedDay> {
    let day = |words: &str| {
        only_day(words).map(|date| PrintedDay { words: words.to_owned(), date: Some(date) })
    };
    let words: Vec<&str> = text.split(' ').collect();
    let parts = [words.get(..3), words.len().checked_sub(3).and_then(|from| words.get(from..))];
    let part = || parts.into_iter().flatten().find_map(|part| day(&part.join(" ")));
    let broken = || is_broken_day(text).then(|| PrintedDay { words: text.to_owned(), date: None });
    day(text).or_else(part).or_else(broken)
}

fn on_site(letter: &LetterParts, dated: Option<&Date>, doubts: &mut Doubts<'_>) -> Option<Date> {
    let year = dated.map(Date::year);
    let sentences = letter.sentences(BEFORE_FINDINGS);
    let about_visit = sentences.iter().filter(|sentence| sentence.text.contains("visit"));
    let summary = summary(letter);
    let in_order = summary.iter().chain(about_visit);
    let found =
        in_order.clone().find_map(|sentence| Some((days(sentence.text, year)?, sentence.line)));
    let Some((days, line)) = found else {
        doubts.missing("the days of the visit", "write them behind `on_site:`");
        return None;
    };
    if !days.has_year {
        let message = "the days of the visit have no year; that of the letter's date is taken";
        doubts.doubt(line, message, "is it the right one?");
    }
    let length = days.date.earliest().until(days.date.latest()).map_or(0, |span| span.get_days());
    if length > LONGEST_VISIT {
        let message = format!("the visit was on {}, and that is {} days", days.date, length + 1);
        doubts.doubt(line, message, "is a year or a month printed wrong?");
    }
    Some(days.date)
}

/// Says where the date of the letter and the days of the visit cannot both be right.
fn lag(letter: &LetterParts, draft: &Draft, doubts: &mut Doubts<'_>) {
    let (Some(dated), Some(on_site)) = (&draft.dated, &draft.on_site) else { return };
    let lag = on_site.latest().until(dated.earliest()).map_or(0, |span| span.get_days());
    if !(0..=LONGEST_LAG).contains(&lag) {
        let line = summary(letter).map_or(0, |sentence| sentence.line);
        let message = format!("the letter is dated {dated}, and the visit was on {on_site}");
        doubts.doubt(line, message, "a year or a month is printed wrong in one of them");
    }
}

/// The number of a monitoring visit: 'the sixth monitoring visit', 'the sixth and final monitoring visit'.
fn visit(letter: &LetterParts, doubts: &mut Doubts<'_>) -> Option<u32> {
    let mut found: Vec<(u32, usize)> = Vec::new();
    let title = letter.title().into_iter();
    for sentence in title.chain(letter.sentences(BEFORE_FINDINGS)) {
        let words = words(sentence.text);
        for (index, word) in words.iter().enumerate() {
            let next: Vec<&str> = words[index + 1..].iter().take(5).map(String::as_str).collect();
            let is_of_visit = matches!(
                next[..],
                ["monitoring" | "quarterly", ..]
                    | ["and", "final" | "last", "monitoring", ..]
                    | ["ilacs" | "ofsted" | "remote", "monitoring", ..]
                    | ["visit", "since" | "following" | "after", ..]
            );
            let number = ordinal(word).filter(|it| (1..=Letter::MOST_VISITS).contains(it));
            if let Some(number) = number.filter(|_| is_of_visit) {
                found.push((number, sentence.line));
            }
        }
    }
    if let [(first, _), rest @ ..] = &found[..]
        && let Some((other, line)) = rest.iter().find(|(number, _)| number != first)
    {
        let message =
            format!("the letter calls this visit {first} and {other}; the first is taken");
        doubts.doubt(*line, message, "which of the two is it?");
    }
    if found.is_empty() {
        doubts
            .missing("the number of the visit", "leave it out where the letter does not state it");
    }
    found.first().map(|(number, _)| *number)
}

/// The inspection that the letter goes back to, with the words on it.
fn inspection(letter: &LetterParts, draft: &Draft) -> Option<Referred> {
    let parts = [Section::Opening, Section::Areas, Section::Headline];
    letter.sentences(&parts).into_iter().find_map(|sentence| {
        let words = words(sentence.text);
        let is_inspection = |word: &String| {
            ["inspection", "inspected", "judged", "judgement"].contains(&word.as_str())
        };
        let from = words.iter().position(is_inspection)?;
        (from + 1..words.len()).find_map(|place| {
            let leads = ["in", "on", "of", "published", "the"].contains(&words[place - 1].as_str());
            let found = month_at(&words, place).filter(|_| leads)?;
            let date: Date = found.date.parse().ok()?;
            let is_visit = draft.on_site.as_ref().is_some_and(|visit| *visit == date);
            (!is_visit).then(|| Referred { date, words: sentence.text.to_owned() })
        })
    })
}
