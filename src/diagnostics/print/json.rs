//! For programs: one JSON object a line.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use super::escape::json_line;
use super::{EditSpot, Report, Spot, edit_spots, spot};

/// A problem as programs read it. The names and their order are part of what the README promises; what
/// there is nothing to say of is `null`, never left out.
#[derive(Serialize)]
struct JsonLine<'a> {
    severity: &'a str,
    code: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
    suggestion: Option<JsonSuggestion<'a>>,
}

/// What to write so that the problem is mended.
#[derive(Serialize)]
struct JsonSuggestion<'a> {
    applicability: &'a str,
    edits: Vec<JsonEdit<'a>>,
}

#[derive(Serialize)]
struct JsonEdit<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    replacement: &'a str,
}

pub(super) fn print(report: &Report, root: &Path, out: &mut impl Write) -> io::Result<()> {
    for diagnostic in report.diagnostics() {
        let spot = spot(root, diagnostic);
        let number = |of: fn(&Spot) -> usize| spot.as_ref().map(of);
        let line = JsonLine {
            severity: diagnostic.severity.word(),
            code: diagnostic.code(),
            file: spot.as_ref().map(|spot| spot.file.as_str()),
            line: number(|spot| spot.start.line),
            column: number(|spot| spot.start.column),
            end_line: number(|spot| spot.end.line),
            end_column: number(|spot| spot.end.column),
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            suggestion: diagnostic.suggestion.as_ref().map(|suggestion| JsonSuggestion {
                applicability: suggestion.applicability.word(),
                edits: edit_spots(diagnostic).into_iter().map(json_edit).collect(),
            }),
        };
        writeln!(out, "{}", json_line(&line)?)?;
    }
    Ok(())
}

fn json_edit(EditSpot { start, end, replacement }: EditSpot<'_>) -> JsonEdit<'_> {
    JsonEdit {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        replacement,
    }
}
