//! How dates are misspelt: with other dashes, with letters for digits, in months that are nearly one, or in words that say
//! less than a date does.

use super::date_part::month;
use crate::diagnostics::nearest;
use crate::model::english_months;

pub(super) const DASHES: [char; 3] = ['–', '—', '−'];

/// A word of a date as it is most likely meant.
pub(super) enum Spelling {
    Plain(String),
    /// It may be something else.
    Guessed(String),
    /// It says nothing that a date can say: 'late' August.
    Vague,
}

pub(super) fn spelling(word: &str) -> Spelling {
    let word = with_hyphens(word);
    let small = word.to_lowercase();
    if VAGUE.contains(&small.as_str()) {
        return Spelling::Vague;
    }
    if let Some((_, rest)) = small.split_once('-').filter(|(first, _)| VAGUE.contains(first)) {
        return Spelling::Guessed(rest.to_owned());
    }
    if let Some(interval) = interval(&word) {
        return Spelling::Plain(interval);
    }
    match with_digits(&word).or_else(|| nearly_month(&small)) {
        Some(meant) => Spelling::Guessed(meant),
        None => Spelling::Plain(word),
    }
}

const VAGUE: [&str; 7] = ["late", "early", "mid", "middle", "end", "beginning", "term"];

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

/// '2016-08-04', where a word processor made dashes of its hyphens.
fn with_hyphens(word: &str) -> String {
    let pieces: Vec<&str> = word.split(DASHES).collect();
    let is_one = matches!(pieces[..], [year, _] | [year, _, _] if year.len() == 4)
        && pieces[1..].iter().all(|it| it.len() <= 2)
        && pieces.iter().all(|it| are_digits(it));
    if is_one { pieces.join("-") } else { word.to_owned() }
}

/// '2016-08-04-2016-08-05': two dates with a hyphen between them.
fn interval(word: &str) -> Option<String> {
    let pieces: Vec<&str> = word.split(['-', '–']).collect();
    let (first, last) = pieces.split_at(pieces.len() / 2);
    let is_date = |half: &[&str]| half[0].len() == 4 && half.iter().all(|it| are_digits(it));
    let is_one = matches!(pieces.len(), 4 | 6) && is_date(first) && is_date(last);
    is_one.then(|| format!("{}/{}", first.join("-"), last.join("-")))
}

/// '2O16-09-02', with the letter O.
fn with_digits(word: &str) -> Option<String> {
    let digit = |letter: char| match letter {
        'O' | 'o' => '0',
        'I' | 'l' => '1',
        other => other,
    };
    let meant: String = word.chars().map(digit).collect();
    let is_figure = |it: char| it.is_ascii_digit() || "-/.".contains(it);
    let is_one = word.contains(|it: char| it.is_ascii_digit()) && meant.chars().all(is_figure);
    (is_one && meant != word).then_some(meant)
}

/// 'Septmber', 'Juli'.
fn nearly_month(word: &str) -> Option<String> {
    let is_word = word.len() > 3 && word.bytes().all(|it| it.is_ascii_lowercase());
    let months = english_months().iter().map(String::as_str);
    let meant = nearest(word, months).filter(|_| is_word && month(word).is_none())?;
    Some(meant.to_owned())
}
