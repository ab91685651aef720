//! Findings as they may become: one for each bullet, or for each sentence that makes a claim where there are none.

use super::blocks::{Block, BlockShape};
use super::draft::{Draft, Suggestion};
use super::headings::Section;
use super::letter::{LetterParts, Sentence};
use super::meanings::{Meaning, Tone};
use super::polarity::Cues;
use super::problems::Doubts;
use super::sentences::sentences;
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
    let mut last: Option<Slug> = cues.topics(&draft.areas.join(". ")).into_iter().next();
    for LetterClaim { words, line, bullet, to_improve } in claims(letter) {
        let tone = match cues.tone(words) {
            _ if to_improve => Tone::NotYet,
            Some(tone) => tone,
            None => Tone::Strength,
        };
        let polarity = tone.in_words_of(&archive.vocabulary);
        let mut topics = cues.topics(words);
        let is_claim = bullet || has_figure(words) || cues.loudness(words) >= CLAIM;
        if !is_claim {
            continue;
        }
        if topics.is_empty() {
            topics.extend(
                last.clone().or_else(|| archive.topics.first().map(|topic| topic.slug.clone())),
            );
        }
        last = topics.first().cloned();
        let (words, text) = (words.to_owned(), short(words));
        draft.findings.push(Suggestion { polarity, topics, words, text, line: line + 1, bullet });
    }
    if draft.findings.is_empty() {
        doubts.missing("a finding", "is there a heading over the findings, such as `Findings`?");
    }
}

/// The claims of a letter, in its order. Of an overview, and of what stands beside bullets, only sentences with a
/// percentage that no other claim has.
fn claims(letter: &LetterParts) -> Vec<LetterClaim<'_>> {
    let improve = letter.of(&[Section::Improve]).filter(|block| block.shape == BlockShape::Bullet);
    let mut claims: Vec<LetterClaim<'_>> = improve.map(|block| whole(block, true)).collect();
    let is_there = |section| {
        letter.of(std::slice::from_ref(section)).any(|block| block.shape != BlockShape::Heading)
    };
    let findings =
        if is_there(&Section::Findings) { &[Section::Findings] } else { &[Section::Headline] };
    let blocks = || letter.of(findings).filter(|block| block.shape != BlockShape::Heading);
    let has_bullets = blocks().filter(|block| block.shape == BlockShape::Bullet).count() > 1;
    for block in blocks() {
        match block.shape {
            BlockShape::Bullet => claims.push(whole(block, false)),
            _ if has_bullets => {}
            _ => claims.extend(block.sentences().iter().filter(|it| is_claim(it)).map(single)),
        }
    }
    let others = letter.sentences(&[Section::Headline, Section::Findings]);
    for sentence in others.iter().filter(|sentence| has_figure(sentence.text)) {
        let is_told = |figure: &str| claims.iter().any(|claim| claim.words.contains(figure));
        if !percentages(sentence.text).iter().all(|figure| is_told(figure)) {
            claims.push(single(sentence));
        }
    }
    claims.sort_by_key(|claim| claim.line);
    claims
}

fn whole(block: &Block, to_improve: bool) -> LetterClaim<'_> {
    LetterClaim { words: &block.text, line: block.line(), bullet: true, to_improve }
}

fn single<'a>(sentence: &Sentence<'a>) -> LetterClaim<'a> {
    LetterClaim { words: sentence.text, line: sentence.line, bullet: false, to_improve: false }
}

pub(super) fn is_claim(sentence: &Sentence<'_>) -> bool {
    !NO_CLAIMS.iter().any(|start| sentence.text.starts_with(start)) && !sentence.text.ends_with(':')
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
