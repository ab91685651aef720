//! How sentences say what was looked at: 'Inspectors reviewed …', 'The focus of this visit was on …'.

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
    "had a focus on",
    "explored",
    "also explored",
    "also examined",
    "also assessed",
    "looked closely at",
    "looked in detail at",
    "looked in particular at",
    "also looked specifically at",
    "looked in depth at",
    "concentrated on",
    "scrutinised the progress made in",
];

/// What the focus of a visit was: 'The focus of this visit was on …', 'The focus of the monitoring visit was …'.
pub(super) fn focus(sentence: &str) -> Option<&str> {
    let (before, behind) = sentence.split_once(" focus of ").or_else(|| {
        let rest = sentence.strip_prefix("This ").or_else(|| sentence.strip_prefix("The "))?;
        rest.split_once("visit's focus ").map(|(_, behind)| ("The", behind))
    })?;
    let is_subject = before.ends_with("The") || before.ends_with("main") || before.ends_with("the");
    let (visit, area) = behind.split_once("was ").or_else(|| behind.split_once("were "))?;
    let is_visit = visit.is_empty() || visit.contains("visit") || visit.contains("inspectors");
    let area = ["on ", "to look at ", "to review ", "to evaluate "]
        .iter()
        .find_map(|lead| area.strip_prefix(lead))
        .unwrap_or(area);
    (is_subject && is_visit && visit.split(' ').count() <= 5).then_some(area)
}

/// What a sentence says was looked at.
pub(super) fn looked_at(sentence: &str) -> Option<&str> {
    let lower = sentence.to_ascii_lowercase().replace(':', " ");
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
pub(super) fn included(sentence: &str) -> Option<&str> {
    ["This included", "This includes", "These included"]
        .iter()
        .find_map(|start| sentence.strip_prefix(start))
        .filter(|rest| rest.starts_with([' ', ':', ',']))
        .map(|rest| rest.trim_start_matches([' ', ':', ',']))
}
