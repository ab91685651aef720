//! The words of each part, to be searched before the parts: one that lacks a word would search for less of it, or leave
//! it out of the question, as if nobody had it.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::render::SearchRecord;

/// What a part is found by.
const KNOWN_IN: &str = "known_in";

/// A record for each part, which holds all its words once.
pub(super) fn records(parts: &[Vec<&SearchRecord>]) -> Vec<SearchRecord> {
    let words = parts.par_iter().map(|records| words(records));
    let words: Vec<String> = words.collect();
    let numbered = words.into_iter().zip(1..);
    numbered
        .map(|(text, number)| SearchRecord {
            path: format!("{number}"),
            title: String::new(),
            text,
            about: Vec::new(),
            facets: vec![(KNOWN_IN, vec![format!("{number}")])],
        })
        .collect()
}

fn words(records: &[&SearchRecord]) -> String {
    let mut known = HashSet::new();
    let mut words = Vec::new();
    for record in records {
        let about = record.about.iter().map(|(_, value)| value);
        let texts = [&record.text, &record.title].into_iter().chain(about);
        for word in texts.flat_map(|text| text.split_whitespace()) {
            if known.insert(word) {
                words.push(word);
            }
        }
    }
    words.join(" ")
}
