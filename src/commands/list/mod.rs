//! `list`: what the site holds, or lacks, as a table for people or as JSON for programs.

mod rows;
mod table;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use letterpress::Site;

use super::Outcome;
use super::failure::Failure;
use super::output::{self, counted};
use super::site::{command_line, open_with_texts};
use table::Row;

/// Drafts count as letters here: a gap that a draft fills is none.
#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    /// What to list
    what: ListKind,
    /// The site's folder: the one with `site.toml` in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    /// How to show it
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ListKind {
    /// Letters, newest first, with drafts
    Letters,
    /// Visits whose letter is not here
    Gaps,
    /// Letters marked `draft: true`
    Drafts,
    /// Topics, with how many findings are on each
    Topics,
    /// Authorities, with what there is of each
    Authorities,
    /// Sentences of letters that no finding carries, where the letters' texts are at hand
    Coverage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// For people: a table
    Text,
    /// For programs: one JSON object a line
    Json,
}

/// Lists what is asked for on the standard output.
pub(crate) fn run(arguments: &ListArguments) -> io::Result<Outcome> {
    show(arguments).or_else(|failure| failure.tell(&arguments.root))
}

fn show(arguments: &ListArguments) -> Result<Outcome, Failure> {
    let ListArguments { what, root, format } = arguments;
    let (site, errors) = open_with_texts(root)?;
    match list(root, &site, *what, *format) {
        // Whoever reads the list may have seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Outcome::Done),
        listed => listed?,
    }
    if errors > 0 {
        let errors = counted(errors, "mistake", "mistakes");
        let check = command_line(root, "check --drafts");
        output::line(&format!(
            "The content has {errors}, so this may not be all. `{check}` shows them."
        ))?;
    }
    Ok(Outcome::Done)
}

fn list(root: &Path, site: &Site, what: ListKind, format: ListFormat) -> io::Result<()> {
    match what {
        ListKind::Letters => print(&rows::letters(root, site), format, "no letters"),
        ListKind::Drafts => {
            let mut letters = rows::letters(root, site);
            letters.retain(|letter| letter.draft);
            print(&letters, format, "no drafts")
        }
        ListKind::Gaps => print(&rows::gaps(site), format, "no gaps"),
        ListKind::Topics => print(&rows::topics(site), format, "no topics"),
        ListKind::Coverage => {
            let coverage = rows::coverage(root, site);
            if coverage.letters > 0 || format == ListFormat::Json {
                print(&coverage.rows, format, "no sentences without a finding")?;
            }
            output::line(&coverage.summary)
        }
        ListKind::Authorities => print(&rows::authorities(site), format, "no authorities"),
    }
}

fn print<R: Row>(rows: &[R], format: ListFormat, none: &str) -> io::Result<()> {
    match format {
        ListFormat::Text if rows.is_empty() => output::line(&format!("There are {none}.")),
        ListFormat::Text => output::text(&table::aligned(rows)),
        ListFormat::Json => rows.iter().try_for_each(output::json),
    }
}
