//! How a letter puts the progress made, and the level that its words come to.

use super::draft::Draft;
use super::headings::Section;
use super::letter::LetterParts;
use crate::model::{Level, Progress};

/// Where letters put it, in this order.
const WHERE: &[Section] = &[Section::Opening, Section::Areas, Section::Headline, Section::Findings];

/// Who makes progress as a whole; in lower case.
const WHO: &[&str] = &[
    "local authority",
    "council",
    "authority",
    "leaders",
    "trust",
    "children's services",
    "overall",
    "borough",
    "company",
];

/// How the words begin, in lower case.
const BEGINNINGS: &[&str] =
    &["not making ", "not made ", "making ", "made ", "makes ", "beginning to make "];

/// Words on a progress, each with its level. The first that stands before 'progress' counts.
const LEVELS: &[(&str, Level)] = &[
    ("deteriorat", Level::Deteriorated),
    ("not made sufficient", Level::Insufficient),
    ("not made enough", Level::Insufficient),
    ("not making sufficient", Level::Insufficient),
    ("not making enough", Level::Insufficient),
    ("insufficient", Level::Insufficient),
    ("inadequate", Level::Insufficient),
    ("limited", Level::Insufficient),
    ("too little", Level::Insufficient),
    ("little", Level::Insufficient),
    ("slow", Level::Insufficient),
    ("initial", Level::Initial),
    ("early", Level::Initial),
    ("beginning", Level::Initial),
    ("significant", Level::Significant),
    ("considerable", Level::Significant),
    ("substantial", Level::Significant),
    ("sustained", Level::Sustained),
    ("steady", Level::Steady),
];

/// In words: the level stands at most so far before 'progress'.
const NEAR: usize = 6;

/// Reads the first sentence in which the authority as a whole makes progress.
pub(super) fn read(letter: &LetterParts, draft: &mut Draft) {
    let sentences =
        WHERE.iter().flat_map(|section| letter.sentences(std::slice::from_ref(section)));
    draft.progress = sentences.take(40).find_map(|sentence| progress(sentence.text));
}

fn progress(sentence: &str) -> Option<Progress> {
    let lower = sentence.to_ascii_lowercase();
    if lower.len() != sentence.len() {
        return None;
    }
    let at = lower.find(" progress")?;
    let (start, _) = BEGINNINGS
        .iter()
        .filter_map(|words| Some((lower[..at].rfind(&format!(" {words}"))? + 1, words.len())))
        .min()?;
    let is_whole = WHO.iter().any(|who| lower[..start].contains(who));
    let between = lower[start..at].split(' ').count();
    if !is_whole || between > NEAR {
        return None;
    }
    let words = sentence[start..].split(". ").next()?.trim_end_matches(['.', ' ']);
    Some(Progress { words: words.to_owned(), level: level(&lower[start..at]) })
}

fn level(words: &str) -> Option<Level> {
    let found = LEVELS.iter().filter_map(|(word, level)| Some((words.find(word)?, *level)));
    found.min_by_key(|(at, _)| *at).map(|(_, level)| level)
}
