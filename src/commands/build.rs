//! `build`: the site, into a folder.

use std::io;

use letterpress::Site;
use letterpress::publish::Output;

use super::progress::Progress;
use super::{Arguments, Outcome, now, tell};

pub(crate) fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let start = now();
    arguments.use_cores();
    let (site, mut report) = match Site::load(&arguments.root, &arguments.load_options()) {
        Ok(loaded) => loaded,
        Err(error) => return tell::load_error(arguments, &error),
    };
    if arguments.strict {
        report.deny_warnings();
    }
    if report.has_errors() {
        tell::report(arguments, &report)?;
        tell::closing_line(arguments, tell::NOTHING_BUILT)?;
        return Ok(Outcome::ContentErrors);
    }

    let folder = arguments.output_folder(&site.settings().output);
    let routes = site.routes();
    let progress = Progress::new(routes.len(), arguments.quiet);
    let published = Output::new(&arguments.root, &folder).and_then(|output| {
        output.publish(&routes, |route| site.render(route), &|| progress.page())
    });
    progress.finish();
    let published = match published {
        Ok(published) => published,
        Err(error) => return tell::publish_error(arguments, report, &error),
    };
    tell::report(arguments, &report)?;
    let line = format!(
        "Built {} ({}) from {} in {}: {}",
        tell::counted(published.files, "file", "files"),
        tell::size(published.bytes),
        tell::contents(&site),
        tell::time(start.elapsed()),
        folder.display(),
    );
    tell::closing_line(arguments, &line)?;
    Ok(Outcome::Done)
}
