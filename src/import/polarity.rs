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

/// Behind a plain weakness, so many words say what that keeps from being good, or would make it so.
const PURPOSE: usize = 14;

/// What a plain weakness weighs at least.
const PLAIN: f32 = 3.0;

/// What a topic's own name and aliases weigh, from 1 to 3.
const OWN_NAME: u32 = 2;

/// How sentences begin that grant something before they say what they mean.
const GRANTED: &[&str] =
    &["Although ", "While ", "Whilst ", "Despite ", "However, while ", "However, although "];

/// How sentences begin that name a condition, which is neither good nor bad.
const CONDITIONS: &[&str] = &[
    "When ",
    "Where ",
    "If ",
    "Once ",
    "Should ",
    "Unless ",
    "However, when ",
    "However, where ",
    "However, if ",
];

/// How conditions begin in the middle of a sentence.
const CONDITIONS_WITHIN: &[&str] = &[", when ", ", where ", ", if "];

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
    pub(super) topics: Phrases<(Slug, u32)>,
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
        let without = without_conditions(sentence);
        let sentence = without.as_str();
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
            0.5.. => 1.0,
            0.33.. => 0.5,
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

/// A sentence without its conditions: what is when something is not possible, says nothing of how it is.
fn without_conditions(sentence: &str) -> String {
    let mut rest = sentence.to_owned();
    if CONDITIONS.iter().any(|start| rest.starts_with(start))
        && let Some((_, said)) = rest.split_once(", ")
    {
        rest = said.to_owned();
    }
    while let Some(start) = CONDITIONS_WITHIN.iter().filter_map(|start| rest.find(start)).min() {
        let behind = &rest[start + 2..];
        let Some(end) = behind.find(", ") else { break };
        rest = format!("{}, {}", &rest[..start], &behind[end + 2..]);
    }
    rest
}
