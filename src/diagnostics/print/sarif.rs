//! For code scanning: one document in the Static Analysis Results Interchange Format, 2.1.0.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use super::escape::json_line;
use super::{
    Applicability, Diagnostic, EditSpot, Place, Position, Report, Rule, Severity, Suggestion,
    called, edit_spots, spot,
};

const VERSION: &str = "2.1.0";
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn print(report: &Report, root: &Path, out: &mut impl Write) -> io::Result<()> {
    let mut rules: Vec<&Rule> = report.diagnostics().iter().map(|it| it.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup();
    let results = report.diagnostics().iter().map(|it| as_result(root, it, &rules)).collect();
    let driver = Driver {
        name: "Letterpress",
        version: env!("CARGO_PKG_VERSION"),
        rules: rules.into_iter().map(as_descriptor).collect(),
    };
    let run = SarifRun { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    let log = Log { version: VERSION, schema: SCHEMA, runs: [run] };
    writeln!(out, "{}", json_line(&log)?)
}

#[derive(Serialize)]
struct Log<'a> {
    version: &'a str,
    #[serde(rename = "$schema")]
    schema: &'a str,
    runs: [SarifRun<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun<'a> {
    tool: Tool<'a>,
    /// How `Position` counts.
    column_kind: &'a str,
    results: Vec<SarifResult<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    short_description: Message,
    full_description: Message,
    help: Help,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
}

/// What to write so that a problem is mended.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    description: Message,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: InsertedContent<'a>,
}

#[derive(Serialize)]
struct InsertedContent<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

/// The same twice: for programs that know Markdown, as code scanning does, and for others.
#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

/// Some words, the end being the column after the last; or the whole of a line.
#[derive(Serialize)]
#[serde(untagged)]
enum Region {
    #[serde(rename_all = "camelCase")]
    Words { start_line: usize, start_column: usize, end_line: usize, end_column: usize },
    #[serde(rename_all = "camelCase")]
    Line { start_line: usize },
}

/// Code scanning shows the code in words, `Unknown topic`, over the message, and the rest below it.
fn as_descriptor(rule: &Rule) -> Descriptor<'_> {
    let Rule { code, severity: _, about, example, fix } = rule;
    let words = code.replace('-', " ");
    let (first, rest) = words.split_at(words.chars().next().map_or(0, char::len_utf8));
    let text = |text: &str| Message { text: without_links(text) };
    Descriptor {
        id: code,
        short_description: text(&format!("{}{rest}", first.to_uppercase())),
        full_description: text(about),
        help: Help {
            text: without_links(&format!("Not like this:\n{example}\n\nBut like this:\n{fix}")),
            markdown: format!(
                "Not like this:\n\n```\n{example}\n```\n\nBut like this:\n\n```\n{fix}\n```"
            ),
        },
    }
}

fn as_result<'a>(root: &Path, diagnostic: &'a Diagnostic, rules: &[&Rule]) -> SarifResult<'a> {
    let Diagnostic { rule, severity, place: _, message, help, suggestion } = diagnostic;
    let text = match help {
        Some(help) => format!("{message}\n{help}"),
        None => message.clone(),
    };
    SarifResult {
        rule_id: rule.code,
        rule_index: rules.partition_point(|before| before.code < rule.code),
        level: match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: Message { text: without_links(&text) },
        locations: [Location { physical_location: as_location(root, diagnostic) }],
        fixes: suggestion.iter().map(|it| as_fix(root, diagnostic, it)).collect(),
    }
}

fn as_fix<'a>(root: &Path, diagnostic: &'a Diagnostic, suggestion: &Suggestion) -> Fix<'a> {
    let is_sure = match suggestion.applicability {
        Applicability::MachineApplicable => "What this changes says what was written before",
        Applicability::MaybeIncorrect => "Most likely this was meant; somebody has to look",
    };
    let replacement = |EditSpot { start, end, replacement }| Replacement {
        deleted_region: words(start, end),
        inserted_content: InsertedContent { text: replacement },
    };
    let PhysicalLocation { artifact_location, region: _ } = as_location(root, diagnostic);
    let change = ArtifactChange {
        artifact_location,
        replacements: edit_spots(diagnostic).into_iter().map(replacement).collect(),
    };
    Fix { description: Message { text: is_sure.to_owned() }, artifact_changes: [change] }
}

fn words(start: Position, end: Position) -> Region {
    Region::Words {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// Code scanning refuses the whole document where one result has no file or no line. So a file as a
/// whole is its first line, and what is in no file stands at the site's settings.
fn as_location(root: &Path, diagnostic: &Diagnostic) -> PhysicalLocation {
    let (file, region) = match (spot(root, diagnostic), &diagnostic.place) {
        (Some(spot), Place::Span(..)) => {
            let region = words(spot.start, spot.end);
            (spot.file, region)
        }
        (Some(spot), _) => (spot.file, Region::Line { start_line: 1 }),
        (None, _) => {
            let settings = called(root, "site.toml").into_raw().into_owned();
            (settings, Region::Line { start_line: 1 })
        }
    };
    PhysicalLocation { artifact_location: ArtifactLocation { uri: as_uri(root, &file) }, region }
}

/// The address of a file: relative to where the command was called, unless the site's folder was named
/// by its whole path.
fn as_uri(root: &Path, file: &str) -> String {
    let mut uri = match (root.is_absolute(), file.starts_with('/')) {
        (true, true) => "file://".to_owned(),
        (true, false) => "file:///".to_owned(),
        (false, _) => String::new(),
    };
    for byte in file.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            byte if byte.is_ascii_alphanumeric() => uri.push(byte.into()),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// In SARIF, `[words](address)` is a link in any message; what content says is no link of ours.
fn without_links(text: &str) -> String {
    text.replace("](", "] (")
}
