//! `check`: reads the content, makes every page and keeps none; no search index is made, and nothing is written.

use std::env;
use std::io::{self, Write};

use letterpress::plan::Route;
use letterpress::publish::Output;
use letterpress::{Site, size_problem, threads};

use super::patience::Watched;
use super::progress::Progress;
use super::{Arguments, Outcome, now, tell};

pub(crate) fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let start = now();
    let (site, mut report) = match Site::load(&arguments.site.root, &arguments.site.load_options())
    {
        Ok(loaded) => loaded,
        Err(error) => return tell::load_error(arguments, &error),
    };
    // A page made from content with errors says nothing about the theme.
    let mut bytes = 0;
    if !report.has_errors() {
        if let Err(error) = threads::room_for(1) {
            return tell::publish_error(arguments, report, &error.into());
        }
        let progress = Progress::new(site.routes().len(), arguments.quiet);
        let pages = Watched::new(&site);
        let write = |route: &Route, out: &mut dyn Write| {
            progress.page();
            pages.write(route, out)
        };
        let tried = pages.during(|problem| tell::stuck(arguments, problem), || site.try_all(write));
        progress.finish();
        bytes = tried.bytes;
        report.extend(tried.report.diagnostics().iter().cloned());
        report.extend(size_problem(bytes, site.settings().size_limit));
    }
    if arguments.strict {
        report.deny_warnings();
    }
    let folder = arguments.output_folder(&site.settings().output);
    let home = env::home_dir();
    if let Err(error) = Output::look(&arguments.request(&folder, home.as_deref())) {
        return tell::publish_error(arguments, report, &error);
    }
    let line = format!(
        "Checked {} and {} ({}) in {}.",
        tell::contents(&site),
        tell::counted(site.routes().len(), "address", "addresses"),
        tell::size(bytes),
        tell::time(start.elapsed()),
    );
    let outcome = if report.has_errors() { Outcome::ContentErrors } else { Outcome::Done };
    tell::ended(outcome, tell::report_and_line(arguments, &report, &line))
}
