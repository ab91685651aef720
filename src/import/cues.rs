//! What words sound like and what they are about, by two tables that can be read and changed.

use std::collections::HashMap;

use super::sentences::words;
use crate::model::{Polarity, Slug, Topic, Vocabulary};

/// What claims sound like.
const CUES: &str = include_str!("cues.csv");

/// Words for topics, beside those in the topics' own files.
const TOPICS: &str = include_str!("topics.csv");

/// Behind 'not' and its like, so many words are not taken for a strength.
const NEGATED: usize = 6;

/// How many topics are suggested at most.
const MOST_TOPICS: usize = 3;

/// So far into a claim its words say what it is about; later ones say more of it.
const SUBJECT: usize = 10;

/// Phrases, each with what it stands for, found by their first word.
#[derive(Debug)]
struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
    /// Those whose first word stands for any that begins with it.
    open: Vec<(Vec<String>, T)>,
}

/// Both tables, ready to be asked.
#[derive(Debug)]
pub(super) struct Cues {
    polarity: Phrases<(Polarity, u32)>,
    topics: Phrases<Slug>,
}

/// How much of a text sounds like what.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sound {
    pub(super) strength: u32,
    pub(super) improving: u32,
    pub(super) not_yet: u32,
}

impl Cues {
    /// The tables, with the names of these topics.
    pub(super) fn new<'a>(topics: impl Iterator<Item = &'a Topic> + Clone) -> Self {
        let rows = CUES.lines().skip(3).filter_map(|line| {
            let mut columns = line.split(';');
            let (phrase, says) = (columns.next()?, columns.next()?);
            let weight = columns.next()?.parse().ok()?;
            Some((phrase.to_owned(), (Polarity::from_word(says)?, weight)))
        });
        let own = topics.clone().flat_map(|topic| {
            let names = std::iter::once(&topic.title).chain(&topic.other_names);
            names.map(|name| (name.clone(), topic.slug.clone())).collect::<Vec<_>>()
        });
        let more = TOPICS.lines().skip(3).filter_map(|line| {
            let (phrase, slug) = line.split_once(';')?;
            let topic = topics.clone().find(|topic| topic.slug.as_str() == slug)?;
            Some((phrase.to_owned(), topic.slug.clone()))
        });
        Cues { polarity: Phrases::new(rows), topics: Phrases::new(own.chain(more)) }
    }

    /// What a text sounds like.
    pub(super) fn sound(&self, text: &str) -> Sound {
        let words = words(text);
        let mut sound = Sound::default();
        let mut negated = 0;
        let mut place = 0;
        while place < words.len() {
            let found = self.polarity.longest_at(&words, place);
            let count = found.map_or(1, |(count, _)| count);
            match found {
                Some((_, (Polarity::NotYet, weight))) => {
                    sound.not_yet += weight;
                    let is_not = words[place..place + count].iter().any(|word| is_negation(word));
                    negated = if is_not { NEGATED } else { negated };
                }
                Some((_, (Polarity::Improving, weight))) if negated == 0 => sound.improving += weight,
                Some((_, (Polarity::Strength, weight))) if negated == 0 => sound.strength += weight,
                _ => {}
            }
            negated = negated.saturating_sub(count);
            place += count;
        }
        sound
    }

    /// What a text is about, the main topic first. None where it holds no word of any.
    pub(super) fn topics(&self, text: &str) -> Vec<Slug> {
        let words = words(text);
        let mut scores: Vec<(u32, Slug)> = Vec::new();
        let mut place = 0;
        while place < words.len() {
            let Some((count, _)) = self.topics.longest_at(&words, place) else {
                place += 1;
                continue;
            };
            for (_, slug) in self.topics.all_at(&words, place).filter(|(length, _)| *length == count) {
                let length = u32::try_from(count).unwrap_or(1).min(3) + 1;
                let score = if place < SUBJECT { length * 3 } else { length };
                match scores.iter_mut().find(|(_, known)| known == slug) {
                    Some((sum, _)) => *sum += score,
                    None => scores.push((score, slug.clone())),
                }
            }
            place += count;
        }
        // Of topics with the same score, that of the first word stays first.
        scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let most = scores.first().map_or(0, |(score, _)| *score);
        let near = scores.into_iter().filter(|(score, _)| score * 2 >= most);
        near.take(MOST_TOPICS).map(|(_, slug)| slug).collect()
    }
}

impl Sound {
    /// The kind of claim that sounds so; `None` where nothing does.
    pub(super) fn polarity(self) -> Option<Polarity> {
        let Sound { strength, improving, not_yet } = self;
        let good = strength + improving;
        if good + not_yet == 0 {
            return None;
        }
        let share = f64::from(not_yet) / f64::from(good + not_yet);
        Some(match share {
            0.6.. => Polarity::NotYet,
            0.32.. => Polarity::Mixed,
            _ if improving > strength => Polarity::Improving,
            _ => Polarity::Strength,
        })
    }
}

impl<T> Phrases<T> {
    fn new(rows: impl Iterator<Item = (String, T)>) -> Self {
        let mut phrases = Phrases { by_first: HashMap::new(), open: Vec::new() };
        for (phrase, meaning) in rows {
            // The star is no letter, and would be lost.
            let marked = phrase.replace('*', "ZZ");
            let words: Vec<String> = words(&marked).iter().map(|word| word.replace("zz", "*")).collect();
            match words.first() {
                Some(first) if first.ends_with('*') => phrases.open.push((words, meaning)),
                Some(first) => phrases.by_first.entry(first.clone()).or_default().push((words, meaning)),
                None => {}
            }
        }
        phrases
    }

    /// Every phrase that stands at this place, with how many words it has.
    fn all_at<'a>(&'a self, words: &'a [String], place: usize) -> impl Iterator<Item = (usize, &'a T)> {
        let rest = &words[place..];
        let named = rest.first().and_then(|first| self.by_first.get(first)).into_iter().flatten();
        let fits = move |phrase: &[String]| {
            phrase.len() <= rest.len() && phrase.iter().zip(rest).all(|(one, word)| is_word(one, word))
        };
        named
            .chain(&self.open)
            .filter(move |(phrase, _)| fits(phrase))
            .map(|(phrase, meaning)| (phrase.len(), meaning))
    }

    /// The longest phrase that stands at this place.
    fn longest_at<'a>(&'a self, words: &'a [String], place: usize) -> Option<(usize, &'a T)> {
        self.all_at(words, place).max_by_key(|(count, _)| *count)
    }
}

fn is_word(pattern: &str, word: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => pattern == word,
    }
}

fn is_negation(word: &str) -> bool {
    ["not", "no", "cannot", "insufficient", "insufficiently", "lack", "lacks", "lacking", "without", "unable", "rarely"].contains(&word)
}
