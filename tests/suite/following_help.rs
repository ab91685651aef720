//! The help, followed: what is to be written is written, and the file is then right.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use letterpress::diagnostics::{Diagnostic, Place, Report, Suggestion, applied, joined};
use letterpress::{LoadOptions, Site};
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::mistakes::{cases, folder_with};

/// Why a problem whose help says what to write has nothing that a program could write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unwritten {
    /// The help shows a form, and what goes into it only the letter says.
    FormOnly,
    /// It stands in a text of the front matter, whose words may be written in several ways.
    InText,
}

/// The problems whose help says what to write, and that no suggestion has.
const UNWRITTEN: &[(&str, Unwritten)] = &[
    ("bad-date", Unwritten::FormOnly),
    ("control-character", Unwritten::InText),
    ("dead-link", Unwritten::InText),
    ("fraction-as-percent", Unwritten::FormOnly),
    ("odd-link", Unwritten::FormOnly),
];

/// Problems that a mended value brings to light: they were there before, and could not be seen.
const BROUGHT_TO_LIGHT: &[(&str, &str)] = &[
    ("authority-bad-codes", "wrong-code"),
    ("authority-mistakes", "unknown-authority"),
    ("letter-checked", "checked-in-vain"),
    ("letter-dates-overlapping", "duplicate-visit"),
    ("letter-external-picture", "odd-link"),
    ("letter-fence-after-space", "missing-key"),
    ("letter-pasted-headings", "heading-levels"),
    ("letter-unknown-authority", "duplicate-authority"),
    ("letter-words-of-the-letter", "bad-page"),
    ("topic-mistakes", "duplicate-topic-name"),
];

/// Those that may come with any file, date or number that can be read, and keep no site from being built.
const WARNINGS: &[&str] = &[
    "dates-out-of-order",
    "empty-letter",
    "late-letter",
    "long-visit",
    "missing-source",
    "no-cycle",
    "single-point",
    "untitled-key",
    "visit-order",
];

fn load(folder: &Folder) -> Option<(Site, Report)> {
    Site::load(folder.path(), &LoadOptions { drafts: true, ..LoadOptions::default() }).ok()
}

fn key(problem: &Diagnostic) -> (&str, &str, &str) {
    (problem.place.path(), problem.code(), &problem.message)
}

/// Writes all that a report suggests, and says whether that was anything.
fn follow(folder: &Folder, report: &Report) -> bool {
    let mut by_file: BTreeMap<&str, Vec<&Suggestion>> = BTreeMap::new();
    for problem in report.diagnostics() {
        if let (Place::Span(source, _), Some(suggestion)) = (&problem.place, &problem.suggestion) {
            by_file.entry(&source.path).or_default().push(suggestion);
        }
    }
    for (path, suggestions) in &by_file {
        let full = folder.path().join(path);
        let text = fs::read_to_string(&full).expect("a text");
        fs::write(full, applied(&text, &joined(suggestions.iter().copied()))).expect("a file");
    }
    !by_file.is_empty()
}

/// Follows the help of a case to its end: what was told first, and what is told then.
fn followed(case: &Path) -> Option<(Folder, Report, Report)> {
    let folder = folder_with(case);
    let (_, first) = load(&folder)?;
    let mut last = first.clone();
    for _ in 0..4 {
        if !follow(&folder, &last) {
            return Some((folder, first, last));
        }
        last = load(&folder)?.1;
    }
    panic!("{case:?}: the help has no end: {last}");
}

#[test]
fn what_the_help_says_mends_it_and_brings_nothing_new() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in cases() {
        let Some((_, first, last)) = followed(&case) else { continue };
        let name = case.file_stem().and_then(|it| it.to_str()).expect("a name");
        let suggested = first.diagnostics().iter().filter(|it| it.suggestion.is_some()).count();
        count += suggested;
        // What has nothing to write stays, and may say the same as another.
        let mut may_stay: BTreeMap<_, usize> = BTreeMap::new();
        for problem in first.diagnostics().iter().filter(|it| it.suggestion.is_none()) {
            *may_stay.entry(key(problem)).or_default() += 1;
        }
        for problem in last.diagnostics() {
            let stays = may_stay.entry(key(problem)).or_default();
            let was_hidden = BROUGHT_TO_LIGHT.contains(&(name, problem.code()))
                || WARNINGS.contains(&problem.code());
            if *stays == 0 && !was_hidden {
                wrong.push(format!("{name}: [{}] {problem}", problem.code()));
            }
            *stays = stays.saturating_sub(1);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 100, "only {count} suggestions");
}

/// What the help says to write, a program can write too, but for what is listed with its reason.
#[test]
fn what_the_help_says_to_write_is_suggested() {
    let says_what = |help: &str| {
        let is_before_words = |start: &str| {
            help.match_indices(start).any(|(at, _)| {
                let rest = &help[at + start.len()..];
                rest.starts_with(|it: char| it.is_ascii_digit() || "`[".contains(it))
            })
        };
        ["write ", "did you mean ", "hyphens: "].iter().any(|start| is_before_words(start))
    };
    let mut missing = BTreeSet::new();
    let mut needed = BTreeSet::new();
    for case in cases() {
        let Some((_, report)) = load(&folder_with(&case)) else { continue };
        for problem in report.diagnostics() {
            if !problem.help.as_deref().is_some_and(says_what) {
                continue;
            }
            let code = problem.code();
            if problem.suggestion.is_some() {
                continue;
            }
            let is_in_content = problem.place.path().starts_with("content/");
            match UNWRITTEN.iter().find(|(known, _)| *known == code) {
                Some((code, _)) => _ = needed.insert(*code),
                None if !is_in_content => {}
                None => _ = missing.insert(format!("{}: [{code}] {problem}", case.display())),
            }
        }
    }
    let missing: Vec<String> = missing.into_iter().collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    let unneeded: Vec<&str> =
        UNWRITTEN.iter().map(|(code, _)| *code).filter(|code| !needed.contains(code)).collect();
    assert!(unneeded.is_empty(), "they have suggestions: {unneeded:?}");
}

/// What a mended file says, where a case names what was meant.
#[test]
fn what_is_written_means_what_was_meant() {
    let meanings: &[(&str, &str, Value)] = &[
        ("letter-several-days", "/on_site", json!("2016-08-04/2016-08-05")),
        ("letter-several-days", "/dated", json!("2016-09-02")),
        ("letter-several-days", "/published", json!(["2016-09-13", "2016-09-14"])),
        ("letter-several-days", "/measures/0/points/2016-09-13", json!(1)),
        ("letter-several-days", "/measures/0/points/2016-08-04", json!(2)),
        ("letter-several-days", "/measures/0/points/2017-04-13", json!(10)),
        ("letter-list-of-dates", "/on_site", json!(["2016-08-04", "2016-08-08"])),
        ("letter-dates-in-words", "/on_site", json!("2017-02-23/2017-02-24")),
        ("letter-dates-odd", "/on_site", json!(["2018-01-02", "2018-01-05"])),
        ("letter-dates-odd", "/dated", json!("2018-23")),
        ("letter-dates-odd", "/published", json!("2018-02-15")),
        ("letter-quoted-values", "/visit", json!(6)),
        ("letter-quoted-values", "/draft", json!(false)),
        ("letter-quoted-values", "/findings/0/key", json!(true)),
        ("letter-quoted-values", "/findings/0/topics", json!(["thresholds"])),
        ("letter-quoted-values", "/findings/0/page", json!(3)),
        ("letter-quoted-values", "/measures/0/points/2017-04", json!(252)),
        ("letter-numbers-in-words", "/visit", json!(3)),
        ("letter-numbers-in-words", "/findings/0/page", json!(6)),
        ("letter-numbers-in-words", "/measures/0/points/2017-04", json!(1252)),
        ("letter-numbers-in-words", "/measures/0/points/2017-08", json!(1646)),
        ("letter-numbers-odd", "/visit", json!(6)),
        ("letter-visit-with-point", "/visit", json!(6)),
        ("letter-visit-with-point", "/inspectors/0/name", json!("Ann Example")),
        ("letter-visit-with-point", "/progress/words", json!("making steady progress")),
        ("letter-visit-with-point", "/evidence", json!(["case records", "interviews"])),
        ("letter-several-in-one-text", "/areas", json!(["early help", "leaving care"])),
        ("letter-several-in-one-text", "/evidence", json!(["case records", "interviews"])),
        ("letter-several-in-one-text", "/findings/2/topics", json!(["thresholds", "early-help"])),
        ("letter-yaml-next-item-without-hyphen", "/inspectors/1/name", json!("Bob Example")),
        ("letter-yaml-next-item-without-hyphen", "/findings/2/id", json!("plans-read")),
        ("letter-yaml-hyphen-before-key", "/visit", json!(6)),
        ("letter-notes-behind-values", "/areas", json!(["early help"])),
        ("letter-notes-behind-values", "/findings/0/polarity", json!("strength")),
        ("letter-text-right-below-the-keys", "/quotes/0/speaker", json!("a parent")),
        ("letter-fence-set-in", "/quotes/0/speaker", json!("a parent")),
        ("letter-yaml-bullet-at-margin", "/quotes/1/words", json!("So it is.")),
        ("letter-yaml-list-without-key", "/findings/1/text", json!("Plans are late.")),
        ("letter-yaml-open-quote-in-list", "/areas", json!(["early help", "leaving care"])),
        ("letter-yaml-open-quote-in-list", "/evidence", json!(["case records", "interviews"])),
        ("letter-yaml-group-of-list-not-indented", "/quotes/0/speaker", json!("a young person")),
        ("letter-yaml-first-hyphen", "/areas", json!(["early help", "leaving care"])),
        ("letter-yaml-first-hyphen", "/evidence", json!(["case records", "interviews"])),
        ("letter-yaml-first-hyphen", "/findings/0/text", json!("Plans are clear.")),
        ("authority-yaml-next-inspection", "/inspections/1/published", json!("2015-07")),
        ("letter-yaml-first-item-shifted", "/findings/0/polarity", json!("strength")),
        ("letter-yaml-key-among-texts", "/evidence", json!(["case records"])),
        ("letter-yaml-key-among-texts", "/findings/0/words", json!("plans are clear")),
        ("letter-yaml-item-in-item", "/areas", json!(["early help", "leaving care"])),
        ("letter-yaml-item-in-item", "/evidence", json!(["case records", "interviews"])),
        ("letter-yaml-quoted-word-in-list", "/areas/1", json!("\"leaving\" care")),
        ("letter-yaml-signs-for-colons", "/on_site", json!("2018-01-23/2018-01-24")),
        (
            "authority-yaml-hyphen-on-each-key",
            "/inspections/0/judgements/leadership",
            json!("inadequate"),
        ),
        (
            "authority-yaml-judgements-not-indented",
            "/inspections/0/judgements/care-leavers",
            json!("inadequate"),
        ),
        ("letter-names-for-slugs", "/findings/0/topics/0", json!("partnership")),
        ("letter-names-for-slugs", "/measures/0/topic", json!("partnership")),
        ("letter-authority-misspelt", "/authorities/0", json!("sunderland")),
        ("letter-words-as-shown", "/kind", json!("monitoring-visit")),
        ("letter-words-as-shown", "/progress/level", json!("steady")),
        ("letter-words-as-shown", "/findings/0/polarity", json!("not-yet")),
        ("letter-unknown-words", "/measures/0/unit", json!("percent")),
        ("letter-wrong-types-2", "/inspectors/0/lead", json!(true)),
        (
            "letter-several-paragraphs",
            "/findings/0/text",
            json!("Plans are clear.\nBut they come late.\n"),
        ),
        (
            "letter-paragraphs-of-kinds",
            "/findings/0/text",
            json!("Plans are clear. But they come late.\n"),
        ),
        (
            "letter-paragraphs-of-kinds",
            "/findings/3/text",
            json!("Plans are clear. But they come late."),
        ),
        ("letter-lists-as-text", "/areas", json!(["early help", "neglect"])),
        ("letter-lists-as-text", "/findings/0/topics", json!(["leadership", "thresholds"])),
        ("letter-lists-as-text", "/findings/2/topics", json!(["leadership", "thresholds"])),
        ("letter-lists-as-text", "/findings/3/topics", json!(["leadership", "thresholds"])),
        ("letter-joined-items", "/areas", json!(["early help", "neglect", "care leavers"])),
        ("letter-joined-items", "/evidence/2", json!("meetings")),
        ("letter-joined-items", "/findings/1/topics/1", json!("thresholds")),
        ("letter-dates-nearly", "/on_site", json!("2016-08-04/2016-08-05")),
        ("letter-dates-nearly", "/dated", json!("2016-09-02")),
        ("letter-dates-nearly", "/published", json!("2016-09-12/2016-09-13")),
        ("letter-dates-nearly", "/measures/0/points/2016-07-20", json!(2)),
        ("letter-numbers-nearly", "/visit", json!(2)),
        ("letter-numbers-nearly", "/findings/0/page", json!(3)),
        ("letter-numbers-nearly", "/findings/1/page", json!(3)),
        ("letter-numbers-nearly", "/measures/0/points/2015-11", json!(69)),
        ("letter-numbers-nearly", "/measures/3/points/2016-11", json!(69.5)),
        ("authority-name-of-another", "/name", json!("Sunderland")),
        ("authority-neighbours", "/statistical_neighbours/2", json!("kingston-upon-hull")),
        ("authority-grade-in-full", "/inspections/0/overall", json!("inadequate")),
        ("page-menu-quoted", "/menu", json!(2)),
    ];
    let all = cases();
    for (name, pointer, meant) in meanings {
        let case = all.iter().find(|case| case.file_stem().is_some_and(|it| it == *name));
        let (folder, ..) = followed(case.expect(name)).expect("a site");
        let place = match name.split('-').next() {
            Some("letter") => "content/authorities/sunderland/letter.md",
            Some("authority") => "content/authorities/sunderland/authority.md",
            _ => "content/pages/page.md",
        };
        let text = fs::read_to_string(folder.path().join(place)).expect("a text");
        let yaml = text.split("---\n").nth(1).expect("front matter");
        let value: Value = serde_yaml::from_str(yaml).expect("YAML");
        assert_eq!(value.pointer(pointer), Some(meant), "{name}: {pointer}: {text}");
    }
}
