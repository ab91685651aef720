//! What a sentence says of conditions, and what it grants before it says what it means or behind that.

/// How sentences begin that grant something before they say what they mean.
const GRANTED: &[&str] =
    &["Although ", "While ", "Whilst ", "Despite ", "However, while ", "However, although "];

/// How sentences begin that name a condition, which is neither good nor bad.
const CONDITIONS: &[&str] = &[
    "When ",
    "Where ",
    "If ",
    "Once ",
    "Should ",
    "Unless ",
    "However, when ",
    "However, where ",
    "However, if ",
];

/// How conditions begin in the middle of a sentence; ', where ' tells there how it is somewhere.
const CONDITIONS_WITHIN: &[&str] = &[", when ", ", if "];

/// Words between what a sentence says and what it grants behind that.
const GRANTED_BEHIND: &[&str] = &[", although ", ", though ", ", albeit ", ", despite "];

/// A sentence without its conditions, and what it grants apart from the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SaidAndGranted {
    pub(super) said: String,
    pub(super) granted: String,
    pub(super) place: GrantPlace,
}

/// Where a sentence grants something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GrantPlace {
    /// 'Although plans are late, …'.
    Before,
    /// '…, although plans are late'.
    Behind,
    /// 'Despite late plans, …': in no clause of its own.
    InPassing,
    Nowhere,
}

/// Takes a sentence apart.
pub(super) fn said_and_granted(sentence: &str) -> SaidAndGranted {
    let sentence = without_conditions(sentence);
    let is_granted = GRANTED.iter().any(|start| sentence.starts_with(start));
    let comma = sentence.find(", ").filter(|_| is_granted);
    let behind = GRANTED_BEHIND.iter().filter_map(|words| sentence.find(words)).min();
    let (granted, said, place) = match (comma, behind) {
        (Some(comma), _) => {
            let is_clause = !sentence.starts_with("Despite ");
            let place = if is_clause { GrantPlace::Before } else { GrantPlace::InPassing };
            (&sentence[..comma], &sentence[comma..], place)
        }
        (None, Some(behind)) => (&sentence[behind..], &sentence[..behind], GrantPlace::Behind),
        (None, None) => ("", sentence.as_str(), GrantPlace::Nowhere),
    };
    SaidAndGranted { said: said.to_owned(), granted: granted.to_owned(), place }
}

/// A sentence without its conditions: what is when something is not possible, says nothing of how it is.
fn without_conditions(sentence: &str) -> String {
    let mut rest = sentence.to_owned();
    if CONDITIONS.iter().any(|start| rest.starts_with(start))
        && let Some((_, said)) = rest.split_once(", ")
    {
        rest = said.to_owned();
    }
    while let Some(start) = CONDITIONS_WITHIN.iter().filter_map(|start| rest.find(start)).min() {
        let behind = &rest[start + 2..];
        let Some(end) = behind.find(", ") else { break };
        rest = format!("{}, {}", &rest[..start], &behind[end + 2..]);
    }
    rest
}
