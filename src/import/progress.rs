//! How a letter puts the progress made, and the level that its words come to.

use super::draft::Draft;
use super::headings::Section;
use super::letter::LetterParts;
use super::meanings::{Meaning, ProgressLevel};
use crate::model::{Progress, Vocabulary};

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
const LEVELS: &[(&str, ProgressLevel)] = &[
    ("deteriorat", ProgressLevel::Deteriorated),
    ("not made sufficient", ProgressLevel::Insufficient),
    ("not made enough", ProgressLevel::Insufficient),
    ("not making sufficient", ProgressLevel::Insufficient),
    ("not making enough", ProgressLevel::Insufficient),
    ("insufficient", ProgressLevel::Insufficient),
    ("inadequate", ProgressLevel::Insufficient),
    ("limited", ProgressLevel::Insufficient),
    ("too little", ProgressLevel::Insufficient),
    ("little", ProgressLevel::Insufficient),
    ("slow", ProgressLevel::Insufficient),
    ("initial", ProgressLevel::Initial),
    ("early", ProgressLevel::Initial),
    ("beginning", ProgressLevel::Initial),
    ("significant", ProgressLevel::Significant),
    ("considerable", ProgressLevel::Significant),
    ("substantial", ProgressLevel::Significant),
    ("sustained", ProgressLevel::Sustained),
    ("steady", ProgressLevel::Steady),
];

/// In words: the level stands at most so far before 'progress'.
const NEAR: usize = 6;

/// Who else makes progress, in lower case; that is none of the authority.
const OTHERS: &[&str] = &[
    "child",
    "children",
    "young people",
    "young person",
    "care leavers",
    "pupils",
    "families",
    "parents",
];

/// Words that say what progress is made. Others before 'progress' show that it is a verb: 'made sure that plans progress'.
const SORTS: &[&str] = &[
    "a",
    "an",
    "the",
    "and",
    "but",
    "some",
    "any",
    "no",
    "not",
    "very",
    "too",
    "more",
    "much",
    "most",
    "further",
    "good",
    "better",
    "strong",
    "steady",
    "initial",
    "early",
    "significant",
    "considerable",
    "substantial",
    "sustained",
    "tangible",
    "positive",
    "limited",
    "insufficient",
    "sufficient",
    "enough",
    "slow",
    "slower",
    "little",
    "rapid",
    "swift",
    "solid",
    "recent",
    "clear",
    "real",
    "reasonable",
    "adequate",
    "inadequate",
    "necessary",
    "required",
    "expected",
    "continued",
    "continuing",
    "demonstrable",
    "notable",
    "noticeable",
    "excellent",
    "great",
    "important",
    "encouraging",
    "discernible",
    "measurable",
    "marked",
    "meaningful",
    "satisfactory",
    "uneven",
    "inconsistent",
    "variable",
    "appropriate",
    "of",
    "amount",
    "deal",
    "effective",
    "impressive",
    "modest",
    "consistent",
    "incremental",
];

/// Reads the first sentence in which the authority as a whole makes progress.
pub(super) fn read(letter: &LetterParts, vocabulary: &Vocabulary, draft: &mut Draft) {
    let sentences =
        WHERE.iter().flat_map(|section| letter.sentences(std::slice::from_ref(section)));
    draft.progress = sentences.take(40).find_map(|sentence| progress(sentence.text, vocabulary));
}

fn progress(sentence: &str, vocabulary: &Vocabulary) -> Option<Progress> {
    let lower = sentence.to_ascii_lowercase();
    if lower.len() != sentence.len() {
        return None;
    }
    let at = lower.find(" progress")?;
    let (start, _) = BEGINNINGS
        .iter()
        .filter_map(|words| Some((lower[..at].rfind(&format!(" {words}"))? + 1, words.len())))
        .min()?;
    let ends = WHO.iter().filter_map(|who| Some(lower[..start].rfind(who)? + who.len()));
    let between_subject = &lower[ends.max()?..start];
    let is_of_others =
        between_subject.split(|it: char| !it.is_alphabetic()).any(|word| OTHERS.contains(&word));
    let verb = BEGINNINGS.iter().find(|words| lower[start..].starts_with(**words))?;
    let sorts = lower.get(start + verb.len()..at).unwrap_or_default();
    let are_sorts = sorts
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .all(|word| SORTS.contains(&word) || word.ends_with("ly"));
    let is_noun = !lower[at + " progress".len()..].starts_with(char::is_alphabetic);
    if is_of_others || !are_sorts || !is_noun || sorts.split(' ').count() > NEAR {
        return None;
    }
    let words = sentence[start..].split(". ").next()?.trim_end_matches(['.', ' ']);
    let level = level(&lower[start..at]).and_then(|level| level.in_words_of(vocabulary));
    Some(Progress { words: words.to_owned(), level })
}

fn level(words: &str) -> Option<ProgressLevel> {
    let found = LEVELS.iter().filter_map(|(word, level)| Some((words.find(word)?, *level)));
    found.min_by_key(|(at, _)| *at).map(|(_, level)| level)
}
