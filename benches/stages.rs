//! How long each stage takes by itself, for whoever changes one.
//!
//! ```sh
//! cargo bench --bench stages -- render
//! ```
//!
//! Reading, parsing, indexing, and checking with planning are timed from inside a whole [`Folder::load`], as
//! their functions are not public; checks and plan are made at the same time, so they are one. The other stages are
//! called as the program calls them.

#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot measure stops")]

#[expect(dead_code, reason = "other benchmarks use the rest")]
mod corpus;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use criterion::{BatchSize, Criterion, Throughput};
use letterpress::plan::{FileKind, PageKind, Route, Target};
use letterpress::publish::{ForeignFiles, Output, Request};
use letterpress::site::{Changed, Done, LoadRequest};
use letterpress::{Folder, LoadOptions, Site, search};
use tempfile::TempDir;

use corpus::Corpus;
use corpus::letterpress::{Search, write_site};

const LETTERS: usize = 1_000;
/// The indexer takes as long for these as the rest takes for ten times as many.
const LETTERS_TO_SEARCH: usize = 100;
const A_FEW: usize = 20;
/// Of each kind of page so many are made in turn, as some are larger than others.
const PAGES: usize = 100;
const SAMPLES: usize = 10;
const WARM_UP: Duration = Duration::from_millis(500);
const MEASURED: Duration = Duration::from_secs(2);

fn main() {
    // Cargo says so where it measures; without it, everything is tried once on a few letters.
    let measures = env::args().any(|argument| argument == "--bench");
    let criterion = Criterion::default().sample_size(SAMPLES).warm_up_time(WARM_UP);
    let mut criterion = criterion.measurement_time(MEASURED).configure_from_args();
    let (letters, to_search) = if measures { (LETTERS, LETTERS_TO_SEARCH) } else { (A_FEW, A_FEW) };
    let folder = folder();
    write_site(&Corpus::new(letters), Search::Without, folder.path()).expect("a corpus");
    load(&mut criterion, folder.path());
    let site = site(folder.path());
    render(&mut criterion, &site);
    publish(&mut criterion, &site);
    make_search_index(&mut criterion, to_search);
    criterion.final_summary();
}

/// In memory, where there is a disk there.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

fn site(root: &Path) -> Site {
    let (site, report) = Site::load(root, &LoadOptions::default()).expect("a site");
    assert!(!report.has_errors(), "the corpus has mistakes: {report:#?}");
    site
}

type IsIt = fn(&Done) -> bool;

/// A whole load for each time that is taken; of it only the stage counts.
fn load(criterion: &mut Criterion, root: &Path) {
    let stages: [(&str, IsIt); 4] = [
        ("read", |done| matches!(done, Done::Read(_))),
        ("parse", |done| matches!(done, Done::Parsed(_))),
        ("index", |done| matches!(done, Done::Indexed { .. })),
        ("check and plan", |done| matches!(done, Done::Planned { .. })),
    ];
    let mut group = criterion.benchmark_group("load");
    for (name, is_it) in stages {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| time_of(is_it, root)).sum());
        });
    }
    group.finish();
}

fn time_of(is_it: IsIt, root: &Path) -> Duration {
    let mut last = Instant::now();
    let mut took = Duration::ZERO;
    let mut on_progress = |done| {
        let since = last.elapsed();
        last = Instant::now();
        if is_it(&done) {
            took = since;
        }
    };
    let request = LoadRequest { changed: &Changed::Anything, on_progress: Some(&mut on_progress) };
    let loaded = Folder::new(root, LoadOptions::default()).load(request);
    drop(loaded.expect("a site"));
    took
}

/// One page of each kind, on one core.
fn render(criterion: &mut Criterion, site: &Site) {
    let mut kinds: BTreeMap<&str, Vec<&Route>> = BTreeMap::new();
    for (route, target) in site.plan().routes() {
        kinds.entry(kind(target)).or_default().push(route);
    }
    let mut group = criterion.benchmark_group("render");
    for (kind, routes) in kinds {
        let step = routes.len().div_ceil(PAGES);
        let mut pages = routes.iter().step_by(step).cycle();
        group.bench_function(kind, |bencher| {
            bencher.iter(|| site.render(pages.next().expect("a page")).expect("its bytes"));
        });
    }
    group.finish();
}

fn kind(target: &Target) -> &'static str {
    match target {
        Target::Page(PageKind::Home) => "home",
        Target::Page(PageKind::Authorities) => "authorities",
        Target::Page(PageKind::Authority(_)) => "authority",
        Target::Page(PageKind::Letter(_)) => "letter",
        Target::Page(PageKind::LetterText(_)) => "text of a letter",
        Target::Page(PageKind::Thread(..)) => "thread",
        Target::Page(PageKind::Findings) => "findings",
        Target::Page(PageKind::FindingsList(_)) => "findings list",
        Target::Page(PageKind::Letters(_)) => "letters",
        Target::Page(PageKind::Measures(_)) => "measures",
        Target::Page(PageKind::Monitored) => "monitored",
        Target::Page(PageKind::Data) | Target::File(FileKind::Download(_)) => "data",
        Target::File(FileKind::Twin(_)) => "page in Markdown",
        Target::File(FileKind::Feed(_)) => "Atom feed",
        Target::File(FileKind::JsonFeed(_)) => "JSON feed",
        Target::File(FileKind::Sitemap(_)) => "sitemap",
        Target::File(FileKind::Theme(_)) => "theme file",
        Target::Page(PageKind::Search)
        | Target::Page(PageKind::Plain(_))
        | Target::Page(PageKind::NotFound)
        | Target::Page(PageKind::Redirect(_))
        | Target::File(FileKind::Robots)
        | Target::File(FileKind::Llms)
        | Target::File(FileKind::Asset(_)) => "other",
    }
}

/// Publishing pages that are made already: where there is no site yet, and where the same one is.
fn publish(criterion: &mut Criterion, site: &Site) {
    let routes = site.routes();
    let made: BTreeMap<&Route, Vec<u8>> =
        routes.iter().map(|route| (*route, site.render(route).expect("its bytes"))).collect();
    let write = |folder: &TempDir| {
        let (root, public) = (folder.path().join("site"), folder.path().join("public"));
        fs::create_dir_all(&root).expect("a folder");
        let foreign_files = ForeignFiles::Refuse;
        let request = Request { root: &root, folder: &public, home: None, foreign_files };
        let output = Output::reserve(&request).expect("ours");
        let page = |route: &Route, out: &mut dyn Write| Ok(out.write_all(&made[route])?);
        let staged = output.stage(&routes, |_| None, page).expect("written");
        staged.publish().expect("published");
    };
    let mut group = criterion.benchmark_group("publish");
    group.throughput(Throughput::Bytes(made.values().map(|bytes| bytes.len() as u64).sum()));
    group.bench_function("a new site", |bencher| {
        bencher.iter_batched_ref(folder, |folder| write(folder), BatchSize::PerIteration);
    });
    let published = folder();
    write(&published);
    group.bench_function("the same site", |bencher| bencher.iter(|| write(&published)));
    group.finish();
}

fn make_search_index(criterion: &mut Criterion, letters: usize) {
    let folder = folder();
    write_site(&Corpus::new(letters), Search::With, folder.path()).expect("a corpus");
    let site = site(folder.path());
    let records = site.search_records();
    let language = &site.settings().language;
    let mut group = criterion.benchmark_group("search");
    group.throughput(Throughput::Elements(records.len() as u64));
    group.bench_function("index", |bencher| {
        bencher.iter(|| {
            search::index(&records, language, search::SearchFiles::new()).expect("an index")
        });
    });
    group.finish();
}
