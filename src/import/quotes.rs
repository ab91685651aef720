//! Quotes: what a letter prints between quotation marks, and says that somebody said.

use super::blocks::BlockShape;
use super::draft::Draft;
use super::headings::Section;
use super::letter::LetterParts;
use super::sentences::sentences;
use crate::model::Quote;

/// Who is quoted, in lower case, one and several.
const SPEAKERS: &[(&str, &str)] = &[
    ("care-experienced young person", "care-experienced young people"),
    ("care experienced young person", "care experienced young people"),
    ("unaccompanied young person", "unaccompanied young people"),
    ("young person", "young people"),
    ("care leaver", "care leavers"),
    ("foster carer", "foster carers"),
    ("newly qualified social worker", "newly qualified social workers"),
    ("social worker", "social workers"),
    ("personal adviser", "personal advisers"),
    ("personal advisor", "personal advisors"),
    ("early help worker", "early help workers"),
    ("family support worker", "family support workers"),
    ("lead member", "lead members"),
    ("team manager", "team managers"),
    ("head teacher", "head teachers"),
    ("headteacher", "headteachers"),
    ("practitioner", "practitioners"),
    ("grandparent", "grandparents"),
    ("adopter", "adopters"),
    ("parent", "parents"),
    ("mother", "mothers"),
    ("father", "fathers"),
    ("carer", "carers"),
    ("child", "children"),
    ("manager", "managers"),
    ("leader", "leaders"),
    ("partner", "partners"),
    ("professional", "professionals"),
    ("worker", "workers"),
    ("family", "families"),
    ("member of staff", "staff"),
    ("chair", "chairs"),
];

/// Verbs that a quote stands behind or before.
const VERBS: &[&str] = &[
    "said",
    "say",
    "says",
    "saying",
    "reported",
    "report",
    "reports",
    "reporting",
    "told",
    "tell",
    "telling",
    "commented",
    "comment",
    "comments",
    "commenting",
    "described",
    "describe",
    "describes",
    "describing",
    "stated",
    "states",
    "state",
    "stating",
    "explained",
    "explain",
    "explains",
    "explaining",
    "wrote",
    "added",
    "spoke of",
    "speak of",
    "speaking of",
    "summed",
    "observed",
    "remarked",
    "expressed",
    "reflected",
    "called",
    "call",
    "feel",
    "felt",
    "quoted",
    "shared",
];

/// Those that stand behind a quote.
const SAID: &[&str] =
    &["said", "says", "told", "explained", "commented", "added", "reported", "remarked"];

/// Who goes on with what somebody before has begun to say.
const SAME: &[&str] = &["they", "one", "another", "others", "he", "she", "some", "many"];

/// Terms that letters print between quotation marks, and that nobody said.
const TERMS: &[&str] = &[
    "front door",
    "staying put",
    "staying close",
    "local offer",
    "child in need",
    "child protection",
    "edge of care",
    "good",
    "outstanding",
    "inadequate",
    "requires improvement",
    "signs of safety",
    "no wrong door",
    "check-ins",
    "hub",
    "team around the child",
    "team around the family",
    "lead practitioner",
];

/// In characters: what is longer is more likely to be a lost quotation mark.
const LONGEST: usize = 400;

/// In words: a verb stands so near to what it brings.
const NEAR: usize = 12;

/// Reads them.
pub(super) fn read(letter: &LetterParts, draft: &mut Draft) {
    let blocks = letter.of(&[Section::Headline, Section::Improve, Section::Findings]);
    for block in blocks.filter(|block| block.shape != BlockShape::Heading) {
        let text = &block.text;
        let starts: Vec<usize> = sentences(text).into_iter().map(|(start, _)| start).collect();
        let mut said: Option<(usize, Option<String>)> = None;
        for (at, words) in quoted(text) {
            let end = at + words.len() + 2;
            let start = starts.iter().copied().filter(|start| *start <= at).max().unwrap_or(0);
            let before = text[start..at].to_lowercase();
            // 'one said 'A', and another 'B'': what one verb brought, the next needs no verb for.
            let goes_on = said.as_ref().filter(|(last, _)| {
                let between = text.get(*last..at).unwrap_or_default();
                between.split_whitespace().count() <= NEAR && !between.contains(['.', ';'])
            });
            let behind: String = text[end.min(text.len())..].chars().take(60).collect();
            let has_verb = is_said(&before, &behind.to_lowercase());
            if is_term(words) || !has_verb && goes_on.is_none() {
                continue;
            }
            // 'A manager said 'A', while workers told us 'B'': a verb of its own has a speaker of its own.
            let since = said.as_ref().map_or(start, |(last, _)| start.max(*last));
            let own = text.get(since..at).unwrap_or_default().to_lowercase();
            let of_verb = if is_said(&own, "") { speaker(&own) } else { None };
            let of_sentence = of_verb.or_else(|| speaker(&before));
            let of_earlier = || {
                let same = before.split(' ').find(|word| !word.is_empty());
                let is_same = same.is_some_and(|word| SAME.contains(&word.trim_matches(',')));
                is_same.then(|| speaker(&text[..start].to_lowercase())).flatten()
            };
            let of_behind = || speaker(&behind.to_lowercase());
            let who = of_sentence
                .or_else(of_earlier)
                .or_else(|| goes_on.and_then(|(_, who)| who.clone()))
                .or_else(of_behind);
            let Some(who) = who else { continue };
            said = Some((end, Some(who.clone())));
            let words = words.trim_end_matches([',', ' ']).to_owned();
            draft.quotes.push(Quote { words, speaker: Some(who) });
        }
    }
}

/// Whether a verb stands near before words or at once behind them.
fn is_said(before: &str, behind: &str) -> bool {
    let last: Vec<&str> = before.split_whitespace().rev().take(NEAR).collect();
    let near = last.iter().rev().map(|word| word.trim_matches([':', ',', '('])).collect::<Vec<_>>();
    let near = format!(" {} ", near.join(" "));
    let is_verb = |verb: &&str| near.contains(&format!(" {verb} "));
    let first: Vec<&str> =
        behind.split_whitespace().take(2).map(|word| word.trim_matches([',', '.'])).collect();
    let is_behind = SAID.iter().any(|verb| first.contains(verb)) && !behind.starts_with(['.', ';']);
    VERBS.iter().any(is_verb) || is_behind
}

fn is_term(words: &str) -> bool {
    let lower = words.to_lowercase();
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    // 'Next Steps', the name of something.
    let is_name = words.split(' ').count() > 1 && words.split(' ').all(is_capital);
    TERMS.contains(&lower.as_str()) || is_name || !words.contains(char::is_alphabetic)
}

/// All words between quotation marks, each with the place of its first mark.
fn quoted(text: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some((at, words)) = next_quoted(text, from) {
        from = at + words.len() + 2;
        if words.chars().count() <= LONGEST {
            all.push((at, words));
        }
    }
    all
}

/// The first words between quotation marks from a place on, and where their first mark is.
fn next_quoted(text: &str, from: usize) -> Option<(usize, &str)> {
    let mut marks = text.char_indices().filter(|(at, it)| *at >= from && matches!(it, '\'' | '"'));
    marks.find_map(|(at, mark)| {
        let before = text[..at].chars().next_back().is_none_or(|it| it == ' ' || it == '(');
        let rest = &text[at + 1..];
        if !before || !rest.starts_with(char::is_alphanumeric) {
            return None;
        }
        let end = rest.char_indices().filter(|(_, letter)| *letter == mark).find(|(end, _)| {
            let last = rest[..*end].chars().next_back();
            let next = rest[end + 1..].chars().next();
            let is_closed = next.is_none_or(|it| !it.is_alphanumeric());
            // 'The workers' plans' has an apostrophe in it.
            let behind = &rest[end + 1..];
            let reopens =
                behind.find(mark).is_some_and(|next| next > 0 && !behind[..next].ends_with(' '));
            let is_owner = last == Some('s')
                && next == Some(' ')
                && behind[1..].starts_with(char::is_lowercase)
                && reopens;
            is_closed && !is_owner
        });
        let (end, _) = end?;
        Some((at, &rest[..end]))
    })
}

/// Who speaks in a text: the first that is named, behind 'what' where that begins a clause. 'One care leaver' is 'a care
/// leaver'.
fn speaker(text: &str) -> Option<String> {
    let text = text.rsplit_once(", what ").map_or(text, |(_, clause)| clause);
    let forms = SPEAKERS.iter().flat_map(|(one, several)| [(*one, true), (*several, false)]);
    let found = forms.filter_map(|(who, is_one)| {
        let mut places = text.match_indices(who).map(|(at, _)| at);
        places.find(|at| is_whole(text, *at, who)).map(|at| (at, who, is_one))
    });
    let (at, who, is_one) = found.min_by_key(|(at, who, _)| (*at, usize::MAX - who.len()))?;
    let definite =
        ["the ", "the outgoing ", "the independent "].iter().any(|the| text[..at].ends_with(the));
    let article = match () {
        () if definite => "the",
        () if who.starts_with(['a', 'e', 'i', 'o', 'u']) => "an",
        () => "a",
    };
    Some(if is_one { format!("{article} {who}") } else { who.to_owned() })
}

fn is_whole(text: &str, at: usize, who: &str) -> bool {
    let before = text[..at].chars().next_back().is_none_or(|it| !it.is_alphanumeric());
    let behind = &text[at + who.len()..];
    // 'children's plans' are none who speak.
    before && !behind.starts_with(|it: char| it.is_alphanumeric()) && !behind.starts_with('\'')
}
