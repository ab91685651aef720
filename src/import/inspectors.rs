//! Who visited: 'The inspectors were …, HMI, and …, HMI', 'Her Majesty's Inspectors for this visit were … and …'.

use super::blocks::Block;
use super::draft::Draft;
use super::headings::Section;
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
];

/// Words between and behind names that are neither.
const FILLERS: &[&str] = &[
    "who observed the visit",
    "who observed",
    "who was observing",
    "who shadowed the visit",
    "who led the visit",
    "observing",
    "observer",
    "shadowing",
    "accompanied by",
    "supported by",
    "assisted by",
    "together with",
    "along with",
    "alongside",
    "as well as",
    "with",
    "and",
    "the team inspectors were",
    "the team inspector was",
    "the team inspectors",
    "the team inspector",
    "team inspectors were",
    "team inspector was",
    "team inspectors",
    "team inspector",
    "the lead inspector was",
    "as the lead inspector",
    "as lead inspector",
    "all of whom are",
    "both of whom are",
    "who are",
    "all",
    "both",
    "two of",
    "three of",
    "Social Care",
    "the lead inspector",
    "lead inspector",
    "lead",
];

/// In words: what is longer is no name.
const LONGEST_NAME: usize = 5;

/// What a list of inspectors is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
enum InspectorPart {
    Name(String),
    Role(&'static str),
    /// The title of several.
    Roles(&'static str),
}

/// Reads who visited, and who signed as the one who led.
pub(super) fn read(letter: &LetterParts, draft: &mut Draft, doubts: &mut Doubts<'_>) {
    let sentences = letter.sentences(&[Section::Opening, Section::Areas]);
    let mut inspectors: Vec<Inspector> = Vec::new();
    for sentence in &sentences {
        for inspector in listed(sentence.text) {
            if !inspectors.iter().any(|known| known.name == inspector.name) {
                inspectors.push(inspector);
            }
        }
    }
    if let Some((signed, line)) = signature(letter) {
        let who = inspectors.iter().position(|it| is_same_person(&it.name, &signed.name));
        match who {
            Some(place) => inspectors.iter_mut().skip(place).take(1).for_each(|it| it.lead = true),
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

/// The inspectors that a sentence lists.
fn listed(sentence: &str) -> Vec<Inspector> {
    // 'Her Majesty's Inspectors (HMI) for this visit were …': the same title, twice.
    let sentence = without_second_titles(sentence);
    let lower = sentence.to_ascii_lowercase();
    let found = BEFORE_NAMES.iter().filter_map(|words| Some((lower.find(words)?, words.len())));
    let Some((at, length)) = found.min() else { return Vec::new() };
    let (Some(before), Some(after)) = (sentence.get(..at + length), sentence.get(at + length..))
    else {
        return Vec::new();
    };
    if !["inspector", "hmi"].iter().any(|word| lower.contains(word)) {
        return Vec::new();
    }
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
    let parts = parts(after.trim_end_matches('.'));
    with_roles(&parts, title.map(|(_, role)| *role))
}

/// The names and titles of a list, until something else stands in it.
fn parts(list: &str) -> Vec<InspectorPart> {
    let mut parts = Vec::new();
    let plural = list.replace("(s)", "s");
    let spaced =
        plural.replace(['(', ')', ';'], ", ").replace(" and ", ", ").replace(" with ", ", ");
    for item in spaced.split(',') {
        let mut rest = item.trim().trim_start_matches("and ");
        let mut name: Vec<&str> = Vec::new();
        while !rest.is_empty() {
            if let Some(filler) = FILLERS.iter().find_map(|filler| starts(rest, filler)) {
                rest = filler;
                continue;
            }
            if let Some((role, left)) =
                ROLES.iter().find_map(|(words, one)| Some(((*words, *one), starts(rest, words)?)))
            {
                take_name(&mut name, &mut parts);
                let is_plural = role.0 != role.1;
                parts.push(if is_plural {
                    InspectorPart::Roles(role.1)
                } else {
                    InspectorPart::Role(role.1)
                });
                rest = left;
                continue;
            }
            let (word, left) = rest.split_once(' ').unwrap_or((rest, ""));
            if !is_of_name(word, !name.is_empty()) {
                take_name(&mut name, &mut parts);
                return parts;
            }
            name.push(word);
            rest = left.trim_start();
        }
        take_name(&mut name, &mut parts);
    }
    parts
}

fn take_name(name: &mut Vec<&str>, parts: &mut Vec<InspectorPart>) {
    if (2..=LONGEST_NAME).contains(&name.len()) {
        let mut whole = name.join(" ");
        // A full stop behind a signature is none of the name; that behind an initial is.
        let is_initial = name.last().is_some_and(|last| last.chars().count() < 3);
        if !is_initial {
            whole.truncate(whole.trim_end_matches('.').len());
        }
        parts.push(InspectorPart::Name(whole));
    }
    name.clear();
}

fn is_of_name(word: &str, is_inside: bool) -> bool {
    let is_plain =
        word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '-' | '.'));
    let is_particle =
        is_inside && ["de", "da", "del", "van", "von", "der", "la", "le", "bin"].contains(&word);
    is_plain && (word.starts_with(char::is_uppercase) || is_particle)
}

/// Each name with the title that belongs to it: its own behind it, or else that of several, behind or before them.
fn with_roles(parts: &[InspectorPart], title: Option<&'static str>) -> Vec<Inspector> {
    let mut inspectors: Vec<Inspector> = Vec::new();
    let mut title = title;
    // 'Her Majesty's Inspector A and Ofsted Inspector B': titles stand before the names.
    let is_before = matches!(parts, [InspectorPart::Role(_), InspectorPart::Name(_), ..]);
    // The first name that a title of several behind it is for.
    let mut from = 0;
    for (index, part) in parts.iter().enumerate() {
        match part {
            InspectorPart::Name(name) => {
                let role = title.filter(|_| is_before).map(str::to_owned);
                inspectors.push(Inspector { name: name.clone(), role, lead: false });
            }
            InspectorPart::Role(role) if is_before => title = Some(role),
            // 'Her Majesty's Inspectors (HMI)': the same title again.
            InspectorPart::Role(role) if inspectors.is_empty() => title = title.or(Some(role)),
            InspectorPart::Role(role) => {
                if let Some(last) = inspectors.last_mut().filter(|last| last.role.is_none()) {
                    last.role = Some((*role).to_owned());
                }
            }
            InspectorPart::Roles(role)
                if inspectors.is_empty()
                    || matches!(parts.get(index + 1), Some(InspectorPart::Name(_))) =>
            {
                title = Some(role);
            }
            InspectorPart::Roles(role) => {
                for inspector in inspectors.iter_mut().skip(from).filter(|it| it.role.is_none()) {
                    inspector.role = Some((*role).to_owned());
                }
                from = inspectors.len();
            }
        }
    }
    // 'A and B, HMI': an abbreviation behind the last, and none before, is for all.
    if let (None, [.., InspectorPart::Role(role)]) = (title, parts)
        && *role == "HMI"
        && inspectors.iter().rev().skip(1).all(|it| it.role.is_none())
    {
        title = Some(role);
    }
    for inspector in inspectors.iter_mut().filter(|it| it.role.is_none()) {
        inspector.role = title.map(str::to_owned);
    }
    inspectors
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
        let parts = parts(after.unwrap_or(&text).trim_start_matches([',', '.', ' ']));
        let [InspectorPart::Name(name), InspectorPart::Role(role), ..] = &parts[..] else {
            return None;
        };
        let signed = Inspector { name: name.clone(), role: Some((*role).to_owned()), lead: true };
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
