//! What a command says: problems where their reader looks for them, the closing line on its own. Nothing is said but
//! through here, where it is made fit for a terminal and a log, whatever names and texts of others are in it.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use letterpress::Site;
use letterpress::diagnostics::{self, Format, Report, json_line, log_line, log_lines};
use letterpress::model::Letter;
use serde::Serialize;

use super::{Outcome, ReportArguments, step_summary};

#[expect(clippy::disallowed_methods, reason = "this is the door that leads here")]
fn errors() -> impl Write {
    anstream::stderr().lock()
}

#[expect(clippy::disallowed_methods, reason = "this is the door that leads there")]
fn output() -> impl Write {
    io::stdout().lock()
}

/// Whether a person sees what is said where errors go, and not a program or a file.
#[expect(clippy::disallowed_methods, reason = "it is asked and not written to")]
pub(super) fn is_to_a_person() -> bool {
    io::stderr().is_terminal()
}

/// Says something in a line of its own, where errors go.
pub(super) fn line(text: &str) -> io::Result<()> {
    writeln!(errors(), "{}", log_line(text))
}

/// Says something on several lines, where errors go. Names and texts of others in it are [`Shown`], so that the ends of
/// line are our own.
pub(super) fn lines(text: &str) -> io::Result<()> {
    text.lines().try_for_each(line)
}

/// Asks something in a line that an answer can be typed into.
pub(super) fn question(text: &str) -> io::Result<()> {
    let mut out = errors();
    write!(out, "{}", log_line(text))?;
    out.flush()
}

/// Gives a text, as the command's output.
pub(super) fn text(text: &str) -> io::Result<()> {
    let mut out = output();
    out.write_all(log_lines(text).as_bytes())?;
    out.flush()
}

/// Gives JSON on one line, as the command's output.
pub(super) fn json(value: &impl Serialize) -> io::Result<()> {
    writeln!(output(), "{}", json_line(value)?)
}

/// Where bytes go that another process of ours reads, and nobody is shown.
pub(super) fn pipe() -> impl Write {
    output()
}

/// Tells the problems, once in a run. People read them where errors go; programs read them as the
/// command's output.
pub(super) fn report(root: &Path, arguments: &ReportArguments, report: &Report) -> io::Result<()> {
    let format = arguments.format();
    if format == Format::Text {
        return problems(root, report);
    }
    let mut out = BufWriter::new(output());
    diagnostics::print(report, format, root, &mut out)?;
    out.flush()?;
    if format == Format::Github { step_summary::add(root, report) } else { Ok(()) }
}

/// Tells a person the problems of the site in this folder.
pub(super) fn problems(root: &Path, report: &Report) -> io::Result<()> {
    mistakes(root, report)?;
    diagnostics::print_summary_line(report, &mut errors())
}

/// Tells them without counting them.
pub(super) fn mistakes(root: &Path, report: &Report) -> io::Result<()> {
    diagnostics::print(report, Format::Text, root, &mut errors())
}

/// How a command ends that came to something and told it. Where its reader has had enough, as `head` has after ten
/// lines, what went wrong stays wrong.
pub(super) fn ended(outcome: Outcome, told: io::Result<()>) -> io::Result<Outcome> {
    match told {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(outcome),
        told => told.map(|()| outcome),
    }
}

/// Tells that something could not be told; unless whoever read it has had enough.
pub(crate) fn unheard(error: &io::Error) {
    if error.kind() != ErrorKind::BrokenPipe {
        let _ = failure(&format!("could not write what there is to say: {error}"));
    }
}

/// Tells the problems, and then how it went.
pub(super) fn report_and_line(
    root: &Path,
    arguments: &ReportArguments,
    found: &Report,
    line: &str,
) -> io::Result<()> {
    report(root, arguments, found)?;
    closing_line(arguments, line)
}

/// Tells how it went, unless only problems are to be told.
pub(super) fn closing_line(arguments: &ReportArguments, line: &str) -> io::Result<()> {
    if arguments.quiet || line.is_empty() { Ok(()) } else { self::line(line) }
}

/// What a site is made of: '3 letters with 89 findings on 1 authority'.
pub(super) fn contents(site: &Site) -> String {
    let archive = site.archive();
    let findings: usize = archive.letters.iter().map(|letter| letter.findings.len()).sum();
    format!(
        "{} with {} on {}",
        counted(archive.letters.len(), "letter", "letters"),
        counted(findings, "finding", "findings"),
        counted(archive.authorities.len(), "authority", "authorities"),
    )
}

/// How many findings were held against the words of their letters; nothing, where none were.
pub(super) fn held(site: &Site) -> Option<String> {
    let letters = site.archive().letters.iter().filter(|letter| letter.text.is_checked());
    let carried = |letter: &&Arc<Letter>| {
        letter.findings.iter().filter(|finding| !finding.words.is_empty()).count()
    };
    let counts: Vec<usize> = letters.map(|letter| carried(&letter)).collect();
    (!counts.is_empty()).then(|| {
        format!(
            "Held {} against the text of {}.",
            counted(counts.iter().sum(), "finding", "findings"),
            counted(counts.len(), "letter", "letters"),
        )
    })
}

/// A number of things: '1 page', '20 pages'.
pub(super) fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// A size in the unit that reads best, to three figures.
pub(super) fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["bytes", "kB", "MB", "GB"];
    let mut size = bytes as f64;
    let mut unit = 0;
    while size >= 1000.0 && unit + 1 < UNITS.len() {
        size /= 1000.0;
        unit += 1;
    }
    let decimals = if unit == 0 || size >= 100.0 { 0 } else { 1 };
    format!("{size:.decimals$} {}", UNITS[unit])
}

/// A time in seconds, or in milliseconds below one second.
pub(super) fn time(elapsed: Duration) -> String {
    match elapsed.as_millis() {
        millis @ 0..1000 => format!("{millis} ms"),
        _ => format!("{:.1} s", elapsed.as_secs_f64()),
    }
}

pub(crate) fn failure(error: &impl Display) -> io::Result<()> {
    lines(&format!("error: {error}"))
}
