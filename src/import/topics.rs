//! What words are about: by a table of words, and claims also by what was learned of all their words together.

use super::features;
use super::polarity::Cues;
use super::sentences::{sentences, words};
use super::topic_weights::TopicWeights;
use crate::model::{Archive, Slug};

/// How many topics are suggested at most.
const MOST_TOPICS: usize = 3;

/// So far into a claim its words say what it is about, above all the first; later ones say more of it.
const BEGINNING: usize = 3;
const SUBJECT: usize = 10;

/// How much more the first sentence says of what a claim is about than each of the others.
const FIRST: u32 = 2;

/// In thousandths: from here on a topic beside the main one is right twice in three times.
const BESIDE: i64 = -400;

/// Topics, each with how much a text says of it.
pub(super) type Scores = Vec<(u32, Slug)>;

impl Cues {
    /// What a claim is about, the main topic first: by all of its words, and what the table makes of them. None where the
    /// table knows no word of it; and as the table has it, where nothing was learned of the site's topics.
    pub(super) fn topics_of_claim(&self, claim: &str, archive: &Archive) -> Vec<Slug> {
        let by_table = self.topics_named(claim);
        if by_table.is_empty() {
            return by_table;
        }
        let features = features::of_claim(claim, self);
        let mut weighed =
            TopicWeights::learned().ranked(&features).into_iter().filter_map(|(name, sum)| {
                let topic = archive.topics.iter().find(|topic| topic.slug.as_str() == name)?;
                Some((topic.slug.clone(), sum))
            });
        let Some((main, _)) = weighed.next() else { return by_table };
        let beside = weighed.take_while(|(_, sum)| *sum >= BESIDE).map(|(slug, _)| slug);
        std::iter::once(main).chain(beside).take(MOST_TOPICS).collect()
    }

    /// What a claim is about by the table, the main topic first.
    pub(super) fn topics_named(&self, claim: &str) -> Vec<Slug> {
        ranked(self.scores_of_claim(claim))
    }

    /// How much the sentences of a claim say of each topic, above all its first.
    pub(super) fn scores_of_claim(&self, text: &str) -> Scores {
        let mut scores = Scores::new();
        for (index, (_, sentence)) in sentences(text).into_iter().enumerate() {
            let times = if index == 0 { FIRST } else { 1 };
            for (score, slug) in self.scores(sentence) {
                add(&mut scores, score * times, &slug);
            }
        }
        scores
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
