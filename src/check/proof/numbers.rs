//! The numbers of a text, as digits: `69%` is 69, `1,200` is 1200, and so is 'twelve' 12.

/// What letters write in words. 'One' is more often none: 'one of', 'no one'.
const WORDS: [(&str, &str); 26] = [
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
];

/// The numbers of a text, in its order. One that is part of a name, as in 'COVID-19', is none.
pub(super) fn of(text: &str) -> Vec<String> {
    let is_of_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.' | ',');
    let words = text.split(|letter: char| !is_of_word(letter));
    words.flat_map(of_word).collect()
}

/// Those of what stands between two spaces: 'sixteen', '0-25', 'under-25s', '1,200.'.
fn of_word(word: &str) -> Vec<String> {
    let mut parts = word.split('-').map(|part| part.trim_matches(['.', ',']));
    let first = parts.next().unwrap_or("");
    let is_name = first.chars().next().is_some_and(char::is_uppercase) && spelt(first).is_none();
    let rest = parts.filter(|_| !is_name);
    [first].into_iter().chain(rest).filter_map(number).collect()
}

fn number(part: &str) -> Option<String> {
    // 'S47' is section 47.
    let digits = part.strip_prefix(|first: char| first.is_uppercase()).unwrap_or(part);
    let digits = digits.trim_end_matches(char::is_alphabetic);
    if digits.starts_with(|first: char| first.is_ascii_digit()) {
        return Some(digits.replace(',', ""));
    }
    spelt(part)
}

fn spelt(part: &str) -> Option<String> {
    let small = part.to_lowercase();
    WORDS.iter().find(|(word, _)| *word == small).map(|(_, number)| (*number).to_owned())
}
