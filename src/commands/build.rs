//! `build`: the site, into a folder.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use clap::Args;
use letterpress::diagnostics::{Diagnostic, MachineError, Report, Severity, Shown};
use letterpress::parse::{CacheChange, ParseCache};
use letterpress::plan::Route;
use letterpress::publish::{OldSite, Output, PublishError, Published, Request, Staged};
use letterpress::site::{Changed, LoadRequest, size_problem};
use letterpress::{Site, search, threads};

use super::failure::Failure;
use super::pages::PageMaker;
use super::progress::PageProgress;
use super::timings::{TimedAmount, Timings, TimingsForm};
use super::up_to_date::{BuildInputs, Unchanged};
use super::{Arguments, FormatArgument, Outcome, now, output, signals};

#[derive(Debug, Args)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(super) arguments: Arguments,
    /// Tell how long each stage took, as a table; with `=json`, as JSON on the standard output
    #[arg(long, value_name = "FORM", value_enum, num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "table")]
    timings: Option<TimingsForm>,
}

pub(crate) fn run(BuildArguments { arguments, timings }: &BuildArguments) -> io::Result<Outcome> {
    build(arguments, *timings)
        .or_else(|failure| failure.tell_as(&arguments.site.root, &arguments.report))
}

fn build(arguments: &Arguments, form: Option<TimingsForm>) -> Result<Outcome, Failure> {
    if form == Some(TimingsForm::Json) && arguments.report.format != FormatArgument::Text {
        let why = "--timings=json and --format both want the standard output: leave one out";
        return Err(Failure::usage(why));
    }
    let mut timings = Timings::start(form);
    let mut source = arguments.site.folder(arguments.site.load_options());
    let given = BuildInputs::new(&mut source, &mut |done| timings.loaded(done))?;
    let in_settings = source.settings().map_or("", |settings| &settings.output);
    let folder = arguments.output_folder(in_settings);
    let home = env::home_dir();
    let request = arguments.request(&folder, home.as_deref());
    let last = given.last(&source, &request);
    timings.done("compare with the last", TimedAmount::Nothing);
    if let Some(Unchanged { published, contents, report }) = last
        && !(arguments.report.strict && report.count(Severity::Warning) > 0)
    {
        let line = built_line(&published, &contents, timings.so_far(), &folder);
        return Ok(told(arguments, &report, &[adopted_line(published.adopted), line], &timings));
    }

    if let Some(cache) = given.cache(&request) {
        source.use_cache(cache);
    }
    let on_progress = &mut |done| timings.loaded(done);
    let loaded =
        source.load(LoadRequest { changed: &Changed::Anything, on_progress: Some(on_progress) });
    let cache = source.take_cache();
    drop(source);
    let (site, mut report) = loaded?;
    if arguments.report.strict {
        report.deny_warnings();
    }
    if report.has_errors() {
        return Err(Failure::nothing_built(report));
    }
    let contents = output::contents(&site);
    let loaded = Loaded { site, given, cache };
    let (published, search) = match publish(arguments, loaded, &request, &mut report, &mut timings)
    {
        Ok((output, published, search)) => {
            given.note(&output, &published, &contents, &report);
            (published, search)
        }
        Err(error) => return Err(Failure::from(error).after(report)),
    };
    report.merge(published.left.as_ref().map(left_behind));
    let took = timings.so_far().saturating_sub(search.took);
    let line = built_line(&published, &contents, took, &folder);
    Ok(told(arguments, &report, &[search.line, adopted_line(published.adopted), line], &timings))
}

/// A site, and what it was loaded from.
struct Loaded {
    site: Site,
    given: BuildInputs,
    cache: Option<ParseCache>,
}

/// Makes the site and puts it in the place of the last.
fn publish(
    arguments: &Arguments,
    Loaded { site, given, cache }: Loaded,
    request: &Request<'_>,
    report: &mut Report,
    timings: &mut Timings,
) -> Result<(Output, Published, Search), PublishError> {
    signals::listen();
    let held = signals::hold();
    let output = Output::reserve(request)?;
    drop(held);
    if let Some(problem) = site.lost_letters().filter(|_| output.has_letters()) {
        return Err(problem.into());
    }
    let cache = match cache.map(ParseCache::change) {
        None | Some(CacheChange::Keep) => None,
        Some(CacheChange::Append(bytes)) => output.hold_cache(bytes, true),
        Some(CacheChange::Replace(bytes)) => output.hold_cache(bytes, false),
    };
    timings.done("look at the last site", TimedAmount::Nothing);
    let (published, search) = make(arguments, (site, given), &output, report, timings)?;
    cache.into_iter().for_each(|cache| output.keep_cache(cache));
    Ok((output, published, search))
}

fn make(
    arguments: &Arguments,
    (site, given): (Site, BuildInputs),
    output: &Output,
    report: &mut Report,
    timings: &mut Timings,
) -> Result<(Published, Search), PublishError> {
    let search = search(&site, output)?;
    timings.done("search", search.amount());
    // From the first file on until the old site is gone, as either would be left beside the output folder.
    let _held = signals::hold();
    let staged = stage(arguments, (&site, given), output, &search, report)?;
    let files = site.routes().len() + search.files.len();
    timings.done("render and write", TimedAmount::Files(files, staged.bytes()));
    // To put it in its place takes memory of its own.
    drop(site);
    let published = staged.publish()?;
    timings.done("flush and swap", TimedAmount::Nothing);
    Ok((published, search))
}

/// Tells the problems and how it went. The site is in its place, whoever hears of it.
fn told(arguments: &Arguments, report: &Report, lines: &[String], timings: &Timings) -> Outcome {
    let told = output::report(&arguments.site.root, &arguments.report, report)
        .and_then(|()| {
            lines.iter().try_for_each(|line| output::closing_line(&arguments.report, line))
        })
        .and_then(|()| timings.tell());
    if let Err(error) = told {
        output::unheard(&error);
    }
    Outcome::Done
}

/// Makes every page, to be published; unless the site is larger than a site may be.
fn stage<'o>(
    arguments: &Arguments,
    (site, given): (&Site, BuildInputs),
    output: &'o Output,
    search: &Search,
    report: &mut Report,
) -> Result<Staged<'o>, PublishError> {
    let routes: Vec<&Route> = site.routes().into_iter().chain(search.files.keys()).collect();
    let progress = PageProgress::new(routes.len(), arguments.report.quiet);
    let pages = PageMaker::new(site);
    let write = |route: &Route, out: &mut dyn Write| {
        signals::check()?;
        match search.files.get(route) {
            Some(bytes) => Ok(out.write_all(bytes)?),
            None => pages.write(route, out),
        }
    };
    let made_of = given.made_of(site);
    // Asked for each address once, whether it is made again or not.
    let made_of = |route: &Route| {
        progress.page();
        made_of.as_ref()?.of(route)
    };
    let staged = output.stage(&routes, made_of, write);
    progress.finish();
    let staged = staged?;
    signals::check().map_err(|error| MachineError::without_path("finish", error))?;
    let mut size: Report =
        size_problem(staged.bytes(), site.settings().size_limit).into_iter().collect();
    if arguments.report.strict {
        size.deny_warnings();
    }
    if size.has_errors() {
        return Err(PublishError::Pages(size));
    }
    report.merge(size);
    Ok(staged)
}

fn built_line(published: &Published, contents: &str, took: Duration, folder: &Path) -> String {
    let how = match published.old_site {
        OldSite::Replaced => "Built",
        OldSite::Same => "Nothing has changed: kept",
    };
    format!(
        "{how} {} ({}) from {contents} in {}: {}",
        output::counted(published.files, "file", "files"),
        output::size(published.bytes),
        output::time(took),
        Shown::from(folder),
    )
}

/// The site is built; that the old one is not quite gone is no error.
fn left_behind(error: &MachineError) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, ..error.into() }
}

/// What to say of files that somebody else put into the folder; nothing where there are none.
fn adopted_line(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!("Kept {} not built here.", output::counted(count, "file", "files")),
    }
}

/// The search index, ready to be published.
#[derive(Default)]
struct Search {
    files: BTreeMap<Route, Vec<u8>>,
    took: Duration,
    /// How many entries it has.
    entries: usize,
    /// What to say of it; nothing for a site without search.
    line: String,
}

impl Search {
    fn amount(&self) -> TimedAmount {
        let bytes = self.files.values().map(|bytes| bytes.len() as u64).sum();
        TimedAmount::Entries(self.entries, bytes)
    }
}

/// Takes what is still good of the index that was published last, and makes the rest.
fn search(site: &Site, output: &Output) -> Result<Search, PublishError> {
    let records = site.search_records();
    if records.is_empty() {
        return Ok(Search::default());
    }
    let start = now();
    threads::room_for(1)?;
    let language = &site.settings().language;
    let published = output.published(search::FOLDER)?;
    let index = search::index(&records, language, published).map_err(|error| {
        let folder = output.folder().join(search::FOLDER);
        MachineError::new("make", &folder, io::Error::other(error))
    })?;
    let how = match index.made {
        0 => "Kept the search index".to_owned(),
        made if made < index.parts => {
            format!("Made {made} of {} parts of the search index", index.parts)
        }
        _ => "Made the search index".to_owned(),
    };
    let took = start.elapsed();
    let entries = records.len();
    let records = output::counted(entries, "entry", "entries");
    Ok(Search {
        files: index
            .files
            .into_iter()
            .map(|(path, bytes)| (Route::new(format!("/{path}")), bytes))
            .collect(),
        took,
        entries,
        line: format!("{how} of {records} in {}.", output::time(took)),
    })
}
