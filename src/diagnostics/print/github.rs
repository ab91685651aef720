//! For GitHub's checks: annotations in the files, the rest in the log, a table under the run.

use std::io::{self, Write};
use std::path::Path;

use super::escape::{is_unseen, log_line, marked};
use super::{Diagnostic, ProblemGroup, Report, Severity, counts, spot, worst};

/// How many annotations of a kind GitHub shows of one step.
const ANNOTATED_AT_MOST: usize = 10;

/// How many problems the table under a run has rows for.
const ROWS_AT_MOST: usize = 200;

/// How many characters of a message the table shows. GitHub refuses a summary of over a mebibyte.
const CELL_AT_MOST: usize = 400;

/// The first ten errors and the first ten warnings as annotations; then the others, a line each.
pub(super) fn print(report: &Report, root: &Path, out: &mut impl Write) -> io::Result<()> {
    let mut others = Vec::new();
    let (mut errors, mut warnings) = (0, 0);
    for group in report.groups() {
        let annotated = match group.first.severity {
            Severity::Error => &mut errors,
            Severity::Warning => &mut warnings,
        };
        if *annotated < ANNOTATED_AT_MOST {
            *annotated += 1;
            writeln!(out, "{}", as_annotation(root, &group))?;
            others.extend(group.problems().skip(1));
        } else {
            others.extend(group.problems());
        }
    }
    if others.is_empty() {
        return Ok(());
    }
    writeln!(out, "::group::{} more, not shown in the files", others.len())?;
    for diagnostic in others {
        writeln!(out, "{}", as_log_line(root, diagnostic))?;
    }
    writeln!(out, "::endgroup::")
}

/// Prints a report as the Markdown that GitHub shows under a run: how many problems there are, and a
/// table of the first two hundred. Nothing where there are none.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn print_step_summary(report: &Report, root: &Path, out: &mut impl Write) -> io::Result<()> {
    let groups = report.groups();
    if groups.is_empty() {
        return Ok(());
    }
    writeln!(out, "### Letterpress: {}\n", counts(report))?;
    writeln!(out, "| Severity | Place | Message | Help |\n| --- | --- | --- | --- |")?;
    for group in worst(&groups, ROWS_AT_MOST) {
        let diagnostic = group.first;
        writeln!(
            out,
            "| {} | {} | {} | {} |",
            diagnostic.severity.word(),
            escape_cell(&place(root, diagnostic).unwrap_or_default()),
            escape_cell(&message(group)),
            escape_cell(diagnostic.help.as_deref().unwrap_or_default()),
        )?;
    }
    let hidden = groups.len().saturating_sub(ROWS_AT_MOST);
    if hidden > 0 {
        writeln!(out, "\n… and {hidden} more, which the log lists.")?;
    }
    writeln!(out)
}

/// <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>
fn as_annotation(root: &Path, group: &ProblemGroup<'_>) -> String {
    let diagnostic = group.first;
    let place = spot(root, diagnostic).map_or_else(String::new, |spot| {
        format!(
            "file={},line={},col={},endLine={},endColumn={},",
            escape_property(&spot.file),
            spot.start.line,
            spot.start.column,
            spot.end.line,
            spot.end.column,
        )
    });
    let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!("\n{help}"));
    format!(
        "::{} {place}title={}::{}",
        diagnostic.severity.word(),
        escape_property(diagnostic.code()),
        escape_message(&format!("{}{help}", message(group))),
    )
}

/// What is wrong, and where else in the file.
fn message(group: &ProblemGroup<'_>) -> String {
    let mut lines = vec![group.first.message.clone()];
    lines.extend(group.others());
    lines.join("\n")
}

fn as_log_line(root: &Path, diagnostic: &Diagnostic) -> String {
    let Diagnostic { rule, severity, place: _, message, help, suggestion: _ } = diagnostic;
    let place = place(root, diagnostic).map_or_else(String::new, |place| format!("{place}: "));
    let help = help.as_ref().map_or_else(String::new, |help| format!(" ({help})"));
    log_line(&format!("{place}{}[{}]: {message}{help}", severity.word(), rule.code))
}

fn place(root: &Path, diagnostic: &Diagnostic) -> Option<String> {
    spot(root, diagnostic)
        .map(|spot| format!("{}:{}:{}", spot.file, spot.start.line, spot.start.column))
}

fn escape_message(text: &str) -> String {
    marked(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

fn escape_property(text: &str) -> String {
    escape_message(text).replace(':', "%3A").replace(',', "%2C")
}

/// Makes a cell of a Markdown table that shows the text as it is.
fn escape_cell(text: &str) -> String {
    let mut cell = String::new();
    for (index, character) in text.chars().enumerate() {
        if index == CELL_AT_MOST {
            cell.push('…');
            break;
        }
        match character {
            '<' => cell.push_str("&lt;"),
            '&' => cell.push_str("&amp;"),
            '\n' => cell.push_str("<br>"),
            '\\' | '|' | '`' | '*' | '_' | '~' | '[' | ']' | '>' | '$' | '#' | '!' => {
                cell.extend(['\\', character]);
            }
            character if is_unseen(character) => cell.push(' '),
            character => cell.push(character),
        }
    }
    cell
}
