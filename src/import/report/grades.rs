//! The grades of a report: those of the table on its first page, and of the sentences beside it.

use super::Framework;
use super::head::numbered;
use super::judged::{Grade, JudgedArea, Judgements, grade};
use super::table::{table, unusual_table};
use crate::import::meanings::Meaning;
use crate::import::problems::Doubts;

/// In lines with words: the table begins among the first.
const LONGEST_HEAD: usize = 60;

/// In words: a name of an authority, with what else stands between a subject and its verb.
const LONGEST_SUBJECT: usize = 12;

/// The grade of each area that is certain. What is not is told.
pub(super) fn grades(text: &str, framework: Framework, doubts: &mut Doubts<'_>) -> Judgements {
    let lines: Vec<(usize, String)> = numbered(text).collect();
    let head = &lines[..lines.len().min(LONGEST_HEAD)];
    let is_whole = |rows: &Judgements| {
        let has = |area: &JudgedArea| rows.iter().any(|(judged, _)| judged == area);
        expected(framework).iter().all(|areas| areas.iter().any(has))
    };
    // What is no whole table may have lost a grade, and the others of it are then beside other rows.
    let first = |table: fn(&[(usize, String)]) -> Option<Judgements>| {
        let mut tables = (0..head.len()).filter_map(|start| Some((start, table(&lines[start..])?)));
        tables.find(|(_, rows)| is_whole(rows))
    };
    let table = [table, unusual_table].into_iter().find_map(first);
    let (start, mut grades) = table.unwrap_or((head.len(), Vec::new()));
    if framework == Framework::Single {
        let sentence = overall(&lines[..start]);
        grades.extend(sentence.map(|grade| (JudgedArea::Overall, grade)));
        grades.extend(board(&lines, doubts).map(|grade| (JudgedArea::SafeguardingBoard, grade)));
    }
    let missing = |areas: &[JudgedArea]| {
        areas.iter().all(|area| !grades.iter().any(|(judged, _)| judged == area))
    };
    let lacking: Vec<&str> = expected(framework)
        .iter()
        .filter(|areas| missing(areas))
        .map(|areas| areas[0].word())
        .collect();
    if !lacking.is_empty() {
        let what = format!("the grade of {}", lacking.join(", "));
        doubts.not_stated(&what, "look for it in the report, and write it behind `judgements:`");
    }
    grades
}

/// The areas that each report judges; one of those in a list.
fn expected(framework: Framework) -> &'static [&'static [JudgedArea]] {
    match framework {
        Framework::Single => &[
            &[JudgedArea::HelpAndProtection],
            &[JudgedArea::LookedAfterAndPermanence],
            &[JudgedArea::Adoption],
            &[JudgedArea::CareLeavers],
            &[JudgedArea::Leadership],
        ],
        Framework::ChildrensServices => &[
            &[JudgedArea::Leadership],
            &[JudgedArea::HelpAndProtection],
            &[JudgedArea::InCare, JudgedArea::InCareAndCareLeavers],
            &[JudgedArea::CareLeavers, JudgedArea::InCareAndCareLeavers],
        ],
    }
}

/// The grade of the sentence above the table: 'Children's services in … require improvement to be good', 'The overall
/// judgement is that children's services are inadequate'.
fn overall(lines: &[(usize, String)]) -> Option<Grade> {
    let begins = |line: &str| {
        let line = line.to_lowercase();
        ["children's services in ", "children's services are", "the overall judgement is"]
            .iter()
            .any(|words| line.starts_with(words))
    };
    let place = lines.iter().position(|(_, line)| begins(line))?;
    sentence_grade(&lines[place..])
}

/// The grade of the safeguarding board, from the line that says nothing else. Nothing where two of them say two things.
fn board(lines: &[(usize, String)], doubts: &mut Doubts<'_>) -> Option<Grade> {
    let begins = |line: &str| {
        let line = line.to_lowercase();
        let line = line.strip_prefix("the effectiveness of ").unwrap_or(&line);
        line.starts_with("the local safeguarding children board")
    };
    let starts = (0..lines.len()).filter(|place| begins(&lines[*place].1));
    let mut found: Vec<(Grade, usize)> = starts
        .filter_map(|place| Some((sentence_grade(&lines[place..])?, lines[place].0)))
        .collect();
    let (first, _) = found.first().copied()?;
    found.retain(|(grade, _)| *grade != first);
    if let Some((_, line)) = found.first() {
        let message = "the report gives two grades of the safeguarding board; none is taken";
        doubts.doubt(*line, message, "which of the two is it?");
        return None;
    }
    Some(first)
}

/// The grade that is all that the sentence says of its subject, which begins with these lines.
fn sentence_grade(lines: &[(usize, String)]) -> Option<Grade> {
    let text: Vec<&str> = lines.iter().take(3).map(|(_, line)| line.as_str()).collect();
    let text = text.join(" ").to_lowercase();
    let words: Vec<&str> = text.split(' ').collect();
    let bare: Vec<&str> = words
        .iter()
        .map(|word| word.trim_end_matches(|it: char| it == '.' || it.is_ascii_digit()))
        .collect();
    let (at, grade, length) = (1..words.len().min(LONGEST_SUBJECT)).find_map(|at| {
        let is_verb = ["is", "are"].contains(&words[at - 1]) || words[at].starts_with("require");
        let (grade, length) = grade(&bare[at..]).filter(|_| is_verb)?;
        Some((at, grade, length))
    })?;
    let is_one_sentence = words[..at].iter().all(|word| !word.ends_with('.'));
    let ends = words[at + length - 1].contains('.')
        || lines_end(lines, at + length)
        || ["because", "because:"].contains(words.get(at + length)?);
    (is_one_sentence && ends).then_some(grade)
}

/// Whether one of the lines ends with this word of theirs.
fn lines_end(lines: &[(usize, String)], count: usize) -> bool {
    let ends = lines.iter().scan(0, |sum, (_, line)| {
        *sum += line.split(' ').count();
        Some(*sum)
    });
    ends.take(3).any(|end| end == count)
}
