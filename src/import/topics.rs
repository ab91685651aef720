//! What words are about.

use super::polarity::Cues;
use super::sentences::{sentences, words};
use crate::model::Slug;

/// How many topics are suggested at most.
const MOST_TOPICS: usize = 3;

/// So far into a claim its words say what it is about, above all the first; later ones say more of it.
const BEGINNING: usize = 3;
const SUBJECT: usize = 10;

/// How much more the first sentence says of what a claim is about than each of the others.
const FIRST: u32 = 2;

/// Topics, each with how much a text says of it.
type Scores = Vec<(u32, Slug)>;

impl Cues {
    /// What a claim is about, the main topic first: what its sentences are about, above all its first.
    pub(super) fn topics_of_claim(&self, text: &str) -> Vec<Slug> {
        let mut scores = Scores::new();
        for (index, (_, sentence)) in sentences(text).into_iter().enumerate() {
            let times = if index == 0 { FIRST } else { 1 };
            for (score, slug) in self.scores(sentence) {
                add(&mut scores, score * times, &slug);
            }
        }
        ranked(scores)
    }

    /// What a text is about, the main topic first. None where it holds no word of any.
    pub(super) fn topics(&self, text: &str) -> Vec<Slug> {
        ranked(self.scores(text))
    }

    /// In the order of their first words.
    fn scores(&self, text: &str) -> Scores {
        let words = words(text);
        let mut scores = Scores::new();
        let mut place = 0;
        while place < words.len() {
            let Some((count, _)) = self.topics.longest_at(&words, place) else {
                place += 1;
                continue;
            };
            let nearness = match place {
                0..BEGINNING => 5,
                BEGINNING..SUBJECT => 3,
                _ => 1,
            };
            let length = u32::try_from(count).unwrap_or(1).min(3) + 1;
            let mut here: Vec<(&Slug, u32)> = Vec::new();
            for (_, (slug, weight)) in
                self.topics.all_at(&words, place).filter(|(length, _)| *length == count)
            {
                match here.iter_mut().find(|(known, _)| *known == slug) {
                    Some((_, most)) => *most = (*most).max(*weight),
                    None => here.push((slug, *weight)),
                }
            }
            for (slug, weight) in here {
                add(&mut scores, length * nearness * weight, slug);
            }
            place += count;
        }
        scores
    }
}

fn add(scores: &mut Scores, score: u32, slug: &Slug) {
    match scores.iter_mut().find(|(_, known)| known == slug) {
        Some((sum, _)) => *sum += score,
        None => scores.push((score, slug.clone())),
    }
}

/// The topics of the highest scores. Of those with the same, that of the first word stays first.
fn ranked(mut scores: Scores) -> Vec<Slug> {
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let most = scores.first().map_or(0, |(score, _)| *score);
    let near = scores.into_iter().filter(|(score, _)| score * 2 >= most);
    near.take(MOST_TOPICS).map(|(_, slug)| slug).collect()
}
