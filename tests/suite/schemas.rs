//! The schemas of front matter.
//!
//! `.schema/KIND.json` is what `letterpress schema KIND` prints: `UPDATE=1 cargo test` writes it anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jsonschema::Validator;
use letterpress::model::{Date, DateError, Slug};
use letterpress::parse::{FrontMatter, built_in_vocabulary, schema};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::folder::{Folder, entries, is_update, repository, tree};
use crate::repository_content::own_sites;

/// The cases of `tests/letters` that a schema refuses: what is wrong with them can be seen in the front
/// matter alone. It must let all others through. A new case with such a mistake belongs here.
const SEEN: &[&str] = &[
    "authority-bad-codes",
    "authority-grade-in-full",
    "authority-misspelt-inspections",
    "authority-mistakes",
    "authority-neighbours",
    "authority-old-code",
    "authority-own-predecessor",
    "authority-unreadable-dates",
    "authority-yaml-hyphen-on-each-key",
    "authority-yaml-judgements-not-indented",
    "letter-accents",
    "letter-address-taken",
    "letter-area-with-colon",
    "letter-bad-dates",
    "letter-bad-numbers",
    "letter-bad-source",
    "letter-dash-in-text",
    "letter-dates-in-words",
    "letter-dates-nearly",
    "letter-dates-odd",
    "letter-dates-overlapping",
    "letter-duplicate-ids",
    "letter-four-mistakes",
    "letter-joined-items",
    "letter-key-in-another-group",
    "letter-last-fence-and-sentence",
    "letter-list",
    "letter-list-of-dates",
    "letter-lists-as-text",
    "letter-missing-keys",
    "letter-more-values",
    "letter-names-for-slugs",
    "letter-notes-behind-values",
    "letter-numbers-in-words",
    "letter-numbers-nearly",
    "letter-numbers-odd",
    "letter-old-ids",
    "letter-old-ids-no-list",
    "letter-quoted-values",
    "letter-scalar-topics",
    "letter-second-item",
    "letter-several-days",
    "letter-slug-without-letters",
    "letter-ten-mistakes",
    "letter-that-is-an-authority",
    "letter-topic-by-another-name",
    "letter-unknown-everywhere",
    "letter-unknown-polarity",
    "letter-unknown-words",
    "letter-unsafe-links",
    "letter-unwanted-yaml",
    "letter-values-behind-hash",
    "letter-visit-with-point",
    "letter-words-as-shown",
    "letter-words-of-the-letter",
    "letter-wrong-types",
    "letter-wrong-types-2",
    "letter-yaml-all-joined",
    "letter-yaml-bullet",
    "letter-yaml-depth",
    "letter-yaml-depth-hyphens",
    "letter-yaml-empty-text",
    "letter-yaml-group-not-indented",
    "letter-yaml-group-of-list-not-indented",
    "letter-yaml-hyphen-on-each-key",
    "letter-yaml-joined-hyphens",
    "letter-yaml-joined-in-braces",
    "letter-yaml-list-of-numbers",
    "letter-yaml-list-without-hyphens",
    "letter-yaml-list-without-key",
    "letter-yaml-thousands-in-braces",
    "letter-yaml-thousands-in-lines",
    "page-menu",
    "page-menu-quoted",
    "page-mistakes",
    "page-that-is-a-letter",
    "page-that-is-a-topic",
    "topic-mistakes",
    "topic-that-is-a-letter",
];

/// The cases that hold no front matter, or none that can be read.
const UNREADABLE: &[&str] = &[
    "authority-empty",
    "authority-unreadable",
    "letter-control-character",
    "letter-fence-after-space",
    "letter-fence-set-in",
    "letter-fence-with-dots",
    "letter-first-fence",
    "letter-front-matter-missing",
    "letter-front-matter-without-end",
    "letter-key-below-empty-key",
    "letter-last-fence",
    "letter-last-fence-and-rule",
    "letter-last-fence-and-stars",
    "letter-several-in-one-text",
    "letter-text-before-front-matter",
    "letter-text-right-below-the-keys",
    "letter-yaml-apostrophe",
    "letter-yaml-bracket-text",
    "letter-yaml-bullet-at-margin",
    "letter-yaml-colon",
    "letter-yaml-column",
    "letter-yaml-depth-brackets",
    "letter-yaml-empty-line-in-words",
    "letter-yaml-equals",
    "letter-yaml-first-hyphen",
    "letter-yaml-first-item-shifted",
    "letter-yaml-goes-on",
    "letter-yaml-group-half-indented",
    "letter-yaml-hash-in-list",
    "letter-yaml-hyphen",
    "letter-yaml-hyphen-before-key",
    "letter-yaml-joined-later",
    "letter-yaml-key-among-texts",
    "letter-yaml-list-behind-key",
    "letter-yaml-list-of-letters",
    "letter-yaml-list-of-stars",
    "letter-yaml-list-of-symbols",
    "letter-yaml-merge-marks",
    "letter-yaml-next-item-without-hyphen",
    "letter-yaml-nine-and-nine",
    "letter-yaml-no-break-space",
    "letter-yaml-no-colon",
    "letter-yaml-open-bracket",
    "letter-yaml-open-quote-in-list",
    "letter-yaml-quote",
    "letter-yaml-quoted-start",
    "letter-yaml-quoted-word-in-list",
    "letter-yaml-quotes-of-the-text",
    "letter-yaml-second-line",
    "letter-yaml-semicolon-in-braces",
    "letter-yaml-signs-for-colons",
    "letter-yaml-space-after-colon",
    "letter-yaml-space-after-key",
    "letter-yaml-space-in-comment",
    "letter-yaml-star",
    "letter-yaml-tab",
    "letter-yaml-tab-behind-hyphen",
    "letter-yaml-tab-in-item",
    "letter-yaml-tab-in-list",
    "letter-yaml-three-colons",
    "letter-yaml-two-keys",
    "letter-yaml-unit-sign",
    "letter-yaml-unknown-line",
    "letter-yaml-without-first-fence",
    "letter-yaml-without-last-fence",
    "letter-yaml-wrong-bracket",
    "page-empty",
];

/// With the words that come with the program.
fn schema_of(kind: FrontMatter) -> Value {
    schema(kind, &built_in_vocabulary())
}

fn validator(kind: FrontMatter) -> Validator {
    jsonschema::draft7::new(&schema_of(kind)).expect("a schema")
}

/// The front matter of a file, where it can be read at all.
fn front_matter(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).expect("a text");
    let rest = text.strip_prefix("---\n")?;
    let (yaml, _) = rest.split_once("\n---")?;
    serde_yaml::from_str(yaml).ok()
}

fn problems(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|it| format!("{}: {it}", it.instance_path())).collect()
}

#[test]
fn they_are_of_draft_07_and_valid() {
    for kind in FrontMatter::ALL {
        let schema = schema_of(kind);
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        jsonschema::draft7::meta::validate(&schema).expect("a valid schema");
        assert!(schema["title"].is_string() && schema["description"].is_string());
    }
}

/// A key without a description is of no help to whoever writes.
#[test]
fn every_key_is_described() {
    fn look(schema: &Value, path: &str) {
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let path = format!("{path}/{name}");
            let description = property["description"].as_str().unwrap_or("");
            assert!(!description.is_empty(), "{path} is not described");
            assert!(!description.contains('\n'), "{path}: {description}");
            look(property, &path);
            look(&property["items"], &path);
        }
    }
    for kind in FrontMatter::ALL {
        look(&schema_of(kind), kind.word());
    }
}

#[test]
fn the_copies_in_the_repository_are_what_the_command_prints() {
    for kind in FrontMatter::ALL {
        let printed = Folder::new().run(&["schema", kind.word()]).expect(0).stdout;
        let read: Value = serde_json::from_str(&printed).expect("JSON");
        assert_eq!(read, schema_of(kind));
        let copy = repository().join(format!(".schema/{}.json", kind.word()));
        if is_update() {
            fs::write(copy, printed).expect("a file to update");
        } else {
            let kept = fs::read_to_string(&copy).expect("a copy");
            assert!(kept == printed, "{} is old: UPDATE=1 cargo test", copy.display());
        }
    }
}

#[test]
fn all_content_is_valid() {
    for folder in own_sites() {
        let content = folder.path().join("content");
        let mut count = 0;
        for path in tree(&content).into_keys().filter(|path| path.ends_with(".md")) {
            let kind = match path.split('/').next().expect("a folder") {
                "topics" => FrontMatter::Topic,
                "pages" => FrontMatter::Page,
                _ if path.ends_with("/authority.md") => FrontMatter::Authority,
                _ => FrontMatter::Letter,
            };
            let value = front_matter(&content.join(&path)).expect("front matter");
            assert_eq!(problems(&validator(kind), &value), [""; 0], "{path}");
            count += 1;
        }
        assert!(count > 0, "the content is found");
    }
}

#[test]
fn the_mistakes_that_they_can_see_are_refused_and_no_others() {
    let (mut refused, mut unreadable) = (BTreeSet::new(), BTreeSet::new());
    for path in entries(&repository().join("tests/letters")) {
        if path.extension().is_none_or(|it| it != "md") {
            continue;
        }
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let kind = FrontMatter::ALL.into_iter().find(|kind| name.starts_with(kind.word()));
        let validator = validator(kind.expect("a kind"));
        match front_matter(&path) {
            Some(value) if validator.is_valid(&value) => {}
            Some(_) => _ = refused.insert(name),
            None => _ = unreadable.insert(name),
        }
    }
    assert_eq!(refused, SEEN.iter().map(ToString::to_string).collect());
    assert_eq!(unreadable, UNREADABLE.iter().map(ToString::to_string).collect());
}

/// What the program reads without a word, a schema does not underline.
#[test]
fn what_the_program_forgives_they_forgive() {
    let letter = "---\nkind: focused-visit\nvisit:\non_site: '2017-02-01 / 2017-02-02'\n\
        dated: \"[2017-03-02, 2017-03-03]\"\npublished: {2017, 2018-01}\nsource: https://letters.example/1\n\
        slug: 2018\nauthorities:\ndraft:\nareas: [2018, early help]\naliases: [/visit/1.html]\n\
        inspectors: [{name: A, lead: }]\nquotes: [{words: 3, speaker: }]\nprogress:\n\
        findings: [{id: , polarity: mixed, topics: [leadership], text: 'One.', subject: , aliases: [2018]}]\n\
        measures: [{id: a, label: A, unit: , points: {2016: 3, 2017-01~: -0.5, 2017-23: 1.5e3}}]\n---\n";
    let authority = "---\nname: 3\nla_code: 394\nregion:\naliases: [Aytoun, /ayton/]\ninspections:\n\
        \x20 - {on_site: 2015, judgements: {adoption: , leadership: good}}\n\
        delivery: [{name: Trust, from: 2017, to: }]\n---\n";
    let folder = Folder::with_sunderland();
    for (path, text, kind) in [
        ("content/authorities/sunderland/letter.md", letter, FrontMatter::Letter),
        ("content/authorities/sunderland/authority.md", authority, FrontMatter::Authority),
    ] {
        folder.write(path, text);
        let value = front_matter(&folder.path().join(path)).expect("front matter");
        assert_eq!(problems(&validator(kind), &value), [""; 0], "{path}");
    }
    assert!(!folder.run(&["check"]).stderr.contains("error["));
}

/// Dates that are just so, and texts that are just not.
#[test]
fn they_know_a_date_when_they_see_one() {
    let dated = &schema_of(FrontMatter::Letter)["properties"]["dated"];
    let dated = jsonschema::draft7::new(dated).expect("a schema");
    let good = json!([
        "2018-02-15",
        "2018-12",
        "2018",
        "1000",
        "9998",
        2018,
        "2017-21",
        "2017-24",
        "2018-01~",
        "2016-02-29",
        "2018-01-23/2018-01-24",
        "2017/2018-01~",
        "[2018, 2019-01-31]",
        "{2018-01-22,2018-01-25}",
        {"2018-01-22": null, "2018-01-25": null},
        ["2018-01-01", 2019],
        "2018-10-31",
    ]);
    for date in good.as_array().expect("dates") {
        assert!(dated.is_valid(date), "{date} is refused");
    }
    let bad = json!([
        "", "2018-02-30", "2018-04-31", "2018-11-31", "9999", 9999, "0999", 999, "2018-00", "2018-13", "2018-20",
        "2018-25", "2018-1-01", "2018-01-00", "2018-01-32", "2018-21-01", "20205", "2018~~", "2018/", "/2018",
        "2018/2019/2020", "[]", [], "[2018/2019]", ["2018/2019"], [["2018"]], "23 January 2018", 2018.5, true, null,
        {"day": 3}, {}, {"2018-01-22": 1}, {"day": null}, "{}", "{2018]",
    ]);
    for text in bad.as_array().expect("texts") {
        assert!(!dated.is_valid(text), "{text} is taken");
        if let Some(text) = text.as_str() {
            assert!(text.parse::<Date>().is_err(), "{text} is a date to the program");
        }
    }
}

proptest! {
    /// A schema takes every date that the program takes, and refuses every other but those that only a
    /// calendar can tell.
    #[test]
    fn they_take_the_dates_that_the_program_takes(
        text in " ?[0129][0-9]{3}(-[0-3][0-9](-[0-3][0-9])?)?~?( ?[/,-] ?[129][09]{3}(-0[1-9](-[0-3][0-9])?)?)?"
    ) {
        let dated = jsonschema::draft7::new(&schema_of(FrontMatter::Letter)["properties"]["dated"]);
        let dated = dated.expect("a schema");
        for text in [text.clone(), format!("[{text}]"), format!("{{{text}}}")] {
            let taken = dated.is_valid(&json!(text));
            match text.parse::<Date>() {
                Ok(_) => prop_assert!(taken, "{text} is refused"),
                Err(DateError::Backwards | DateError::Overlapping) => {}
                Err(DateError::NoSuchDay) if text.contains("-02-29") => {}
                Err(error) => prop_assert!(!taken, "{text} is taken: {error}"),
            }
        }
    }

    #[test]
    fn they_take_the_names_that_the_program_takes(text in "[a-zA-Z0-9é_-]{0,4}|[a-z-]{99,102}") {
        let slug = &schema_of(FrontMatter::Letter)["properties"]["slug"];
        let slug = jsonschema::draft7::new(slug).expect("a schema");
        prop_assert_eq!(slug.is_valid(&json!(text)), Slug::parse(&text).is_some(), "{}", text);
    }
}
