//! What a command says: problems where their reader looks for them, the closing line on its own.

use std::fmt::Display;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;
use std::time::Duration;

use letterpress::diagnostics::{self, Diagnostic, Format, Report};
use letterpress::publish::PublishError;
use letterpress::{LoadError, Site};

use super::{Arguments, Outcome, step_summary};

/// Tells the problems, once in a run. People read them where errors go; programs read them as the
/// command's output.
pub(super) fn report(arguments: &Arguments, report: &Report) -> io::Result<()> {
    let format = arguments.format();
    if format == Format::Text {
        return problems(&arguments.site.root, report);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    diagnostics::print(report, format, &arguments.site.root, &mut out)?;
    out.flush()?;
    if format == Format::Github { step_summary::add(&arguments.site.root, report) } else { Ok(()) }
}

/// Tells a person the problems of the site in this folder.
pub(super) fn problems(root: &Path, report: &Report) -> io::Result<()> {
    let mut out = anstream::stderr().lock();
    diagnostics::print(report, Format::Text, root, &mut out)?;
    diagnostics::print_summary_line(report, &mut out)
}

/// Tells why there is no site.
pub(super) fn load_error(arguments: &Arguments, error: &LoadError) -> io::Result<Outcome> {
    ended(error.into(), report(arguments, &error.into()))
}

/// Tells why nothing was published, with the problems found before.
pub(super) fn publish_error(
    arguments: &Arguments,
    mut found: Report,
    error: &PublishError,
) -> io::Result<Outcome> {
    found.extend(Report::from(error).diagnostics().iter().cloned());
    found.sort();
    match error {
        PublishError::Pages(_) => nothing_built(arguments, &found),
        PublishError::Refused(_) => ended(Outcome::Usage, report(arguments, &found)),
        PublishError::Machine(_) => ended(Outcome::Machine, report(arguments, &found)),
    }
}

/// Tells the mistakes for which nothing was built.
pub(super) fn nothing_built(arguments: &Arguments, found: &Report) -> io::Result<Outcome> {
    let line = "Nothing was built: the site is as it was.";
    ended(Outcome::ContentErrors, report_and_line(arguments, found, line))
}

/// Tells of a page that never ends, and that the program does.
pub(super) fn stuck(arguments: &Arguments, problem: Diagnostic) -> Outcome {
    // Nobody is left to be told that this was not heard.
    let _ = nothing_built(arguments, &problem.into());
    Outcome::ContentErrors
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
pub(super) fn report_and_line(arguments: &Arguments, found: &Report, line: &str) -> io::Result<()> {
    report(arguments, found)?;
    closing_line(arguments, line)
}

/// Tells how it went, unless only problems are to be told.
pub(super) fn closing_line(arguments: &Arguments, line: &str) -> io::Result<()> {
    if arguments.quiet || line.is_empty() {
        return Ok(());
    }
    writeln!(anstream::stderr().lock(), "{line}")
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
    writeln!(anstream::stderr().lock(), "error: {error}")
}
