//! The table of grades on the first page of a report.

use super::judged::{Grade, JudgedArea, Judgements, grade};

/// What the rows of the tables are called, in lower case, the longer before what it begins with.
const ROWS: &[(&str, JudgedArea)] = &[
    (
        "the impact of leaders on social work practice with children and families",
        JudgedArea::Leadership,
    ),
    (
        "the experiences and progress of children who need help and protection",
        JudgedArea::HelpAndProtection,
    ),
    (
        "the experiences and progress of children in care and care leavers",
        JudgedArea::InCareAndCareLeavers,
    ),
    ("the experiences and progress of children in care", JudgedArea::InCare),
    ("the experiences and progress of care leavers", JudgedArea::CareLeavers),
    ("overall effectiveness", JudgedArea::Overall),
    ("children who need help and protection", JudgedArea::HelpAndProtection),
    ("children looked after and achieving permanence", JudgedArea::LookedAfterAndPermanence),
    ("adoption performance", JudgedArea::Adoption),
    ("experiences and progress of care leavers", JudgedArea::CareLeavers),
    ("leadership, management and governance", JudgedArea::Leadership),
];

/// What grades are made of, in lower case.
const GRADE_WORDS: &[&str] =
    &["outstanding", "good", "requires", "improvement", "to", "be", "inadequate"];

/// How rows of other names begin and end, in lower case.
const BEGINNINGS: &[&str] = &["the impact of ", "the experiences ", "overall effectiveness"];
const ENDS: &[&str] = &[
    "families",
    "protection",
    "care",
    "leavers",
    "effectiveness",
    "permanence",
    "performance",
    "adoption",
    "governance",
];

/// In words: what is longer is no row of a table.
const LONGEST_ROW: usize = 18;

/// The rows of the table that begins with these lines. Either column is read from its top to its bottom: programs set a
/// grade beside the first, the last or no line of what it is of. Nothing where something is left over in one of them.
pub(super) fn table(lines: &[(usize, String)]) -> Option<Judgements> {
    let (first, _) = cells(&lines.first()?.1);
    let is_grade = first.is_empty();
    let mut areas: Vec<String> = Vec::new();
    let mut grades: Vec<String> = Vec::new();
    for (_, line) in lines {
        let (area, grade) = cells(line);
        let length = areas.len();
        areas.extend(area);
        if !is_begun(&areas) {
            areas.truncate(length);
            break;
        }
        grades.extend(grade);
        // A table that begins with a grade has what that is of in the next line.
        if areas.is_empty() && !is_grade {
            return None;
        }
    }
    in_pairs(all_areas(&areas)?, all_grades(&grades)?)
}

/// The same, where rows are called otherwise than usual: each begins with a number or as rows do, and has words that tell
/// what it is on.
pub(super) fn unusual_table(lines: &[(usize, String)]) -> Option<Judgements> {
    let mut rows: Vec<String> = Vec::new();
    let mut grades: Vec<String> = Vec::new();
    for (_, line) in lines {
        let (words, grade) = cells(line);
        let words = words.join(" ");
        let is_numbered = line.starts_with(|it: char| it.is_ascii_digit());
        let begins = is_numbered || BEGINNINGS.iter().any(|start| words.starts_with(start));
        let goes_on =
            |row: &String| words.starts_with("and ") || !ENDS.iter().any(|end| row.ends_with(end));
        if begins {
            rows.push(words);
        } else if let Some(row) = rows.last_mut().filter(|row| !words.is_empty() && goes_on(row)) {
            row.push(' ');
            row.push_str(&words);
        } else if !words.is_empty() {
            break;
        }
        if rows.last().is_some_and(|row| row.split(' ').count() > LONGEST_ROW) {
            return None;
        }
        grades.extend(grade);
    }
    let areas = rows.iter().map(|row| area_of(row)).collect::<Option<Vec<_>>>()?;
    in_pairs(areas, all_grades(&grades)?)
}

/// The area that the words of a row tell.
fn area_of(row: &str) -> Option<JudgedArea> {
    let has = |words: &str| row.contains(words);
    Some(match (has("in care"), has("care leavers")) {
        _ if has("overall effectiveness") => JudgedArea::Overall,
        _ if has("leaders") || has("leadership") => JudgedArea::Leadership,
        _ if has("help and protection") => JudgedArea::HelpAndProtection,
        _ if has("permanence") => JudgedArea::LookedAfterAndPermanence,
        _ if has("adoption") => JudgedArea::Adoption,
        (true, true) => JudgedArea::InCareAndCareLeavers,
        (true, false) => JudgedArea::InCare,
        (false, true) => JudgedArea::CareLeavers,
        (false, false) => return None,
    })
}

/// Each area with its grade, where there are as many of either, and no area is there twice.
fn in_pairs(areas: Vec<JudgedArea>, grades: Vec<Grade>) -> Option<Judgements> {
    let is_once = |area: &JudgedArea| areas.iter().filter(|it| *it == area).count() == 1;
    let is_whole = areas.len() == grades.len() && areas.len() > 1 && areas.iter().all(is_once);
    is_whole.then(|| areas.into_iter().zip(grades).collect())
}

/// The words of a line of a table: of what is judged, without its number, and of the grade at its end.
fn cells(line: &str) -> (Vec<String>, Vec<String>) {
    let mut words: Vec<String> = line.split(' ').map(str::to_lowercase).collect();
    let grades = words.iter().rev().take_while(|word| GRADE_WORDS.contains(&word.as_str())).count();
    let grades = words.split_off(words.len() - grades);
    let is_number = |word: &String| word.chars().all(|it| it.is_ascii_digit() || it == '.');
    if words.first().is_some_and(is_number) {
        words.remove(0);
    }
    (words, grades)
}

/// Whether these are the first words of a table's first column.
fn is_begun(words: &[String]) -> bool {
    let mut rest = words.join(" ");
    loop {
        if ROWS.iter().any(|(row, _)| row.starts_with(&rest)) {
            return true;
        }
        let Some((_, behind)) = row(&rest) else { return false };
        rest = behind.to_owned();
    }
}

/// The row that a column begins with, and what stands below.
fn row(column: &str) -> Option<(JudgedArea, &str)> {
    ROWS.iter().find_map(|(row, area)| {
        let behind = column.strip_prefix(row)?;
        (behind.is_empty() || behind.starts_with(' ')).then(|| (*area, behind.trim_start()))
    })
}

fn all_areas(words: &[String]) -> Option<Vec<JudgedArea>> {
    let column = words.join(" ");
    let mut rest = column.as_str();
    let mut areas = Vec::new();
    while !rest.is_empty() {
        let (area, behind) = row(rest)?;
        areas.push(area);
        rest = behind;
    }
    Some(areas)
}

fn all_grades(words: &[String]) -> Option<Vec<Grade>> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut rest = &words[..];
    let mut grades = Vec::new();
    while !rest.is_empty() {
        let (grade, length) = grade(rest)?;
        grades.push(grade);
        rest = &rest[length..];
    }
    Some(grades)
}
