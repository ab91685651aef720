//! `build`: the site, into a folder.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, Write};
use std::time::Duration;

use letterpress::diagnostics::MachineError;
use letterpress::plan::Route;
use letterpress::publish::{OldSite, Output, PublishError};
use letterpress::{Site, search};

use super::patience::Watched;
use super::progress::Progress;
use super::{Arguments, Outcome, now, tell};

pub(crate) fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let start = now();
    arguments.site.use_cores();
    let (site, mut report) = match Site::load(&arguments.site.root, &arguments.site.load_options())
    {
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
    let home = env::home_dir();
    let output = match Output::reserve(&arguments.request(&folder, home.as_deref())) {
        Ok(output) => output,
        Err(error) => return tell::publish_error(arguments, report, &error),
    };
    let search = match search(&site, &output) {
        Ok(search) => search,
        Err(error) => return tell::publish_error(arguments, report, &error),
    };
    let routes: Vec<&Route> = site.routes().into_iter().chain(search.files.keys()).collect();
    let progress = Progress::new(routes.len(), arguments.quiet);
    let pages = Watched::new(&site);
    let write = |route: &Route, out: &mut dyn Write| {
        progress.page();
        match search.files.get(route) {
            Some(bytes) => Ok(out.write_all(bytes)?),
            None => pages.write(route, out),
        }
    };
    let published =
        pages.during(|problem| tell::stuck(arguments, problem), || output.publish(&routes, write));
    progress.finish();
    let published = match published {
        Ok(published) => published,
        Err(error) => return tell::publish_error(arguments, report, &error),
    };
    tell::report(arguments, &report)?;
    tell::closing_line(arguments, &search.line)?;
    let how = match published.old_site {
        OldSite::Replaced => "Built",
        OldSite::Same => "Nothing has changed: kept",
    };
    let line = format!(
        "{how} {} ({}) from {} in {}: {}",
        tell::counted(published.files, "file", "files"),
        tell::size(published.bytes),
        tell::contents(&site),
        tell::time(start.elapsed().saturating_sub(search.took)),
        folder.display(),
    );
    tell::closing_line(arguments, &adopted_line(published.adopted))?;
    tell::closing_line(arguments, &line)?;
    Ok(Outcome::Done)
}

/// What to say of files that somebody else put into the folder; nothing where there are none.
fn adopted_line(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!("Kept {} not built here.", tell::counted(count, "file", "files")),
    }
}

/// The search index, ready to be published.
#[derive(Default)]
struct Search {
    files: BTreeMap<Route, Vec<u8>>,
    took: Duration,
    /// What to say of it; nothing for a site without search.
    line: String,
}

/// Takes the index that was published last, where it is still good, and makes it otherwise.
fn search(site: &Site, output: &Output) -> Result<Search, PublishError> {
    let records = site.search_records();
    if records.is_empty() {
        return Ok(Search::default());
    }
    let start = now();
    let language = &site.settings().language;
    let published = output.published(search::FOLDER)?;
    let (files, how) = match search::still_good(&records, language, published) {
        Some(files) => (files, "Kept the search index"),
        None => {
            let files = search::index(&records, language).map_err(|error| {
                let folder = output.folder().join(search::FOLDER);
                MachineError::new("make", &folder, io::Error::other(error.to_string()))
            })?;
            (files, "Made the search index")
        }
    };
    let took = start.elapsed();
    let records = tell::counted(records.len(), "entry", "entries");
    Ok(Search {
        files: files
            .into_iter()
            .map(|(path, bytes)| (Route::new(format!("/{path}")), bytes))
            .collect(),
        took,
        line: format!("{how} of {records} in {}.", tell::time(took)),
    })
}
