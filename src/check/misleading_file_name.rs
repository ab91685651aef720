//! `misleading-file-name`: a letter's file has a date, a number or a kind in its name that the letter has not.

use crate::diagnostics::{Diagnostic, rules};
use crate::index::Indexes;
use crate::model::{Archive, Date, Letter, Vocabulary};
use crate::parse::{At, place_of};

rules! {
    Warning RULE = "misleading-file-name" {
        about: "A letter's address is the name of its file. One that was copied from another letter keeps that one's date and number.",
        example: "2016-09-02-visit-2.md   # with `visit: 1`",
        fix: "2016-09-02-visit-1.md",
    }
}

pub(super) fn check(archive: &Archive, _: &Indexes) -> Vec<Diagnostic> {
    let letters = archive.letters.iter();
    letters.flat_map(|letter| problems(letter, &archive.vocabulary)).collect()
}

fn problems(letter: &Letter, vocabulary: &Vocabulary) -> Vec<Diagnostic> {
    let path = letter.source.path.as_str();
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    let words: Vec<&str> = stem.split(['-', '_', ' ']).collect();
    let mut problems = Vec::new();
    let mut tell = |key: &str, what: String| {
        let place = place_of(&letter.source, At::Root.key(key));
        let message = format!("the file is called `{file}`, but {what}");
        let help = "correct what is wrong; a file that is renamed once it is published keeps its old name as `slug:`";
        problems.push(RULE.at(place, message).help(help));
    };
    let facts = [Some(&letter.dated), Some(&letter.on_site), letter.published.as_ref()];
    let is_known =
        facts.iter().flatten().all(|date| !date.is_placeholder() && !date.is_approximate());
    if let Some(date) = named_date(&words).filter(|_| is_known)
        && !facts.iter().flatten().any(|fact| fact.overlaps(&date))
    {
        tell("dated", format!("the letter is dated {}", letter.dated.words()));
    }
    if let (Some(named), Some(visit)) = (named_visit(&words), letter.visit)
        && named != visit
    {
        tell("visit", format!("this is visit {visit}"));
    }
    let own = vocabulary.word(letter.kind);
    if !vocabulary[letter.kind].is_numbered && !stem.contains(own) && named_visit(&words).is_some()
    {
        tell("kind", format!("its kind is `{own}`, which has no numbers"));
    } else if let Some(kind) = named_kind(&stem, letter, vocabulary) {
        tell("kind", format!("its kind is `{own}`, not `{kind}`"));
    }
    problems
}

/// The first date in a name: '2018-02-15', '2021-05', '2018'.
fn named_date(words: &[&str]) -> Option<Date> {
    let is_digits =
        |word: &str, count| word.len() == count && word.bytes().all(|it| it.is_ascii_digit());
    let start =
        words.iter().position(|word| is_digits(word, 4) && ("1900".."2200").contains(word))?;
    // Days before a year are in an order of their own.
    if start > 0 && is_digits(words[start - 1], 2) {
        return None;
    }
    let parts = words[start + 1..].iter().take(2).take_while(|word| is_digits(word, 2)).count();
    let longest = (0..=parts).rev();
    let mut dates = longest.map(|parts| words[start..=start + parts].join("-").parse::<Date>());
    // What is no date is a name of another kind.
    dates.next()?.ok()
}

/// The number behind 'visit', where it is none of a date.
fn named_visit(words: &[&str]) -> Option<u32> {
    let at = words.iter().position(|word| *word == "visit")?;
    let number = words.get(at + 1)?;
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_part_of_date = words.get(at + 2).is_some_and(|next| is_number(next) && next.len() < 4);
    let is_short = (1..=3).contains(&number.len()) && is_number(number) && !is_part_of_date;
    is_short.then(|| number.parse().ok()).flatten()
}

/// Another kind than the letter's, by its word.
fn named_kind<'v>(stem: &str, letter: &Letter, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    let own = vocabulary.word(letter.kind);
    let others = vocabulary.letter_kinds.iter().map(|kind| kind.term.word.as_str());
    let says_own = stem.contains(own);
    let mut others = others.filter(|word| *word != own && !says_own);
    let is_there = |word: &&str| {
        stem.match_indices(*word).any(|(at, _)| {
            let (before, behind) = (&stem[..at], &stem[at + word.len()..]);
            (before.is_empty() || before.ends_with('-'))
                && (behind.is_empty() || behind.starts_with('-'))
        })
    };
    others.find(is_there)
}
