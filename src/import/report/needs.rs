//! What needs to improve, as a report lists it: bullets, or numbered recommendations.

use super::head::numbered;
use crate::import::blocks::{Block, BlockShape, blocks};
use crate::import::footnotes::footnotes;
use crate::import::lines::{SOFT_HYPHEN, lines};
use crate::import::problems::Doubts;

/// Headings of lists in bullets, in lower case.
const BULLETS: &[&str] = &["what needs to improve"];

/// Headings of numbered lists, and those that part them.
const NUMBERED: &[&str] = &[
    "recommendations",
    "what does the local authority need to improve",
    "priority and immediate action",
    "areas for improvement",
];

/// How parts of a report begin in which numbers go on, in lower case.
const ENDS: &[&str] = &[
    "the experiences and progress",
    "summary for children",
    "inspection judgements",
    "inspection findings",
    "information about",
    "key judgement",
    "key findings",
    "what the inspection judgements",
    "the local authority has",
    "the local authority's strengths",
];

/// In lines with words: so soon below its heading a list begins, and below a heading in it that goes on.
const NEXT: usize = 8;

/// All that the report lists for the authority. Where it lists nothing, this is told.
pub(super) fn needs(text: &str, doubts: &mut Doubts<'_>) -> Vec<String> {
    let blocks = blocks(&lines(text));
    let in_bullets = (0..blocks.len())
        .filter(|place| BULLETS.contains(&heading(&blocks[*place].text).as_str()))
        .map(|place| bullets(&blocks[place + 1..]))
        .find(|needs| !needs.is_empty());
    // The first list is the authority's; a board's own comes later.
    let in_numbers = || {
        let source: Vec<&str> = text.split('\n').collect();
        let notes = footnotes(&source);
        let is_note = |number: &usize| notes.iter().any(|note| note.contains(number));
        let lines: Vec<(usize, String)> =
            numbered(text).filter(|(number, _)| !is_note(number)).collect();
        (0..lines.len())
            .filter(|place| is_heading(&lines[*place].1))
            .map(|place| numbered_items(&lines[place + 1..]))
            .find(|needs| !needs.is_empty())
    };
    let needs = in_bullets.or_else(in_numbers).unwrap_or_default();
    if needs.is_empty() {
        doubts.not_stated("what needs to improve", "write each behind `needs_to_improve:`");
    }
    needs
}

/// A heading's words, in lower case, without marks and the number of a footnote behind it.
fn heading(text: &str) -> String {
    let text = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    text.trim_end_matches([':', '.', '?', ' ']).to_lowercase()
}

/// Whether a numbered list begins, or goes on, below this line.
fn is_heading(line: &str) -> bool {
    line.starts_with(char::is_uppercase) && NUMBERED.contains(&heading(line).as_str())
}

fn bullets(blocks: &[Block]) -> Vec<String> {
    let first = blocks.iter().take(2).position(|block| block.shape == BlockShape::Bullet);
    let Some(first) = first else { return Vec::new() };
    let list = blocks[first..].iter().take_while(|block| block.shape == BlockShape::Bullet);
    list.map(|block| block.text.clone()).filter(|text| !text.is_empty()).collect()
}

/// The items of a numbered list, with the bullets below them, over the headings that part it.
fn numbered_items(lines: &[(usize, String)]) -> Vec<String> {
    let mut needs: Vec<String> = Vec::new();
    let mut number = None;
    let mut last_line = None;
    for (place, (line, text)) in lines.iter().enumerate() {
        let is_below_blank = last_line.is_none_or(|last| *line > last + 1);
        last_line = Some(*line);
        if let Some((next, words)) = item(text, number) {
            number = Some(next);
            needs.push(words.to_owned());
            continue;
        }
        let goes_on = |needs: &[String]| {
            needs.last().is_some_and(|last| !is_below_blank || !last.ends_with(['.', ';', ':']))
        };
        let words = text.trim_start_matches(|it: char| !it.is_alphanumeric());
        let is_bullet = words.len() < text.len() && !text.starts_with(['(', '"', '\'']);
        if is_end(text) {
            break;
        } else if is_heading(text) {
            last_line = None;
        } else if is_bullet || goes_on(&needs) {
            let Some(last) = needs.last_mut() else { break };
            // A word that the end of a line broke behind its hyphen is one word, without it where it is a soft one.
            if last.ends_with(SOFT_HYPHEN) {
                last.pop();
            } else if !last.ends_with('-') {
                last.push(' ');
            }
            last.push_str(if is_bullet { words } else { text });
        } else if !lines[place + 1..]
            .iter()
            .take(NEXT)
            .any(|(_, text)| item(text, number).is_some())
        {
            break;
        }
    }
    let is_need = |text: &String| {
        !(text.contains("priority") && (text.contains("did not") || text.contains("no areas")))
    };
    needs.into_iter().filter(is_need).collect()
}

fn is_end(text: &str) -> bool {
    let text = text.to_lowercase();
    ENDS.iter().any(|end| text.starts_with(end))
}

/// The number that a line begins with, which goes on after this one, and what stands behind it.
fn item(text: &str, last: Option<usize>) -> Option<(usize, &str)> {
    let (number, rest) = text.split_once('.')?;
    let number = number.parse().ok().filter(|number| *number < 1000)?;
    let rest = rest.trim_start();
    let is_item = rest.starts_with(char::is_uppercase) && last.is_none_or(|it| number == it + 1);
    is_item.then_some((number, rest))
}
