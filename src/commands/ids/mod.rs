//! `ids`: which permalinks of a site built before would be lost.

mod old_data;

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use letterpress::Site;
use letterpress::diagnostics::{Report, Shown};

use super::failure::Failure;
use super::{Arguments, FormatArgument, Outcome, SiteArguments, tell};

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
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// Show only problems
    #[arg(long)]
    quiet: bool,
    /// How to show problems
    #[arg(long, value_enum, default_value_t = FormatArgument::Text)]
    format: FormatArgument,
}

pub(crate) fn run(arguments: IdsArguments) -> io::Result<Outcome> {
    let IdsArguments { against, root, drafts, strict, quiet, format } = arguments;
    let site = SiteArguments { root, base_url: None, theme: None, drafts, jobs: None };
    let arguments = Arguments { site, output: None, adopt: false, strict, quiet, format };
    compare(&arguments, against.as_deref()).or_else(|failure| failure.tell_as(&arguments))
}

fn compare(arguments: &Arguments, against: Option<&Path>) -> Result<Outcome, Failure> {
    let against = against.ok_or_else(old_data::missing)?;
    let old = old_data::read(against)?;
    let (site, mistakes) = Site::load(&arguments.site.root, &arguments.site.load_options())?;
    // What could not be read has no findings to compare.
    if mistakes.has_errors() {
        let line = "Nothing was compared: the content has mistakes.";
        return Err(Failure::Problems(Outcome::ContentErrors, mistakes, line));
    }
    let compared = site.compare(&old);
    let mut report: Report = compared.problems.into_iter().collect();
    if arguments.strict {
        report.deny_warnings();
    }
    let permalinks = tell::counted(compared.permalinks, "permalink", "permalinks");
    let lost = match compared.lost {
        0 => "none".to_owned(),
        lost => lost.to_string(),
    };
    let against = Shown::from(against);
    let line = format!("Compared {permalinks} of {against}: {lost} would be lost.");
    let outcome = if report.has_errors() { Outcome::ContentErrors } else { Outcome::Done };
    Ok(tell::ended(outcome, tell::report_and_line(arguments, &report, &line))?)
}
