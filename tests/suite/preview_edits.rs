//! While a site is edited, `serve` shows what `build` would write; and where that is nothing, what it
//! would have written before.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;

use letterpress::diagnostics::{Diagnostic, Place, Report, Severity};
use letterpress::preview::try_kinds;
use letterpress::{LoadOptions, Site};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::edits::Editor;
use crate::http::Connection;
use crate::preview_server::Served;

const EDITS: usize = 200;
const CONNECTIONS: usize = 4;

/// Each address, from the site's own first page on, with its bytes.
type Pages = BTreeMap<String, Vec<u8>>;

/// Where the site is served.
struct Server {
    host: String,
    base: String,
}

/// What a build of the files would do: write these pages, or tell these problems and write nothing.
struct Built {
    report: Report,
    pages: Pages,
}

impl Built {
    fn new(editor: &Editor, server: &Server) -> Self {
        let Server { host, base } = server;
        let base_url = Some(format!("http://{host}{base}"));
        let options = LoadOptions { base_url, ..LoadOptions::default() };
        match Site::load(editor.root(), &options) {
            Err(error) => Built { report: Report::from(&error), pages: Pages::new() },
            Ok((_, report)) if report.has_errors() => Built { report, pages: Pages::new() },
            Ok((site, mut report)) => {
                report.merge(try_kinds(&site, |route, out| site.write(route, out)));
                let routes = if report.has_errors() { Vec::new() } else { site.routes() };
                let page = |route: &&letterpress::plan::Route| {
                    let bytes = site.render(route).unwrap_or_else(|error| panic!("{error:?}"));
                    (route.as_str().to_owned(), bytes)
                };
                Built { report, pages: routes.par_iter().map(page).collect() }
            }
        }
    }
}

#[test]
fn after_each_of_two_hundred_edits_every_page_is_as_build_writes_it() {
    let mut editor = Editor::new(3);
    // One problem names the folder, as the command line does.
    let root = editor.root().to_str().expect("text");
    let served = Served::start(editor.root(), &["--quiet", "--root", root]);
    let mut events = served.events();
    let server = Server { host: served.host.clone(), base: served.base.clone() };
    let mut built = Built::new(&editor, &server);
    assert!(!built.report.has_errors(), "it begins without errors");
    let mut good = built.pages;
    let mut gone: BTreeSet<String> = BTreeSet::new();
    let mut with_errors = 0;
    events.until_told("of the beginning", |news| tells(news, &built.report));
    expect(&server, &good, &gone, "at first");

    for _ in 0..EDITS {
        let edit = editor.edit(built.report.has_errors());
        built = Built::new(&editor, &server);
        let what = format!("{}: {:#}", edit.what, problems(&built.report));
        events.until_told(&format!("of {what}"), |news| tells(news, &built.report));
        if built.report.has_errors() {
            with_errors += 1;
        } else {
            gone.extend(good.into_keys());
            good = built.pages;
            gone.retain(|address| !good.contains_key(address));
        }
        expect(&server, &good, &gone, &edit.what);
    }
    assert!((EDITS / 6..EDITS / 2).contains(&with_errors), "{with_errors} times with errors");
    expect_one_more_line(&server, &good);
}

/// Whether news are of these problems, and say that the pages are old where there is an error.
fn tells(news: &Value, report: &Report) -> bool {
    const KEYS: [&str; 6] = ["severity", "code", "message", "file", "line", "column"];
    let told = news["problems"].as_array().expect("problems").iter();
    let told: Vec<Value> =
        told.map(|problem| Value::from_iter(KEYS.map(|key| (key, problem[key].clone())))).collect();
    Value::from(told) == problems(report)
}

fn problems(report: &Report) -> Value {
    let of = |severity| report.diagnostics().iter().filter(move |it| it.severity == severity);
    // Warnings of one kind in one file are told as one.
    let mut kinds = BTreeSet::new();
    let warnings = of(Severity::Warning).filter(|it| kinds.insert((it.place.path(), it.code())));
    of(Severity::Error).chain(warnings).map(problem).collect()
}

fn problem(diagnostic: &Diagnostic) -> Value {
    let Diagnostic { rule, severity, place, message, help: _, suggestion: _ } = diagnostic;
    let (start, _) = place.positions();
    let file = (*place != Place::Nowhere).then(|| place.path());
    json!({
        "severity": severity.word(),
        "code": rule.code,
        "message": message,
        "file": file,
        "line": file.map(|_| start.line),
        "column": file.map(|_| start.column),
    })
}

/// Fails unless the server has these pages, and none where one was before.
fn expect(server: &Server, pages: &Pages, gone: &BTreeSet<String>, what: &str) {
    let not_found = &pages["/404.html"];
    let there = pages.iter().map(|(address, bytes)| (address, 200, bytes));
    let all: Vec<_> = there.chain(gone.iter().map(|address| (address, 404, not_found))).collect();
    thread::scope(|scope| {
        for share in all.chunks(all.len().div_ceil(CONNECTIONS)) {
            scope.spawn(move || {
                let mut connection = Connection::open(&server.host).expect("a connection");
                for (address, status, bytes) in share {
                    let (got, body) = get(&mut connection, server, address, "*/*");
                    assert_eq!(got, *status, "{what}: {address}");
                    assert!(body == **bytes, "{what}: {address} is not what is built");
                }
            });
        }
    });
}

/// What browsers get has one line more, and is the same otherwise.
fn expect_one_more_line(server: &Server, pages: &Pages) {
    let mut connection = Connection::open(&server.host).expect("a connection");
    for (address, bytes) in pages {
        let (_, body) = get(&mut connection, server, address, "text/html,*/*;q=0.8");
        if address.ends_with('/') || address.ends_with(".html") {
            let (own, html) = (String::from_utf8(body), String::from_utf8_lossy(bytes));
            let own = own.expect("text");
            let is_more = |line: &&str| line.starts_with("<script src=\"/_letterpress/reload.js\"");
            assert_eq!(own.lines().filter(is_more).count(), 1, "{address}");
            let same: Vec<&str> = own.lines().filter(|line| !is_more(line)).collect();
            assert_eq!(same, html.lines().collect::<Vec<&str>>(), "{address}");
        } else {
            assert!(body == *bytes, "{address}");
        }
    }
}

fn get(
    connection: &mut Connection,
    server: &Server,
    address: &str,
    accept: &str,
) -> (u16, Vec<u8>) {
    let path = format!("{}{}", server.base, address.trim_start_matches('/'));
    let answer = connection.get(&path, accept).unwrap_or_else(|error| panic!("{path}: {error}"));
    (answer.status, answer.body)
}
