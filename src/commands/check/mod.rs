//! `check`: reads the content, makes every page and keeps none; no search index is made, and nothing is written unless
//! mistakes are to be mended.

mod fix;
mod mended_files;
mod plan;
mod some_files;

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use letterpress::diagnostics::Report;
use letterpress::plan::Route;
use letterpress::publish::Output;
use letterpress::site::{Changed, size_problem};
use letterpress::{Folder, Site};

use super::failure::Failure;
use super::pages::PageMaker;
use super::progress::PageProgress;
use super::{Arguments, FormatArgument, Outcome, now, output};
use some_files::SomeFiles;

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Files of the content to look at; all by default, and then the pages too
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Mend what can be mended without changing what a file says; asks about each file at a terminal
    #[arg(long)]
    fix: bool,
    /// Show what `--fix` would write, and write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
    #[command(flatten)]
    pub(super) arguments: Arguments,
}

pub(crate) fn run(check: &CheckArguments) -> io::Result<Outcome> {
    let Arguments { site, report, .. } = &check.arguments;
    checked(check).or_else(|failure| failure.tell_as(&site.root, report))
}

fn checked(check: &CheckArguments) -> Result<Outcome, Failure> {
    let CheckArguments { files, fix, dry_run, arguments } = check;
    let start = now();
    let files = SomeFiles::of(&arguments.site.root, files)?;
    let mut source = arguments.site.folder(arguments.site.load_options());
    let mut loaded = source.load(&Changed::Anything)?;
    if *fix {
        let request = fix::FixRequest {
            files: &files,
            is_dry_run: *dry_run,
            // What programs read has the problems alone.
            is_quiet: arguments.report.quiet || arguments.report.format != FormatArgument::Text,
        };
        if fix::run(&arguments.site.root, &mut source, &loaded.1, &request)? {
            // Other programs may have written meanwhile.
            loaded = source.load(&Changed::Anything)?;
        }
    }
    let (site, report) = loaded;
    let (report, line) = match &files {
        SomeFiles::All => whole_site(arguments, &site, report)?,
        SomeFiles::These(_) => {
            let mut report = files.only(report);
            if arguments.report.strict {
                report.deny_warnings();
            }
            let line = format!("Checked {}", files.counted());
            (report, line)
        }
    };
    let line = format!("{line} in {}.", output::time(start.elapsed()));
    let line = match output::held(&site).filter(|_| files.are_all()) {
        Some(held) => format!("{line} {held}"),
        None => line,
    };
    let outcome = if report.has_errors() { Outcome::ContentErrors } else { Outcome::Done };
    let told = output::report_and_line(&arguments.site.root, &arguments.report, &report, &line);
    Ok(output::ended(outcome, told)?)
}

/// What else is wrong with a site, where its content is good: pages that the theme cannot make, a folder that it could not
/// be built into. With the beginning of what is said at the end.
fn whole_site(
    arguments: &Arguments,
    site: &Site,
    mut report: Report,
) -> Result<(Report, String), Failure> {
    // A page made from content with errors says nothing about the theme.
    let mut bytes = 0;
    if !report.has_errors() {
        let progress = PageProgress::new(site.routes().len(), arguments.report.quiet);
        let pages = PageMaker::new(site);
        let write = |route: &Route, out: &mut dyn Write| {
            progress.page();
            pages.write(route, out)
        };
        let tried = site.try_all(write);
        progress.finish();
        let tried = match tried {
            Ok(tried) => tried,
            Err(error) => return Err(Failure::from(error).after(report)),
        };
        bytes = tried.bytes;
        report.merge(tried.report);
        report.merge(size_problem(bytes, site.settings().size_limit));
    }
    if arguments.report.strict {
        report.deny_warnings();
    }
    let folder = arguments.output_folder(&site.settings().output);
    let home = env::home_dir();
    match Output::look(&arguments.request(&folder, home.as_deref())) {
        // Where letters have mistakes, those say why there is none.
        Ok(output) if output.has_letters() && !report.has_errors() => {
            report.merge(site.lost_letters());
        }
        Ok(_) => {}
        Err(error) => return Err(Failure::from(error).after(report)),
    }
    let line = format!(
        "Checked {} and {} ({})",
        output::contents(site),
        output::counted(site.routes().len(), "address", "addresses"),
        output::size(bytes),
    );
    Ok((report, line))
}

/// What a folder holds, looked at without reading the disk again.
fn as_supposed(source: &mut Folder) -> Result<Report, Failure> {
    Ok(source.load(&Changed::Paths(Default::default()))?.1)
}
