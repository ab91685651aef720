//! A table in plain text, its columns aligned.

use letterpress::diagnostics::Shown;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// A line of a list: a JSON object for programs, cells for people.
pub(super) trait Row: Serialize {
    /// The heads of the columns.
    const HEADS: &'static [&'static str];

    /// A text for each column.
    fn cells(&self) -> Vec<String>;
}

/// The rows below their heads, with two spaces between columns.
pub(super) fn aligned<R: Row>(rows: &[R]) -> String {
    let heads = R::HEADS.iter().map(|head| (*head).to_owned()).collect();
    let mut lines: Vec<Vec<String>> = vec![heads];
    lines.extend(rows.iter().map(|row| row.cells().iter().map(|cell| one_line(cell)).collect()));
    let widths: Vec<usize> = (0..R::HEADS.len())
        .map(|column| lines.iter().map(|cells| cells[column].width()).max().unwrap_or(0))
        .collect();

    let mut table = String::new();
    for cells in lines {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}

/// A value can hold line ends and what steers a terminal, written as escapes of YAML. How wide it is follows from what
/// is shown.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    Shown::from(words.join(" ")).to_string()
}
