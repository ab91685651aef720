//! One report, three readers: a person at a terminal, GitHub's annotations, a program.

use std::io::{self, Write};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Place, Report, Severity};

/// Who reads the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A person: the line with the words underlined, and what to do.
    Text,
    /// GitHub: annotations at file and line.
    Github,
    /// A program: one JSON object a line.
    Json,
}

/// How many problems a person is shown before the rest is only counted.
const SHOWN_AT_MOST: usize = 50;

/// Prints every problem of a sorted report. `root` is the site's folder, which the files are named from.
///
/// Text shows the first fifty and counts the rest; the other formats hold them all.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn print(report: &Report, format: Format, root: &Path, out: &mut impl Write) -> io::Result<()> {
    let diagnostics = report.diagnostics();
    match format {
        Format::Text => {
            let renderer = Renderer::styled();
            for diagnostic in diagnostics.iter().take(SHOWN_AT_MOST) {
                writeln!(out, "{}\n", renderer.render(&[as_snippet(root, diagnostic)]))?;
            }
            let hidden = diagnostics.len().saturating_sub(SHOWN_AT_MOST);
            if hidden > 0 {
                writeln!(out, "… and {hidden} more, not shown. `--format json` lists them all.\n")?;
            }
            Ok(())
        }
        Format::Github => diagnostics
            .iter()
            .try_for_each(|diagnostic| writeln!(out, "{}", as_annotation(root, diagnostic))),
        Format::Json => {
            diagnostics.iter().try_for_each(|diagnostic| write_json(out, root, diagnostic))
        }
    }
}

/// Prints how many problems of each severity there are, if any.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn print_summary_line(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let counted = |severity: Severity| match report.count(severity) {
        0 => None,
        1 => Some(format!("1 {}", severity.word())),
        count => Some(format!("{count} {}s", severity.word())),
    };
    let counts: Vec<String> =
        [Severity::Error, Severity::Warning].into_iter().filter_map(counted).collect();
    if counts.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", counts.join(", "))
}

fn as_snippet<'a>(root: &Path, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code);
    let group = match &diagnostic.place {
        Place::Span(source, range) => title.element(
            Snippet::source(source.text.as_str())
                .path(file(root, diagnostic))
                .annotation(AnnotationKind::Primary.span(range.clone())),
        ),
        Place::File(_) => title.element(Origin::path(file(root, diagnostic))),
    };
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    }
}

/// <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>
fn as_annotation(root: &Path, diagnostic: &Diagnostic) -> String {
    let (start, end) = diagnostic.place.positions();
    let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!("\n{help}"));
    format!(
        "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}",
        diagnostic.severity.word(),
        escape_property(&file(root, diagnostic)),
        start.line,
        start.column,
        end.line,
        end.column,
        escape_property(diagnostic.code),
        escape_message(&format!("{}{help}", diagnostic.message)),
    )
}

fn escape_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_message(text).replace(':', "%3A").replace(',', "%2C")
}

/// A problem as programs read it. The names and their order are part of what the README promises.
#[derive(Serialize)]
struct JsonLine<'a> {
    severity: &'a str,
    code: &'a str,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    help: Option<&'a str>,
}

fn write_json(out: &mut impl Write, root: &Path, diagnostic: &Diagnostic) -> io::Result<()> {
    let (start, end) = diagnostic.place.positions();
    let line = JsonLine {
        severity: diagnostic.severity.word(),
        code: diagnostic.code,
        file: file(root, diagnostic),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    writeln!(out)
}

/// The file as it is called from where the command was: through the site's folder.
fn file(root: &Path, diagnostic: &Diagnostic) -> String {
    let path = diagnostic.place.path();
    match root.to_string_lossy().replace('\\', "/").trim_end_matches('/') {
        "" | "." => path.to_owned(),
        root => format!("{root}/{path}"),
    }
}
