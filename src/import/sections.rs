//! The parts of a letter, by its headings: whom it is to, what was looked at, what was found, the close.

use super::blocks::{Block, Shape};

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

/// How the close begins.
const CLOSES: &[&str] = &[
    "Ofsted will take the findings",
    "Ofsted will use the findings",
    "I am copying this letter",
    "We have notified the ",
    "You should submit ",
    "Yours sincerely",
    "Your sincerely",
    "Yours faithfully",
];

/// The part that begins with this heading; `None` where it is no heading that letters have.
pub(super) fn of_heading(text: &str) -> Option<Section> {
    // The number behind one is that of a footnote.
    let text = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let text = text.trim_end_matches([':', '.', '?', ' ']).to_lowercase();
    HEADINGS.iter().find(|(heading, _)| *heading == text).map(|(_, section)| *section)
}

/// The part that each block belongs to. A heading that only this letter has divides the part that it stands in.
pub(super) fn sections(blocks: &[Block]) -> Vec<Section> {
    let mut section = Section::Opening;
    blocks
        .iter()
        .map(|block| {
            if section != Section::Closing {
                let is_heading = block.shape == Shape::Heading;
                let is_close = CLOSES.iter().any(|close| block.text.starts_with(close));
                section = match of_heading(&block.text).filter(|_| is_heading) {
                    _ if is_close => Section::Closing,
                    Some(next) => next,
                    None => section,
                };
            }
            section
        })
        .collect()
}
