//! What inspectors looked at: the areas of the services, and the evidence.

use super::blocks::{Block, BlockShape};
use super::draft::Draft;
use super::evidence::evidence;
use super::headings::{Section, of_heading};
use super::letter::LetterParts;
use super::lists::{items, tidy};
use super::looks::{focus, included, looked_at};
use super::problems::Doubts;

const WHERE: &[Section] = &[Section::Opening, Section::Areas];

/// What evidence is, and no area: in lower case.
const EVIDENCE: &[&str] = &[
    "range of evidence",
    "case record",
    "quality assurance information",
    "performance management information",
    "performance information",
    "management information",
    "case discussion",
    "video call",
    "telephone call",
    "case file",
    "case audits",
    "audits of",
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
    "spoken to",
    "speaking to",
    "speaking with",
    "talked to",
    "talked with",
    "interviewed",
    "data",
    "documents",
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
    "the progress the local authority has made in ",
    "the progress that the local authority has made in ",
    "the local authority's progress in ",
    "progress made by the local authority in ",
    "progress made in ",
    "the services provided to ",
    "the following areas of practice",
    "the following areas of service",
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

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListOf {
    Areas,
    Evidence,
}

/// Reads both.
pub(super) fn read(letter: &LetterParts, draft: &mut Draft, doubts: &mut Doubts<'_>) {
    let mut list = None;
    for block in letter.of(WHERE) {
        match (block.shape, list) {
            (BlockShape::Heading, _) => {
                list = (of_heading(&block.text) == Some(Section::Areas)).then_some(ListOf::Areas);
            }
            (BlockShape::Bullet, Some(ListOf::Areas)) => draft.areas.extend(tidy(&block.text)),
            (BlockShape::Bullet, Some(ListOf::Evidence)) => {
                draft.evidence.extend(tidy(&block.text));
            }
            (BlockShape::Bullet, None) => {}
            (BlockShape::Paragraph, _) => list = paragraph(block, draft),
        }
    }
    draft.areas.dedup();
    if draft.areas.is_empty() {
        doubts.missing("an area that was looked at", "many letters name none");
    }
}

/// Reads a paragraph, and says of what a list follows it.
fn paragraph(block: &Block, draft: &mut Draft) -> Option<ListOf> {
    let mut list = None;
    let mut in_areas = false;
    for sentence in block.sentences() {
        let text = sentence.text;
        let lower = text.to_ascii_lowercase();
        let leads_to = |what: ListOf| text.ends_with(':').then_some(what);
        list = None;
        let (text, rest) = split(text, &lower);
        let lower = text.to_ascii_lowercase();
        draft.evidence.extend(rest.into_iter().flat_map(evidence));
        let is_area = || {
            let area = looked_at(text).or_else(|| focus(text));
            area.is_some_and(|area| !is_record(first_item(&area.to_ascii_lowercase())))
        };
        if names_evidence(&lower) && !is_area() {
            match leads_to(ListOf::Evidence) {
                Some(of) => list = Some(of),
                None => draft.evidence.extend(evidence(text)),
            }
            continue;
        }
        let area = looked_at(text).or_else(|| focus(text));
        let area = area.or_else(|| included(text).filter(|_| in_areas));
        if let Some(area) = area {
            in_areas = true;
            draft.areas.extend(areas(area));
            list = leads_to(ListOf::Areas);
        } else if ["focus", "areas", "explored", "looked", "included", "following"]
            .iter()
            .any(|word| lower.contains(word))
        {
            list = leads_to(ListOf::Areas);
        }
    }
    list
}

/// Whether words, in lower case, name what evidence is.
fn names_evidence(lower: &str) -> bool {
    EVIDENCE.iter().any(|words| {
        lower.match_indices(words).any(|(at, _)| !lower[..at].ends_with(char::is_alphabetic))
    })
}

/// Whether an item, in lower case, is something that was read or heard, and not what was to be found out from it.
fn is_record(item: &str) -> bool {
    let is_aim = [
        "the quality of",
        "the effectiveness of",
        "the impact of",
        "the use of",
        "the progress",
        "the timeliness of",
    ]
    .iter()
    .any(|start| item.starts_with(start));
    let is_read = ["record", "performance", "quality assurance", "audit", "evidence"];
    names_evidence(item) || !is_aim && is_read.iter().any(|word| item.contains(word))
}

/// The first item of a list.
fn first_item(list: &str) -> &str {
    let ends = [", ", " and ", "; "].iter().filter_map(|joint| list.find(joint));
    &list[..ends.min().unwrap_or(list.len())]
}

/// A sentence on areas, and what it says behind that of how they were looked at: '…, through discussions with staff'.
fn split<'a>(text: &'a str, lower: &str) -> (&'a str, Option<&'a str>) {
    let joints = [
        " through ",
        " by reviewing ",
        " by speaking ",
        " by talking ",
        " using ",
        " and spoke ",
        " and talked ",
        " and met ",
        " and considered ",
        " and reviewed ",
        " and held ",
    ];
    let places = joints.iter().filter_map(|joint| lower.find(joint));
    let found = places.min().filter(|at| {
        lower.len() == text.len()
            && names_evidence(&lower[*at..])
            && !names_evidence(&lower[..*at])
            && (looked_at(&text[..*at]).is_some() || focus(&text[..*at]).is_some())
    });
    match found {
        Some(at) => (&text[..at], Some(&text[at..])),
        None => (text, None),
    }
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
