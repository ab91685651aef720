//! Slips in values: what people write who know the facts and not the form. Each takes a good file and a number by which it
//! chooses a place, and says the same in another way; `None` where the file has no such value.

use letterpress::model::{Date, english_months};
use letterpress::parse::built_in_vocabulary;

/// A slip: a good text and a number, and the text that somebody may have written in its place.
pub(crate) type Slip = fn(&str, usize) -> Option<String>;

/// All of them, each of a kind that `check --fix` mends.
pub(crate) const VALUE_SLIPS: &[(&str, Slip)] = &[
    ("a date in words", date_in_words),
    ("a date with the day of the week", date_with_weekday),
    ("a date with the time of day", date_with_time),
    ("two days in words", days_in_words),
    ("two days, the month written once", days_in_short),
    ("a number in quotes", number_in_quotes),
    ("a number with a nought before it", number_with_nought),
    ("a number in words", number_in_words),
    ("a flag in quotes", flag_in_quotes),
    ("yes and no", flag_in_words),
    ("words as readers see them", words_as_shown),
    ("words with capitals", words_with_capitals),
    ("a key with capitals and hyphens", key_with_capitals),
    ("a list of one without brackets", list_of_one),
    ("two paragraphs", two_paragraphs),
];

/// Writes another value in one of the lines that a key has. `None` where none of them fits.
fn in_line(
    text: &str,
    number: usize,
    keys: &[&str],
    slip: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let front_matter = text.find("\n---\n")?;
    let mut start = 0;
    let mut places = Vec::new();
    for line in text[..front_matter].split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '-']);
        let key = keys.iter().find(|key| content.starts_with(&format!("{key}: ")));
        if let Some(key) = key {
            let value_start = start + line.len() - content.len() + key.len() + 2;
            let value_end = start + line.trim_end().len();
            let written = slip(&text[value_start..value_end]);
            places.extend(written.map(|written| (value_start..value_end, written)));
        }
        start += line.len();
    }
    let (range, written) = places.get(number.checked_rem(places.len())?)?;
    Some([&text[..range.start], written, &text[range.end..]].concat())
}

const DATES: &[&str] = &["dated", "on_site", "published"];

/// '15 February 2018', of '2018-02-15'.
fn in_words(day: &str) -> Option<String> {
    let [year, month, day] = day.split('-').collect::<Vec<_>>()[..] else { return None };
    let month = &english_months()[month.parse::<usize>().ok()? - 1];
    Some(format!("{} {month} {year}", day.parse::<u8>().ok()?))
}

fn date_in_words(text: &str, number: usize) -> Option<String> {
    in_line(text, number, DATES, in_words)
}

fn date_with_weekday(text: &str, number: usize) -> Option<String> {
    in_line(text, number, DATES, |day| {
        let weekday = day.parse::<Date>().ok()?.earliest().weekday();
        Some(format!("{weekday:?}, {}", in_words(day)?))
    })
}

fn date_with_time(text: &str, number: usize) -> Option<String> {
    in_line(text, number, DATES, |day| in_words(day).map(|_| format!("{day}T00:00:00Z")))
}

fn days_in_words(text: &str, number: usize) -> Option<String> {
    in_line(text, number, DATES, |days| {
        let (first, last) = days.split_once('/')?;
        Some(format!("{} to {}", in_words(first)?, in_words(last)?))
    })
}

fn days_in_short(text: &str, number: usize) -> Option<String> {
    in_line(text, number, DATES, |days| {
        let (first, last) = days.split_once('/')?;
        let (month, day) = last.rsplit_once('-')?;
        first.starts_with(month).then(|| format!("{first}/{day}"))
    })
}

const NUMBERS: &[&str] = &["visit", "page"];

fn digits(value: &str) -> Option<&str> {
    value.bytes().all(|it| it.is_ascii_digit()).then_some(value)
}

fn number_in_quotes(text: &str, number: usize) -> Option<String> {
    in_line(text, number, NUMBERS, |value| Some(format!("\"{}\"", digits(value)?)))
}

fn number_with_nought(text: &str, number: usize) -> Option<String> {
    in_line(text, number, NUMBERS, |value| Some(format!("0{}", digits(value)?)))
}

fn number_in_words(text: &str, number: usize) -> Option<String> {
    const WORDS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    in_line(text, number, NUMBERS, |value| {
        WORDS.get(digits(value)?.parse::<usize>().ok()? - 1).map(|word| (*word).to_owned())
    })
}

const FLAGS: &[&str] = &["key", "lead", "monitored"];

fn flag_in_quotes(text: &str, number: usize) -> Option<String> {
    in_line(text, number, FLAGS, |value| {
        ["true", "false"].contains(&value).then(|| format!("'{value}'"))
    })
}

fn flag_in_words(text: &str, number: usize) -> Option<String> {
    in_line(text, number, FLAGS, |value| match value {
        "true" => Some("Yes".to_owned()),
        "false" => Some("no".to_owned()),
        _ => None,
    })
}

fn words_as_shown(text: &str, number: usize) -> Option<String> {
    let vocabulary = built_in_vocabulary();
    let polarities = vocabulary.polarities.iter().map(|it| &it.term);
    let kinds = vocabulary.letter_kinds.iter().map(|it| &it.term);
    let terms: Vec<_> = polarities.chain(kinds).collect();
    in_line(text, number, &["polarity", "kind"], |value| {
        let term = terms.iter().find(|term| term.word == value)?;
        (term.label != term.word).then(|| term.label.clone())
    })
}

fn words_with_capitals(text: &str, number: usize) -> Option<String> {
    in_line(text, number, &["polarity", "kind", "level"], |value| {
        Some(value.to_uppercase().replace('-', " "))
    })
}

fn key_with_capitals(text: &str, number: usize) -> Option<String> {
    let keys = [("\non_site: ", "\nOn-Site: "), ("\ndated: ", "\nDated: ")];
    let (key, written) = keys[number % keys.len()];
    text.contains(key).then(|| text.replacen(key, written, 1))
}

fn list_of_one(text: &str, number: usize) -> Option<String> {
    in_line(text, number, &["topics", "areas"], |value| {
        let inside = value.strip_prefix('[')?.strip_suffix(']')?;
        (!inside.contains([',', '"', '\''])).then(|| inside.to_owned())
    })
}

/// As word processors and mail have it: empty lines in the middle of a text.
fn two_paragraphs(text: &str, number: usize) -> Option<String> {
    in_line(text, number, &["text"], |value| {
        let is_plain = value.starts_with(char::is_alphabetic) && !value.contains(": ");
        let middle = value.floor_char_boundary(value.len() / 2);
        let space = middle + value[middle..].find(' ')?;
        let (first, last) = (&value[..space], &value[space + 1..]);
        let is_two = is_plain && last.starts_with(char::is_alphabetic);
        is_two.then(|| format!(">\n      {first}\n\n\n      {last}"))
    })
}
