//! What inspectors looked at: the areas of the services, and the evidence.

use super::blocks::{Block, BlockShape};
use super::draft::Draft;
use super::headings::Section;
use super::letter::LetterParts;
use super::lists::items;
use super::problems::Doubts;

const WHERE: &[Section] = &[Section::Opening, Section::Areas];

/// Who looks, in lower case.
const WHO: &[&str] = &[
    "inspectors",
    "they",
    "we",
    "this visit",
    "the visit",
    "this monitoring visit",
    "the monitoring visit",
    "this focused visit",
];

/// What they do with an area.
const LOOKS: &[&str] = &[
    "also looked at",
    "looked specifically at",
    "looked at",
    "also considered",
    "considered",
    "also reviewed",
    "reviewed",
    "also evaluated",
    "evaluated",
    "appraised",
    "focused specifically on",
    "focussed on",
    "focused on",
    "also focused on",
    "examined",
    "assessed",
    "had a particular focus on",
    "had a specific focus on",
];

/// What evidence is, and no area: in lower case.
const EVIDENCE: &[&str] = &[
    "range of evidence",
    "case record",
    "quality assurance information",
    "case discussion",
    "video call",
    "telephone call",
    "case file audit",
    "electronic records",
    "children's records",
    "supervision files",
    "supervision records",
    "discussions with",
    "interviews with",
    "meetings with",
    "met with",
    "spoke to",
    "spoke with",
    "talked to",
    "data",
    "audits of",
    "documentation",
];

/// What a letter says before an area, and not of it.
const BEFORE_AREA: &[&str] = &[
    "the progress made by the local authority in ",
    "the progress made in respect of ",
    "the progress made in relation to ",
    "the progress made with regard to ",
    "the progress made in the area of ",
    "the progress made in the areas of ",
    "the progress made in the following areas of concern identified at the last inspection",
    "the progress made in the following areas of concern",
    "the progress made in the following areas",
    "the progress made in ",
    "the progress made by ",
    "the progress made on ",
    "the progress made since the last inspection in ",
    "the progress since the last inspection with regards to ",
    "the progress since the last inspection with regard to ",
    "the progress since the last inspection in ",
    "the progress and ",
    "the local authority's arrangements for ",
    "the local authority's arrangements at ",
    "the local authority's arrangements in ",
    "the local authority's arrangements to provide ",
    "the local authority's arrangements to ",
    "the arrangements for ",
    "the council's arrangements for ",
    "how the local authority supports ",
    "how the local authority ",
    "the following areas of concern identified at the last inspection",
    "the following areas of concern",
    "the following areas",
    "the following",
];

/// What a letter says behind an area, and not of it.
const BEHIND_AREA: &[&str] = &[
    ", specifically",
    ", with a specific focus on",
    ", which included a specific focus on",
    ", with a particular focus on",
    ", which included",
    ", including",
    "; and",
    ";",
    ",",
    " and",
];

/// Reads both.
pub(super) fn read(letter: &LetterParts, draft: &mut Draft, doubts: &mut Doubts<'_>) {
    let mut is_listed = false;
    for block in letter.of(WHERE) {
        match block.shape {
            BlockShape::Heading => is_listed = false,
            BlockShape::Bullet if is_listed => draft.areas.extend(tidy(&block.text)),
            BlockShape::Bullet => {}
            BlockShape::Paragraph => is_listed = paragraph(block, draft),
        }
    }
    draft.areas.dedup();
    if draft.areas.is_empty() {
        doubts.missing("an area that was looked at", "many letters name none");
    }
}

/// Reads a paragraph, and says whether a list of areas follows it.
fn paragraph(block: &Block, draft: &mut Draft) -> bool {
    let mut is_listed = false;
    let mut in_areas = false;
    for sentence in block.sentences() {
        let text = sentence.text;
        let lower = text.to_ascii_lowercase();
        is_listed = text.ends_with(':');
        if EVIDENCE.iter().any(|words| lower.contains(words)) {
            draft.evidence.extend(evidence(text));
            is_listed = false;
            continue;
        }
        let area = looked_at(text).or_else(|| included(text).filter(|_| in_areas));
        if let Some(area) = area {
            in_areas = true;
            draft.areas.extend(areas(area));
        } else if is_listed {
            is_listed = lower.contains("focus") || lower.contains("areas");
        }
    }
    is_listed
}

/// What a sentence says was looked at.
fn looked_at(sentence: &str) -> Option<&str> {
    let lower = sentence.to_ascii_lowercase();
    if lower.len() != sentence.len() || lower.contains("the findings of") {
        return None;
    }
    LOOKS
        .iter()
        .filter_map(|look| {
            let at = lower.find(&format!(" {look} "))?;
            let who = lower[..at].rsplit([',', ';']).next()?.trim();
            let is_who =
                WHO.iter().any(|words| who == *words || who.ends_with(&format!(" {words}")));
            is_who.then(|| (at, sentence[at + look.len() + 2..].trim()))
        })
        .min_by_key(|(at, area)| (*at, area.len()))
        .map(|(_, area)| area)
}

/// 'This included …', behind a sentence on an area.
fn included(sentence: &str) -> Option<&str> {
    ["This included ", "This includes ", "These included "]
        .iter()
        .find_map(|start| sentence.strip_prefix(start))
}

/// The areas in the words behind 'looked at'.
fn areas(words: &str) -> Vec<String> {
    let words = words.trim_end_matches(['.', ':', ' ']);
    let words = words.split(" in accordance with ").next().unwrap_or(words);
    let lists = words.replace(", arrangements ", "\narrangements ");
    lists
        .split('\n')
        .flat_map(|list| items(strip(list)))
        .filter_map(|item| tidy(strip(&item)))
        .collect()
}

fn strip(words: &str) -> &str {
    let start =
        |start: &&&str| words.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    let longest = BEFORE_AREA.iter().filter(start).map(|start| start.len()).max();
    words.get(longest.unwrap_or(0)..).unwrap_or(words)
}

/// An area without the punctuation of a list around it; none where nothing is left.
fn tidy(words: &str) -> Option<String> {
    let mut words = words.trim_end_matches(['.', ':', ' ']);
    while let Some(shorter) = BEHIND_AREA.iter().find_map(|ending| words.strip_suffix(ending)) {
        words = shorter.trim_end();
    }
    (!words.is_empty()).then(|| words.to_owned())
}

/// The evidence in a sentence, as printed.
fn evidence(sentence: &str) -> Vec<String> {
    let sentence = sentence.trim_end_matches(['.', ' ']);
    let including = [
        "range of evidence, including ",
        "evidence, including ",
        "evidence including ",
        "evidence from ",
    ];
    let rest = including.iter().find_map(|words| Some(sentence.split_once(words)?.1));
    let verbs = [
        "looked at ",
        "considered ",
        "reviewed ",
        "scrutinised ",
        "evaluated ",
        "used ",
        "observed ",
        "held ",
    ];
    let rest = rest.or_else(|| verbs.iter().find_map(|verb| Some(sentence.split_once(verb)?.1)));
    match rest {
        Some(rest) => items(rest).into_iter().filter_map(|item| tidy(&item)).collect(),
        None => tidy(sentence).into_iter().collect(),
    }
}
