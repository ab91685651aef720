//! Where a letter places a finding in the national framework: '(outcome 3 and enabler 2, national framework)'.

use super::sentences::words;
use crate::model::{NationalFrameworkId, Vocabulary};

/// What the parts of the framework are called.
const PARTS: &[(&str, &str)] = &[
    ("outcome", "outcome"),
    ("outcomes", "outcome"),
    ("enabler", "enabler"),
    ("enablers", "enabler"),
];

/// A text without the brackets that place it in the framework, and the parts that these name.
pub(super) fn placed(text: &str, vocabulary: &Vocabulary) -> (String, Vec<NationalFrameworkId>) {
    let mut rest = text.to_owned();
    let mut parts: Vec<NationalFrameworkId> = Vec::new();
    while let Some((start, end, named)) = bracket(&rest) {
        for word in named {
            let known = vocabulary.id_of(&word);
            parts.extend(known.filter(|part| !parts.contains(part)));
        }
        let behind = rest[end..].trim_start().to_owned();
        rest.truncate(rest[..start].trim_end().len());
        let is_joined = behind.starts_with(['.', ',', ';', ':']) || behind.is_empty();
        rest.push_str(if is_joined { "" } else { " " });
        // 'is timely. (outcome 3, national framework).' has one full stop too many.
        let behind = if rest.ends_with('.') { behind.trim_start_matches('.') } else { &behind };
        rest.push_str(behind);
    }
    (rest, parts)
}

/// Whether a sentence is the footnote that says what the brackets mean.
pub(super) fn is_footnote(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    lower.contains("national framework")
        && ["cross-referenced", "cross referenced", "outcomes and enablers"]
            .iter()
            .any(|it| lower.contains(it))
}

/// The first such bracket, where it begins and ends, and the words of the parts that it names.
fn bracket(text: &str) -> Option<(usize, usize, Vec<String>)> {
    text.match_indices('(').find_map(|(start, _)| {
        let end = start + text[start..].find(')')? + 1;
        let inside = words(&text[start..end]);
        let mut name = None;
        let mut named = Vec::new();
        for word in &inside {
            let part = PARTS.iter().find(|(printed, _)| printed == word);
            match (part, name, word.parse::<u8>()) {
                (Some((_, part)), ..) => name = Some(*part),
                (None, Some(name), Ok(number)) => named.push(format!("{name}-{number}")),
                (None, _, Err(_)) if FILLERS.contains(&word.as_str()) => {}
                _ => return None,
            }
        }
        (!named.is_empty()).then_some((start, end, named))
    })
}

/// Other words in such brackets.
const FILLERS: &[&str] =
    &["and", "the", "national", "framework", "children's", "social", "care", "of", "in"];
