//! The evidence in a sentence: records, data and whom inspectors spoke to, each list of people in one.

use super::lists::tidy;

/// What inspectors do with records; what they looked at stands behind it.
const DOCUMENT_VERBS: &[&str] = &[
    "range of evidence, including ",
    "range of evidence including ",
    "evidence, including ",
    "evidence including ",
    "evidence from ",
    "evidence following ",
    "looked at ",
    "considered, including ",
    "considered including ",
    "considered ",
    "reviewed ",
    "examined ",
    "sampled ",
    "scrutinised ",
    "evaluated ",
    "used ",
    "using ",
    "observed ",
    "held ",
    "had access to ",
    "able to have ",
    "appraised ",
];

/// What inspectors do with people; it belongs to whom they did it with.
const PEOPLE_VERBS: &[&str] = &[
    "spoke to ",
    "spoke with ",
    "talked to ",
    "talked with ",
    "met with ",
    "met ",
    "interviewed ",
    "speaking to ",
    "speaking with ",
    "visited ",
];

/// Words, in lower case, of what evidence is: an item that has none goes on with the people before it.
const EVIDENCE_WORDS: &[&str] = &[
    "record",
    "file",
    "data",
    "information",
    "audit",
    "document",
    "report",
    "minutes",
    "plans",
    "polic",
    "discussion",
    "interview",
    "meeting",
    "call",
    "conversation",
    "observation",
    "observing",
    "feedback",
    "arrangements",
    "finding",
    "sampl",
    "evidence",
    "performance",
    "quality assurance",
    "scrutiny",
    "visit",
    "strateg",
    "speaking",
    "reviewing",
    "survey",
    "self-evaluation",
    "self-assessment",
    "dashboard",
    "supervision",
];

/// Words that an item of evidence does not end with: another word goes on with it.
const OPEN_ENDS: &[&str] = &[
    "performance",
    "management",
    "assurance",
    "quality",
    "case",
    "video",
    "telephone",
    "electronic",
    "remote",
];

/// How evidence begins where no verb stands before it, in lower case.
const NOUNS: &[&str] = &[
    "case discussions",
    "face-to-face discussions",
    "discussions with",
    "interviews with",
    "meetings with",
    "conversations with",
    "video calls",
    "telephone calls",
    "video and telephone calls",
    "children's case records",
    "children's records",
    "electronic",
    "case records",
    "case files",
    "performance management",
    "local authority performance",
];

/// What says only that there was some.
const NOTHING: &[&str] =
    &["a range of evidence", "a wide range of evidence", "evidence", "a range"];

/// The evidence in a sentence, as printed.
pub(super) fn evidence(sentence: &str) -> Vec<String> {
    let sentence = sentence.trim_end_matches(['.', ' ']);
    let clauses = clauses(sentence);
    if clauses.is_empty() {
        // What is said before it is on the visit.
        let lower = sentence.to_ascii_lowercase();
        let start = NOUNS.iter().filter_map(|noun| lower.find(noun)).min().unwrap_or(0);
        let rest = sentence.get(start..).unwrap_or(sentence);
        return items(rest).iter().filter_map(|item| tidy(item)).collect();
    }
    let all = clauses.into_iter().flat_map(|clause| match clause {
        EvidenceClause::Records(words) => items(words),
        EvidenceClause::People(words) => vec![words.to_owned()],
    });
    all.filter_map(|item| tidy(&item)).filter(|item| !NOTHING.contains(&item.as_str())).collect()
}

/// A part of a sentence that begins with what inspectors did.
enum EvidenceClause<'a> {
    /// Without the verb.
    Records(&'a str),
    /// With the verb.
    People(&'a str),
}

/// The clauses of a sentence, from its first verb on.
fn clauses(sentence: &str) -> Vec<EvidenceClause<'_>> {
    let mut starts: Vec<(usize, usize, bool)> = Vec::new();
    let verbs = DOCUMENT_VERBS.iter().map(|verb| (*verb, false));
    for (verb, is_people) in verbs.chain(PEOPLE_VERBS.iter().map(|verb| (*verb, true))) {
        for (at, _) in sentence.match_indices(verb) {
            let is_whole = sentence[..at].chars().next_back().is_none_or(|before| before == ' ');
            if is_whole {
                starts.push((at, at + verb.len(), is_people));
            }
        }
    }
    // Of verbs in one place the longest.
    starts.sort_by_key(|(at, end, _)| (*at, usize::MAX - end));
    let mut verbs: Vec<(usize, usize, bool)> = Vec::new();
    for start in starts {
        let is_new = verbs.last().is_none_or(|(_, end, _)| start.0 >= *end);
        // 'staff who met with inspectors', 'records of children visited', are said of something else.
        let before = sentence[..start.0].trim_end();
        let is_said = verbs.is_empty()
            || verb_is_of_evidence(&sentence[start.0..start.1])
            || ["and", "inspectors", "they", "also", ",", "we"]
                .iter()
                .any(|word| before.ends_with(word));
        if is_new && is_said {
            verbs.push(start);
        }
    }
    let ends = verbs.iter().skip(1).map(|(at, ..)| *at).chain([sentence.len()]);
    let parts = verbs.iter().zip(ends);
    let clause = |(verb, end): (&(usize, usize, bool), usize)| {
        let (at, behind, is_people) = *verb;
        match is_people {
            true => EvidenceClause::People(without_subject(&sentence[at..end])),
            false => EvidenceClause::Records(without_subject(&sentence[behind..end])),
        }
    };
    parts.map(clause).collect()
}

/// 'Inspectors considered a range of evidence, including …': what stands before it says nothing.
fn verb_is_of_evidence(verb: &str) -> bool {
    verb.contains("evidence")
}

/// A clause without the words that begin the next.
fn without_subject(clause: &str) -> &str {
    let mut words = clause.trim_end();
    loop {
        let before = words;
        for ending in [",", ";", " and", " also", " inspectors", " they", " we", " have", " then"] {
            words = words.strip_suffix(ending).unwrap_or(words).trim_end();
        }
        if words == before {
            return words;
        }
    }
}

/// The items of a list. People go on with those before them.
fn items(list: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for (joint, part) in parts(list) {
        let bare = part.strip_prefix("the ").unwrap_or(part).to_lowercase();
        let is_evidence = EVIDENCE_WORDS.iter().any(|word| bare.contains(word));
        let is_word = !bare.contains(' ');
        match items.last_mut() {
            Some(last) if joint != "; " && (!is_evidence || is_word || is_open(last)) => {
                last.push_str(joint);
                last.push_str(part);
            }
            _ => items.push(part.to_owned()),
        }
    }
    items
}

fn is_open(item: &str) -> bool {
    OPEN_ENDS.iter().any(|end| item.ends_with(end))
}

/// The parts of a list, each with what stands before it; none within brackets.
fn parts(list: &str) -> Vec<(&'static str, &str)> {
    const JOINTS: [&str; 6] = ["; and ", ", and ", ", as well as ", "; ", ", ", " and "];
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth, mut joint) = (0, 0, 0_usize, "");
    while let Some(letter) = list[at..].chars().next() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let next = JOINTS.iter().find(|joint| depth == 0 && list[at..].starts_with(**joint));
        match next {
            Some(next) => {
                parts.push((joint, &list[start..at]));
                joint = if next.starts_with(';') { "; " } else { next };
                at += next.len();
                start = at;
            }
            None => at += letter.len_utf8(),
        }
    }
    parts.push((joint, &list[start..]));
    parts
}
