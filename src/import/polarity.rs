//! What words sound like and what they are about, by two tables that can be read and changed.

use super::conditions::{GrantPlace, SaidAndGranted, said_and_granted};
use super::meanings::Tone;
use super::phrases::Phrases;
use super::sentences::{sentences, words};
use super::sounds::{HINT, Heard, Sound};
use crate::model::{Slug, Topic};

/// What claims sound like.
const CUES: &str = include_str!("polarity.csv");

/// Words for topics, beside those in the topics' own files.
const TOPICS: &str = include_str!("topics.csv");

/// Behind 'not' and its like, so many words are not taken for a strength.
const NEGATED: usize = 9;

/// Behind a plain weakness, so many words say what that keeps from being good, or would make it so.
const PURPOSE: usize = 14;

/// What is granted before a weakness is as much as that from here on; and a weakness behind a strength from here on.
const MUCH_GRANTED: f32 = 4.0;
const WEAKNESS_BEHIND: f32 = 5.0;

/// From this share of weakness on, a sentence that grants nothing is bad.
const MOSTLY_BAD: f32 = 0.45;

/// So much of what is good must be getting better for the whole to be improving: less where it begins so.
const IMPROVING: f32 = 0.9;
const BEGINS_IMPROVING: f32 = 0.4;

/// What a plain weakness weighs at least.
const PLAIN: f32 = 3.0;

/// What a topic's own name and aliases weigh, from 1 to 3.
const OWN_NAME: u32 = 2;

/// Words of a clause that says of something that it is another than it was. Without any of them, to improve or to
/// develop is what people do every day, or would have to do.
const CHANGES: &[&str] = &[
    "has",
    "have",
    "had",
    "been",
    "being",
    "now",
    "since",
    "recently",
    "recent",
    "begun",
    "beginning",
    "starting",
    "started",
    "becoming",
    "increasingly",
    "currently",
    "is",
    "are",
    "was",
    "were",
    "continue",
    "continued",
    "continues",
];

/// So much of a word of change counts without them, or behind 'to' and 'could be'.
const WITHOUT_CHANGE: f32 = 0.3;

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
    pub(super) topics: Phrases<(Slug, u32)>,
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
    pub(super) fn tone(&self, text: &str) -> Option<Heard> {
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
        let whole = sounds.iter().skip(1).fold(*first, |whole, sound| whole.with(*sound));
        let least = if first.begins_improving { BEGINS_IMPROVING } else { IMPROVING };
        let tone = match bad {
            0.7.. => Tone::NotYet,
            0.25.. => Tone::Mixed,
            _ if whole.improving > whole.strength * least => Tone::Improving,
            _ => Tone::Strength,
        };
        Some(Heard { tone, is_plain: whole.is_plainly(tone) })
    }

    /// How much a text sounds like anything: below 2 there is only a hint.
    pub(super) fn loudness(&self, text: &str) -> f32 {
        self.clause(text).sum()
    }

    /// What a sentence sounds like. What it grants, 'Although …, ', counts half; and what is bad behind a 'but' is as
    /// much as all that is good before it, as is much that is granted before what is bad, and a plain weakness behind what
    /// is good. Without any of that, a sentence is good or bad.
    fn sound(&self, sentence: &str) -> Sound {
        if let Some((before, behind)) =
            sentence.split_once(" but ").filter(|(before, _)| !before.ends_with("not only"))
        {
            let (before, behind) = (self.clause(before), self.clause(behind));
            let bad = (before.bad + behind.bad) / 2.0;
            return Sound { bad, ..before.with(behind) };
        }
        let SaidAndGranted { said, granted, place } = said_and_granted(sentence);
        let (said, granted) = (self.clause(&said), self.clause(&granted));
        let half = Sound {
            strength: granted.strength / 2.0,
            improving: granted.improving / 2.0,
            not_yet: granted.not_yet / 2.0,
            ..granted
        };
        let both = said.with(half).weighed();
        let is_good = |sound: Sound| sound.bad == 0.0;
        let bad = match place {
            GrantPlace::Before => {
                let is_much = granted.strength + granted.improving >= MUCH_GRANTED;
                if said.bad == 1.0 && is_good(granted) && is_much { 0.5 } else { both.bad }
            }
            GrantPlace::Behind => {
                let is_much = said.sum() >= HINT && granted.not_yet >= WEAKNESS_BEHIND;
                if is_good(said) && granted.bad == 1.0 && is_much { 0.5 } else { both.bad }
            }
            GrantPlace::InPassing => both.bad,
            GrantPlace::Nowhere if both.bad_share() >= MOSTLY_BAD => 1.0,
            GrantPlace::Nowhere => 0.0,
        };
        Sound { bad, ..both }
    }

    fn clause(&self, text: &str) -> Sound {
        let words = words(text);
        let has_change = words.iter().any(|word| CHANGES.contains(&word.as_str()));
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
                    let window = if *weight >= PLAIN { PURPOSE } else { NEGATED };
                    negated = if is_not || *weight >= PLAIN { window } else { negated };
                }
                Some((_, (Tone::Improving, weight))) if negated == 0 => {
                    let before = place.checked_sub(1).and_then(|at| words.get(at));
                    let is_meant = before.is_some_and(|word| word == "to");
                    let is_change = has_change && !is_meant || count > 1;
                    let weight = if is_change { *weight } else { weight * WITHOUT_CHANGE };
                    sound.begins_improving |= sound.sum() == 0.0 && weight > 1.0;
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
