//! Random inputs at each door of the program: it never stops short, and what it makes can be read by others.
//!
//! A short run is a part of the tests. `.ci/fuzz 1000000` is a long one, and prints how many inputs each door was given.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::{self, Write as _};

use letterpress::diagnostics::is_forbidden;
use letterpress::model::Date;
use letterpress::plan::Route;
use letterpress::{LoadOptions, Site};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};

use crate::bad_inputs::{FACTS, load, render_letters};
use crate::folder::{Folder, entries, repository};
use crate::hostile::hides;
use crate::names::is_plain;

/// What means something to a reader of front matter, Markdown, TOML, dates, paths, CSV, XML or JSON.
const TOKENS: &[&str] = &[
    "---\n",
    "\n",
    "  ",
    "\t",
    ": ",
    "- ",
    "? ",
    "| ",
    "> ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "#",
    " # ",
    "\"",
    "'",
    "\\",
    "\\u0000",
    "%",
    "@",
    "`",
    "```",
    "~~~\n",
    "**",
    "_",
    "~~",
    "# ",
    "1. ",
    "* ",
    "[a](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<b>",
    "<script>",
    "&amp;",
    "&#0;",
    "&#1;",
    "&#x202e;",
    "&#xFFFE;",
    "]]>",
    "|a|b|\n|-|-|\n",
    "javascript:",
    "https://",
    "//",
    "mailto:",
    "2018",
    "2018-02-30",
    "2018-01~",
    "/",
    "..",
    "../",
    "[2018, ",
    "-24",
    "0000",
    "99999999999999999999",
    "-1",
    "1e999",
    "nan",
    "true",
    "null",
    "kind",
    "findings",
    "text",
    "topics",
    "thresholds",
    "visit-1.md",
    "=",
    "+",
    "=1+1",
    "\u{0}",
    "\u{7f}",
    "\u{202e}",
    "\u{feff}",
    "\u{2028}",
    "\u{fffe}",
    "e\u{301}",
    "😀",
    "ﬁ",
    "İ",
    "ß",
    "a",
    "A name",
    " ",
    "\r\n",
    "con",
    "title",
    "{{ x }}",
    "{% raw %}",
];

/// A text of such tokens and of other characters.
fn text(most: usize) -> impl Strategy<Value = String> {
    let part = prop_oneof![8 => select(TOKENS).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(part, 0..most).prop_map(|parts| parts.concat())
}

/// A text that stands in the repository, with some tokens put in or in the place of others.
fn changed(seeds: Vec<String>) -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..20_usize, select(TOKENS));
    (select(seeds), prop::collection::vec(change, 1..6)).prop_map(|(mut text, changes)| {
        for (at, length, token) in changes {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
            text.replace_range(start..end, token);
        }
        text
    })
}

fn seeds(ending: &str) -> Vec<String> {
    let files = entries(&repository().join("tests/letters")).into_iter();
    let files = files.filter(|path| path.extension().is_some_and(|it| it == ending));
    files.filter_map(|path| fs::read_to_string(path).ok()).filter(|it| it.len() < 20_000).collect()
}

/// Gives a door as many inputs as were asked for, so many at a time.
#[track_caller]
fn fuzz<S: Strategy>(
    door: &str,
    together: u32,
    inputs: S,
    test: impl Fn(S::Value) -> TestCaseResult,
) {
    let wanted = std::env::var("FUZZ").ok().map(|it| it.parse::<u32>().expect("a number"));
    let cases = wanted.unwrap_or(200).div_ceil(together);
    let defaults = Config::default();
    let seed = match defaults.rng_seed {
        RngSeed::Fixed(seed) => seed,
        RngSeed::Random => RandomState::new().build_hasher().finish(),
    };
    let rng_seed = RngSeed::Fixed(seed);
    let config =
        Config { cases, rng_seed, failure_persistence: None, max_shrink_iters: 500, ..defaults };
    let result = TestRunner::new(config).run(&inputs, test);
    let again = format!("PROPTEST_RNG_SEED={seed} gives the same inputs again");
    assert!(result.is_ok(), "{door}: {}\n{again}", result.expect_err("a failure"));
    if wanted.is_some() {
        writeln!(io::stderr(), "{door:<20} {:>12} inputs", cases * together).expect("a line");
    }
}

#[test]
fn dates() {
    fuzz("dates", 100, prop::collection::vec(text(8), 100), |texts| {
        for date in texts.iter().filter_map(|it| it.parse::<Date>().ok()) {
            let again = date.to_string().parse::<Date>();
            prop_assert_eq!(again.as_ref(), Ok(&date));
            prop_assert!(!date.words().is_empty() && date.earliest() <= date.latest());
        }
        Ok(())
    });
}

#[test]
fn front_matter() {
    let made = (text(40), text(8)).prop_map(|(yaml, body)| format!("---\n{yaml}\n---\n{body}"));
    let letter = prop_oneof![changed(seeds("md")), made, text(40)];
    fuzz("front matter", 50, prop::collection::vec(letter, 50), |letters| {
        let (site, _) = load(&letters);
        render_letters(&site);
        Ok(())
    });
}

#[test]
fn markdown_to_html() {
    let body = text(60).prop_map(|it| it.replace(is_forbidden, ""));
    fuzz("Markdown to HTML", 50, prop::collection::vec(body, 50), |bodies| {
        let letters: Vec<String> =
            bodies.iter().map(|it| format!("---\n{FACTS}---\n{it}")).collect();
        let (site, report) = load(&letters);
        let told = report.diagnostics().iter().filter(|it| it.code == "control-character");
        let refused: BTreeSet<&str> = told.map(|it| it.place.path()).collect();
        for letter in &site.archive().letters {
            let page = site.render(&Route::letter(letter)).expect("a page");
            let page = String::from_utf8(page).expect("text");
            let is_refused = refused.contains(letter.source.path.as_str());
            prop_assert!(is_refused || !page.contains(is_forbidden), "{page:?}");
            let is_let_through = ["<script>", "<b>", "href=\"javascript:", "src=\"javascript:"]
                .iter()
                .any(|it| page.contains(it));
            prop_assert!(!is_let_through, "{page}");
        }
        Ok(())
    });
}

#[test]
fn paths() {
    let letter = (text(6), text(6)).prop_map(|(slug, alias)| {
        let quoted = |text: &str| serde_json::to_string(text).expect("JSON");
        format!(
            "---\n{FACTS}slug: {}\naliases: [{}]\n---\n",
            quoted(&slug),
            quoted(&format!("/{alias}"))
        )
    });
    fuzz("paths", 50, prop::collection::vec(letter, 50), |letters| {
        let (site, _) = load(&letters);
        for route in site.routes() {
            prop_assert!(is_plain(&route.file()), "{route}");
        }
        Ok(())
    });
}

#[test]
fn csv_xml_and_json() {
    fuzz("CSV, XML and JSON", 50, prop::collection::vec(text(12), 50), |texts| {
        let mut letter = format!("---\n{FACTS}findings:\n");
        for text in &texts {
            let text = text.replace(is_forbidden, "");
            // No site is published with one.
            let text = if hides(&text) { String::new() } else { text };
            let quoted = serde_json::to_string(&format!("{text}.")).expect("JSON");
            letter += &format!(
                "  - polarity: mixed\n    topics: [thresholds]\n    text: {quoted}\n    subject: {quoted}\n"
            );
        }
        let (site, _) = load(&[letter + "---\n"]);
        let made = |address: &str| {
            let bytes = site.render(&Route::new(address)).expect("a file");
            String::from_utf8(bytes).expect("text")
        };
        for address in ["/feed.xml", "/findings/thresholds/feed.xml", "/sitemap.xml"] {
            let xml = made(address);
            prop_assert!(roxmltree::Document::parse(&xml).is_ok(), "{address}: {xml}");
        }
        for address in ["/feed.json", "/findings/thresholds/feed.json"] {
            let json = made(address);
            prop_assert!(
                serde_json::from_str::<serde_json::Value>(&json).is_ok(),
                "{address}: {json}"
            );
        }
        let csv = made("/data/findings.csv");
        let mut rows = 0;
        for row in csv::Reader::from_reader(csv.as_bytes()).records() {
            rows += 1;
            for cell in &row.expect("as many cells as there are columns") {
                let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                prop_assert!(!is_formula || cell.parse::<f64>().is_ok(), "{cell}");
            }
        }
        let findings: usize = site.archive().letters.iter().map(|it| it.findings.len()).sum();
        prop_assert!(findings > texts.len() && rows == findings, "{rows} rows of {findings}");
        Ok(())
    });
}

#[test]
fn settings() {
    let folder = Folder::with_sunderland();
    let settings = prop_oneof![changed(seeds("toml")), text(30)];
    fuzz("site.toml", 1, settings, |settings| {
        folder.write("site.toml", settings);
        if let Ok((site, _)) = Site::load(folder.path(), &LoadOptions::default()) {
            let settings = site.settings();
            for text in [&settings.title, &settings.description, &settings.base_url] {
                prop_assert!(!text.contains(is_forbidden), "{text:?}");
            }
        }
        Ok(())
    });
}
