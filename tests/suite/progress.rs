//! A level of progress is a label of ours, to filter by: no page, feed or search record says it. What shows progress
//! shows the words of the letter.
//!
//! A label such as 'Steady progress' may stand in a letter's own words, so it is looked for under a name that no letter
//! has: each site is built with the labels of its levels exchanged.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use letterpress::plan::Route;
use letterpress::{LoadOptions, Site};
use regex::Regex;
use scraper::{Html, Selector};

use crate::folder::{Folder, entries, repository};
use crate::repository_content::own_sites;

const THEMES: [&str; 2] = ["plain", "gazette"];

/// What the labels of levels begin with, once they are exchanged: in no content, and a word in any language.
const EXCHANGED: &str = "Zyxwvu";

/// The levels that come with the program.
const LEVELS: [&str; 6] =
    ["deteriorated", "insufficient", "initial", "steady", "sustained", "significant"];

/// The program's own data, and the page that explains it: the only places for what levels are called.
fn is_data(path: &str) -> bool {
    path.starts_with("/data/")
}

/// Exchanges the labels of the levels of a site, which stand in its vocabulary or come with the program.
fn exchange_labels(folder: &Path) {
    let file = folder.join("vocabulary.toml");
    let Ok(vocabulary) = fs::read_to_string(&file) else {
        let settings = folder.join("site.toml");
        let mut text = fs::read_to_string(&settings).expect("the settings");
        for level in LEVELS {
            text += &format!(
                "\n[[vocabulary.levels]]\nword = \"{level}\"\nlabel = \"{EXCHANGED} {level}\"\n"
            );
        }
        return fs::write(settings, text).expect("the settings");
    };
    let list = Regex::new(r"(?ms)^levels = \[.*?^\]").expect("a pattern");
    let levels = list.find(&vocabulary).expect("levels").as_str();
    let label = Regex::new("label = \"").expect("a pattern");
    let exchanged = label.replace_all(levels, format!("label = \"{EXCHANGED} "));
    let vocabulary = vocabulary.replace(levels, &exchanged);
    fs::write(file, vocabulary).expect("the vocabulary");
}

/// Every golden site, and this repository's own.
fn sites() -> Vec<(String, Folder)> {
    let golden = entries(&repository().join("tests/sites")).into_iter().map(|site| {
        let folder = Folder::new();
        folder.copy(&site.join("in"), "");
        (site.file_name().expect("a name").to_string_lossy().into_owned(), folder)
    });
    let own = own_sites().into_iter().map(|folder| ("this repository".to_owned(), folder));
    golden.chain(own).collect()
}

fn load(folder: &Folder, theme: &str) -> Site {
    let options = LoadOptions { theme: Some(theme.to_owned()), ..LoadOptions::default() };
    let (site, report) = Site::load(folder.path(), &options).expect("the site");
    assert!(!report.has_errors(), "{:#?}", report.diagnostics());
    site
}

fn text(site: &Site, route: &Route) -> String {
    String::from_utf8_lossy(&site.render(route).expect("a page")).into_owned()
}

#[test]
fn no_page_feed_or_record_says_what_a_level_is_called() {
    let mut found = Vec::new();
    let mut in_data: BTreeMap<String, usize> = BTreeMap::new();
    for (name, folder) in sites() {
        exchange_labels(folder.path());
        for theme in THEMES {
            let site = load(&folder, theme);
            for route in site.routes().iter().filter(|route| !is_data(route.as_str())) {
                let count = text(&site, route).matches(EXCHANGED).count();
                found
                    .extend((count > 0).then(|| format!("{name}, {theme}: {route} {count} times")));
            }
            for record in site.search_records() {
                let said = format!("{record:?}");
                let says = said.contains(EXCHANGED);
                found.extend(says.then(|| format!("{name}, {theme}: search, {}", record.path)));
            }
            let letters = text(&site, &Route::new("/data/letters.csv"));
            let visits = text(&site, &Route::new("/data/visits.csv"));
            let levels = site.archive().vocabulary.levels.iter();
            let named = levels.map(|level| {
                let cell = format!(",{},", level.word);
                letters.matches(&cell).count() + visits.matches(&cell).count()
            });
            *in_data.entry(name.clone()).or_default() += named.sum::<usize>();
        }
    }
    assert!(found.is_empty(), "{} pages\n{}", found.len(), found.join("\n"));
    // Or else there is nothing to be seen.
    let with_levels = in_data.values().filter(|named| **named > 0).count();
    assert!(with_levels >= 8, "levels are in the data: {in_data:?}");
}

/// The parts of a page that show how far somebody has come, in both themes.
const SHOWS_PROGRESS: &str = ".progress, .quote, q, blockquote, .strip desc, .strip text, dd";

#[test]
fn what_shows_progress_has_the_words_of_the_letter() {
    let selector = Selector::parse(SHOWS_PROGRESS).expect("a selector");
    let mut shown = 0;
    for (name, folder) in sites() {
        for theme in THEMES {
            let site = load(&folder, theme);
            let levels = &site.archive().vocabulary.levels;
            let letters = site.archive().letters.iter().map(|letter| &letter.progress);
            let authorities = site.archive().authorities.iter();
            let visits = authorities.flat_map(|it| it.visits.iter().map(|visit| &visit.progress));
            let progress = letters.chain(visits).flatten().map(|it| it.words.as_str());
            let findings = site.archive().letters.iter().flat_map(|letter| &letter.findings);
            let carrying = findings.flat_map(|finding| &finding.words).map(|it| it.words.as_str());
            let words: Vec<&str> = progress.chain(carrying).collect();
            for route in site.routes().iter().filter(|route| route.as_str().ends_with('/')) {
                let html = Html::parse_document(&text(&site, route));
                for element in html.select(&selector) {
                    let said = element.text().collect::<String>();
                    shown += words.iter().filter(|words| said.contains(**words)).count();
                    // A letter may say no more than what we call the level.
                    let rest = words.iter().fold(said.clone(), |rest, it| rest.replace(it, ""));
                    let rest = rest.to_lowercase();
                    for level in levels {
                        let is_said = rest.contains(&level.label.to_lowercase());
                        assert!(!is_said, "{name}, {theme}: {route} says “{said}”");
                    }
                }
            }
        }
    }
    assert!(shown > 50, "words of letters are shown {shown} times");
}

#[test]
fn the_facts_on_an_authority_lead_to_the_letter_by_its_words() {
    let folder = Folder::with_sunderland();
    let letter = |number: u32, progress: &str| {
        format!(
            "---\nkind: monitoring-visit\nvisit: {number}\non_site: 2016-0{number}-04\ndated: 2016-0{number}-20\n\
             source: https://example.org/\n{progress}findings:\n  - {{polarity: strength, topics: [thresholds], text: Good.}}\n---\nIt.\n"
        )
    };
    let inspection =
        "---\nname: Ayton\ninspections: [{published: 2015-01, overall: inadequate}]\n---\n";
    folder.write("content/authorities/ayton/authority.md", inspection);
    let progress = "progress: {words: has a long way to go, level: initial}\n";
    folder.write("content/authorities/ayton/visit-1.md", letter(1, progress));
    let of_theme = |theme: &str| {
        let page = text(&load(&folder, theme), &Route::new("/authorities/ayton/"));
        let html = Html::parse_document(&page);
        let facts = Selector::parse("dl > div").expect("a selector");
        let fact = html.select(&facts).find(|it| it.text().any(|it| it == "Latest letter"));
        let link = Selector::parse("a").expect("a selector");
        let fact = fact.expect("the fact");
        let link = fact.select(&link).next().expect("a link");
        let to = link.value().attr("href").expect("an address").to_owned();
        (link.text().collect::<String>(), to, fact.text().collect::<String>())
    };
    for theme in THEMES {
        let (words, to, fact) = of_theme(theme);
        assert_eq!(
            (words.as_str(), to.as_str()),
            ("“has a long way to go”", "./visit-1/"),
            "{theme}"
        );
        assert!(fact.contains("4 January 2016"), "{fact}");
    }
    folder.write("content/authorities/ayton/visit-2.md", letter(2, ""));
    for theme in THEMES {
        let (words, to, fact) = of_theme(theme);
        assert_eq!((words.as_str(), to.as_str()), ("Monitoring visit 2", "./visit-2/"), "{theme}");
        assert!(fact.contains("4 February 2016"), "{fact}");
    }
}
