//! What words are about.

use super::polarity::Cues;
use super::sentences::{sentences, words};
use crate::model::Slug;

/// How many topics are suggested at most.
const MOST_TOPICS: usize = 3;

/// So far into a claim its words say what it is about, above all the first; later ones say more of it.
const BEGINNING: usize = 3;
const SUBJECT: usize = 10;

impl Cues {
    /// What a claim is about, the main topic first: what its first sentence with any topic is about, then the others.
    pub(super) fn topics_of_claim(&self, text: &str) -> Vec<Slug> {
        let whole = self.topics(text);
        let mut each = sentences(text).into_iter().map(|(_, sentence)| self.topics(sentence));
        let mut topics = each.find(|topics| !topics.is_empty()).unwrap_or_default();
        topics.extend(whole);
        let mut once: Vec<Slug> = Vec::new();
        for topic in topics {
            if !once.contains(&topic) {
                once.push(topic);
            }
        }
        once.truncate(MOST_TOPICS);
        once
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
                let score = length * nearness * weight;
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
