//! Who visited: 'The inspectors were …, HMI, and …, HMI', 'The lead inspector … and team inspector … carried out the visit'.

use super::blocks::Block;
use super::draft::Draft;
use super::headings::Section;
use super::inspector_lists::{InspectorPart, parts, with_roles};
use super::letter::LetterParts;
use super::problems::Doubts;
use super::roles::{ROLES, starts, without_second_titles};
use crate::model::Inspector;

/// What stands before the names, in lower case.
const BEFORE_NAMES: &[&str] = &[
    "inspectors were",
    "inspector was",
    "inspectors are",
    "inspectors for this visit were",
    "inspectors for the visit were",
    "inspector for this visit was",
    "inspector for the visit was",
    "inspectors on this visit were",
    "inspection team was",
    "inspection team were",
    "carried out by",
    "conducted by",
    "undertaken by",
    "completed by",
    "led by",
    "inspector for this monitoring visit was",
    "inspectors for this monitoring visit were",
    "inspectors for the monitoring visit were",
    "inspectors for this focused visit were",
    "inspectors on the visit were",
    "visiting inspectors were",
    "inspector on this visit was",
    "inspection team consisted of",
    "visit team was",
    "visit team were",
    "team was made up of",
    "inspector:",
    "inspectors:",
    "accompanied by",
    "joined by",
    "assisted by",
];

/// Those of them that say it of whoever is named first.
const LEADS_BEFORE_NAMES: &[&str] = &[
    "led by",
    "lead inspector was",
    "lead inspector for this visit was",
    "lead inspector for the visit was",
    "lead inspector on this visit was",
    "lead inspector for this monitoring visit was",
    "lead inspector:",
];

/// Those of them behind which others may stand too: staff of a council, or of another inspectorate.
const WITH_OTHERS: &[&str] = &["accompanied by", "joined by", "assisted by"];

/// What stands behind the names, in lower case, where they come first.
const BEHIND_NAMES: &[&str] = &[
    " carried out th",
    " conducted th",
    " undertook th",
    " completed th",
    " made th",
    " led th",
    " visited ",
    " were the inspectors",
    " was the lead inspector",
    " was the inspector",
];

/// Those of them that say of a single one that this one led.
const LEADS_BEHIND_NAMES: &[&str] = &[" led th", " was the lead inspector"];

/// Reads who visited, and who signed as the one who led.
pub(super) fn read(letter: &LetterParts, draft: &mut Draft, doubts: &mut Doubts<'_>) {
    let sentences = letter.sentences(&[Section::Opening, Section::Areas]);
    let mut inspectors: Vec<Inspector> = Vec::new();
    for sentence in &sentences {
        for inspector in listed(sentence.text) {
            match inspectors.iter_mut().find(|known| known.name == inspector.name) {
                Some(known) => {
                    known.lead |= inspector.lead;
                    known.role = known.role.take().or(inspector.role);
                }
                None => inspectors.push(inspector),
            }
        }
    }
    if let Some((signed, line)) = signature(letter) {
        let who = inspectors.iter().position(|it| is_same_person(&it.name, &signed.name));
        let lead = inspectors.iter().find(|it| it.lead).map(|it| it.name.clone());
        match who {
            Some(place) if lead.is_none() => {
                inspectors.iter_mut().skip(place).take(1).for_each(|it| it.lead = true);
            }
            Some(_) if lead.as_ref().is_some_and(|it| !is_same_person(it, &signed.name)) => {
                let message = format!(
                    "{} signed the letter, which says that {} led the visit",
                    signed.name,
                    lead.unwrap_or_default()
                );
                doubts.doubt(line, message, "who is the lead inspector?");
            }
            Some(_) => {}
            None if inspectors.is_empty() => inspectors.push(signed),
            None => {
                let message = format!(
                    "{} signed the letter, and is not among those who visited",
                    signed.name
                );
                doubts.doubt(line, message, "is the name spelt in two ways?");
            }
        }
    }
    if inspectors.is_empty() {
        doubts.missing("the name of an inspector", "write each behind `inspectors:`");
    }
    draft.inspectors = inspectors;
}

/// The inspectors that a sentence lists, before what they did and behind it.
fn listed(sentence: &str) -> Vec<Inspector> {
    // 'Her Majesty's Inspectors (HMI) for this visit were …': the same title, twice.
    let sentence = without_second_titles(sentence);
    let lower = sentence.to_ascii_lowercase();
    if !["inspector", "hmi"].iter().any(|word| lower.contains(word)) {
        return Vec::new();
    }
    let mut inspectors = listed_first(&sentence, &lower);
    inspectors.extend(listed_last(&sentence, &lower));
    inspectors
}

/// 'Lead inspector A and team inspector B carried out the visit': nothing but names and titles from the start of a sentence,
/// or behind a comma of it.
fn listed_first(sentence: &str, lower: &str) -> Vec<Inspector> {
    let found = BEHIND_NAMES.iter().filter_map(|words| Some((lower.find(words)?, words)));
    let Some((end, words)) = found.min() else { return Vec::new() };
    let Some(before) = sentence.get(..end) else { return Vec::new() };
    let starts = std::iter::once(0).chain(before.match_indices(", ").map(|(at, _)| at + 2));
    for start in starts {
        let (parts, is_whole) = parts(&before[start..]);
        if is_whole && (before[start..].split(' ').chain(words.split(' '))).any(is_title_word) {
            let mut inspectors = with_roles(&parts, None);
            if let ([only], true) = (&mut inspectors[..], LEADS_BEHIND_NAMES.contains(words)) {
                only.lead = true;
            }
            return inspectors;
        }
    }
    Vec::new()
}

/// Whether a word tells of whom it is said that they inspect.
fn is_title_word(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    ["inspector", "hmi", "shmi"].iter().any(|title| word.trim_matches('(').starts_with(title))
}

/// 'The inspectors were A, HMI, and B, HMI'.
fn listed_last(sentence: &str, lower: &str) -> Vec<Inspector> {
    let found = BEFORE_NAMES.iter().filter_map(|words| Some((lower.find(words)?, *words)));
    let Some((at, words)) = found.min_by_key(|(at, _)| *at) else { return Vec::new() };
    let end = at + words.len();
    let (Some(before), Some(after)) = (sentence.get(..end), sentence.get(end..)) else {
        return Vec::new();
    };
    let title = ROLES.iter().find(|(words, _)| {
        starts(
            before
                .rfind(words.split(' ').next().unwrap_or(""))
                .and_then(|at| before.get(at..))
                .unwrap_or(""),
            words,
        )
        .is_some()
    });
    let (mut parts, _) = parts(after.trim_end_matches('.'));
    let is_title =
        |part: &InspectorPart| matches!(part, InspectorPart::Role(_) | InspectorPart::Roles(_));
    let are_with_others = WITH_OTHERS
        .iter()
        .any(|others| *others == words || starts(after.trim_start(), others).is_some());
    if are_with_others && !parts.iter().any(is_title) {
        return Vec::new();
    }
    if LEADS_BEFORE_NAMES.iter().any(|words| lower[..end].ends_with(words)) {
        parts.insert(0, InspectorPart::Lead { of_next: true });
    }
    // Whoever comes along has a title of their own.
    let title = title.filter(|_| !are_with_others);
    with_roles(&parts, title.map(|(_, role)| *role))
}

/// Who signed, with the line.
fn signature(letter: &LetterParts) -> Option<(Inspector, usize)> {
    let blocks: Vec<&Block> = letter.of(&[Section::Closing]).collect();
    let greets =
        |block: &&Block| ["sincerely", "faithfully"].iter().any(|word| block.text.contains(word));
    let greeting = blocks.iter().position(greets);
    // Where nobody greets, the signature is the last or the last two of what there is.
    let starts = greeting
        .into_iter()
        .chain([blocks.len().saturating_sub(2), blocks.len().saturating_sub(1)]);
    starts.filter_map(|start| blocks.get(start..)).find_map(|behind| {
        let text: Vec<&str> = behind.iter().map(|block| block.text.as_str()).collect();
        let text = text.join(" ");
        let after = ["sincerely", "faithfully", "website."]
            .iter()
            .find_map(|word| Some(text.rsplit_once(word)?.1));
        let (parts, _) = parts(after.unwrap_or(&text).trim_start_matches([',', '.', ' ']));
        let (name, role) = match &parts[..] {
            [
                InspectorPart::Name(name),
                InspectorPart::Lead { .. },
                InspectorPart::Role(role),
                ..,
            ]
            | [InspectorPart::Name(name), InspectorPart::Role(role), ..] => (name, Some(*role)),
            [InspectorPart::Name(name), InspectorPart::Lead { .. }, ..] => (name, None),
            _ => return None,
        };
        let signed = Inspector { name: name.clone(), role: role.map(str::to_owned), lead: true };
        Some((signed, behind.last()?.line()))
    })
}

/// Whether two names are of one person: the first and the last part are the same.
fn is_same_person(one: &str, other: &str) -> bool {
    let ends = |name: &str| {
        let name = name.to_ascii_lowercase();
        let first = name.split(' ').next().unwrap_or("").to_owned();
        let last = name.rsplit(' ').next().unwrap_or("").to_owned();
        (first, last)
    };
    ends(one) == ends(other)
}
