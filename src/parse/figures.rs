//! Numbers as people write them: with noughts, commas and points, or in words.

use crate::model::ordinal;

/// A number in digits, without what says nothing: noughts before it, and behind the point of a whole one.
pub(super) fn plain_number(text: &str, is_whole: bool) -> Option<String> {
    let (digits, fraction) = text.split_once('.').unwrap_or((text, ""));
    let are_digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    if digits.is_empty() || text.ends_with('.') || !are_digits(digits) || !are_digits(fraction) {
        return None;
    }
    let digits = match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let is_whole_number = fraction.trim_end_matches('0').is_empty();
    match (is_whole_number, is_whole) {
        (true, _) => Some(digits.to_owned()),
        (false, false) => Some(format!("{digits}.{fraction}")),
        (false, true) => None,
    }
}

/// '1,252', '1 646': the number, and what the mark between its thousands is called.
pub(super) fn thousands(text: &str) -> Option<(String, &'static str)> {
    let mark = text.chars().find(|it| *it == ',' || it.is_whitespace())?;
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (text, String::new()),
    };
    let groups: Vec<&str> = whole.split(mark).collect();
    let are_digits = |group: &&str| group.bytes().all(|it| it.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let is_grouped = (1..=3).contains(&first.len())
        && rest.iter().all(|group| group.len() == 3)
        && groups.iter().all(are_digits)
        && are_digits(&fraction.trim_start_matches('.'));
    let number = groups.concat() + &fraction;
    is_grouped.then_some((number, if mark == ',' { "comma" } else { "space" }))
}

/// 'three', 'third', '3rd': the number that these words are, up to twenty.
pub fn number_in_words(text: &str) -> Option<u32> {
    const CARDINALS: [&str; 20] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let word = text.trim().to_lowercase();
    let is_it = |known: &&str| *known == word;
    match CARDINALS.iter().position(is_it) {
        Some(index) => u32::try_from(index + 1).ok(),
        None => ordinal(&word),
    }
}
