//! The sentences of a paragraph, and its words.

/// Full stops behind these end no sentence.
const SHORT_FORMS: &[&str] =
    &["mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "no", "etc", "vs", "approx", "cllr", "rev"];

/// The sentences of a text, each with its place in it.
pub(crate) fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        if !matches!(letter, '.' | '?' | '!') || at < start {
            continue;
        }
        let rest = &text[at + 1..];
        let closed = rest.trim_start_matches(['\'', '"', ')']);
        let end = text.len() - closed.len();
        let next = closed.trim_start();
        let begins = next.trim_start_matches(['\'', '"', '(']).starts_with(is_beginning);
        let is_end = closed.is_empty()
            || closed.starts_with(' ') && begins && !is_short_form(&text[start..at]);
        if is_end && !text[start..at].ends_with("..") {
            sentences.push((start, text[start..end].trim_end()));
            start = text.len() - next.len();
        }
    }
    if start < text.len() {
        sentences.push((start, text[start..].trim_end()));
    }
    sentences
}

/// The words of a text in lower case, without what stands around them.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '–' | '—' | '-'))
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '%'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn is_beginning(letter: char) -> bool {
    letter.is_uppercase() || letter.is_ascii_digit()
}

/// 'Mr', 'e.g', or an initial.
fn is_short_form(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or("");
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    is_initial || SHORT_FORMS.contains(&word.to_lowercase().as_str())
}
