//! Whom a letter is to, and what the site has on them already.

use super::draft::{Draft, Referred};
use super::facts::summary;
use super::letter::LetterParts;
use super::names::{AuthorityNames, NamedAuthority};
use super::problems::Doubts;
use crate::model::{Archive, Authority, Date, KnownVisit, Letter, Slug};

/// In days: a visit is known from what was published of it within half a year.
const LONGEST_LAG: i32 = 183;

/// The authorities that it was sent to.
pub(super) fn authorities(
    letter: &LetterParts,
    names: &AuthorityNames,
    draft: &mut Draft,
    doubts: &mut Doubts<'_>,
) {
    let title = letter.title();
    let summary = summary(letter);
    let in_title = title.map(|it| names.all_in(it.text)).unwrap_or_default();
    let in_summary = summary.map(|it| names.all_in(before_days(it.text))).unwrap_or_default();
    if let (Some(title), [one, ..], [other, ..]) = (title, &in_title[..], &in_summary[..])
        && !in_title.contains(other)
        && !in_summary.contains(one)
    {
        let message = format!("the title names `{one}`, and the letter `{other}`");
        doubts.doubt(title.line, message, "`--authority` says which it is");
    }
    let found = if in_title.is_empty() { in_summary } else { in_title };
    if !found.is_empty() {
        draft.authorities = found;
        return;
    }
    let near = title.and_then(|title| Some((title, names.almost_in(after_visit(title.text))?)));
    match near {
        Some((_, NamedAuthority::As(slug))) => draft.authorities = vec![slug],
        Some((title, NamedAuthority::Almost(slug, name))) => {
            let message = format!("the title names nobody that is known; it is taken for {name}");
            doubts.doubt(title.line, message, "`--authority` says whom it is to");
            draft.authorities = vec![slug];
        }
        None => doubts.no_authority("draft"),
    }
}

/// Says where the letter and what the site has already do not go together.
pub(super) fn compare(
    letter: &LetterParts,
    archive: &Archive,
    draft: &Draft,
    doubts: &mut Doubts<'_>,
) {
    let Some(slug) = draft.authorities.first() else { return };
    let line = summary(letter).map_or(0, |sentence| sentence.line);
    let authority = archive.authorities.iter().find(|authority| authority.slug == *slug);
    if let (Some(visit), Some(on_site)) = (draft.visit, &draft.on_site) {
        let opened = |date: &Date| authority.and_then(|authority| cycle(authority, date));
        let is_same = |known: &&Letter| {
            known.authorities.contains(slug)
                && known.number_in_cycle(&archive.vocabulary) == Some(visit)
                && opened(&known.on_site) == opened(on_site)
        };
        if let Some(known) = archive.letters.iter().map(AsRef::as_ref).find(is_same) {
            let message = format!("visit {visit} has a letter already: {}", known.source.path);
            doubts.doubt(
                line,
                message,
                "is one of the two numbers wrong, or is it the same letter?",
            );
        }
    }
    known_visit(authority.map(AsRef::as_ref), draft, line, doubts);
    let Some(Referred { date, words: _ }) = &draft.inspection else { return };
    let Some(authority) = authority.filter(|authority| !authority.inspections.is_empty()) else {
        return;
    };
    let meets =
        |known: &Date| known.earliest() <= date.latest() && date.earliest() <= known.latest();
    let dates =
        authority.inspections.iter().flat_map(|it| [it.on_site.as_ref(), it.published.as_ref()]);
    if !dates.flatten().any(meets) {
        let message = format!("no inspection in {} is of this date: {date}", authority.source.path);
        doubts.doubt(line, message, "letters do not always give the same date of one inspection");
    }
}

/// Says that the authority's file tells of this visit, whose letter was not known.
fn known_visit(authority: Option<&Authority>, draft: &Draft, line: usize, doubts: &mut Doubts<'_>) {
    let (Some(authority), Some(on_site)) = (authority, &draft.on_site) else { return };
    let is_this = |known: &&KnownVisit| match &known.on_site {
        Some(days) => days.overlaps(on_site),
        None => {
            let lag = on_site.earliest().until(known.date.earliest());
            let lag = lag.map_or(i32::MAX, |span| span.get_days());
            known.visit.is_some() && known.visit == draft.visit && lag.abs() <= LONGEST_LAG
        }
    };
    if authority.visits.iter().any(|known| is_this(&known)) {
        let message = format!("{} tells of this visit, below `visits:`", authority.source.path);
        doubts.doubt(
            line,
            message,
            "take it out there when the letter is in: the letter says more",
        );
    }
}

/// The day that the cycle began in which something happened.
fn cycle(authority: &Authority, date: &Date) -> Option<jiff::civil::Date> {
    let starts =
        authority.inspections.iter().filter_map(|it| it.on_site.as_ref().or(it.published.as_ref()));
    starts.map(Date::earliest).filter(|start| *start <= date.earliest()).max()
}

fn after_visit(title: &str) -> &str {
    let after = |words: &str| title.split_once(words).map(|(_, rest)| rest);
    after(" visit to ").or_else(|| after(" visit of ")).unwrap_or(title)
}

/// What stands before the first number, which is that of the first day.
fn before_days(text: &str) -> &str {
    text.split(|letter: char| letter.is_ascii_digit()).next().unwrap_or(text)
}

/// The one authority of a name, as somebody writes it on the command line.
pub fn authority_named(archive: &Archive, name: &str) -> Option<Slug> {
    AuthorityNames::new(archive).the_one(name)
}
