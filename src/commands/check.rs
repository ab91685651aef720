//! `check`: reads the content, makes every page and keeps none; no search index is made, and nothing is written.

use std::env;
use std::io::{self, Write};

use letterpress::plan::Route;
use letterpress::publish::Output;
use letterpress::site::{Changed, size_problem};

use super::failure::Failure;
use super::pages::PageMaker;
use super::progress::PageProgress;
use super::{Arguments, Outcome, now, output};

pub(crate) fn run(arguments: &Arguments) -> io::Result<Outcome> {
    check(arguments).or_else(|failure| failure.tell_as(&arguments.site.root, &arguments.report))
}

fn check(arguments: &Arguments) -> Result<Outcome, Failure> {
    let start = now();
    let mut source = arguments.site.folder(arguments.site.load_options());
    let (site, mut report) = source.load(&Changed::Anything)?;
    // A page made from content with errors says nothing about the theme.
    let mut bytes = 0;
    if !report.has_errors() {
        let progress = PageProgress::new(site.routes().len(), arguments.report.quiet);
        let pages = PageMaker::new(&site);
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
        "Checked {} and {} ({}) in {}.",
        output::contents(&site),
        output::counted(site.routes().len(), "address", "addresses"),
        output::size(bytes),
        output::time(start.elapsed()),
    );
    let line = match output::held(&site) {
        Some(held) => format!("{line} {held}"),
        None => line,
    };
    let outcome = if report.has_errors() { Outcome::ContentErrors } else { Outcome::Done };
    let told = output::report_and_line(&arguments.site.root, &arguments.report, &report, &line);
    Ok(output::ended(outcome, told)?)
}
