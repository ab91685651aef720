//! The titles of inspectors.

/// The titles of inspectors, as the words of a letter have them, each with the one of a single person.
pub(super) const ROLES: &[(&str, &str)] = &[
    ("Her Majesty's Inspectors", "Her Majesty's Inspector"),
    ("Her Majesty's Inspector", "Her Majesty's Inspector"),
    ("His Majesty's Inspectors", "His Majesty's Inspector"),
    ("His Majesty's Inspector", "His Majesty's Inspector"),
    ("Senior Her Majesty's Inspectors", "Senior Her Majesty's Inspector"),
    ("Senior Her Majesty's Inspector", "Senior Her Majesty's Inspector"),
    ("Senior His Majesty's Inspectors", "Senior His Majesty's Inspector"),
    ("Senior His Majesty's Inspector", "Senior His Majesty's Inspector"),
    ("Regulatory Inspection Managers", "Regulatory Inspection Manager"),
    ("Regulatory Inspection Manager", "Regulatory Inspection Manager"),
    ("Social Care Regulatory Inspectors", "Social Care Regulatory Inspector"),
    ("Social Care Regulatory Inspector", "Social Care Regulatory Inspector"),
    ("Regulatory Inspectors", "Regulatory Inspector"),
    ("Regulatory Inspector", "Regulatory Inspector"),
    ("Ofsted Inspectors", "Ofsted Inspector"),
    ("Ofsted Inspector", "Ofsted Inspector"),
    ("Senior HMI", "Senior HMI"),
    ("HMI Schools", "HMI Schools"),
    ("HMI Education", "HMI Education"),
    ("HMI designate", "HMI designate"),
    ("HMIs", "HMI"),
    ("SHMI", "SHMI"),
    ("HMI", "HMI"),
];

/// Short titles in brackets behind the long ones.
const SHORT_TITLES: &[&str] = &[" (HMI)", " (HMIs)", " (HMI's)", " (SHMI)", " (SHMIs)"];

/// A sentence without the short titles that say a long one again.
pub(super) fn without_second_titles(sentence: &str) -> String {
    let mut single = sentence.to_owned();
    for title in SHORT_TITLES {
        for long in ["Inspectors", "Inspector"] {
            single = single.replace(&format!("{long}{title}"), long);
        }
    }
    single
}

/// Whether a line has the title of an inspector in it.
pub(super) fn has_role(line: &str) -> bool {
    ROLES.iter().any(|(role, _)| line.contains(role))
}

/// What stands behind some words, where a text begins with them in any case of letters.
pub(super) fn starts<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let start = text.get(..words.len()).filter(|start| start.eq_ignore_ascii_case(words))?;
    let rest = &text[start.len()..];
    let is_whole = !rest.starts_with(char::is_alphanumeric);
    is_whole.then(|| rest.trim_start_matches(['.', ' ']))
}
