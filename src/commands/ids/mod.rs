//! `ids`: which permalinks of a site built before would be lost.

mod old_data;

use std::io;
use std::path::PathBuf;

use clap::Args;
use letterpress::diagnostics::{Report, Shown};
use letterpress::{LoadOptions, Site};

use super::failure::Failure;
use super::{Outcome, ReportArguments, output};

#[derive(Debug, Args)]
pub(crate) struct IdsArguments {
    /// The folder of a site built before, or its `data/findings.csv`
    #[arg(long, value_name = "FOLDER|FILE")]
    against: Option<PathBuf>,
    /// The site's folder: the one with `site.toml` in it
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    root: PathBuf,
    /// Include letters marked `draft: true`
    #[arg(long)]
    drafts: bool,
    #[command(flatten)]
    report: ReportArguments,
}

pub(crate) fn run(arguments: &IdsArguments) -> io::Result<Outcome> {
    compare(arguments).or_else(|failure| failure.tell_as(&arguments.root, &arguments.report))
}

fn compare(arguments: &IdsArguments) -> Result<Outcome, Failure> {
    let IdsArguments { against, root, drafts, report: told_as } = arguments;
    let against = against.as_deref().ok_or_else(old_data::missing)?;
    let old = old_data::read(against)?;
    let options = LoadOptions { drafts: *drafts, ..LoadOptions::default() };
    let (site, mistakes) = Site::load(root, &options)?;
    // What could not be read has no findings to compare.
    if mistakes.has_errors() {
        let line = "Nothing was compared: the content has mistakes.";
        return Err(Failure::Problems(Outcome::ContentErrors, mistakes, line));
    }
    let compared = site.compare(&old);
    let mut report: Report = compared.problems.into_iter().collect();
    if told_as.strict {
        report.deny_warnings();
    }
    let permalinks = output::counted(compared.permalinks, "permalink", "permalinks");
    let lost = match compared.lost {
        0 => "none".to_owned(),
        lost => lost.to_string(),
    };
    let against = Shown::from(against);
    let line = format!("Compared {permalinks} of {against}: {lost} would be lost.");
    let outcome = if report.has_errors() { Outcome::ContentErrors } else { Outcome::Done };
    Ok(output::ended(outcome, output::report_and_line(root, told_as, &report, &line))?)
}
