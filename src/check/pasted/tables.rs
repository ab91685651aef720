//! Tables whose rows are not all shown, and what was meant for a table and is none.

use super::TABLE;
use super::body_text::{BodyText, instead};
use crate::diagnostics::{Diagnostic, Suggestion};

pub(super) fn check(text: &BodyText<'_>, problems: &mut Vec<Diagnostic>) {
    for (columns, range) in &text.tables {
        let mut start = range.start;
        for (index, line) in text.markdown[range.clone()].split_inclusive('\n').enumerate() {
            let cells = cells(line);
            let is_cut = cells.iter().skip(*columns).any(|cell| !cell.trim().is_empty());
            if index > 1 && is_cut {
                let message = format!(
                    "this row has {} cells, and the table {columns} columns: the rest is not shown",
                    cells.len()
                );
                let help =
                    "add a column to the first two lines; a stroke within a cell is written `\\|`";
                let place = start..start + line.trim_end().len();
                problems.push(text.problem(TABLE, &place, message).help(help));
            }
            start += line.len();
        }
    }
    let lines: Vec<(usize, &str)> = text.lines().collect();
    let is_row = |(start, line): &(usize, &str)| {
        line.starts_with('|') && cells(line).len() > 1 && text.is_words(*start)
    };
    let mut before = false;
    for (index, pair) in lines.windows(2).enumerate() {
        let is_first = is_row(&pair[0]) && (index == 0 || lines[index - 1].1.trim().is_empty());
        let is_second = is_row(&pair[1]) || is_rule(pair[1].1) && text.is_words(pair[1].0);
        if is_first && is_second && !before {
            problems.push(without_second_line(text, pair[0], pair[1]));
        }
        before = is_row(&pair[0]);
    }
}

fn without_second_line(
    text: &BodyText<'_>,
    (start, head): (usize, &str),
    (next, second): (usize, &str),
) -> Diagnostic {
    let message = "this is shown as it is typed, and is no table";
    let meant = format!("|{}", "---|".repeat(cells(head).len()));
    if is_rule(second) {
        let help = format!("the second line needs as many columns as the first: write `{meant}`");
        let place = next..next + second.trim_end().len();
        return instead(text.problem(TABLE, &place, message).help(help), meant);
    }
    let help = format!("below the first line, which names the columns, write `{meant}`");
    let problem = text.problem(TABLE, &(start..start + head.trim_end().len()), message).help(help);
    let at = text.in_file(&(next..next));
    problem.suggest(Suggestion::likely(at, format!("{meant}\n")))
}

/// Whether this is meant for the second line of a table.
fn is_rule(line: &str) -> bool {
    line.starts_with('|') && line.contains('-') && line.chars().all(|it| "|-: ".contains(it))
}

/// The cells of a row. A stroke behind a backslash is one of its text.
fn cells(line: &str) -> Vec<&str> {
    let row = line.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(row);
    let mut is_escaped = false;
    row.split(|it: char| {
        let ends = it == '|' && !is_escaped;
        is_escaped = it == '\\' && !is_escaped;
        ends
    })
    .collect()
}
