//! The words that a site has, in a file for each letter that they begin with. A browser reads those of what is asked for
//! before it searches: so it knows which words are nowhere, which are forms of one, and which parts have them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::stems::Stems;
use super::tokens::{texts, tokens};
use super::{FOLDER, SearchFiles};
use crate::render::SearchRecord;

/// The folder of the lists, in that of the index.
const WORDS: &str = "words";

/// The list of words that begin with none of the letters from a to z.
const OTHERS: &str = "other";

/// The lists: in each a line for a stem, with the numbers of the parts that have it where there are several, and the
/// words that have it. No list is missing, so that none is asked for in vain.
pub(super) fn lists(parts: &[Vec<&SearchRecord>], language: &str) -> SearchFiles {
    let words: Vec<BTreeSet<String>> = parts.par_iter().map(|records| words(records)).collect();
    let mut stems = Stems::of(language);
    let mut known_in: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut by_letter: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = letters();
    for (words, number) in words.into_iter().zip(1..) {
        for word in words {
            let stem = stems.stem(&word).to_owned();
            known_in.entry(stem.clone()).or_default().insert(number);
            let forms = by_letter.entry(letter(&word)).or_default();
            forms.entry(stem).or_default().insert(word);
        }
    }
    let line = |(stem, forms): (&String, &BTreeSet<String>)| {
        let mut fields = vec![stem.clone()];
        if parts.len() > 1 {
            let numbers = known_in.get(stem).into_iter().flatten();
            fields.push(numbers.map(ToString::to_string).collect::<Vec<_>>().join(","));
        }
        fields.extend(forms.iter().cloned());
        fields.join(" ") + "\n"
    };
    let lists = by_letter.iter().map(|(letter, stems)| {
        let list: String = stems.iter().map(line).collect();
        (format!("{FOLDER}/{WORDS}/{letter}.txt"), list.into_bytes())
    });
    lists.collect()
}

fn letters<T: Default>() -> BTreeMap<String, T> {
    let names = ('a'..='z').map(String::from).chain([OTHERS.to_owned()]);
    names.map(|name| (name, T::default())).collect()
}

fn letter(word: &str) -> String {
    match word.chars().next() {
        Some(letter @ 'a'..='z') => letter.to_string(),
        _ => OTHERS.to_owned(),
    }
}

fn words(records: &[&SearchRecord]) -> BTreeSet<String> {
    let tokens = records.iter().flat_map(|record| texts(record)).map(tokens);
    tokens.flat_map(|it| it.in_order.into_iter().chain(it.besides)).collect()
}
