//! Quotes: what a letter prints between quotation marks, and says that somebody said.

use super::draft::Draft;
use super::headings::Section;
use super::letter::LetterParts;
use crate::model::Quote;

/// Who is quoted, in lower case, the longer first.
const SPEAKERS: &[&str] = &[
    "care-experienced young person",
    "unaccompanied young person",
    "young person",
    "care leaver",
    "foster carer",
    "social worker",
    "personal adviser",
    "personal advisor",
    "early help worker",
    "family support worker",
    "head teacher",
    "headteacher",
    "practitioner",
    "grandparent",
    "parent",
    "mother",
    "father",
    "carer",
    "child",
    "manager",
    "worker",
];

/// Verbs that a quote stands behind.
const VERBS: &[&str] = &[
    "said",
    "says",
    "reported",
    "reports",
    "told",
    "commented",
    "described",
    "describes",
    "stated",
    "explained",
    "wrote",
    "added",
    "spoke of",
    "summed",
];

/// In characters: what is longer is more likely to be a lost quotation mark.
const LONGEST: usize = 300;

/// Reads them.
pub(super) fn read(letter: &LetterParts, draft: &mut Draft) {
    for sentence in letter.sentences(&[Section::Headline, Section::Findings]) {
        let Some((at, words)) = quoted(sentence.text) else { continue };
        let before = sentence.text[..at].to_ascii_lowercase();
        let is_said = VERBS.iter().any(|verb| {
            before.split(' ').any(|word| word.trim_end_matches([':', ',']) == *verb)
                || verb.contains(' ') && before.contains(verb)
        });
        let Some(speaker) = speaker(&before).filter(|_| is_said) else { continue };
        draft.quotes.push(Quote { words: words.to_owned(), speaker: Some(speaker) });
    }
}

/// The first words between quotation marks, and where they begin.
fn quoted(text: &str) -> Option<(usize, &str)> {
    for (at, mark) in text.char_indices().filter(|(_, letter)| matches!(letter, '\'' | '"')) {
        let before = text[..at].chars().next_back().is_none_or(|it| it == ' ' || it == '(');
        let rest = &text[at + 1..];
        if !before || !rest.starts_with(char::is_alphanumeric) {
            continue;
        }
        let end = rest.char_indices().filter(|(_, letter)| *letter == mark).find(|(end, _)| {
            let last = rest[..*end].chars().next_back();
            let next = rest[end + 1..].chars().next();
            let is_closed = next.is_none_or(|it| !it.is_alphanumeric());
            // 'The workers' plans' has an apostrophe in it.
            let is_owner = last == Some('s') && next == Some(' ') && rest[end + 1..].contains(mark);
            is_closed && !is_owner
        });
        let (end, _) = end?;
        let words = rest[..end].trim_end_matches([',', ' ']);
        return (words.chars().count() <= LONGEST).then_some((at, words));
    }
    None
}

/// 'One care leaver' is 'a care leaver'.
fn speaker(before: &str) -> Option<String> {
    let found = SPEAKERS.iter().filter_map(|who| {
        let at = before.find(who)?;
        let is_one = !before[at + who.len()..].starts_with(|next: char| next.is_alphabetic());
        is_one.then_some((at, *who))
    });
    let (_, who) = found.min_by_key(|(at, who)| (*at, usize::MAX - who.len()))?;
    let article = if who.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    Some(format!("{article} {who}"))
}
