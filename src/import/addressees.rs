//! Whom a letter is to, and what the site has on them already.

use super::draft::{Draft, Referred};
use super::facts::summary;
use super::letter::LetterParts;
use super::names::{AuthorityNames, NamedAuthority};
use super::problems::Doubts;
use crate::model::{Archive, Authority, Date, Letter, Slug};

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
        None => doubts.no_authority(),
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
