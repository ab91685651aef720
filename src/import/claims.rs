//! Findings as they may become: one for each bullet, or for each paragraph that makes a claim where there are none.

use super::blocks::{Block, BlockShape};
use super::draft::{Draft, LeftOut, Suggestion};
use super::framework;
use super::headings::{Section, of_heading};
use super::letter::{LetterParts, Sentence};
use super::marks;
use super::meanings::{Meaning, Tone};
use super::polarity::Cues;
use super::problems::Doubts;
use super::sentences::sentences;
use super::sounds::Heard;
use crate::model::{Archive, Slug};

/// Sentences on what was done on the visit, and not on what was found.
const NO_CLAIMS: &[&str] = &[
    "Based on the evidence gathered",
    "Inspectors considered a range",
    "This visit was carried out",
];

/// In characters: some below what `check` takes, as marks of Markdown are written with a backslash.
const LONGEST: usize = 550;

/// How much a sentence must sound like something to be a claim.
const CLAIM: f32 = 2.0;

/// A claim of the letter, before it is known what it sounds like.
struct LetterClaim<'a> {
    words: &'a str,
    line: usize,
    bullet: bool,
    /// Whether it stands among what needs to improve.
    to_improve: bool,
    /// The heading of this letter alone that it stands below.
    heading: Option<&'a str>,
}

/// Reads them.
pub(super) fn read(
    letter: &LetterParts,
    archive: &Archive,
    draft: &mut Draft,
    doubts: &mut Doubts<'_>,
) {
    if archive.topics.is_empty() {
        doubts
            .missing("a topic for the findings", "make topics first; then import the letter again");
        return;
    }
    let cues = Cues::new(archive.topics.iter().map(AsRef::as_ref));
    let of_letter = cues.topics(&draft.areas.join(". ")).into_iter().next();
    let of_letter = of_letter.or_else(|| archive.topics.first().map(|topic| topic.slug.clone()));
    let is_on_care_leavers = is_on_care_leavers(&draft.areas);
    let claims = Claims::new(letter, &cues);
    let mut below: Option<&str> = None;
    let mut last: Option<Slug> = None;
    for LetterClaim { words, line, bullet, to_improve, heading } in claims.all {
        if below != heading {
            (below, last) = (heading, None);
        }
        let Heard { tone, is_plain } = match cues.tone(words) {
            _ if to_improve => Heard { tone: Tone::NotYet, is_plain: true },
            Some(heard) => heard,
            None => Heard { tone: Tone::Strength, is_plain: false },
        };
        let polarity = tone.in_words_of(&archive.vocabulary);
        let (placed, national_framework) = framework::placed(words, &archive.vocabulary);
        let mut topics = cues.topics_of_claim(&placed, archive);
        let has_carried_topic = topics.is_empty();
        if has_carried_topic {
            // What needs to improve is a list of different things.
            let before = last.clone().filter(|_| !to_improve);
            let of_heading = || cues.topics(heading.unwrap_or_default()).into_iter().next();
            topics.extend(before.or_else(of_heading).or_else(|| of_letter.clone()));
        }
        if is_on_care_leavers {
            name_as_care_leavers_do(&mut topics, archive);
        }
        if !to_improve {
            last = topics.first().cloned();
        }
        let text = short(&placed);
        // What is printed ends before the brackets.
        let words = if words.starts_with(&placed) { placed } else { words.to_owned() };
        draft.findings.push(Suggestion {
            polarity,
            has_plain_polarity: is_plain,
            topics,
            has_carried_topic,
            national_framework,
            words,
            text,
            line: line + 1,
            page: letter.page(line),
            bullet,
        });
    }
    draft.headline = claims.headline.iter().map(|block| block.text.clone()).collect();
    let left_out = claims.left_out.iter();
    draft.left_out.extend(
        left_out.map(|it| LeftOut { words: it.text.clone(), page: letter.page(it.line()) }),
    );
    if draft.findings.is_empty() {
        doubts.missing("a finding", "is there a heading over the findings, such as `Findings`?");
    }
    marks::doubt(letter, doubts);
}

/// What of a letter makes claims, what sums them up, and what does neither.
#[derive(Default)]
struct Claims<'a> {
    /// In the order of the letter.
    all: Vec<LetterClaim<'a>>,
    headline: Vec<&'a Block>,
    left_out: Vec<&'a Block>,
}

impl<'a> Claims<'a> {
    /// Those of a letter: each bullet, and each paragraph that makes a claim, unless the findings are bullets. Of an
    /// overview, and of what stands beside bullets, only sentences with a percentage that no other claim has.
    fn new(letter: &'a LetterParts, cues: &Cues) -> Self {
        let mut claims = Claims::default();
        let is_there = |section| {
            letter.of(std::slice::from_ref(section)).any(|block| block.shape != BlockShape::Heading)
        };
        let has_findings = is_there(&Section::Findings);
        let findings = if has_findings { Section::Findings } else { Section::Headline };
        let count = |section: Section, shape: BlockShape| {
            let both = letter.blocks.iter().zip(&letter.sections);
            both.filter(|(block, of)| **of == section && block.shape == shape && !is_lead(block))
                .count()
        };
        let bullets = count(findings, BlockShape::Bullet);
        let are_bullets = bullets > 1 && bullets >= count(findings, BlockShape::Paragraph);
        let improves_by_bullets = count(Section::Improve, BlockShape::Bullet) > 0;
        let mut heading = None;
        for (block, section) in letter.blocks.iter().zip(&letter.sections) {
            match (*section, block.shape) {
                (Section::Headline | Section::Findings | Section::Improve, BlockShape::Heading) => {
                    heading = of_heading(&block.text).is_none().then_some(block.text.as_str());
                }
                _ if is_lead(block) || block.text.is_empty() => {}
                (Section::Improve, BlockShape::Bullet) => {
                    claims.all.push(LetterClaim { to_improve: true, ..whole(block, heading) });
                }
                (Section::Improve, _) if !improves_by_bullets => {
                    let sentences = block.sentences();
                    let told = sentences.iter().filter(|it| is_claim(it));
                    claims.all.extend(
                        told.map(|it| LetterClaim { to_improve: true, ..single(it, heading) }),
                    );
                }
                (Section::Improve, _) => claims.left_out.push(block),
                (section, BlockShape::Bullet) if section == findings => {
                    claims.all.push(whole(block, heading));
                }
                (section, _) if section == findings => {
                    let makes_claim = |it: &Sentence<'_>| {
                        is_claim(it) && (has_figure(it.text) || cues.loudness(it.text) >= CLAIM)
                    };
                    if !are_bullets && block.sentences().iter().any(makes_claim) {
                        claims.all.push(whole(block, heading));
                    } else {
                        claims.left_out.push(block);
                    }
                }
                (Section::Headline, _) => claims.headline.push(block),
                _ => {}
            }
        }
        claims.add_figures(letter);
        claims.all.sort_by_key(|claim| claim.line);
        claims
    }

    /// The sentences with a percentage that no claim has.
    fn add_figures(&mut self, letter: &'a LetterParts) {
        for block in letter.of(&[Section::Headline, Section::Findings]) {
            for sentence in block.sentences().iter().filter(|it| has_figure(it.text)) {
                let is_told =
                    |figure: &str| self.all.iter().any(|claim| claim.words.contains(figure));
                let is_new = !percentages(sentence.text).into_iter().all(is_told);
                if is_new && block.shape != BlockShape::Heading {
                    self.all.push(single(sentence, None));
                }
            }
        }
    }
}

/// Whether a letter is on care leavers alone.
fn is_on_care_leavers(areas: &[String]) -> bool {
    let names = |words: &[&str]| {
        areas.iter().any(|area| words.iter().any(|word| area.to_lowercase().contains(word)))
    };
    names(&["care leaver", "care-experienced", "care experienced"])
        && !names(&["children in care", "looked after", "in need", "protection"])
}

/// What is written of care leavers' plans is on pathway plans, and what of where they live is on accommodation.
fn name_as_care_leavers_do(topics: &mut Vec<Slug>, archive: &Archive) {
    for (of_children, of_care_leavers) in
        [("planning", "pathway-plans"), ("placements", "accommodation")]
    {
        let known = archive.topics.iter().find(|topic| topic.slug.as_str() == of_care_leavers);
        let Some(known) = known.map(|topic| &topic.slug) else { continue };
        let Some(place) = topics.iter().position(|topic| topic.as_str() == of_children) else {
            continue;
        };
        if topics.contains(known) {
            topics.remove(place);
        } else if let Some(topic) = topics.get_mut(place) {
            topic.clone_from(known);
        }
    }
}

/// Whether it only leads on to what follows: 'Inspectors found that:'.
fn is_lead(block: &Block) -> bool {
    block.shape == BlockShape::Paragraph && block.text.ends_with(':')
}

fn whole<'a>(block: &'a Block, heading: Option<&'a str>) -> LetterClaim<'a> {
    let bullet = block.shape == BlockShape::Bullet;
    LetterClaim { words: &block.text, line: block.line(), bullet, to_improve: false, heading }
}

fn single<'a>(sentence: &Sentence<'a>, heading: Option<&'a str>) -> LetterClaim<'a> {
    let Sentence { text: words, line } = *sentence;
    LetterClaim { words, line, bullet: false, to_improve: false, heading }
}

pub(super) fn is_claim(sentence: &Sentence<'_>) -> bool {
    !NO_CLAIMS.iter().any(|start| sentence.text.starts_with(start))
        && !sentence.text.ends_with(':')
        && !framework::is_footnote(sentence.text)
}

/// Its first sentences, as far as they make no longer a finding than `check` takes.
fn short(words: &str) -> String {
    let ends = sentences(words).into_iter().map(|(start, sentence)| start + sentence.len());
    let length =
        |end: &usize| words.get(..*end).is_some_and(|start| start.chars().count() <= LONGEST);
    match ends.take_while(length).last().and_then(|end| words.get(..end)) {
        Some(start) => start.to_owned(),
        None => words.chars().take(LONGEST).chain(['…']).collect(),
    }
}

fn has_figure(text: &str) -> bool {
    !percentages(text).is_empty()
}

/// The percentages in a text, as it writes them: '69%', '12.5%'.
pub(super) fn percentages(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('%') {
        let digits =
            text[..at].trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
        if digits.len() < at {
            found.push(&text[digits.len()..=at]);
        }
    }
    found
}
