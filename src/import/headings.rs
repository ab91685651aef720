//! The headings that letters have had since 2016, and the part of a letter that each begins.

/// A part of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Up to the first heading: the title, who visited and when, and often what was looked at.
    Opening,
    /// 'Areas covered by the visit'.
    Areas,
    /// 'Overview': what is found below, in short.
    Headline,
    /// 'Areas for priority action', 'What needs to improve'.
    Improve,
    /// 'Findings'.
    Findings,
    /// From what Ofsted does with the letter to the signature.
    Closing,
}

/// Headings that letters have had since 2016, in lower case.
const HEADINGS: &[(&str, Section)] = &[
    ("areas covered by the visit", Section::Areas),
    ("areas covered by this visit", Section::Areas),
    ("areas covered by the monitoring visit", Section::Areas),
    ("area covered by the visit", Section::Areas),
    ("areas covered", Section::Areas),
    ("scope of the visit", Section::Areas),
    ("overview", Section::Headline),
    ("headline findings", Section::Headline),
    ("headline finding", Section::Headline),
    ("summary", Section::Headline),
    ("overall summary", Section::Headline),
    ("areas for priority action", Section::Improve),
    ("area for priority action", Section::Improve),
    ("priority action", Section::Improve),
    ("priority actions", Section::Improve),
    ("areas for improvement", Section::Improve),
    ("area for improvement", Section::Improve),
    ("areas for development", Section::Improve),
    ("what needs to improve", Section::Improve),
    ("what needs to improve in this area of practice", Section::Improve),
    ("what needs to improve in this area of social work practice", Section::Improve),
    ("what needs to improve in these areas of social work practice", Section::Improve),
    ("summary of findings", Section::Findings),
    ("summary of main findings", Section::Findings),
    ("findings", Section::Findings),
    ("main findings", Section::Findings),
    ("key findings", Section::Findings),
    ("detailed findings", Section::Findings),
    ("findings and evaluation of progress", Section::Findings),
    ("findings and evaluation", Section::Findings),
    ("findings and progress", Section::Findings),
    ("evaluation of progress", Section::Findings),
    ("evaluation and progress", Section::Findings),
    ("progress", Section::Findings),
];

/// The part that begins with this heading; `None` where it is no heading that letters have.
pub(super) fn of_heading(text: &str) -> Option<Section> {
    // The number behind one is that of a footnote.
    let text = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let text = text.trim_end_matches([':', '.', '?', ' ']).to_lowercase();
    HEADINGS.iter().find(|(heading, _)| *heading == text).map(|(_, section)| *section)
}
