//! The grades of a report: those of the table on its first page, and of the sentences beside it.

use super::super::lines::is_page_number;
use super::super::meanings::Meaning;
use super::super::problems::Doubts;
use super::Framework;
use super::head::numbered;

/// What is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JudgedArea {
    Overall,
    Leadership,
    HelpAndProtection,
    InCare,
    InCareAndCareLeavers,
    LookedAfterAndPermanence,
    Adoption,
    CareLeavers,
    SafeguardingBoard,
}

impl Meaning for JudgedArea {
    fn word(self) -> &'static str {
        match self {
            JudgedArea::Overall => "overall",
            JudgedArea::Leadership => "leadership",
            JudgedArea::HelpAndProtection => "help-and-protection",
            JudgedArea::InCare => "in-care",
            JudgedArea::InCareAndCareLeavers => "in-care-and-care-leavers",
            JudgedArea::LookedAfterAndPermanence => "looked-after-and-permanence",
            JudgedArea::Adoption => "adoption",
            JudgedArea::CareLeavers => "care-leavers",
            JudgedArea::SafeguardingBoard => "safeguarding-board",
        }
    }
}

/// How an area is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grade {
    Outstanding,
    Good,
    RequiresImprovement,
    Inadequate,
}

impl Meaning for Grade {
    fn word(self) -> &'static str {
        match self {
            Grade::Outstanding => "outstanding",
            Grade::Good => "good",
            Grade::RequiresImprovement => "requires-improvement",
            Grade::Inadequate => "inadequate",
        }
    }
}

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

/// In lines with words: the table begins among the first.
const LONGEST_HEAD: usize = 60;

/// In words: a name of an authority, with what else stands between a subject and its verb.
const LONGEST_SUBJECT: usize = 12;

/// The grade of each area that is certain. What is not is told.
pub(super) fn grades(
    text: &str,
    framework: Framework,
    doubts: &mut Doubts<'_>,
) -> Vec<(JudgedArea, Grade)> {
    let lines: Vec<(usize, String)> = numbered(text).collect();
    let head = &lines[..lines.len().min(LONGEST_HEAD)];
    let is_whole = |rows: &Vec<(JudgedArea, Grade)>| {
        let has = |area: &JudgedArea| rows.iter().any(|(judged, _)| judged == area);
        expected(framework).iter().all(|areas| areas.iter().any(has))
    };
    // What is no whole table may have lost a grade, and the others of it are then beside other rows.
    let first = |table: fn(&[(usize, String)]) -> Option<Vec<(JudgedArea, Grade)>>| {
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

/// The rows of the table that begins with these lines. Either column is read from its top to its bottom: programs set a
/// grade beside the first, the last or no line of what it is of. Nothing where something is left over in one of them.
fn table(lines: &[(usize, String)]) -> Option<Vec<(JudgedArea, Grade)>> {
    let (first, _) = cells(&lines.first()?.1);
    let is_grade = first.is_empty();
    let mut areas: Vec<String> = Vec::new();
    let mut grades: Vec<String> = Vec::new();
    for (_, line) in lines.iter().filter(|(_, line)| !is_page_number(line)) {
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
fn unusual_table(lines: &[(usize, String)]) -> Option<Vec<(JudgedArea, Grade)>> {
    let mut rows: Vec<String> = Vec::new();
    let mut grades: Vec<String> = Vec::new();
    for (_, line) in lines.iter().filter(|(_, line)| !is_page_number(line)) {
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
fn in_pairs(areas: Vec<JudgedArea>, grades: Vec<Grade>) -> Option<Vec<(JudgedArea, Grade)>> {
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

/// The grade that words in lower case begin with, and how many of them it has.
fn grade(words: &[&str]) -> Option<(Grade, usize)> {
    match words {
        ["outstanding", ..] => Some((Grade::Outstanding, 1)),
        ["good", ..] => Some((Grade::Good, 1)),
        ["inadequate", ..] => Some((Grade::Inadequate, 1)),
        ["requires" | "require", "improvement", "to", "be", "good", ..] => {
            Some((Grade::RequiresImprovement, 5))
        }
        ["requires" | "require", "improvement", ..] => Some((Grade::RequiresImprovement, 2)),
        _ => None,
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
