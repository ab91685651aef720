//! Faithful summaries: what carries each finding stands in the letter, and no sentence is copied.
//!
//! `tests/faithful/<authority>/<letter>.tsv` has a line for each finding: its id, and the words of the
//! letter that carry it. The letters themselves are not part of this repository. Where they lie beside
//! it, the words are looked for in them. A letter or a finding may be added without such words.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use letterpress::Site;
use letterpress::model::Letter;

use crate::folder::{entries, repository};
use crate::repository_content::own_sites;

/// A run of so many words that stand in the letter too is copied.
const COPIED: usize = 12;

/// A letter's table.
struct Table {
    /// The letter's text, from the folder with all letters.
    source: String,
    /// For each finding its id and the words that carry it.
    findings: Vec<(String, Vec<String>)>,
}

/// The letters that have a table, each with its own.
fn tables(site: &Site) -> Vec<(&Letter, Table)> {
    let letters = site.archive().letters.iter();
    let tables: Vec<_> = letters.filter_map(|letter| Some((&**letter, table(letter)?))).collect();
    let folders = entries(&repository().join("tests/faithful"));
    let files = folders.iter().map(|folder| entries(folder).len()).sum::<usize>();
    assert_eq!(tables.len(), files, "each table is of a letter");
    tables
}

fn table(letter: &Letter) -> Option<Table> {
    let stem = Path::new(&letter.source.path).file_stem().expect("a name").to_string_lossy();
    let path = format!("tests/faithful/{}/{stem}.tsv", letter.folder);
    let text = fs::read_to_string(repository().join(&path)).ok()?;
    let mut lines = text.lines();
    let source = lines.next().and_then(|line| line.strip_prefix("# source: ")).expect("a source");
    let findings = lines.map(|line| {
        let (id, words) = line.split_once('\t').unwrap_or_else(|| panic!("{path}: {line}"));
        (id.to_owned(), words.split(" … ").map(plain).collect())
    });
    Some(Table { source: source.to_owned(), findings: findings.collect() })
}

/// The letters, where they lie beside this repository.
fn source(table: &Table) -> Option<String> {
    let folder: PathBuf = repository().join("../shared/letters");
    let path = folder.join(&table.source);
    folder.exists().then(|| {
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    })
}

/// One space between words, straight quotes, an ellipsis for three dots.
fn plain(text: &str) -> String {
    let straight = text.replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace("...", "…");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_finding_is_carried_by_words_of_the_letter() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        for (letter, table) in tables(&site) {
            let path = &letter.source.path;
            let source = source(&table).map(|text| plain(&text));
            for (id, words) in &table.findings {
                // The finding's own, or one that it had before.
                let mut ids = letter.findings.iter().flat_map(|finding| finding.anchors());
                assert!(ids.any(|it| it.as_str() == id), "{path}: {id} is no finding");
                assert!(words.iter().all(|words| !words.is_empty()), "{path}: {id}: no words");
                if let Some(source) = &source {
                    for words in words {
                        assert!(source.contains(words), "{path}: {id}: `{words}`");
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_said_to_be_printed_is() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        for (letter, table) in tables(&site) {
            let Some(source) = source(&table).map(|text| plain(&text)) else { return };
            let quotes = letter.quotes.iter().map(|quote| &quote.words);
            let progress = letter.progress.iter().map(|progress| &progress.words);
            let names = letter.inspectors.iter().map(|inspector| &inspector.name);
            for words in quotes.chain(progress).chain(names) {
                let stands = plain(words).split(" … ").all(|part| source.contains(part));
                assert!(stands, "{}: `{words}`", letter.source.path);
            }
        }
    }
}

/// Words in small letters, without marks; what stands in quotation marks is left out.
fn words(text: &str) -> Vec<String> {
    let mut outside = String::new();
    for (place, part) in plain(text).split('"').enumerate() {
        outside.push_str(if place % 2 == 0 { part } else { " | " });
    }
    outside
        .split_whitespace()
        .map(|word| word.to_lowercase())
        .map(|word| {
            word.trim_matches(|mark: char| !mark.is_alphanumeric() && mark != '|').to_owned()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn no_sentence_is_copied() {
    for folder in own_sites() {
        let (site, _) = folder.load();
        for (letter, table) in tables(&site) {
            let Some(source) = source(&table) else { return };
            let source = words(&source.replace('"', " "));
            let runs: HashSet<&[String]> = source.windows(COPIED).collect();
            let texts = letter.findings.iter().map(|finding| finding.text.as_str());
            for text in texts.chain([letter.body.markdown.as_str()]) {
                let copied =
                    words(text).windows(COPIED).find(|run| runs.contains(run)).map(<[_]>::to_vec);
                assert!(copied.is_none(), "{}: {copied:?}", letter.source.path);
            }
        }
    }
}
