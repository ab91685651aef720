//! What needs to improve, as a report lists it: bullets, or numbered recommendations.

use crate::import::blocks::{Block, BlockShape, blocks};
use crate::import::lines::lines;
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

/// In words: what is longer is no heading.
const LONGEST_HEADING: usize = 9;

/// All that the report lists for the authority. Where it lists nothing, this is told.
pub(super) fn needs(text: &str, doubts: &mut Doubts<'_>) -> Vec<String> {
    let blocks = blocks(&lines(text));
    let lists = (0..blocks.len()).filter_map(|place| {
        let list = &blocks[place..];
        let needs = if under(&list[0].text, BULLETS).is_some_and(str::is_empty) {
            bullets(&list[1..])
        } else if under(&list[0].text, NUMBERED).is_some() {
            numbered(list)
        } else {
            return None;
        };
        (!needs.is_empty()).then_some(needs)
    });
    // The first is the authority's; a board's own comes later.
    let needs = lists.take(1).flatten().collect::<Vec<_>>();
    if needs.is_empty() {
        doubts.not_stated("what needs to improve", "write each behind `needs_to_improve:`");
    }
    needs
}

/// What stands below one of these headings in its paragraph, which a number may go on with. Nothing where there is no such
/// heading. Behind one may stand the number of a footnote.
fn under<'a>(text: &'a str, headings: &[&str]) -> Option<&'a str> {
    let begins = |heading: &&&str| {
        text.get(..heading.len()).is_some_and(|start| start.eq_ignore_ascii_case(heading))
    };
    let heading = headings.iter().filter(begins).max_by_key(|heading| heading.len())?;
    let rest = text[heading.len()..].trim_start_matches([':', '.', '?', ' ']);
    let is_note = rest.chars().all(|letter| letter.is_ascii_digit());
    let below = if is_note { "" } else { rest };
    (is_note || first_number(rest).is_some()).then_some(below)
}

fn bullets(blocks: &[Block]) -> Vec<String> {
    let first = blocks.iter().take(2).position(|block| block.shape == BlockShape::Bullet);
    let Some(first) = first else { return Vec::new() };
    let list = blocks[first..].iter().take_while(|block| block.shape == BlockShape::Bullet);
    list.map(|block| block.text.clone()).filter(|text| !text.is_empty()).collect()
}

/// The items of a numbered list, with the bullets below them, over the headings that part it.
fn numbered(blocks: &[Block]) -> Vec<String> {
    let mut needs: Vec<String> = Vec::new();
    let mut number = None;
    for (place, block) in blocks.iter().enumerate() {
        let below = under(&block.text, NUMBERED);
        let text = below.unwrap_or(&block.text);
        let items = items(text, number);
        let goes_on = || {
            let next = blocks[place + 1..].iter().take(2);
            !is_end(text) && next.map(|it| self::items(&it.text, number)).any(|it| !it.is_empty())
        };
        if let Some((last, _)) = items.last() {
            number = Some(*last);
            needs.extend(items.into_iter().map(|(_, text)| text));
        } else if block.shape == BlockShape::Bullet
            && let Some(last) = needs.last_mut()
        {
            last.push(' ');
            last.push_str(text);
        } else if below.is_none() && !goes_on() {
            break;
        }
    }
    let is_need = |text: &String| {
        !(text.contains("priority") && (text.contains("did not") || text.contains("no areas")))
    };
    needs.into_iter().filter(is_need).collect()
}

/// The items of a paragraph, each with its number, that go on after this one: '12. Review … 13. Ensure …'.
fn items(text: &str, last: Option<usize>) -> Vec<(usize, String)> {
    let first = first_number(text).or_else(|| first_number(behind_heading(text)?));
    let Some((first, mut rest)) = first else { return Vec::new() };
    if last.is_some_and(|last| first != last + 1) {
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut number = first;
    while let Some((item, behind)) = rest.split_once(&format!(" {}. ", number + 1)) {
        items.push((number, item.to_owned()));
        number += 1;
        rest = behind;
    }
    items.push((number, rest.to_owned()));
    items
}

/// What stands behind a heading that is in one line with the first item below it: 'Workforce 11. Review …'.
fn behind_heading(text: &str) -> Option<&str> {
    let (heading, rest) = text.split_at(text.find(|letter: char| letter.is_ascii_digit())?);
    let is_heading = heading.split_whitespace().count() <= LONGEST_HEADING
        && !heading.contains(['.', ';', '('])
        && !is_end(heading);
    is_heading.then_some(rest)
}

fn is_end(text: &str) -> bool {
    let text = text.to_lowercase();
    ENDS.iter().any(|end| text.starts_with(end))
}

/// The number that a paragraph begins with, and what stands behind it.
fn first_number(text: &str) -> Option<(usize, &str)> {
    let (number, rest) = text.split_once('.')?;
    let rest = rest.trim_start();
    let number = number.parse().ok().filter(|number| *number < 1000)?;
    rest.starts_with(char::is_uppercase).then_some((number, rest))
}
