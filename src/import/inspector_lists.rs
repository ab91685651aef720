//! Names and titles in a list of inspectors: 'A, HMI, and B, HMI', 'lead inspector A and team inspectors B and C'.

use super::roles::{ROLES, starts};
use crate::model::Inspector;

/// Words between and behind names that are neither.
const FILLERS: &[&str] = &[
    "who observed the visit",
    "who observed",
    "who was observing",
    "who shadowed the visit",
    "who was accompanied by",
    "who was supported by",
    "who was assisted by",
    "who was joined by",
    "was accompanied by",
    "was supported by",
    "was assisted by",
    "was joined by",
    "observing",
    "observer",
    "shadowing",
    "accompanied by",
    "supported by",
    "assisted by",
    "joined by",
    "together with",
    "along with",
    "alongside",
    "as well as",
    "with",
    "by",
    "and",
    "the team inspectors were",
    "the team inspector was",
    "the team inspectors",
    "the team inspector",
    "the other inspectors were",
    "the other inspector was",
    "team inspectors were",
    "team inspector was",
    "team inspectors",
    "team inspector",
    "fellow inspectors",
    "fellow inspector",
    "the inspectors",
    "the inspector",
    "inspectors",
    "inspector",
    "all of whom are",
    "both of whom are",
    "who are",
    "who is",
    "all",
    "both",
    "two of",
    "three of",
    "Social Care",
];

/// How a list names the one who led, before the name or behind it.
const LEADS: &[&str] = &[
    "the lead inspector for the visit was",
    "the lead inspector for this visit was",
    "the lead inspector was",
    "as the lead inspector",
    "as lead inspector",
    "was the lead inspector",
    "is the lead inspector",
    "the lead inspector",
    "the visit was led by",
    "it was led by",
    "led by",
    "who led the visit",
    "who led this visit",
    "who led",
    "lead inspector was",
    "lead inspector",
    "lead",
];

/// In words: what is longer is no name.
const LONGEST_NAME: usize = 5;

/// What a list of inspectors is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum InspectorPart {
    Name(String),
    Role(&'static str),
    /// The title of several.
    Roles(&'static str),
    /// 'Lead inspector', said of the name that follows, or else of the one before.
    Lead {
        of_next: bool,
    },
}

/// The names and titles of a list, until something else stands in it; and whether that is its end.
pub(super) fn parts(list: &str) -> (Vec<InspectorPart>, bool) {
    let mut parts = Vec::new();
    let plural = list.replace("(s)", "s").replace([':', '–', '—'], ", ");
    let spaced =
        plural.replace(['(', ')', ';'], ", ").replace(" and ", ", ").replace(" with ", ", ");
    for item in spaced.split(',') {
        let mut rest = item.trim().trim_start_matches("and ");
        let mut name: Vec<&str> = Vec::new();
        while !rest.is_empty() {
            if let Some(left) = LEADS.iter().find_map(|words| starts(rest, words)) {
                take_name(&mut name, &mut parts);
                let has_name = parts.iter().any(|part| matches!(part, InspectorPart::Name(_)));
                parts.push(InspectorPart::Lead { of_next: !left.is_empty() || !has_name });
                rest = left;
                continue;
            }
            if let Some(filler) = FILLERS.iter().find_map(|filler| starts(rest, filler)) {
                take_name(&mut name, &mut parts);
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
                return (parts, false);
            }
            name.push(word);
            rest = left.trim_start();
        }
        take_name(&mut name, &mut parts);
    }
    (parts, true)
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

/// Each name with the title that belongs to it: its own behind it, or else that of several, behind or before them; and
/// whether it is said to have led.
pub(super) fn with_roles(parts: &[InspectorPart], title: Option<&'static str>) -> Vec<Inspector> {
    let leads = leads(parts);
    let is_lead = |part: &InspectorPart| matches!(part, InspectorPart::Lead { .. });
    let parts: Vec<InspectorPart> = parts.iter().filter(|part| !is_lead(part)).cloned().collect();
    let mut inspectors: Vec<Inspector> = Vec::new();
    let mut title = title;
    // 'Her Majesty's Inspector A and Ofsted Inspector B': titles stand before the names.
    let is_before = matches!(parts[..], [InspectorPart::Role(_), InspectorPart::Name(_), ..]);
    // The first name that a title of several behind it is for.
    let mut from = 0;
    for (index, part) in parts.iter().enumerate() {
        match part {
            InspectorPart::Name(name) => {
                let role = title.filter(|_| is_before).map(str::to_owned);
                let lead = leads.contains(&name.as_str());
                inspectors.push(Inspector { name: name.clone(), role, lead });
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
            InspectorPart::Lead { .. } => {}
        }
    }
    // 'A and B, HMI': an abbreviation behind the last, and none before, is for all.
    if let (None, [.., InspectorPart::Role(role)]) = (title, &parts[..])
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

/// The names that a list says led.
fn leads(parts: &[InspectorPart]) -> Vec<&str> {
    let name = |part: &'_ InspectorPart| matches!(part, InspectorPart::Name(_));
    let mut names = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let InspectorPart::Lead { of_next } = part else { continue };
        let (before, behind) = parts.split_at(index);
        let found = match of_next {
            true => behind.iter().find(|part| name(part)),
            false => before.iter().rev().find(|part| name(part)),
        };
        if let Some(InspectorPart::Name(name)) = found {
            names.push(name.as_str());
        }
    }
    names
}
