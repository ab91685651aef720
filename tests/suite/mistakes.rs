//! Mistakes: each file in `tests/letters` stands beside what is printed about it.
//!
//! `letter-….md` is put with an authority, `authority-….md` in the place of its `authority.md`,
//! `topic-….md`, `page-….md` and `site-….toml` where they belong, in the site of `tests/letters/site`; and that of
//! `vocabulary-….toml` names it.

use std::fs;
use std::path::{Path, PathBuf};

use letterpress::diagnostics::{Report, is_forbidden};

use crate::folder::{Folder, Run, entries, is_update, repository};

pub(crate) fn cases() -> Vec<PathBuf> {
    let is_case = |path: &PathBuf| path.is_file() && path.extension().is_some_and(|it| it != "txt");
    entries(&repository().join("tests/letters")).into_iter().filter(is_case).collect()
}

pub(crate) fn folder_with(case: &Path) -> Folder {
    let folder = Folder::with_sunderland();
    let name = case.file_name().expect("a name").to_string_lossy().into_owned();
    let place = match name.split('-').next().expect("a kind") {
        "letter" => "content/authorities/sunderland/letter.md",
        "authority" => "content/authorities/sunderland/authority.md",
        "topic" => "content/topics/topic.md",
        "page" => "content/pages/page.md",
        "site" => "site.toml",
        "vocabulary" => {
            let settings = fs::read_to_string(folder.path().join("site.toml")).expect("settings");
            let named = "[vocabulary]\nfile = \"vocabulary.toml\"\n";
            folder.write("site.toml", format!("{settings}\n{named}"));
            "vocabulary.toml"
        }
        other => panic!("{other} is no kind of file"),
    };
    folder.write(place, fs::read(case).expect("a case"));
    folder
}

#[test]
fn each_mistake_is_told_as_it_stands_beside_it() {
    let cases = cases();
    assert!(cases.len() >= 60, "the cases are found");
    let mut different = Vec::new();
    for case in cases {
        let Run { stderr, code, .. } = folder_with(&case).run(&["check", "--quiet"]);
        assert!(
            code == Some(1) || code == Some(2) || stderr.contains("warning"),
            "{case:?}: {stderr}"
        );
        let expected = case.with_extension("txt");
        if is_update() {
            fs::write(&expected, &stderr).expect("a file to update");
        } else if fs::read_to_string(&expected).ok().as_ref() != Some(&stderr) {
            different.push(format!("{}:\n{stderr}", case.display()));
        }
    }
    assert!(
        different.is_empty(),
        "{}\nIf this is what is wanted: UPDATE=1 cargo test, then read the difference.",
        different.join("\n")
    );
}

#[test]
fn four_mistakes_in_one_letter_are_told_in_one_run_and_cost_nothing() {
    let folder = Folder::with_sunderland();
    folder.run(&["build"]).expect(0);
    let before = crate::folder::tree(&folder.path().join("public"));

    let case = repository().join("tests/letters/letter-four-mistakes.md");
    folder.write("content/authorities/sunderland/letter.md", fs::read(case).expect("a case"));
    let run = folder.run(&["build", "--format", "json"]).expect(1);

    let told: Vec<serde_json::Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let codes: Vec<&str> = told.iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!(codes, ["unknown-key", "bad-date", "unknown-topic", "dead-link"]);
    let places: Vec<(u64, u64)> = told
        .iter()
        .map(|one| {
            (one["line"].as_u64().expect("a line"), one["column"].as_u64().expect("a column"))
        })
        .collect();
    assert_eq!(places, [(3, 1), (5, 8), (9, 14), (14, 5)]);
    for one in &told {
        assert_eq!(one["severity"], "error");
        assert_eq!(one["file"], "content/authorities/sunderland/letter.md");
        assert!(one["end_line"].is_u64() && one["end_column"].is_u64());
        assert!(one["message"].is_string() && one["help"].is_string());
    }
    assert_eq!(before, crate::folder::tree(&folder.path().join("public")));
}

#[test]
fn github_is_told_at_file_and_line() {
    let folder = folder_with(&repository().join("tests/letters/letter-unknown-topic.md"));
    let run = folder.run(&["check", "--format", "github"]).expect(1);
    let start = "::error file=content/authorities/sunderland/letter.md,line=9,col=14,endLine=9,endColumn=23,\
                 title=unknown-topic::there is no topic `threshold`%0A";
    assert!(run.stdout.starts_with(start), "{}", run.stdout);
}

/// Beyond fifty, a person is told only how many there are; a program is told all.
#[test]
fn very_many_mistakes_are_counted() {
    let folder = Folder::with_sunderland();
    for number in 1..=60 {
        let path = format!("content/authorities/sunderland/letter-{number}.md");
        folder.write(&path, "no front matter\n");
    }
    let text = folder.run(&["check"]).expect(1).stderr;
    assert_eq!(text.matches("error[missing-front-matter]").count(), 50);
    assert!(text.contains("and 10 more"), "{text}");
    let json = folder.run(&["check", "--format", "json"]).expect(1).stdout;
    assert_eq!(json.lines().count(), 60);
}

/// Of a file with very many warnings not all are told; but every error is, and no warning becomes one.
#[test]
fn very_many_warnings_hide_no_error_and_become_none() {
    let case = repository().join("tests/letters/letter-many-warnings.md");
    let text = fs::read_to_string(&case).expect("a case");
    let told = |text: &str, code| {
        let folder = folder_with(&case);
        folder.write("content/authorities/sunderland/letter.md", text);
        let told = folder.run(&["check", "--format", "json"]).expect(code).stdout;
        let lines = told.lines().map(|line| serde_json::from_str(line).expect("JSON"));
        lines.collect::<Vec<serde_json::Value>>()
    };
    let count = |told: &[serde_json::Value], severity: &str, code: &str| {
        told.iter().filter(|it| it["severity"] == severity && it["code"] == code).count()
    };
    let with_error = told(&text, 1);
    assert_eq!(count(&with_error, "error", "raw-html"), 2, "{with_error:#?}");
    assert_eq!(count(&with_error, "warning", "single-point"), 98);
    assert_eq!(count(&with_error, "warning", "too-many-problems"), 1);
    assert_eq!(with_error.len(), 101);

    let without = told(&text.replace(['<', '>'], ""), 0);
    assert_eq!(count(&without, "warning", "too-many-problems"), 1, "{without:#?}");
    let only_errors = told(&text.replace("Managers", &"<b>".repeat(110)), 1);
    assert_eq!(count(&only_errors, "error", "too-many-problems"), 1, "{only_errors:#?}");
}

/// A file may be called anything, and no name of one leads a terminal, a log or a table astray.
#[cfg(target_os = "linux")]
#[test]
fn names_of_files_are_shown_and_not_obeyed() {
    let folder = Folder::with_sunderland();
    let name = "a\u{1b}[31m\u{1b}]0;b\u{7}\u{9b}2J\u{202e}\u{7f}\nc";
    folder.write(&format!("content/topics/{name}.md"), "no front matter\n");
    folder.write(&format!("content/topics/{name}.pdf"), "a picture");
    for format in ["text", "github", "json", "sarif"] {
        let run = folder.run_as_step(&["check", "--format", format], "summary");
        let summary = fs::read_to_string(folder.path().join("summary")).unwrap_or_default();
        let told = [run.stdout, run.stderr, summary].concat();
        assert!(told.contains("bad-file-name") && told.contains("unsafe-file"), "{told}");
        let unseen = told.chars().find(|it| is_forbidden(*it));
        assert_eq!(unseen, None, "{format}: {told:?}");
        assert!(!told.lines().any(|line| line.starts_with('c')), "{format}: {told:?}");
        if format == "json" {
            let first = told.lines().next().expect("a line");
            let problem: serde_json::Value = serde_json::from_str(first).expect("JSON");
            assert_eq!(
                problem["file"],
                format!("content/topics/{name}.md"),
                "programs get it whole"
            );
        }
    }
}

/// The guide for editors names every key that the format has.
#[test]
fn the_guide_names_every_key() {
    let guide = fs::read_to_string(repository().join("CONTRIBUTING.md")).expect("the guide");
    let folder = folder_with(&repository().join("tests/letters/letter-unknown-everywhere.md"));
    let told = folder.run(&["check", "--quiet"]).expect(1).stderr;
    let lists = told.lines().filter_map(|line| line.split_once("the keys here are "));
    let keys: Vec<&str> = lists.flat_map(|(_, keys)| keys.split(", ")).collect();
    assert!(keys.len() > 30, "{told}");
    for key in keys {
        let is_named = ["`", ":"].iter().any(|end| guide.contains(&format!("`{key}{end}")));
        assert!(is_named, "the guide does not name `{key}`");
    }
}

/// What VS Code reads of the program's words finds each mistake.
#[test]
fn the_task_of_vs_code_finds_each_mistake() {
    let tasks = fs::read_to_string(repository().join(".vscode/tasks.json")).expect("the tasks");
    let tasks: serde_json::Value = serde_json::from_str(&tasks).expect("JSON");
    let pattern = &tasks["tasks"][0]["problemMatcher"]["pattern"];
    let regex = |place: usize| {
        let text = pattern[place]["regexp"].as_str().expect("a pattern");
        regex::Regex::new(text).expect("a regular expression")
    };
    let folder = folder_with(&repository().join("tests/letters/letter-four-mistakes.md"));
    let told = folder.run(&["check", "--quiet"]).expect(1).stderr;
    let lines: Vec<&str> = told.lines().collect();
    let places: Vec<String> = lines
        .windows(2)
        .filter(|pair| regex(0).is_match(pair[0]))
        .map(|pair| {
            let place = regex(1).captures(pair[1]).expect("a place in the next line");
            format!("{}:{}:{}", &place[1], &place[2], &place[3])
        })
        .collect();
    let letter = "content/authorities/sunderland/letter.md";
    let wanted = ["3:1", "5:8", "9:14", "14:5"].map(|place| format!("{letter}:{place}"));
    assert_eq!(places, wanted);
}

/// A report is the same in whatever order its problems came, and so is one that is made of others.
#[test]
fn a_report_cannot_be_unsorted() {
    let folder = folder_with(&repository().join("tests/letters/letter-many-warnings.md"));
    folder.copy_file(
        &repository().join("tests/letters/letter-ten-mistakes.md"),
        "content/authorities/sunderland/other.md",
    );
    let (_, report) = folder.load();
    let problems = report.diagnostics();
    assert!(problems.len() > 110, "{} problems, of which one file has too many", problems.len());
    let backwards = problems.iter().rev().cloned();
    assert_eq!(backwards.clone().collect::<Report>(), report);
    for middle in [1, 50, problems.len() - 1] {
        let mut merged: Report = backwards.clone().take(middle).collect();
        merged.merge(backwards.clone().skip(middle));
        assert_eq!(merged, report);
        merged.merge(report.clone());
        assert_eq!(merged, report, "nothing is in it twice");
    }
}
