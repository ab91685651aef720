//! What a claim has that says what it is about: its words and pairs of words, its first words, and what the table of
//! topics makes of it.

use super::polarity::Cues;
use super::sentences::{sentences, words};
use crate::model::Topic;

/// Words that are in every claim.
const SMALL: &[&str] = &[
    "the", "a", "an", "of", "to", "and", "in", "for", "is", "are", "that", "this", "with", "by",
    "on", "be", "has", "have", "been", "not", "it", "as", "at", "from", "their", "they", "these",
    "which",
];

/// Endings that words lose, as far as three letters stay.
const ENDINGS: &[&str] = &["ings", "ing", "edly", "ed", "ies", "es", "s", "ly"];

/// In words: so far a claim says what it is about.
const FIRST: usize = 8;

/// What the topic of which the table finds most is worth; the others are worth their part of it.
const MOST: u32 = 3;

/// A feature that every claim has.
const ALWAYS: &str = "always";

/// What goes before the topic of which the table finds most.
const NAMED_MOST: &str = "named most ";

/// Tells the features of claims.
#[derive(Debug)]
pub struct ClaimFeatures(Cues);

impl ClaimFeatures {
    /// With the names of these topics.
    pub fn new<'a>(topics: impl Iterator<Item = &'a Topic> + Clone) -> Self {
        ClaimFeatures(Cues::new(topics))
    }

    /// Those of a claim, in the order of their names, each with how much of it there is.
    pub fn of(&self, claim: &str) -> Vec<(String, u32)> {
        of_claim(claim, &self.0)
    }

    /// The topic of which the table finds most in this claim.
    pub fn named_most(&self, claim: &str) -> Option<String> {
        let features = self.of(claim);
        features.iter().find_map(|(name, _)| name.strip_prefix(NAMED_MOST).map(str::to_owned))
    }
}

/// The features of a claim, in the order of their names.
pub(super) fn of_claim(claim: &str, cues: &Cues) -> Vec<(String, u32)> {
    let is_large = |word: &String| !SMALL.contains(&word.as_str());
    let stems: Vec<String> =
        words(claim).iter().filter(|word| is_large(word)).map(|word| stem(word)).collect();
    let first_sentence = sentences(claim).first().map_or(claim, |(_, sentence)| *sentence);
    let first = words(first_sentence).into_iter().take(FIRST).filter(is_large);

    let mut features = vec![(ALWAYS.to_owned(), 1)];
    features.extend(stems.iter().map(|stem| (format!("word {stem}"), 1)));
    features.extend(stems.windows(2).map(|pair| (format!("pair {}", pair.join(" ")), 1)));
    features.extend(first.map(|word| (format!("first {}", stem(&word)), 1)));
    let named = cues.scores_of_claim(claim);
    let most = named.iter().map(|(score, _)| *score).max().unwrap_or(0).max(1);
    for (score, topic) in &named {
        features.push((format!("named {topic}"), (2 * MOST * score + most) / (2 * most)));
    }
    if let Some(topic) = cues.topics_named(claim).first() {
        features.push((format!("{NAMED_MOST}{topic}"), 1));
    }
    features.retain(|(_, value)| *value > 0);
    features.sort();
    features.dedup_by(|one, other| one.0 == other.0);
    features
}

fn stem(word: &str) -> String {
    let stem =
        ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|it| it.len() >= 3));
    stem.unwrap_or(word).to_owned()
}
