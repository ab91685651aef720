//! What words sound like and what they are about, by two tables that can be read and changed.

use super::meanings::Tone;
use super::phrases::Phrases;
use super::sentences::{sentences, words};
use crate::model::{Slug, Topic};

/// What claims sound like.
const CUES: &str = include_str!("polarity.csv");

/// Words for topics, beside those in the topics' own files.
const TOPICS: &str = include_str!("topics.csv");

/// Behind 'not' and its like, so many words are not taken for a strength.
const NEGATED: usize = 9;

/// How many topics are suggested at most.
const MOST_TOPICS: usize = 3;

/// So far into a claim its words say what it is about, above all the first; later ones say more of it.
const BEGINNING: usize = 3;
const SUBJECT: usize = 10;

/// What a topic's own name and aliases weigh, from 1 to 3.
const OWN_NAME: u32 = 2;

/// How sentences begin that grant something before they say what they mean.
const GRANTED: &[&str] = &[
    "Although ",
    "While ",
    "Whilst ",
    "Despite ",
    "However, while ",
    "However, although ",
    "When ",
    "Where ",
    "If ",
    "Once ",
];

/// Words between what a sentence says and what it grants behind that.
const GRANTED_BEHIND: &[&str] = &[", although ", ", though ", ", albeit ", ", despite "];

/// Words of sentences that say what somebody knows, and means to do about it.
const PLANS: &[&str] = &[
    "aware of this",
    "aware of the",
    "plans in place",
    "plan is in place",
    "plans are in place",
    "monitoring the situation",
    "have recognised this",
    "has recognised this",
];

/// Both tables, ready to be asked.
#[derive(Debug)]
pub(super) struct Cues {
    polarity: Phrases<(Tone, f32)>,
    topics: Phrases<(Slug, u32)>,
}

/// How much of a sentence sounds like what.
#[derive(Debug, Clone, Copy, Default)]
struct Sound {
    strength: f32,
    improving: f32,
    not_yet: f32,
    /// Whether what it says first is that something gets better.
    begins_improving: bool,
    /// How bad it is: 1 for bad, a half for both.
    bad: f32,
}

impl Cues {
    /// The tables, with the names of these topics.
    pub(super) fn new<'a>(topics: impl Iterator<Item = &'a Topic> + Clone) -> Self {
        let rows = CUES.lines().skip(3).filter_map(|line| {
            let mut columns = line.split(';');
            let (phrase, says) = (columns.next()?, columns.next()?);
            let weight = columns.next()?.parse().ok()?;
            Some((phrase.to_owned(), (Tone::from_word(says)?, weight)))
        });
        let own = topics.clone().flat_map(|topic| {
            let names = std::iter::once(&topic.title).chain(&topic.other_names);
            names.map(|name| (name.clone(), (topic.slug.clone(), OWN_NAME))).collect::<Vec<_>>()
        });
        let more = TOPICS.lines().skip(3).filter_map(|line| {
            let mut columns = line.split(';');
            let (phrase, slug) = (columns.next()?, columns.next()?);
            let weight = columns.next()?.parse().ok()?;
            let topic = topics.clone().find(|topic| topic.slug.as_str() == slug)?;
            Some((phrase.to_owned(), (topic.slug.clone(), weight)))
        });
        Cues { polarity: Phrases::new(rows), topics: Phrases::new(own.chain(more)) }
    }

    /// The kind of claim that a text sounds like; `None` where nothing in it does. Each sentence says whether it is
    /// good, bad or both; those on what somebody means to do about it say neither, beside others.
    pub(super) fn tone(&self, text: &str) -> Option<Tone> {
        let all = sentences(text);
        let is_plan = |sentence: &str| PLANS.iter().any(|words| sentence.contains(words));
        let told =
            all.iter().map(|(_, sentence)| *sentence).filter(|it| all.len() == 1 || !is_plan(it));
        let mut sounds: Vec<Sound> = Vec::new();
        for sentence in told {
            let mut sound = self.sound(sentence);
            // 'However' turns round what was said before, even in words that sound like nothing.
            if let (true, Some(last)) =
                (sound.sum() == 0.0 && sentence.starts_with("However, "), sounds.last())
            {
                sound.bad = 1.0 - last.bad;
                sounds.push(sound);
            } else if sound.sum() > 0.0 {
                sounds.push(sound);
            }
        }
        let first = sounds.first()?;
        let bad = sounds.iter().map(|sound| sound.bad).sum::<f32>() / sounds.len() as f32;
        let strength: f32 = sounds.iter().map(|sound| sound.strength).sum();
        let improving: f32 = sounds.iter().map(|sound| sound.improving).sum();
        let is_improving = improving > strength * if first.begins_improving { 0.4 } else { 0.9 };
        Some(match bad {
            0.7.. => Tone::NotYet,
            0.25.. => Tone::Mixed,
            _ if is_improving => Tone::Improving,
            _ => Tone::Strength,
        })
    }

    /// How much a text sounds like anything: below 2 there is only a hint.
    pub(super) fn loudness(&self, text: &str) -> f32 {
        self.clause(text).sum()
    }

    /// What a sentence sounds like. What it grants, 'Although …, ', counts half; and what is bad behind a 'but' is as
    /// much as all that is good before it.
    fn sound(&self, sentence: &str) -> Sound {
        if let Some((before, behind)) =
            sentence.split_once(" but ").filter(|(before, _)| !before.ends_with("not only"))
        {
            let (before, behind) = (self.clause(before), self.clause(behind));
            let bad = (before.bad + behind.bad) / 2.0;
            return Sound { bad, ..before.with(behind) };
        }
        let is_granted = GRANTED.iter().any(|start| sentence.starts_with(start));
        let comma = sentence.find(", ").filter(|_| is_granted);
        let behind = GRANTED_BEHIND.iter().filter_map(|words| sentence.find(words)).min();
        let (grant, rest) = match (comma, behind) {
            (Some(comma), _) => sentence.split_at(comma),
            (None, Some(behind)) => (&sentence[behind..], &sentence[..behind]),
            (None, None) => ("", sentence),
        };
        let (grant, rest) = (self.clause(grant), self.clause(rest));
        let half = Sound {
            strength: grant.strength / 2.0,
            improving: grant.improving / 2.0,
            not_yet: grant.not_yet / 2.0,
            ..grant
        };
        rest.with(half).weighed()
    }

    fn clause(&self, text: &str) -> Sound {
        let words = words(text);
        let mut sound = Sound::default();
        let mut negated = 0;
        let mut place = 0;
        while place < words.len() {
            let found = self.polarity.longest_at(&words, place);
            let count = found.map_or(1, |(count, _)| count);
            match found {
                Some((_, (Tone::NotYet, weight))) => {
                    sound.not_yet += weight;
                    let is_not = *weight > 0.0
                        && words[place..place + count].iter().any(|word| is_negation(word));
                    negated = if is_not { NEGATED } else { negated };
                }
                Some((_, (Tone::Improving, weight))) if negated == 0 => {
                    sound.begins_improving |= sound.sum() == 0.0 && *weight > 1.0;
                    sound.improving += weight;
                }
                Some((_, (Tone::Strength, weight))) if negated == 0 => sound.strength += weight,
                _ => {}
            }
            negated = negated.saturating_sub(count);
            place += count;
        }
        sound.weighed()
    }

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

impl Sound {
    fn sum(self) -> f32 {
        self.strength + self.improving + self.not_yet
    }

    /// Both together, beginning as this one does.
    fn with(self, other: Sound) -> Self {
        Sound {
            strength: self.strength + other.strength,
            improving: self.improving + other.improving,
            not_yet: self.not_yet + other.not_yet,
            ..self
        }
    }

    /// With how bad it is.
    fn weighed(mut self) -> Self {
        self.bad = match self.not_yet / self.sum().max(1.0) {
            0.62.. => 1.0,
            0.36.. => 0.5,
            _ => 0.0,
        };
        self
    }
}

fn is_negation(word: &str) -> bool {
    [
        "not",
        "no",
        "cannot",
        "insufficient",
        "insufficiently",
        "lack",
        "lacks",
        "lacking",
        "without",
        "unable",
        "rarely",
    ]
    .contains(&word)
}
