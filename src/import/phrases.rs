//! Phrases that are looked for in a text, by their first word.

use std::collections::HashMap;

use super::sentences::words;

/// Phrases, each with what it stands for, found by their first word.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
    /// Those whose first word stands for any that begins with it.
    open: Vec<(Vec<String>, T)>,
}

impl<T> Phrases<T> {
    pub(super) fn new(rows: impl Iterator<Item = (String, T)>) -> Self {
        let mut phrases = Phrases { by_first: HashMap::new(), open: Vec::new() };
        for (phrase, meaning) in rows {
            // The star is no letter, and would be lost.
            let marked = phrase.replace('*', "ZZ");
            let words: Vec<String> =
                words(&marked).iter().map(|word| word.replace("zz", "*")).collect();
            match words.first() {
                Some(first) if first.ends_with('*') => phrases.open.push((words, meaning)),
                Some(first) => {
                    phrases.by_first.entry(first.clone()).or_default().push((words, meaning))
                }
                None => {}
            }
        }
        phrases
    }

    /// Every phrase that stands at this place, with how many words it has.
    pub(super) fn all_at<'a>(
        &'a self,
        words: &'a [String],
        index: usize,
    ) -> impl Iterator<Item = (usize, &'a T)> {
        let rest = &words[index..];
        let named = rest.first().and_then(|first| self.by_first.get(first)).into_iter().flatten();
        let fits = move |phrase: &[String]| {
            phrase.len() <= rest.len()
                && phrase.iter().zip(rest).all(|(one, word)| is_word(one, word))
        };
        named
            .chain(&self.open)
            .filter(move |(phrase, _)| fits(phrase))
            .map(|(phrase, meaning)| (phrase.len(), meaning))
    }

    /// The longest phrase that stands at this place.
    pub(super) fn longest_at<'a>(
        &'a self,
        words: &'a [String],
        index: usize,
    ) -> Option<(usize, &'a T)> {
        self.all_at(words, index).max_by_key(|(count, _)| *count)
    }
}

fn is_word(pattern: &str, word: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => pattern == word,
    }
}
