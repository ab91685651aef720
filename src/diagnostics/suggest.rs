//! 'Did you mean …': the known word nearest to one that is not known.

/// The known word nearest to `word`, put as a question; `None` where nothing is near enough to be
/// meant.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, known).map(question)
}

/// In characters.
const LONGEST_WORD: usize = 300;

/// The known word nearest to `word`; `None` where nothing is near enough to be meant. Near is at most
/// a third of the word's letters away, swapped neighbours counting once.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    // Nobody knows so long a word, and to compare it takes time with its length.
    if length > LONGEST_WORD {
        return None;
    }
    let near_enough = (length / 3).max(1);
    known
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= near_enough)
        .map(|candidate| {
            let distance =
                strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= near_enough)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The question whether a word was meant.
pub(crate) fn question(word: &str) -> String {
    format!("did you mean `{word}`?")
}
